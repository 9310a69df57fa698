// A bundle's table answers and fails exactly as with the whole AWS SDK, of which the bundles leave parts out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as whole from '../../functions/platform/dynamo-table.ts';
import { bundleFile, writeBundles } from '../../infra/bundle.ts';
import { databaseAt, makeTable } from '../../infra/local/database.ts';
import { startEngine } from '../../infra/local/engine.ts';

type Module = typeof whole;

let folder: string;
let lean: Module;
let engine: Awaited<ReturnType<typeof startEngine>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitty-lean-'));
  const bundle = await bundleFile('table', 'functions/platform/dynamo-table.ts');
  await writeBundles([bundle], folder);
  lean = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'table/index.mjs')).href);
  engine = await startEngine();
  await makeTable(databaseAt(engine.endpoint), 'kitty');
});
afterAll(async () => {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const config = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'kitty', secretAccessKey: 'kitty' },
});
const tableOf = ({ dynamoClient, dynamoTable }: Module, endpoint: string, name = 'kitty') =>
  dynamoTable(dynamoClient(config(endpoint)), name);
const failure = (error: Error) => ({ name: error.name, message: error.message, cause: Object(error.cause).name });

/** Every operation of the table, and its outcome. */
async function everything(module: Module, who: string): Promise<unknown[]> {
  const table = tableOf(module, engine.endpoint);
  const key = (SK: string) => ({ PK: `place#${who}`, SK });
  const bytes = Uint8Array.from([0, 1, 250]);
  const full = { ...key('A'), text: 'Zoë £5 😀', n: 12.5, no: undefined, list: [1, 'a', null, true], map: { bytes } };
  const seen: unknown[] = [];
  await table.put(full);
  seen.push(await table.get(full, true), await table.get(key('none')));
  seen.push(await table.putNew({ ...key('A'), text: 'too late' }), await table.putNew({ ...key('B'), n: 1 }));
  await table.putNewer({ ...key('B'), n: 3 }, 'n');
  await table.putNewer({ ...key('B'), n: 2 }, 'n');
  seen.push(await table.putAllNew([{ ...key('C') }, { ...key('D') }]), await table.putAllNew([{ ...key('C') }]));
  seen.push(await table.putAllNew([{ ...key('E') }, { ...key('C') }]));
  await table.merge(key('M'), [[['names'], { a: 'Rosa' }]]);
  await table.merge(key('M'), [[['names', 'b'], 'Sam']], [['names', 'a']]);
  await table.remove(key('D'));
  seen.push(await table.query({ pk: key('').PK }), await table.query({ pk: key('').PK, newestFirst: true, limit: 2 }));
  seen.push(await table.query({ pk: key('').PK, from: 'B', to: 'C' }));
  seen.push(await table.get({ PK: '', SK: '' }).catch(failure));
  seen.push(await tableOf(module, engine.endpoint, 'nowhere').get(full).catch(failure));
  return JSON.parse(JSON.stringify(seen).replaceAll(`place#${who}`, 'place#who'));
}

test('does everything that Kitty does with a table just as the whole SDK, on a real engine', async () => {
  const seen = await everything(lean, 'lean');
  expect(seen).toEqual(await everything(whole, 'whole'));
  expect(seen).toContainEqual({ type: 'written' });
  expect(seen).toContainEqual(expect.objectContaining({ type: 'lost' }));
  expect(seen).toContainEqual(expect.objectContaining({ name: 'ResourceNotFoundException' }));
});
