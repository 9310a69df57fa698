// Reading a pool's page when its journal has 10, 1,000 and 10,000 events: over HTTP, from one API process and the embedded engine.
import { entryStore } from '../../functions/journal/journal.store.ts';
import { dynamoTable } from '../../functions/platform/dynamo-table.ts';
import { databaseAt } from '../../infra/local/database.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { endAll, spawnKitty } from '../spawned.ts';
import { newHolders, newPool } from './crowd.ts';
import { grow } from './grow.ts';
import { quantile } from './statistics.ts';

const WARM_UP = 30;

export const AGES = [10, 1000, 10_000] as const;

/** Median milliseconds for each age; measured in turn, so that other work on the machine affects all equally. */
export async function measureReads(reads: number): Promise<Record<(typeof AGES)[number], number>> {
  try {
    const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
    const database = databaseAt(kitty.engine.endpoint);
    const store = entryStore(dynamoTable(database, 'kitty'));
    const people = await newHolders(kitty, 4, 1000);
    const times: Record<(typeof AGES)[number], number[]> = { 10: [], 1000: [], 10000: [] };
    const ids = new Map<number, string>();
    for (const age of AGES) {
      // One event to open it, one to invite, three to join, four to put money in.
      const { id } = await newPool(kitty, people, 1000);
      await grow(store, { place: HOME, kind: 'POOL', id }, age);
      ids.set(age, id);
    }
    database.destroy();
    for (let i = -WARM_UP; i < reads; i++)
      for (const age of AGES) {
        const began = performance.now();
        const { body } = await kitty.call('GET', `/v1/pools/${ids.get(age)}`, { as: people[0]?.token ?? '' });
        if (body.seq !== age) throw new Error(`${age} events were expected: ${JSON.stringify(body)}`);
        if (i >= 0) times[age].push(performance.now() - began);
      }
    return { 10: quantile(times[10], 0.5), 1000: quantile(times[1000], 0.5), 10000: quantile(times[10000], 0.5) };
  } finally {
    await endAll();
  }
}

if (import.meta.main) console.log(JSON.stringify(await measureReads(200)));
