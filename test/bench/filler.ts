// Fills a place with copies of one real pool and offer under many ids, written directly into the embedded engine's file.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { digest } from '../../functions/kernel/id.ts';
import type { Item } from '../../functions/platform/table.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { tableShape } from '../../infra/table.ts';
import { startKitty } from '../harness.ts';
import { stageOn } from '../stage.ts';

const TABLE = 'kitty';
/** So late that nothing of a copy falls due during the measurement. */
const LATER = '2099-01-01T00:00:00.000Z';
const CONCURRENCY = 1000;

/** An item as the engine imports it, with the ids cut out that each copy has of its own. */
type Template = (i: number) => string;

/** DynamoDB's own JSON, of the types that these items hold. */
function typed(value: unknown): object {
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'string') return { S: value };
  if (Array.isArray(value)) return { L: value.map(typed) };
  return { M: typedAll(value ?? {}) };
}
const typedAll = (attributes: object): object =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typed(value)]));

const copyId = (own: string, i: number): string => digest('copy', own, String(i)).slice(0, own.length);

function templateOf(item: Item, ids: readonly string[]): Template {
  const due = 'dueAt' in item ? { dueAt: LATER } : {};
  const whole = JSON.stringify({ Item: typedAll({ ...item, ...due }) });
  // Each part is followed by the id with the same number.
  const cuts = whole.split(new RegExp(`(${ids.join('|')})`));
  return (i) => cuts.map((part) => (ids.includes(part) ? copyId(part, i) : part)).join('');
}

/** A pool's newest event and its view, and an offer with its enterprise's name. */
async function sample(): Promise<{ pool: Template[]; offer: Template[] }> {
  const kitty = await startKitty();
  try {
    const stage = await stageOn(kitty);
    const pool = await stage.pool(await stage.people(6), { pounds: 2000, pence: 100_000 });
    const offer = await stage.offer();
    await stage.order(pool, offer, { sessions: 12, startsOn: stage.inDays(7) });
    await kitty.settled();
    const { table } = kitty.context;
    const newest = await table.query({ pk: `${HOME}#POOL#${pool.id}`, from: 'E#', limit: 1, newestFirst: true });
    const view = await table.get({ PK: `${HOME}#VIEW`, SK: `POOL#${pool.id}` });
    const offers = await table.query({ pk: `${HOME}#OFFERS` });
    return {
      pool: [...newest, ...(view ? [view] : [])].map((item) => templateOf(item, [pool.id])),
      offer: offers.map((item) => templateOf(item, [offer.offerId, offer.enterpriseId])),
    };
  } finally {
    await kitty.stop();
  }
}

async function write(file: string, templates: readonly Template[], count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let i = 0; i < count; i += CONCURRENCY) {
    const lines: string[] = [];
    for (let j = i; j < Math.min(count, i + CONCURRENCY); j++)
      for (const template of templates) lines.push(template(j));
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

/** The table as DynamoDB would describe it. */
function description(): object {
  const { partition, sort, localIndexes, globalIndexes } = tableShape;
  const names = [
    partition,
    sort,
    ...localIndexes.map((one) => one.sort),
    ...globalIndexes.flatMap((one) => [one.partition, one.sort]),
  ];
  const Projection = { ProjectionType: 'KEYS_ONLY' };
  return {
    TableName: TABLE,
    AttributeDefinitions: [...new Set(names)].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys(partition, sort),
    LocalSecondaryIndexes: localIndexes.map((one) => ({
      IndexName: one.name,
      KeySchema: keys(partition, one.sort),
      Projection,
    })),
    GlobalSecondaryIndexes: globalIndexes.map((one) => ({
      IndexName: one.name,
      KeySchema: keys(one.partition, one.sort),
      Projection,
    })),
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  };
}

/** Makes the engine's file in `folder`; answers how many items it holds. */
export async function fill(folder: string, { pools, offers }: { pools: number; offers: number }): Promise<number> {
  const engine = join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');
  const source = join(folder, 'export');
  const data = join(source, TABLE, 'data');
  await mkdir(data, { recursive: true });
  const made = await sample();
  await write(join(data, 'pools.json'), made.pool, pools);
  await write(join(data, 'offers.json'), made.offer, offers);
  const schema = join(folder, 'schema.json');
  await writeFile(schema, JSON.stringify([{ Table: description() }]));
  const output = join(folder, 'kitty.db');
  await promisify(execFile)(engine, ['import', '--source', source, '--schema', schema, '--output', output]);
  await rm(source, { recursive: true });
  return pools * made.pool.length + offers * made.offer.length;
}
