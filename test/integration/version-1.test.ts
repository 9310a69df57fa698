// What version 1 stored (the demo place and the story, recorded before states and events got their names of today) reads,
// audits as valid and goes on.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type AttributeValue, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import type { AllocationState } from '../../functions/allocations/journal/allocation-state.ts';
import { audit } from '../../functions/journal/audit.ts';
import { eventOf, stateOf } from '../../functions/journal/entry.ts';
import { entryOf, isJournalItem } from '../../functions/journal/journal.store.ts';
import { type Entry, journalName } from '../../functions/journal/journal.types.ts';
import type { Item } from '../../functions/platform/table.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import type { PoolState } from '../../functions/pools/journal/pool-state.ts';
import { totalFreePence, totalHeldPence } from '../../functions/pools/journal/pool-sums.ts';
import { startKitty, type TestKitty } from '../harness.ts';

type Raw = Record<string, AttributeValue>;

/** Recorded on 2026-11-28 in DynamoDB's own JSON, with bytes in base64. */
const recorded = (name: string): Raw[] =>
  gunzipSync(readFileSync(new URL(`../fixtures/version-1/${name}.jsonl.gz`, import.meta.url)))
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line, (_, value) => (value?.b64 ? Buffer.from(value.b64, 'base64') : value)));

const MAX_BATCH = 25;
const demo = recorded('demo');
const story = recorded('story');
const entries = [...demo, ...story]
  .map((raw) => unmarshall(raw) as Item)
  .filter(isJournalItem)
  .map(entryOf);
/** The newest entry of each journal as it was recorded. */
const heads = [...Map.groupBy(entries, ({ key }) => `${key.place} ${journalName(key)}`).values()].map((all) =>
  all.reduce((newest, one) => (one.seq > newest.seq ? one : newest)),
);
const pools = heads.filter(({ key }) => key.kind === 'POOL');
const allocations = heads.filter(({ key }) => key.kind === 'ALLOC');

let kitty: TestKitty;

beforeAll(async () => {
  kitty = await startKitty({ startsAt: '2026-11-28T09:30:00.000Z' });
  const all = [...demo, ...story];
  for (let i = 0; i < all.length; i += MAX_BATCH) {
    const puts = all.slice(i, i + MAX_BATCH).map((Item) => ({ PutRequest: { Item } }));
    await kitty.database.send(new BatchWriteItemCommand({ RequestItems: { kitty: puts } }));
  }
});
afterAll(() => kitty.stop());

const stateOfPool = async (entry: Entry): Promise<PoolState> => {
  const head = await kitty.context.journals.store.head(entry.key);
  if (!head) throw new Error('a journal is gone');
  return stateOf(poolReducer, head);
};
const stateOfAllocation = async (entry: Entry): Promise<AllocationState> => {
  const head = await kitty.context.journals.store.head(entry.key);
  if (!head) throw new Error('a journal is gone');
  return stateOf(allocationReducer, head);
};
/** Everything that was ever granted, and where it is now. */
async function sums() {
  const inPools = await Promise.all(pools.map(stateOfPool));
  const granted = await Promise.all(allocations.map(stateOfAllocation));
  const total = (of: (state: AllocationState) => number) => granted.reduce((sum, state) => sum + of(state), 0);
  return {
    grantedPence: total(({ grantedPence }) => grantedPence),
    atHomePence: total(({ balancePence, returnedPence }) => balancePence + returnedPence),
    putInPence: total(({ pooledPence }) => Object.values(pooledPence).reduce((sum, pence) => sum + pence, 0)),
    inPoolsPence: inPools.reduce(
      (sum, state) => sum + totalFreePence(state) + totalHeldPence(state) + state.releasedPence,
      0,
    ),
  };
}
const as = (entry: Entry, personId: string) => ({ place: entry.key.place, personId, roles: ['holder'] as const });
const auditOf = ({ key }: Entry) =>
  key.kind === 'POOL'
    ? audit(kitty.context.journals.store, poolReducer, key)
    : audit(kitty.context.journals.store, allocationReducer, key);
/** The first of the recorded pools whose state matches. */
async function poolWhere(is: (state: PoolState) => boolean): Promise<{ pool: Entry; state: PoolState }> {
  for (const pool of pools) {
    const state = stateOf(poolReducer, pool);
    if (is(state)) return { pool, state };
  }
  throw new Error('no recorded pool is like that');
}

describe('what version 1 stored', () => {
  test('is all version 1: more than a dozen pools and hundreds of allocations', () => {
    expect(new Set(entries.map(({ version }) => version))).toEqual(new Set([1]));
    expect(pools.length).toBeGreaterThanOrEqual(14);
    expect(allocations.length).toBeGreaterThan(360);
  });

  test('reads: every event and every state', () => {
    for (const entry of entries)
      if (entry.key.kind === 'POOL') {
        expect(stateOf(poolReducer, entry).id).toBe(entry.key.id);
        expect(eventOf(poolReducer, entry).changes).not.toContain(undefined);
      } else {
        expect(stateOf(allocationReducer, entry).id).toBe(entry.key.id);
        eventOf(allocationReducer, entry);
      }
  });

  test('says nothing that is not understood: a state or a change of another shape throws', () => {
    const [pool] = pools;
    if (!pool) throw new Error('there is no pool');
    expect(() => stateOf(poolReducer, { ...pool, stateText: '{"id":"x"}' })).toThrow();
    expect(() => poolReducer.upgradeChange({ is: 'unheard-of' }, 1)).toThrow();
  });

  test('audits as valid', async () => {
    for (const head of heads) expect(await auditOf(head)).toEqual({ events: head.seq, valid: true });
  });

  test('adds up to the penny', async () => {
    const { grantedPence, atHomePence, putInPence, inPoolsPence } = await sums();
    expect(atHomePence + putInPence).toBe(grantedPence);
    expect(inPoolsPence).toBe(putInPence);
  });

  test('shows pages, histories, statements and an enterprise’s work through the API', async () => {
    for (const pool of pools) {
      const state = stateOf(poolReducer, pool);
      const [personId = ''] = Object.keys(state.members);
      const reader = as(pool, personId);
      const page = await kitty.call('GET', `/v1/pools/${pool.key.id}`, { as: reader });
      expect(page).toMatchObject({ status: 200, body: { seq: pool.seq, releasedPence: state.releasedPence } });
      const { status, body } = await kitty.call('GET', `/v1/pools/${pool.key.id}/history?limit=200`, { as: reader });
      expect([status, body.items.length]).toEqual([200, pool.seq]);
      for (const { id } of page.body.commissions)
        expect((await kitty.call('GET', `/v1/commissions/${id}`, { as: reader })).status).toBe(200);
    }
    const items = [...demo, ...story].map((raw) => unmarshall(raw));
    const work = items.filter(({ PK }) => PK.includes('#WORK#'));
    expect(work.length).toBeGreaterThan(5);
    for (const { PK, commission } of work) {
      const [place, , enterpriseId] = PK.split('#');
      const owners = items.find((item) => item.enterpriseId === enterpriseId && item.owners);
      const owner = { place, personId: owners?.owners[0], roles: ['enterprise'] as const };
      const { status, body } = await kitty.call('GET', `/v1/enterprises/${enterpriseId}/commissions`, { as: owner });
      expect(status).toBe(200);
      expect(
        body.items.some(({ pricePence }: { pricePence: number }) => pricePence === JSON.parse(commission).price),
      ).toBe(true);
    }
  });
});

describe('and it goes on', () => {
  test('with a contribution', async () => {
    const { pool, state } = await poolWhere(({ lots }) => Object.keys(lots).length > 0);
    const allocation = allocations
      .map((entry) => stateOf(allocationReducer, entry))
      .find(
        ({ id, personId, pooling }) =>
          pooling &&
          state.members[personId] &&
          id in Object.fromEntries(Object.values(state.lots).map((lot) => [lot.allocationId, true])),
      );
    if (!allocation) throw new Error('nobody can pay');
    const given = await kitty.call('POST', `/v1/pools/${pool.key.id}/contributions`, {
      as: as(pool, allocation.personId),
      body: { allocationId: allocation.id, amountPence: 1 },
    });
    expect(given).toMatchObject({ status: 201, body: { seq: pool.seq + 1 } });
    expect((await kitty.context.journals.store.head(pool.key))?.version).toBe(3);
    expect(await auditOf(pool)).toEqual({ events: pool.seq + 1, valid: true });
  });

  test('with a vote', async () => {
    const { pool, state } = await poolWhere(({ proposals }) =>
      Object.values(proposals).some(
        ({ status, electors, votes }) => status === 'open' && electors.some((one) => !votes[one]),
      ),
    );
    const [id, proposal] = Object.entries(state.proposals).find(([, { status }]) => status === 'open') ?? [];
    const voter = proposal?.electors.find((one) => !proposal.votes[one]) ?? '';
    const voted = await kitty.call('PUT', `/v1/pools/${pool.key.id}/proposals/${id}/vote`, {
      as: as(pool, voter),
      body: { choice: 'abstain', joining: false },
    });
    expect(voted.status).toBe(200);
    expect(await auditOf(pool)).toMatchObject({ valid: true });
  });

  test('with a dispute that both sides settle, or an objection', async () => {
    const { pool, state } = await poolWhere(({ commissions }) =>
      Object.values(commissions).some(({ sessionStatuses }) => sessionStatuses.includes('disputed')),
    );
    const [id, commission] =
      Object.entries(state.commissions).find(([, one]) => one.sessionStatuses.includes('disputed')) ?? [];
    const n = (commission?.sessionStatuses.indexOf('disputed') ?? 0) + 1;
    const settled = await kitty.call('POST', `/v1/commissions/${pool.key.id}-${id}/sessions/${n}/resolution`, {
      as: { place: pool.key.place, personId: '0123456789abcdef', roles: ['broker'] },
      body: { payPence: 1, reason: 'Half an hour of it took place' },
    });
    expect(settled.status).toBe(200);
    expect(await auditOf(pool)).toMatchObject({ valid: true });
  });

  test('for a year: everything that falls due is done, no journal breaks, and no penny is lost', async () => {
    const before = await sums();
    await kitty.settled();
    for (let month = 0; month < 12; month++) await kitty.advance(30);
    for (const head of heads) expect((await auditOf(head)).valid, journalName(head.key)).toBe(true);
    const after = await sums();
    expect(after.grantedPence).toBe(before.grantedPence);
    expect(after.atHomePence + after.putInPence).toBe(after.grantedPence);
    expect(after.inPoolsPence).toBe(after.putInPence);
    expect(after.putInPence).not.toBe(before.putInPence);
  });
});
