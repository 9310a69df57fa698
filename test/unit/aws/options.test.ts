// The options that an operator may give, and the sentence they get for what is not allowed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { optionsFrom } from '../../../infra/aws/options.ts';

const options = (said: Readonly<Record<string, string>>) => optionsFrom((name) => said[name], 'dist');

describe('options', () => {
  test('have defaults except stage and place, with everything that costs money off', () => {
    expect(options({ stage: 'dev', place: 'barking' })).toEqual({
      stage: 'dev',
      place: 'barking',
      region: 'eu-west-2',
      domain: undefined,
      alarmEmail: undefined,
      senderEmail: undefined,
      tableKeyArn: undefined,
      waf: false,
      notices: undefined,
      dist: 'dist',
    });
  });

  test('name a place by themselves for a first try only', () => {
    expect(options({ stage: 'dev' }).place).toBe('demo');
  });

  test.each([
    [{ stage: 'staging', place: 'barking' }, /^There is no stage “staging”: say --stage dev or --stage prod/],
    [{ place: 'barking' }, /^There is no stage “”/],
    [{ stage: 'prod', place: 'Barking & Dagenham' }, /cannot be a place’s name: say --place/],
    [{ stage: 'prod', place: 'dawsby' }, /cannot hold “aws”, which AWS keeps for itself/],
    [{ stage: 'prod' }, /cannot be a place’s name/],
    [{ stage: 'dev', place: 'Demo' }, /cannot be a place’s name/],
    [{ stage: 'prod', place: 'barking', domain: 'kitty.example' }, /needs both --domain and --certificate/],
    [{ stage: 'prod', place: 'barking', 'notify-email-template': '0' }, /needs both --notify-email-template/],
    [{ stage: 'prod', place: 'barking', notices: 'notify' }, /needs both --notify-email-template/],
    [{ stage: 'prod', place: 'barking', notices: 'ses' }, /^--notices ses needs --sender-email/],
    [
      { stage: 'prod', place: 'barking', notices: 'ses', 'sender-email': 'a@b.example', 'notify-text-template': '0' },
      /^Notices go by SES or by GOV.UK Notify, not both/,
    ],
    [{ stage: 'prod', place: 'barking', notices: 'post' }, /^--notices is notify or ses, not “post”/],
    [{ stage: 'prod', place: 'barking', waf: 'yes' }, /^--waf is on or off, not “yes”/],
  ])('%j fails with a sentence', (said, sentence) => {
    expect(() => options(said)).toThrow(sentence);
  });

  test('an unknown stage stops the command before anything is built', async () => {
    const deploy = promisify(execFile)(process.execPath, ['infra/aws/cdk.ts', 'deploy', '--stage', 'staging']);
    await expect(deploy).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no stage “staging”/),
    });
  });
});
