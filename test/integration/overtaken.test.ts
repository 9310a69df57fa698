// A command that another one overtakes, so that it is refused, leaves no word behind; and a pool that a newer version wrote is not left out.
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryStore } from '../../functions/journal/journal.types.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

/** Lets something else happen once, between what the next command reads and what it writes. */
function overtakeNext(meanwhile: () => Promise<unknown>): void {
  const store: { put: EntryStore['put'] } = kitty.context.journals.store;
  const { put } = store;
  store.put = async (entries) => {
    store.put = put;
    await meanwhile();
    return put(entries);
  };
}

/** A pool of three with a proposal, on which two have voted; the third vote decides. */
async function almostDecided() {
  const people = (await stage.people(3)) as [TestPerson, TestPerson, TestPerson];
  const pool = await stage.pool(people, { pence: 6000 });
  const offer = await stage.offer();
  const id = await stage.proposeToBuy(pool.id, people[0], offer);
  const [rosa, sam, priya] = people;
  await stage.done(stage.vote(pool.id, id, sam, { reason: 'I like it', accessNeeds: ['step-free'] }));
  await stage.done(stage.vote(pool.id, id, priya));
  const decides = () => stage.done(stage.vote(pool.id, id, rosa));
  const reasons = async () => (await stage.done(stage.get(`/v1/pools/${pool.id}/proposals/${id}`, sam))).reasons;
  const needs = async () => (await stage.commission(`${pool.id}-${id}`, offer.owner)).accessNeeds;
  return { pool, id, rosa, sam, decides, reasons, needs };
}

test('a vote that is withdrawn too late keeps its reason and its access needs', async () => {
  const { pool, id, sam, decides, reasons, needs } = await almostDecided();
  overtakeNext(decides);
  const late = await stage.post(`/v1/pools/${pool.id}/proposals/${id}/vote/withdrawal`, sam);
  expect(statusAndCode(late)).toEqual([409, 'already-decided']);
  expect(await reasons()).toEqual([{ personId: sam.personId, text: 'I like it' }]);
  expect(await needs()).toEqual(['step-free']);
});

test('a vote that is changed too late keeps what was said with the one that counts', async () => {
  const { pool, id, sam, decides, reasons, needs } = await almostDecided();
  overtakeNext(decides);
  const late = await stage.vote(pool.id, id, sam, { choice: 'disagree', joining: false, reason: 'Too dear' });
  expect(statusAndCode(late)).toEqual([409, 'already-decided']);
  expect(await reasons()).toEqual([{ personId: sam.personId, text: 'I like it' }]);
  expect(await needs()).toEqual(['step-free']);
});

test('what was said with a changed vote replaces what was said before, and an earlier request that comes again does not bring it back', async () => {
  const { pool, id, sam, reasons } = await almostDecided();
  const early = { reason: 'I like it a lot' };
  await stage.done(stage.vote(pool.id, id, sam, early, { key: 'early' }));
  await stage.done(stage.vote(pool.id, id, sam, { choice: 'abstain', reason: 'Not sure' }));
  await stage.done(stage.vote(pool.id, id, sam, early, { key: 'early' }));
  expect(await reasons()).toEqual([{ personId: sam.personId, text: 'Not sure' }]);
});

test('while a newer version is being deployed, a pool that it wrote answers being-updated instead of being left out', async () => {
  const people = await stage.people(2);
  const [rosa] = people as [TestPerson];
  const { id } = await stage.pool(people);
  const key = { place: kitty.context.place, kind: 'POOL', id } as const;
  const head = await kitty.context.journals.store.head(key);
  await kitty.database.send(
    new UpdateItemCommand({
      TableName: 'kitty',
      Key: { PK: { S: `${key.place}#POOL#${id}` }, SK: { S: `E#${String(head?.seq).padStart(12, '0')}` } },
      UpdateExpression: 'SET v = :v',
      ExpressionAttributeValues: { ':v': { N: '99' } },
    }),
  );
  for (const path of ['/v1/pools', `/v1/pools/${id}`, `/v1/pools/${id}/history`])
    expect(statusAndCode(await stage.get(path, rosa))).toEqual([503, 'being-updated']);
});
