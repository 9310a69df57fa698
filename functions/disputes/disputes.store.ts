// Disputes as the stream consumer maintains them: one item a session that was ever in dispute, which is due while it is undecided.
import * as z from 'zod/mini';
import type { Item, Table } from '../platform/table.ts';

const said = z.object({ pool: z.exactOptional(z.number()), enterprise: z.exactOptional(z.number()) });
const storedDispute = z.object({
  commissionId: z.string(),
  session: z.number(),
  poolId: z.string(),
  poolName: z.string(),
  title: z.string(),
  enterpriseId: z.string(),
  disputedAt: z.exactOptional(z.string()),
  pricePence: z.number(),
  saidPence: z.exactOptional(said),
  funders: z.readonly(z.array(z.string())),
});
type StoredDispute = z.infer<typeof storedDispute>;

const disputesPk = (place: string): string => `${place}#DISPUTES`;
const keyOf = (place: string, { commissionId, session }: Pick<StoredDispute, 'commissionId' | 'session'>) => ({
  PK: disputesPk(place),
  SK: `${commissionId}#${session}`,
});

/** Stores a dispute as it is after an event of its pool, and from when on it is in the queue. */
export const putDispute = (
  table: Table,
  place: string,
  seq: number,
  dispute: StoredDispute,
  inQueueFrom: string,
): Promise<void> =>
  table.putNewer({ ...keyOf(place, dispute), ...dispute, seq, duePlace: disputesPk(place), dueAt: inQueueFrom }, 'seq');

/** Stores that the dispute about a session has ended; events may arrive in any order, so the item stays. */
export const endDispute = (
  table: Table,
  place: string,
  seq: number,
  session: Pick<StoredDispute, 'commissionId' | 'session'>,
): Promise<void> => table.putNewer({ ...keyOf(place, session), seq }, 'seq');

/** Where a dispute stands in the queue: the oldest first. Compares as text. */
export interface Queued {
  readonly position: string;
  readonly key: Pick<Item, 'PK' | 'SK'>;
}

const storedPlace = z.object({ PK: z.string(), SK: z.string(), dueAt: z.string() });

/** All that are in the queue of a place, in order. */
export async function queueOf(table: Table, place: string, now: string): Promise<Queued[]> {
  const items = await table.query({ pk: disputesPk(place), index: 'due', to: now });
  return items
    .map((item) => storedPlace.parse(item))
    .map(({ PK, SK, dueAt }) => ({ position: `${dueAt}_${SK}`, key: { PK, SK } }))
    .sort((a, b) => (a.position < b.position ? -1 : 1));
}

/** A dispute of the queue, unless it has ended meanwhile. */
export async function getDispute(table: Table, { key }: Queued): Promise<StoredDispute | undefined> {
  const item = await table.get(key);
  return item?.dueAt === undefined ? undefined : storedDispute.parse(item);
}
