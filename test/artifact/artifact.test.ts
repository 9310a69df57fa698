// The story runs through the zips that a deployment would upload, each function with the environment and the permissions of its
// template and nothing else, called with AWS's own events.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackHeads } from '../../functions/heads/heads.store.ts';
import { LAMBDAS } from '../../infra/bundle.ts';
import { type Figures, play } from '../../infra/local/story/play.ts';
import { type Account, openAccount } from './account.ts';
import { PLACE } from './deployment.ts';
import { storyRoutes } from './story-routes.ts';

let aws: Account;
let figures: Figures;
beforeAll(async () => {
  aws = await openAccount(storyRoutes);
  figures = await play(aws.url, () => {}).catch((error) => {
    const why = [
      ...aws.table.refusals,
      ...aws.network.unknownHosts,
      ...aws.functions.map(({ log }) => log.slice(-500)),
    ];
    throw new Error(`the story stopped: ${why.join('\n')}`, { cause: error });
  });
  await aws.start('heads');
}, 240_000);
afterAll(() => aws?.close());

describe('the story, on what would be deployed', () => {
  test('passes, and every penny is where it should be', () => {
    const { grantedPence, releasedPence, sessions, disputed, leaver, valid } = figures;
    expect({ grantedPence, releasedPence, sessions, disputed, valid }).toEqual({
      grantedPence: 72_000,
      releasedPence: 11 * 5400 + 2700,
      sessions: { planned: 12, released: 12, disputed: 1 },
      disputed: { session: 6, pricePence: 5400, paidPence: 2700 },
      valid: true,
    });
    expect(leaver).toMatchObject({ paidPence: 6750, availablePence: 5250, freePence: 0, heldPence: 0 });
  });

  test('takes every function that there is, and none is refused anything', () => {
    const started = aws.functions.filter(({ starts }) => starts > 0).map(({ name }) => name);
    expect(started.sort()).toEqual(LAMBDAS.map(({ name }) => `kitty-${PLACE}-prod-${name}`).sort());
    expect(aws.table.refusals).toEqual([]);
    expect(aws.network.unknownHosts).toEqual([]);
  });

  test('leaves nothing in the queues of failures', () => {
    for (const queue of ['JournalFailures', 'ClockFailures', 'HeadsFailures'])
      expect(aws.messagesIn(queue)).toEqual([]);
  });

  test('tells people by GOV.UK Notify, each thing once, and no log knows where they are reached', async () => {
    expect(aws.notifyMessages.length).toBeGreaterThan(100);
    const { Items: sent = [] } = await aws.table.database.send(
      new ScanCommand({
        TableName: aws.table.name,
        FilterExpression: 'begins_with(PK, :notice) AND #status = :sent',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':notice': `${PLACE}#NOTICE#`, ':sent': 'sent' },
      }),
    );
    expect(aws.notifyMessages).toHaveLength(sent.length);
    expect(new Set(aws.notifyMessages.map(({ reference }) => reference)).size).toBe(sent.length);
    for (const { name, log } of aws.functions) {
      expect(log, name).not.toContain('@');
      expect(log, name).not.toMatch(/"level":"error"/);
    }
  });

  test('keeps the head of every journal in the locked bucket', async () => {
    const [[name, file] = ['', Buffer.alloc(0)], ...more] = aws.objects;
    expect(more).toEqual([]);
    expect(name).toContain(`/${PLACE}/${aws.now().slice(0, 10)}`);
    expect(unpackHeads(file)).toHaveLength(figures.audit.length);
  });
});

describe('what is unpacked', () => {
  test('is one module and the licences that it must carry, without a source map', () => {
    for (const { folder } of aws.functions)
      expect(readdirSync(folder).filter((file) => file !== 'index.mjs.LEGAL.txt')).toEqual(['index.mjs']);
  });

  test('reaches no package: all that it needs is in it', () => {
    for (const { folder } of aws.functions) {
      const found = spawnSync(process.execPath, ['-e', "require.resolve('zod')"], { cwd: folder, env: {} });
      expect(found.status).toBe(1);
    }
  });
});

describe('API Gateway, by the template', () => {
  const get = async (path: string, authorization?: string) => {
    const answer = await fetch(aws.url + path, { headers: authorization ? { authorization } : {} });
    return [answer.status, await answer.json()];
  };

  test('lets nobody through without a good token, but where all is open', async () => {
    const refused = [401, { message: 'Unauthorized' }];
    expect(await get('/v1/me')).toEqual(refused);
    expect(await get('/v1/me', 'Bearer no.such.token')).toEqual(refused);
    expect(await get('/v1/health')).toEqual([200, { status: 'ok' }]);
    expect(await get('/v1/offers')).toMatchObject([200, { items: [{ title: 'Dance class' }] }]);
    const token = await aws.signIn('funder@council.example');
    expect(await get('/v1/me', `Bearer ${token}`)).toMatchObject([200, { name: 'Fay', roles: ['funder'] }]);
    expect(await get('/v1/disputes', `Bearer ${token}`)).toEqual([200, { items: [], next: null }]);
  });

  test('knows no address but those of the API', async () => {
    expect(await get('/docs')).toEqual([404, { message: 'Not Found' }]);
  });

  test('has no token for whom the place does not know', async () => {
    expect(await aws.signIn('stranger@example.org')).toBeUndefined();
  });
});

describe('the table', () => {
  const item = (family: string, SK = 'E#000000000001') => ({ PK: { S: `${PLACE}#${family}#0` }, SK: { S: SK } });
  const Put = (family: string) => ({ TableName: aws.table.name, Item: item(family) });
  const Key = (family: string) => ({ TableName: aws.table.name, Key: item(family) });
  const ofAnother = () => ({ TableName: aws.table.name, Key: { PK: { S: 'dagenham#POOL#0' }, SK: { S: 'E#1' } } });
  const both = (...families: string[]) => ({ TransactItems: families.map((family) => ({ Put: Put(family) })) });
  const due = (pk: string) => ({
    TableName: aws.table.name,
    IndexName: 'by-due',
    KeyConditionExpression: '#h = :h AND #r <= :t',
    ExpressionAttributeNames: { '#h': 'duePlace', '#r': 'dueAt' },
    ExpressionAttributeValues: { ':h': { S: pk }, ':t': { S: '2000' } },
  });

  test.each<[string, string, string, () => object]>([
    ['on-journal', 'PutItem', 'in a journal', () => Put('POOL')],
    ['on-journal', 'TransactWriteItems', 'that put in a journal', () => both('ALLOC')],
    ['on-journal', 'GetItem', 'of a person', () => Key('PERSON')],
    ['api', 'UpdateItem', 'of a journal', () => Key('POOL')],
    ['api', 'DeleteItem', 'of a journal', () => Key('POOL')],
    ['api', 'DeleteItem', 'of a text', () => Key('POOLTEXT')],
    ['api', 'GetItem', 'of an email address', () => Key('EMAIL')],
    ['api', 'GetItem', 'of another place', ofAnother],
    ['api', 'GetItem', 'of another table', () => ({ ...Key('POOL'), TableName: 'another' })],
    ['api', 'TransactWriteItems', 'of which it may do one half', () => both('POOL', 'EMAIL')],
    ['api', 'TransactWriteItems', 'that delete', () => ({ TransactItems: [{ Delete: Key('POOL') }] })],
    ['api', 'TransactWriteItems', 'that check', () => ({ TransactItems: [{ ConditionCheck: Key('POOL') }] })],
    ['api', 'Query', 'of what is due', () => due(PLACE)],
    ['api', 'Scan', 'of everything', () => ({ TableName: aws.table.name })],
    ['api', 'BatchWriteItem', 'of anything', () => ({ RequestItems: {} })],
    ['api', 'ExecuteStatement', 'in PartiQL', () => ({ Statement: 'SELECT * FROM "kitty"' })],
    ['api', 'DescribeTable', 'of its own table', () => ({ TableName: aws.table.name })],
    ['on-clock', 'Query', 'of notices that wait', () => due(`${PLACE}#NOTICE`)],
    ['send-notices', 'PutItem', 'in a journal', () => Put('POOL')],
    ['keep-heads', 'PutItem', 'in a view', () => Put('VIEW')],
  ])('refuses %s a %s %s', async (lambda, operation, _, request) => {
    const { status, body } = await aws.ask(lambda, `DynamoDB_20120810.${operation}`, request());
    expect({ status, body }).toMatchObject({ status: 400, body: expect.stringContaining('AccessDeniedException') });
  });

  test.each<[string, string, () => object]>([
    ['api', 'GetItem', () => Key('POOL')],
    ['api', 'TransactWriteItems', () => both('POOLTEXT', 'PERSON')],
    ['api', 'Query', () => due(`${PLACE}#DISPUTES`)],
    ['on-journal', 'PutItem', () => Put('WORK')],
    ['on-clock', 'Query', () => due(PLACE)],
    ['send-notices', 'Query', () => due(`${PLACE}#NOTICE`)],
  ])('lets %s do a %s that its role may', async (lambda, operation, request) => {
    expect(await aws.ask(lambda, `DynamoDB_20120810.${operation}`, request())).toMatchObject({ status: 200 });
  });
});
