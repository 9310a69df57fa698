// Ids and digests. Ids are opaque: 16 letters and digits (80 bits), never made from anything about a person.
import { hash, randomBytes } from 'node:crypto';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function letters(bytes: Uint8Array, length: number): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && out.length < length) {
      bits -= 5;
      out += LETTERS[(value >> bits) & 31];
    }
  }
  return out;
}

export const newId = (): string => letters(randomBytes(10), 16);

/** The same inputs name the same thing for ever: what a request makes is named after its idempotency hash. */
export const idFrom = (idempotencyHash: string, label: string): string =>
  letters(hash('sha256', `${idempotencyHash}\n${label}`, 'buffer'), 16);

/** SHA-256 of UTF-8 text, as 43 characters of base64url. */
export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** A short digest (132 bits) for naming requests and their bodies. */
export const digest = (...parts: string[]): string => sha256(JSON.stringify(parts)).slice(0, 22);

export const isId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{16}$/.test(text);
