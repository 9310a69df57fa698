// Ordinary items that a request makes or changes: once for each Idempotency-Key, whatever fails in between.
import * as z from 'zod';
import type { CommandMeta } from '../journal/journal.types.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Item, Key, Table } from './table.ts';

/** How a request is recognised: its name, and the digest of its body. */
export type IdempotentRequest = Pick<CommandMeta, 'idempotencyHash' | 'bodyHash'>;

/** What such an item carries beside its own fields. */
const kept = z.object({
  /** Digest of the body that made it. */
  madeFrom: z.string(),
  /** Grows by one with each change. */
  version: z.number(),
  /** The latest changes as [idempotency hash, body hash], so that a late replay neither undoes newer changes nor passes for a new one. */
  changes: z.array(z.tuple([z.string(), z.string()])),
});

const MAX_REMEMBERED = 20;
const MAX_ATTEMPTS = 10;

/**
 * Makes an item whose key derives from the request's idempotency hash. A replay finds it, as it is by now; the same request with another
 * body is refused. The field names madeFrom, version and changes are taken.
 */
export async function makeOnce(table: Table, item: Item, bodyHash: string): Promise<Result<Item, 'key-reused'>> {
  const made: Item = { ...item, madeFrom: bodyHash, version: 1, changes: [] };
  const was = await table.putNew(made);
  if (!was) return ok(made);
  return kept.parse(was).madeFrom === bodyHash ? ok(was) : refuse('key-reused');
}

/**
 * Changes an item that was made so, and answers it as it is then. Of two changes at the same time none is lost: each is
 * decided on what the other left. `change` answers all fields of the item; it may run several times.
 */
export async function changeOnce<Code extends string = never>(
  table: Table,
  key: Key,
  { idempotencyHash, bodyHash }: IdempotentRequest,
  change: (was: Item) => Result<Readonly<Record<string, unknown>>, Code>,
): Promise<Result<Item, Code | 'not-found' | 'key-reused' | 'busy'>> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const was = await table.get(key, true);
    if (!was) return refuse('not-found');
    const { madeFrom, version, changes } = kept.parse(was);
    const before = changes.find(([known]) => known === idempotencyHash);
    if (before) return before[1] === bodyHash ? ok(was) : refuse('key-reused');
    const changed = change(was);
    if (!changed.ok) return changed;
    const latest = [...changes, [idempotencyHash, bodyHash]].slice(-MAX_REMEMBERED);
    // Does nothing when somebody else was first; the next reading tells.
    await table.putNewer({ ...changed.value, ...key, madeFrom, version: version + 1, changes: latest }, 'version');
  }
  return refuse('busy');
}
