// Heads ↔ lines of JSON, packed. One object of the bucket is the heads of one place on one day.
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Head } from './heads.rules.ts';

const head = z.strictObject({
  journal: z.string().regex(/^(POOL|ALLOC)#[a-z0-9]+$/),
  seq: z.int().positive(),
  hash: z.string().length(43),
  v: z.int(),
  at: z.iso.datetime(),
});

/** Packs as it goes: a million heads are 130 MB of lines, and 60 MB packed. */
export async function packed(heads: AsyncIterable<Head>): Promise<Uint8Array<ArrayBuffer>> {
  async function* lines() {
    for await (const one of heads) yield `${JSON.stringify(one)}\n`;
  }
  return pipeline(lines, createGzip(), buffer);
}

/** Throws a sentence that names the first line which is no head. */
export function unpacked(file: Uint8Array): Head[] {
  const isPacked = file[0] === 0x1f && file[1] === 0x8b;
  const text = Buffer.from(isPacked ? gunzipSync(file) : file).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      try {
        return head.parse(JSON.parse(line));
      } catch (error) {
        throw new Error(`Line ${i + 1} is not a journal’s head.`, { cause: error });
      }
    });
}
