// The first funder is made once, even when the command fails half-way, and nobody becomes somebody else.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { createUser, type WantedUser } from '../../../infra/aws/create-user.ts';
import { readArguments } from '../../../infra/aws/first-funder.arguments.ts';
import { errorMessage, protectedStacks, stackOutput } from '../../../infra/aws/operator.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const cloudFormation = mockClient(CloudFormationClient);
beforeEach(() => {
  cognito.reset();
  cognito.onAnyCommand().resolves({});
  cloudFormation.reset();
});

const FAY: WantedUser = { email: 'fay@council.example', name: 'Fay', role: 'funder', funder: 'barking' };
const target = { stage: 'dev', place: 'barking', region: 'eu-west-2' } as const;
const make = (wanted = FAY) => createUser(new CognitoIdentityProviderClient({}), 'pool', wanted);
const taken = new UsernameExistsException({ message: 'User account already exists', $metadata: {} });
const attributes = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
/** The requests that were made, in order. */
const asked = () => cognito.calls().map(({ args }) => args[0].constructor.name);
const whole = { email: FAY.email, email_verified: 'true', name: 'Fay', 'custom:kitty_funder': 'barking' };

describe('somebody new', () => {
  test('gets a verified address, the funding body and then the group, and no message from Cognito', async () => {
    await make();
    expect(asked()).toEqual(['AdminCreateUserCommand', 'AdminAddUserToGroupCommand']);
    expect(cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'pool',
      Username: FAY.email,
      UserAttributes: attributes(whole),
      MessageAction: 'SUPPRESS',
    });
    expect(cognito.commandCalls(AdminAddUserToGroupCommand)[0]?.args[0].input).toMatchObject({ GroupName: 'funder' });
  });

  test('who is not a funder has no funding body', async () => {
    await make({ ...FAY, role: 'broker', funder: undefined });
    const { UserAttributes } = cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0].input ?? {};
    expect(UserAttributes).not.toContainEqual(expect.objectContaining({ Name: 'custom:kitty_funder' }));
  });

  test('is completed by a second run when the first crashed before the group', async () => {
    cognito.on(AdminAddUserToGroupCommand).rejectsOnce(new Error('the network is gone')).resolves({});
    cognito.on(AdminCreateUserCommand).resolvesOnce({}).rejects(taken);
    cognito.on(AdminGetUserCommand).resolves({ Enabled: true, UserAttributes: attributes(whole) });
    await expect(make()).rejects.toThrow('the network is gone');
    expect(await make()).toEqual([
      'fay@council.example was known already.',
      'They sign in as funder of “barking”, with a code to that address.',
    ]);
    expect(asked().slice(2)).toEqual(['AdminCreateUserCommand', 'AdminGetUserCommand', 'AdminAddUserToGroupCommand']);
  });
});

describe('somebody known', () => {
  const known = (values: Readonly<Record<string, string>>, more = {}) => {
    cognito.on(AdminCreateUserCommand).rejects(taken);
    cognito.on(AdminGetUserCommand).resolves({ Enabled: true, UserAttributes: attributes(values), ...more });
  };

  test('gets only what is missing, and keeps the name', async () => {
    known({ email: FAY.email, email_verified: 'false', name: 'Fay Brown' });
    await make();
    const changes = cognito.commandCalls(AdminUpdateUserAttributesCommand);
    expect(changes[0]?.args[0].input.UserAttributes).toEqual(
      attributes({ email_verified: 'true', 'custom:kitty_funder': 'barking' }),
    );
  });

  test('who signed up by themselves and never entered the code is confirmed', async () => {
    known({ email: FAY.email }, { UserStatus: 'UNCONFIRMED' });
    await make();
    expect(cognito.commandCalls(AdminConfirmSignUpCommand)).toHaveLength(1);
  });

  test.each([
    [{ ...whole, 'custom:kitty_funder': 'nhs' }, {}, 'a funder of “nhs” already, not of “barking”'],
    [whole, { Enabled: false }, 'switched off'],
  ])('as somebody else is left alone, with a sentence: %o %o', async (values, more, sentence) => {
    known(values, more);
    await expect(make()).rejects.toThrow(sentence);
    expect(asked()).toEqual(['AdminCreateUserCommand', 'AdminGetUserCommand']);
  });
});

describe('the stacks', () => {
  const find = (stack: 'data' | 'identity', output: string) =>
    stackOutput(new CloudFormationClient({}), target, stack, output);

  test('are found by stage and place; when one is missing, the error says what to check', async () => {
    const Outputs = [{ OutputKey: 'Pool', OutputValue: 'eu-west-2_x' }];
    const stack = { StackName: 'kitty-barking-dev-identity', CreationTime: new Date(), StackStatus: 'CREATE_COMPLETE' };
    cloudFormation
      .on(DescribeStacksCommand, { StackName: 'kitty-barking-dev-identity' })
      .resolves({ Stacks: [{ ...stack, StackStatus: 'CREATE_COMPLETE', Outputs }] });
    cloudFormation
      .on(DescribeStacksCommand, { StackName: 'kitty-barking-dev-data' })
      .rejects(new Error('Stack with id kitty-barking-dev-data does not exist'));
    expect(await find('identity', 'Pool')).toBe('eu-west-2_x');
    await expect(find('identity', 'Other')).rejects.toThrow('has no output Other');
    await expect(find('data', 'TableName')).rejects.toThrow(/^There is no stack kitty-barking-dev-data in eu-west-2/);
  });

  test('that are protected are found on every page, this place’s only', async () => {
    const stack = (StackName: string, EnableTerminationProtection: boolean) => ({
      StackName,
      EnableTerminationProtection,
      CreationTime: new Date(),
      StackStatus: 'CREATE_COMPLETE' as const,
    });
    cloudFormation
      .on(DescribeStacksCommand)
      .resolvesOnce({ Stacks: [stack('kitty-barking-prod-web', true)], NextToken: 'more' })
      .resolves({
        Stacks: [
          stack('kitty-barking-prod-data', true),
          stack('kitty-barking-prod-api', false),
          stack('kitty-barking-dev-data', true),
        ],
      });
    expect(await protectedStacks(new CloudFormationClient({}), { ...target, stage: 'prod' })).toEqual([
      'kitty-barking-prod-data',
      'kitty-barking-prod-web',
    ]);
  });
});

describe('the command', () => {
  const here = ['--stage', 'dev', '--place', 'barking'];
  const fay = [...here, '--email', FAY.email, '--name', 'Fay'];

  test('takes a funder of the place, unless said otherwise', () => {
    expect(readArguments(fay)).toEqual({ target, wanted: FAY });
    expect(readArguments([...fay, '--group', 'broker']).wanted).toMatchObject({ role: 'broker', funder: undefined });
    expect(readArguments([...fay, '--funder', 'nhs']).wanted.funder).toBe('nhs');
  });

  test.each([
    [['--stage', 'test', '--place', 'barking'], /^There is no stage “test”/],
    [[...here, '--email', 'fay'], /^“fay” is no email address/],
    [[...here, '--email', FAY.email], /^Say --name/],
    [[...fay, '--group', 'king'], /^There is no group “king”/],
    [[...fay, '--funder', 'B&D'], /^“B&D” cannot name a funding body/],
    [[...fay, '--group', 'broker', '--funder', 'nhs'], /^--funder is for --group funder only/],
    [[...fay, '--emial', FAY.email], /^Unknown option '--emial'/],
  ])('%j fails with a sentence', (words, sentence) => {
    expect(() => readArguments(words)).toThrow(sentence);
  });

  test('says so, and fails, when there are no credentials', async () => {
    const run = promisify(execFile)(process.execPath, ['infra/aws/first-funder.ts', ...fay], {
      // Nor anybody to ask for them.
      env: { PATH: process.env.PATH, HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' },
    });
    const stderr = expect.stringMatching(/^There are no AWS credentials here/);
    await expect(run).rejects.toMatchObject({ code: 1, stderr });
  });

  test('explains in plain words what AWS refused', () => {
    const failure = (name: string, more = {}) => Object.assign(new Error('why'), { name, ...more });
    expect(errorMessage(failure('ExpiredTokenException'))).toMatch(/have run out/);
    expect(errorMessage(failure('AccessDeniedException'))).toBe('These credentials may not do that: why');
    expect(errorMessage(failure('Error', { code: 'ENOTFOUND' }))).toMatch(/^AWS is out of reach/);
    expect(errorMessage(failure('InvalidRestoreTimeException'))).toMatch(/^There is no backup of that moment/);
    expect(errorMessage(failure('Other'))).toBe('why');
  });
});
