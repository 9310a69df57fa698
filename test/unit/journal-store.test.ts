// How events are stored: complete, small, and read exactly as they were written.
import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DICTIONARIES, DICTIONARY } from '../../functions/journal/journal.dictionary.ts';
import { entryOf, entryStore } from '../../functions/journal/journal.store.ts';
import type { Entry } from '../../functions/journal/journal.types.ts';
import { sha256 } from '../../functions/kernel/id.ts';
import type { Item, Table } from '../../functions/platform/table.ts';

const entry: Entry = {
  key: { place: 'newham', kind: 'POOL', id: '0123456789abcdef' },
  seq: 12,
  idempotencyHash: 'op',
  text: '{"kind":"voted","at":"2026-06-01T09:00:00.000Z","name":"Łukasz ☃"}',
  hash: 'hash',
  stateText: '{"id":"0123456789abcdef","members":{},"released":0}',
  version: 2,
};

async function storedItem(): Promise<Item> {
  let written: readonly Item[] = [];
  const table: Pick<Table, 'putAllNew'> = {
    putAllNew: async (items) => {
      written = items;
      return { type: 'written' };
    },
  };
  await entryStore(table as Table).put([entry]);
  const [item] = written;
  if (!item) throw new Error('an item was expected');
  return item;
}

test('an entry is read as it was written', async () => {
  expect(entryOf(await storedItem())).toEqual(entry);
});

test('dictionaries never change: stored entries can be read with no other', () => {
  expect(DICTIONARIES.map((one) => sha256(Buffer.from(one).toString()))).toEqual([
    'P2XfLqTH0-2omk_7LaxPpmGH6474FUqrCWIo45m9-VY',
    'WZ4Ob0kNqqSFMoqcmMZabyw66kpwjmEmok2_TGRe65k',
  ]);
});

test.each([
  ['with another dictionary', (text: string) => deflateSync(text, { dictionary: Buffer.from('another') })],
  ['without a header', (text: string) => deflateRawSync(text)],
  ['cut short', (text: string) => deflateSync(text, { dictionary: DICTIONARY }).subarray(0, -5)],
  [
    'with one bit turned',
    (text: string) => {
      const bytes = deflateSync(text, { dictionary: DICTIONARY });
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return bytes;
    },
  ],
])('an entry stored %s throws instead of being read as something else', async (_, store) => {
  const item = await storedItem();
  expect(() => entryOf({ ...item, z: store(`${entry.text}\n${entry.stateText}`) })).toThrow();
});
