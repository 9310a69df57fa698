// Events ↔ items: PK <place>#POOL#<id>, SK E#<12-digit seq>; the text and the state are stored deflated together.
import { deflateSync, inflateSync } from 'node:zlib';
import * as z from 'zod';
import type { Item, Table } from '../platform/table.ts';
import { DICTIONARY } from './journal.dictionary.ts';
import { Damaged, type Entry, type EntryStore, type JournalKey } from './journal.types.ts';

const stored = z.object({
  PK: z.string(),
  SK: z.string(),
  op: z.string(),
  h: z.string(),
  v: z.number(),
  z: z.instanceof(Uint8Array),
});

const pkOf = (key: JournalKey): string => `${key.place}#${key.kind}#${key.id}`;
const skOf = (seq: number): string => `E#${String(seq).padStart(12, '0')}`;

function itemOf(entry: Entry): Item {
  const z = deflateSync(`${entry.text}\n${entry.state}`, { level: 9, dictionary: DICTIONARY });
  return { PK: pkOf(entry.key), SK: skOf(entry.seq), op: entry.op, h: entry.hash, v: entry.v, z };
}

/** Reads an event item of any journal. Throws `Damaged` when it is none, was altered, or written with another dictionary. */
export function entryOf(item: Item): Entry {
  const seq = Number(item.SK.slice(2));
  try {
    const { PK, op, h, v, z } = stored.parse(item);
    const [place = '', kind, id = ''] = PK.split('#');
    if (kind !== 'POOL' && kind !== 'ALLOC') throw new Error('not a journal item');
    const [text = '', state = ''] = inflateSync(z, { dictionary: DICTIONARY }).toString('utf8').split('\n');
    return { key: { place, kind, id }, seq, op, text, hash: h, state, v };
  } catch (error) {
    throw new Damaged(item.PK, seq, { cause: error });
  }
}

export const isJournalItem = (item: { PK: string; SK: string }): boolean =>
  item.SK.startsWith('E#') && /^[^#]+#(POOL|ALLOC)#[^#]+$/.test(item.PK);

export function entryStore(table: Table): EntryStore {
  return {
    async head(key) {
      const [item] = await table.query({ pk: pkOf(key), from: 'E#', limit: 1, newestFirst: true, consistent: true });
      return item && entryOf(item);
    },
    async byOp(key, op) {
      const [found] = await table.query({ pk: pkOf(key), index: 'op', from: op, to: op, limit: 1, consistent: true });
      const item = found && (await table.get(found, true));
      return item && entryOf(item);
    },
    put: (entries) => table.putAllNew(entries.map(itemOf)),
    async range(key, after, limit) {
      const items = await table.query({ pk: pkOf(key), from: skOf(after + 1), limit, consistent: true });
      return items.map(entryOf);
    },
  };
}
