// What a server remembers saves reading, and is never the reason for an answer that the newest event would not give.
import { beforeEach, expect, test } from 'vitest';
import { append, type JournalDeps, only } from '../../functions/journal/append.ts';
import type { EntryStore, JournalKey } from '../../functions/journal/journal.types.ts';
import { recentHeads } from '../../functions/journal/recent-heads.ts';
import type { PoolCommand } from '../../functions/pools/journal/pool-commands.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import { memoryStore } from './memory-store.ts';

const KEY: JournalKey = { place: 'place', kind: 'POOL', id: 'pool' };
const agreement = {
  version: 1,
  decisionRule: 'majority',
  quorum: 1,
  votingDays: 1,
  noticeWeeks: 0,
  openBooks: false,
  absence: 'pay',
} as const;

const invite = { type: 'invite', id: 'invitation', endsOn: '2026-03-30', uses: 1 } as const;
const join = { type: 'join', invitationId: 'invitation' } as const;

let heads = 0;
let server: JournalDeps;
let other: JournalDeps;
let requests = 0;

function serverOn(store: EntryStore): JournalDeps {
  const counted: EntryStore = {
    ...store,
    head(key) {
      heads++;
      return store.head(key);
    },
  };
  const now = () => '2026-03-02T09:00:00.000Z';
  return { store: counted, recent: recentHeads(), now, sleep: async () => undefined, random: () => 0 };
}

const send = (deps: JournalDeps, actorId: string, command: PoolCommand, idempotencyHash = `request ${++requests}`) =>
  append(deps, { idempotencyHash, bodyHash: '', actorId }, poolReducer, KEY, only(command));

beforeEach(async () => {
  const store = memoryStore();
  server = serverOn(store);
  other = serverOn(store);
  await send(server, 'rosa', { type: 'open', id: 'pool', outcomes: ['friendship'], agreement });
  await send(other, 'rosa', invite);
  heads = 0;
});

test('a server that wrote the newest event does not read it again', async () => {
  await send(other, 'joe', join);
  await send(other, 'rosa', { ...invite, id: 'another' });
  expect(heads).toBe(0);
});

test('a command that is refused only on what a server remembers is accepted', async () => {
  // The server has not seen that Joe was invited.
  expect(await send(server, 'joe', join)).toMatchObject({ ok: true, value: { seq: 3 } });
});

test('a command that is accepted only on what a server remembers is refused', async () => {
  await send(server, 'joe', join);
  await send(other, 'joe', { type: 'leave' });
  expect(await send(server, 'joe', { type: 'leave' })).toMatchObject({ ok: false });
});

test('a request that another server has carried out is answered as there', async () => {
  const first = await send(other, 'joe', join, 'joins');
  expect(await send(server, 'joe', join, 'joins')).toEqual(first);
});
