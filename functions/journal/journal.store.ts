// Events ↔ items: PK <place>#POOL#<id>, SK E#<12-digit seq>; the text and the state are stored deflated together.
import { deflateSync, inflateSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Item, Table } from '../platform/table.ts';
import { DICTIONARIES, DICTIONARY } from './journal.dictionary.ts';
import {
  DamagedJournalError,
  type Entry,
  type EntryStore,
  type JournalKey,
  journalKeyOf,
  journalName,
} from './journal.types.ts';

const stored = z.object({
  PK: z.string(),
  SK: z.string(),
  /** The idempotency hash, by which the index by-op is sorted. */
  op: z.string(),
  /** The event's hash. */
  h: z.string(),
  /** Version of the reducer. */
  v: z.number(),
  /** The event's text and the state after it, deflated. */
  z: z.instanceof(Uint8Array),
});

const partitionKeyOf = (key: JournalKey): string => `${key.place}#${journalName(key)}`;
const sortKeyOf = (seq: number): string => `E#${String(seq).padStart(12, '0')}`;

function itemOf(entry: Entry): Item {
  const z = deflateSync(`${entry.text}\n${entry.stateText}`, { level: 9, dictionary: DICTIONARY });
  const { hash: h, version: v, idempotencyHash: op } = entry;
  return { PK: partitionKeyOf(entry.key), SK: sortKeyOf(entry.seq), op, h, v, z };
}

/** Where a zlib stream says which dictionary it was written with (RFC 1950, DICTID). */
const dictionaryId = (bytes: Uint8Array): number => Buffer.from(bytes).readUInt32BE(2);
const dictionaries = new Map(
  DICTIONARIES.map((dictionary) => [dictionaryId(deflateSync('', { dictionary })), dictionary]),
);

/** Reads an event item of any journal. Throws `DamagedJournalError` when it is none, was altered, or has another dictionary. */
export function entryOf(item: Item): Entry {
  const seq = Number(item.SK.slice(2));
  try {
    const { PK, op: idempotencyHash, h: hash, v: version, z } = stored.parse(item);
    const [place = '', kind, id] = PK.split('#');
    const dictionary = dictionaries.get(dictionaryId(z));
    if (!dictionary) throw new Error('written with a dictionary that is not known');
    const [text = '', stateText = ''] = inflateSync(z, { dictionary }).toString('utf8').split('\n');
    return { key: journalKeyOf(place, `${kind}#${id}`), seq, idempotencyHash, text, hash, stateText, version };
  } catch (error) {
    throw new DamagedJournalError(item.PK, seq, { cause: error });
  }
}

export const isJournalItem = (item: { PK: string; SK: string }): boolean =>
  item.SK.startsWith('E#') && /^[^#]+#(POOL|ALLOC)#[^#]+$/.test(item.PK);

export function entryStore(table: Table): EntryStore {
  return {
    async head(key) {
      const [item] = await table.query({
        pk: partitionKeyOf(key),
        from: 'E#',
        limit: 1,
        newestFirst: true,
        consistent: true,
      });
      return item && entryOf(item);
    },
    async findByHash(key, hash) {
      const [found] = await table.query({
        pk: partitionKeyOf(key),
        index: 'op',
        from: hash,
        to: hash,
        limit: 1,
        consistent: true,
      });
      const item = found && (await table.get(found, true));
      return item && entryOf(item);
    },
    async put(entries) {
      const outcome = await table.putAllNew(entries.map(itemOf));
      if (outcome.type === 'written' || !outcome.existing) return { type: outcome.type };
      return { type: 'lost', winners: outcome.existing.map((item) => item && entryOf(item)) };
    },
    async range(key, after, limit) {
      const items = await table.query({
        pk: partitionKeyOf(key),
        from: sortKeyOf(after + 1),
        limit,
        consistent: true,
      });
      return items.map(entryOf);
    },
  };
}
