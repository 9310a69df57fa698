// Creates and changes items outside the journals, once for each Idempotency-Key, even after a crash half-way.
import * as z from 'zod/mini';
import type { CommandMeta } from '../journal/journal.types.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Item, Key, Table } from './table.ts';

/** What identifies a request: the hash of its idempotency key, and the digest of its body. */
export type IdempotentRequest = Pick<CommandMeta, 'idempotencyHash' | 'bodyHash'>;

/** What such an item holds beside its own fields. */
const changeRecord = z.object({
  /** Digest of the body that made it. */
  madeFrom: z.string(),
  /** Grows by one with each change. */
  version: z.number(),
  /** The latest changes as [idempotency hash, body hash], so that a late replay is recognised and does not undo newer changes. */
  changes: z.array(z.tuple([z.string(), z.string()])),
});

const MAX_REMEMBERED_CHANGES = 20;
const MAX_ATTEMPTS = 10;

/**
 * Creates an item whose key derives from the request's idempotency hash. A replay answers the item as it is now; the same
 * key with another body is refused. The field names madeFrom, version and changes are reserved.
 */
export async function makeOnce(table: Table, item: Item, bodyHash: string): Promise<Result<Item, 'key-reused'>> {
  const created: Item = { ...item, madeFrom: bodyHash, version: 1, changes: [] };
  const existing = await table.putNew(created);
  if (!existing) return ok(created);
  return changeRecord.parse(existing).madeFrom === bodyHash ? ok(existing) : refuse('key-reused');
}

/**
 * Changes an item that `makeOnce` created, and answers it after the change. Concurrent changes are applied one after the
 * other; none is lost. `change` answers all fields of the item and may run several times.
 */
export async function changeOnce<Code extends string = never>(
  table: Table,
  key: Key,
  { idempotencyHash, bodyHash }: IdempotentRequest,
  change: (current: Item) => Result<Readonly<Record<string, unknown>>, Code>,
): Promise<Result<Item, Code | 'not-found' | 'key-reused' | 'busy'>> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const current = await table.get(key, true);
    if (!current) return refuse('not-found');
    const { madeFrom, version, changes } = changeRecord.parse(current);
    const earlier = changes.find(([known]) => known === idempotencyHash);
    if (earlier) return earlier[1] === bodyHash ? ok(current) : refuse('key-reused');
    const changed = change(current);
    if (!changed.ok) return changed;
    const latest = [...changes, [idempotencyHash, bodyHash]].slice(-MAX_REMEMBERED_CHANGES);
    // Does nothing when a concurrent change came first; the next iteration finds out by reading.
    await table.putNewer({ ...changed.value, ...key, madeFrom, version: version + 1, changes: latest }, 'version');
  }
  return refuse('busy');
}
