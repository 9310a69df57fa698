// Least privilege by Lambda, read from the synthesised policies themselves.
import { afterAll, describe, expect, test } from 'vitest';
import { allows, roles, widerThanMeant } from './policies.ts';
import { EVERYTHING, synthesise, type Template } from './synthesis.ts';

const kitty = synthesise(EVERYTHING);
const bySes = synthesise({ stage: 'dev', place: 'barking', notices: 'ses', 'sender-email': 'codes@kitty.example' });
afterAll(() => {
  kitty.remove();
  bySes.remove();
});

const { place, 'sender-email': sender } = EVERYTHING;
const all = roles(kitty.templates);
const of = (role: string) => all.get(role) ?? [];
const may = (role: string, action: string, key: string): boolean =>
  of(role).some((one) => allows(one, `dynamodb:${action}`, key));
const puts = (role: string): string[] =>
  of(role)
    .filter(({ actions }) => actions.includes('dynamodb:PutItem'))
    .flatMap(({ keys = [] }) => keys);

describe('the synthesised policies', () => {
  test('are one for each Lambda and each schedule, and no role holds a policy of AWS’s', () => {
    expect([...all.keys()].sort()).toEqual([
      'api:apirole',
      'api:importsrole',
      'identity:onsigninrole',
      'jobs:clockschedulerole',
      'jobs:headsschedulerole',
      'jobs:keepheadsrole',
      'jobs:noticesschedulerole',
      'jobs:onclockrole',
      'jobs:onjournalrole',
      'jobs:sendnoticesrole',
    ]);
    const managed = [...kitty.templates].flatMap(([stack, { Resources }]) =>
      Object.entries(Resources)
        .filter(
          ([id, { Type, Properties }]) =>
            Type === 'AWS::IAM::Role' && Properties.ManagedPolicyArns && !id.startsWith('Custom'),
        )
        .map(([id]) => `${stack}:${id}`),
    );
    expect(managed).toEqual([]);
  });

  test('are nowhere wider than meant', () => {
    expect(widerThanMeant(kitty.templates, place, sender)).toEqual([]);
    expect(widerThanMeant(bySes.templates, place, sender)).toEqual([]);
  });

  test('let nobody update or delete what is in a journal', () => {
    for (const role of all.keys())
      for (const kind of ['POOL', 'ALLOC'])
        for (const action of ['UpdateItem', 'DeleteItem'])
          expect(may(role, action, `${place}#${kind}#0`), `${role} ${action}`).toBe(false);
  });

  test('let only the API, the imports and the clock add to journals', () => {
    const writers = [...all.keys()].filter((role) => may(role, 'PutItem', `${place}#ALLOC#0`));
    expect(writers.sort()).toEqual(['api:apirole', 'api:importsrole', 'jobs:onclockrole']);
    expect(may('api:importsrole', 'PutItem', `${place}#POOL#0`)).toBe(false);
  });

  test('let the stream consumer write views, reminders and notices only', () => {
    const kinds = ['VIEW', 'COMMISSION#*', 'WORK#*', 'REMINDER', 'NOTICE#*'];
    expect(puts('jobs:onjournalrole')).toEqual(kinds.map((kind) => `${place}#${kind}`));
  });

  test('show email addresses to nobody but imports, sign-in and the sender of notices', () => {
    expect(may('jobs:onjournalrole', 'GetItem', `${place}#PERSON#0`)).toBe(false);
    expect(may('jobs:onclockrole', 'GetItem', `${place}#PERSON#0`)).toBe(false);
    expect(may('api:apirole', 'GetItem', `${place}#EMAIL#a@b.example`)).toBe(false);
  });

  test('let one Lambda alone read the one secret', () => {
    const readers = [...all].filter(([, allowed]) =>
      allowed.some(({ actions }) => actions.includes('secretsmanager:GetSecretValue')),
    );
    expect(readers.map(([role]) => role)).toEqual(['jobs:sendnoticesrole']);
  });

  test('let one Lambda alone add to the journal heads, of its own place, and nothing else there', () => {
    const keepers = [...all].filter(([, allowed]) =>
      allowed.some(({ actions }) => actions.some((action) => action.startsWith('s3:'))),
    );
    expect(keepers.map(([role]) => role)).toEqual(['jobs:keepheadsrole']);
    const others = of('jobs:keepheadsrole').flatMap(({ actions }) =>
      actions.filter((one) => !/^(logs|sqs|kms):/.test(one)),
    );
    expect(others).toEqual(['dynamodb:Query', 's3:PutObject']);
    expect(may('jobs:keepheadsrole', 'Query', `${place}#PERSON#0`)).toBe(false);
  });

  test('with SES let one Lambda alone send emails, from the one address, and read no secret', () => {
    const found = roles(bySes.templates);
    const senders = [...found].filter(([, allowed]) =>
      allowed.some(({ actions }) => actions.includes('ses:SendEmail')),
    );
    expect(senders.map(([role]) => role)).toEqual(['jobs:sendnoticesrole']);
    expect(JSON.stringify([...found])).not.toContain('secretsmanager');
    expect(bySes.of('AWS::SecretsManager::Secret')).toEqual([]);
    expect(bySes.of('AWS::Lambda::Function').flatMap(({ Properties }) => Properties.Layers ?? [])).not.toContainEqual(
      expect.stringContaining('Secrets'),
    );
    expect([...all.values()].flat().flatMap(({ actions }) => actions)).not.toContain('ses:SendEmail');
  });
});

/** The same templates with one policy's statements changed, as somebody in a hurry would. */
function changed(role: string, statement: Readonly<Record<string, unknown>>): Map<string, Template> {
  const templates = structuredClone(new Map(kitty.templates));
  for (const [stack, { Resources }] of templates)
    for (const { Type, Properties } of Object.values(Resources))
      if (Type === 'AWS::IAM::Policy' && `${stack}:${JSON.stringify(Properties.Roles)}`.includes(role))
        (Properties.PolicyDocument as { Statement: unknown[] }).Statement.push({ Effect: 'Allow', ...statement });
  return templates;
}

describe('the check of the policies has teeth:', () => {
  const table = { 'Fn::GetAtt': ['Table00000000', 'Arn'] };
  const keys = (...patterns: string[]) => ({
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } },
  });
  test.each([
    ['any action', { Action: 'dynamodb:*', Resource: table, ...keys('barking#POOL#*') }, 'may do dynamodb:*'],
    ['any resource', { Action: 'sqs:SendMessage', Resource: '*' }, 'reaches *'],
    [
      'another table',
      { Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-2:1:table/b', ...keys('barking#POOL#*') },
      'reaches another table',
    ],
    [
      'another place',
      { Action: 'dynamodb:GetItem', Resource: table, ...keys('dagenham#POOL#*') },
      'reaches another place',
    ],
    ['every key', { Action: 'dynamodb:GetItem', Resource: table }, 'on every key'],
    [
      'deleting',
      { Action: 'dynamodb:DeleteItem', Resource: table, ...keys('barking#POOLTEXT#*') },
      'may do dynamodb:DeleteItem',
    ],
    [
      'updating journals',
      { Action: 'dynamodb:UpdateItem', Resource: table, ...keys('barking#POOL*') },
      'may do dynamodb:UpdateItem on a journal',
    ],
    [
      'another place’s heads',
      {
        Action: 's3:PutObject',
        Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Heads00000000', 'Arn'] }, '/dagenham/*']] },
      },
      'may do s3:PutObject on',
    ],
    [
      'deleting heads',
      { Action: 's3:DeleteObjectVersion', Resource: { 'Fn::GetAtt': ['Heads00000000', 'Arn'] } },
      'may do s3:DeleteObjectVersion on',
    ],
    [
      'emails from anybody',
      { Action: 'ses:SendEmail', Resource: 'arn:aws:ses:eu-west-2:1:identity/mayor@council.example' },
      'may do ses:SendEmail on',
    ],
    [
      'another’s secret',
      { Action: 'secretsmanager:GetSecretValue', Resource: { Ref: 'NotifyKey00000000' } },
      'reads the secret of',
    ],
  ])('%s is a fault', (_, statement, fault) => {
    const role = fault.startsWith('reads') ? 'onclockrole' : 'apirole';
    expect(widerThanMeant(changed(role, statement), place, sender).join('\n')).toContain(fault);
  });
});
