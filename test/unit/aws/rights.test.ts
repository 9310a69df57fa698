// Least privilege by Lambda, read from the synthesised policies themselves.
import { afterAll, describe, expect, test } from 'vitest';
import { allows, cloudIn, headsBucket, keysOf, roles, TABLE, widerThanMeant } from './policies.ts';
import { EVERYTHING, synthesise, type Template } from './synthesis.ts';

const kitty = synthesise(EVERYTHING);
const bySes = synthesise({ stage: 'dev', place: 'barking', notices: 'ses', 'sender-email': 'codes@kitty.example' });
afterAll(() => {
  kitty.remove();
  bySes.remove();
});

const { place, 'sender-email': sender } = EVERYTHING;
const cloud = cloudIn(kitty.templates);
const cloudBySes = cloudIn(bySes.templates);
const all = roles(cloud);
const of = (role: string) => all.get(role) ?? [];
const may = (role: string, action: string, key: string): boolean => allows(of(role), `dynamodb:${action}`, key);
const puts = (role: string): string[] =>
  of(role)
    .filter(({ Action }) => Action.includes('dynamodb:PutItem'))
    .flatMap((statement) => keysOf(statement) ?? []);

describe('the synthesised policies', () => {
  test('are one for each Lambda and each schedule, and no role holds a policy of AWS’s', () => {
    expect([...all.keys()].sort()).toEqual([
      'apirole',
      'clockschedulerole',
      'headsschedulerole',
      'importsrole',
      'keepheadsrole',
      'noticesschedulerole',
      'onclockrole',
      'onjournalrole',
      'onsigninrole',
      'sendnoticesrole',
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

  test('are nowhere wider than intended', () => {
    expect(widerThanMeant(cloud, place, sender)).toEqual([]);
    expect(widerThanMeant(cloudBySes, place, sender)).toEqual([]);
  });

  test('let nobody update or delete what is in a journal', () => {
    for (const role of all.keys())
      for (const kind of ['POOL', 'ALLOC'])
        for (const action of ['UpdateItem', 'DeleteItem'])
          expect(may(role, action, `${place}#${kind}#0`), `${role} ${action}`).toBe(false);
  });

  test('let only the API, the imports and the clock add to journals', () => {
    const writers = [...all.keys()].filter((role) => may(role, 'PutItem', `${place}#ALLOC#0`));
    expect(writers.sort()).toEqual(['apirole', 'importsrole', 'onclockrole']);
    expect(may('importsrole', 'PutItem', `${place}#POOL#0`)).toBe(false);
  });

  test('let the stream consumer write views, disputes, reminders and notices only', () => {
    const kinds = ['VIEW', 'COMMISSION#*', 'WORK#*', 'DISPUTES', 'REMINDER', 'NOTICE#*'];
    expect(puts('onjournalrole')).toEqual(kinds.map((kind) => `${place}#${kind}`));
  });

  test('let the API read the queue of disputes, and the stream consumer alone write it', () => {
    const queue = `${place}#DISPUTES`;
    expect(may('apirole', 'GetItem', queue)).toBe(true);
    expect([...all.keys()].filter((role) => may(role, 'PutItem', queue))).toEqual(['onjournalrole']);
  });

  test('let only imports, sign-in and the sender of notices read email addresses', () => {
    expect(may('onjournalrole', 'GetItem', `${place}#PERSON#0`)).toBe(false);
    expect(may('onclockrole', 'GetItem', `${place}#PERSON#0`)).toBe(false);
    expect(may('apirole', 'GetItem', `${place}#EMAIL#a@b.example`)).toBe(false);
  });

  test('let only one Lambda read the one secret', () => {
    const readers = [...all].filter(([, allowed]) =>
      allowed.some(({ Action }) => Action.includes('secretsmanager:GetSecretValue')),
    );
    expect(readers.map(([role]) => role)).toEqual(['sendnoticesrole']);
  });

  test('let only one Lambda add to the journal heads, of its own place, and do nothing else there', () => {
    const keepers = [...all].filter(([, allowed]) =>
      allowed.some(({ Action }) => Action.some((action) => action.startsWith('s3:'))),
    );
    expect(keepers.map(([role]) => role)).toEqual(['keepheadsrole']);
    const others = of('keepheadsrole').flatMap(({ Action }) => Action.filter((one) => !/^(logs|sqs|kms):/.test(one)));
    expect(others).toEqual(['dynamodb:Query', 's3:PutObject']);
    expect(may('keepheadsrole', 'Query', `${place}#PERSON#0`)).toBe(false);
  });

  test('with SES let only one Lambda send emails, from the one address, and read no secret', () => {
    const found = roles(cloudBySes);
    const senders = [...found].filter(([, allowed]) => allowed.some(({ Action }) => Action.includes('ses:SendEmail')));
    expect(senders.map(([role]) => role)).toEqual(['sendnoticesrole']);
    expect(JSON.stringify([...found])).not.toContain('secretsmanager');
    expect(bySes.of('AWS::SecretsManager::Secret')).toEqual([]);
    expect(bySes.of('AWS::Lambda::Function').flatMap(({ Properties }) => Properties.Layers ?? [])).not.toContainEqual(
      expect.stringContaining('Secrets'),
    );
    expect([...all.values()].flat().flatMap(({ Action }) => Action)).not.toContain('ses:SendEmail');
  });
});

/** The same templates with one policy's statements changed, as by a careless edit. */
function changed(role: string, statement: Readonly<Record<string, unknown>>): Map<string, Template> {
  const templates = structuredClone(new Map(kitty.templates));
  for (const [stack, { Resources }] of templates)
    for (const { Type, Properties } of Object.values(Resources))
      if (Type === 'AWS::IAM::Policy' && `${stack}:${JSON.stringify(Properties.Roles)}`.includes(role))
        (Properties.PolicyDocument as { Statement: unknown[] }).Statement.push({ Effect: 'Allow', ...statement });
  return templates;
}

describe('the check of the policies finds what is wrong:', () => {
  const keys = (...patterns: string[]) => ({
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } },
  });
  test.each([
    ['any action', { Action: 'dynamodb:*', Resource: TABLE, ...keys('barking#POOL#*') }, 'may do dynamodb:*'],
    ['any resource', { Action: 'sqs:SendMessage', Resource: '*' }, 'reaches *'],
    [
      'another table',
      { Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-2:1:table/b', ...keys('barking#POOL#*') },
      'reaches another table',
    ],
    [
      'another place',
      { Action: 'dynamodb:GetItem', Resource: TABLE, ...keys('dagenham#POOL#*') },
      'reaches another place',
    ],
    ['every key', { Action: 'dynamodb:GetItem', Resource: TABLE }, 'on every key'],
    [
      'deleting',
      { Action: 'dynamodb:DeleteItem', Resource: TABLE, ...keys('barking#POOLTEXT#*') },
      'may do dynamodb:DeleteItem',
    ],
    [
      'updating journals',
      { Action: 'dynamodb:UpdateItem', Resource: TABLE, ...keys('barking#POOL*') },
      'may do dynamodb:UpdateItem on a journal',
    ],
    [
      'another place’s heads',
      {
        Action: 's3:PutObject',
        Resource: `${headsBucket(cloud)}/dagenham/*`,
      },
      'may do s3:PutObject on',
    ],
    [
      'deleting heads',
      { Action: 's3:DeleteObjectVersion', Resource: headsBucket(cloud) },
      'may do s3:DeleteObjectVersion on',
    ],
    [
      'emails from anybody',
      { Action: 'ses:SendEmail', Resource: 'arn:aws:ses:eu-west-2:1:identity/mayor@council.example' },
      'may do ses:SendEmail on',
    ],
    [
      'another’s secret',
      { Action: 'secretsmanager:GetSecretValue', Resource: cloud.all('AWS::SecretsManager::Secret')[0]?.arn },
      'reads the secret of',
    ],
  ])('%s is a fault', (_, statement, fault) => {
    const role = fault.startsWith('reads') ? 'onclockrole' : 'apirole';
    expect(widerThanMeant(cloudIn(changed(role, statement)), place, sender).join('\n')).toContain(fault);
  });
});
