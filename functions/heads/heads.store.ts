// Heads ↔ lines of JSON, gzipped. One object of the bucket is the heads of one place on one day.
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Head } from './heads.rules.ts';

const storedHead = z.strictObject({
  journal: z.string().check(z.regex(/^(POOL|ALLOC)#[a-z0-9]+$/)),
  seq: z.int().check(z.positive()),
  hash: z.string().check(z.length(43)),
  v: z.int(),
  at: z.iso.datetime(),
});

/** Streams through gzip: a million heads are 130 MB of lines, and 60 MB gzipped. */
export async function packHeads(heads: AsyncIterable<Head>): Promise<Uint8Array<ArrayBuffer>> {
  async function* lines() {
    for await (const head of heads) yield `${JSON.stringify(head)}\n`;
  }
  return pipeline(lines, createGzip(), buffer);
}

/** Throws a sentence that names the first line that is not a head. */
export function unpackHeads(file: Uint8Array): Head[] {
  const isGzipped = file[0] === 0x1f && file[1] === 0x8b;
  const text = Buffer.from(isGzipped ? gunzipSync(file) : file).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      try {
        return storedHead.parse(JSON.parse(line));
      } catch (error) {
        throw new Error(`Line ${i + 1} is not a journal’s head.`, { cause: error });
      }
    });
}
