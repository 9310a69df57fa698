// What each Lambda is allowed on AWS suffices: the whole story, each request to the table held against its Lambda's rights.
import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { personByEmail } from '../../functions/people/people.store.ts';
import { signIn } from '../../functions/people/sign-in.actions.ts';
import { type Grant, grantsOf, type LambdaName } from '../../infra/aws/rights.ts';
import { IMPORT_ROUTES } from '../../infra/aws/routes.ts';
import { play } from '../../infra/local/story/play.ts';
import { HOME } from '../../infra/local/world.ts';
import { startKitty, type TestKitty } from '../harness.ts';

/** Which Lambda would be running. */
const running = vi.hoisted(() => ({}) as { as?: AsyncLocalStorage<string> });
const asLambda = <Work>(lambda: LambdaName | '', work: () => Work): Work => {
  running.as ??= new AsyncLocalStorage();
  return running.as.run(lambda, work);
};

let app: { fetch(request: Request): Response | Promise<Response> } | undefined;

vi.mock('../../functions/entry/app.ts', async (original) => {
  const { createApp } = await original<typeof import('../../functions/entry/app.ts')>();
  return {
    createApp: (...args: Parameters<typeof createApp>) => {
      const made = createApp(...args);
      const { fetch } = made;
      made.fetch = (request, ...rest) => {
        const { pathname } = new URL(request.url);
        const lambda = IMPORT_ROUTES.some((path) => path === pathname) ? 'imports' : 'api';
        return asLambda(pathname.startsWith('/v1/') ? lambda : '', () => fetch(request, ...rest));
      };
      app = made;
      return made;
    },
  };
});
vi.mock('../../functions/entry/on-journal.ts', async (original) => {
  const { onRecords } = await original<typeof import('../../functions/entry/on-journal.ts')>();
  return { onRecords: (...args: Parameters<typeof onRecords>) => asLambda('on-journal', () => onRecords(...args)) };
});
vi.mock('../../functions/due/due.actions.ts', async (original) => {
  const { runDue, ...others } = await original<typeof import('../../functions/due/due.actions.ts')>();
  return { ...others, runDue: (...args: Parameters<typeof runDue>) => asLambda('on-clock', () => runDue(...args)) };
});
vi.mock('../../functions/due/tomorrow.actions.ts', async (original) => {
  const { remindOfTomorrow } = await original<typeof import('../../functions/due/tomorrow.actions.ts')>();
  return {
    remindOfTomorrow: (...args: Parameters<typeof remindOfTomorrow>) =>
      asLambda('on-clock', () => remindOfTomorrow(...args)),
  };
});
vi.mock('../../functions/notices/sending.actions.ts', async (original) => {
  const { sendDue, ...others } = await original<typeof import('../../functions/notices/sending.actions.ts')>();
  return {
    ...others,
    sendDue: (...args: Parameters<typeof sendDue>) => asLambda('send-notices', () => sendDue(...args)),
  };
});
// The staff only: the demo's own past is no story of a Lambda's.
vi.mock('../../infra/local/load-once.ts', async (original) => {
  const { loadStaffOnce } = await original<typeof import('../../infra/local/load-once.ts')>();
  return { loadStaffOnce, loadDemoOnce: loadStaffOnce };
});

interface Asked {
  readonly action: string;
  readonly index: string | undefined;
  readonly key: string;
}

interface Input {
  readonly IndexName?: string;
  readonly Key?: { readonly PK: string };
  readonly Item?: { readonly PK: string };
  readonly ExpressionAttributeValues?: Readonly<Record<string, string>>;
  readonly TransactItems?: readonly { readonly Put: Input }[];
}

/** What a command asks of the table, item by item. */
function asked(name: string, input: Input): Asked[] {
  if (input.TransactItems) return input.TransactItems.flatMap(({ Put }) => asked('PutCommand', Put));
  const action = name.replace(/Command$/, '');
  const key = input.Key?.PK ?? input.Item?.PK ?? input.ExpressionAttributeValues?.[':h'] ?? '';
  return [{ action: action === 'Query' ? action : `${action}Item`, index: input.IndexName, key }];
}

const like = (pattern: string, key: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;
const grants = (grant: Grant, { action, index, key }: Asked): boolean =>
  grant.action === action && grant.index === index && grant.keys.some((pattern) => like(pattern, key));

let kitty: TestKitty;
const refused = new Set<string>();
const asking = new Set<string>();

/** Holds what is asked against the rights of who asks. Keys of LOCAL# are for one machine: no Lambda has them. */
function hold(lambda: LambdaName, command: { readonly input: Input }): void {
  for (const one of asked(command.constructor.name, command.input)) {
    if (one.key.startsWith('LOCAL#')) continue;
    asking.add(lambda);
    // Without ids, which differ from run to run.
    const said = `${lambda} ${one.action} ${one.index ?? ''} ${one.key.split('#').slice(0, 2).join('#')}`;
    if (!grantsOf(lambda, HOME).some((grant) => grants(grant, one))) refused.add(said);
  }
}

beforeAll(async () => {
  const { send } = DynamoDBDocumentClient.prototype;
  const held = function (this: DynamoDBDocumentClient, command: { readonly input: Input }) {
    const lambda = running.as?.getStore();
    if (lambda) hold(lambda as LambdaName, command);
    return Reflect.apply(send, this, [command]);
  };
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(held as never);
  kitty = await startKitty({ demo: true });
});

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await kitty.stop();
});

test('the story asks of the table only what its Lambdas are allowed', async () => {
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => app?.fetch(new Request(url, init)));
  const figures = await play('http://kitty.example', () => {});
  expect(figures.valid).toBe(true);
  await kitty.settled();
  const { table } = kitty.world;
  const by = (email: string) =>
    asLambda('on-sign-in', () =>
      signIn({ table, place: HOME }, { email, name: 'Fay', roles: ['funder'], funder: 'council' }),
    );
  expect((await by('fay@council.example')).ok && (await by('fay@council.example')).ok).toBe(true);
  expect(await personByEmail(table, HOME, 'fay@council.example')).toMatchObject({ name: 'Fay' });
  expect([...refused]).toEqual([]);
  expect([...asking].sort()).toEqual(['api', 'imports', 'on-clock', 'on-journal', 'on-sign-in', 'send-notices']);
});
