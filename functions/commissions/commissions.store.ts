// Views of commissions that the stream consumer keeps: finished ones leave the pool's state, and an enterprise has many pools.
import * as z from 'zod';
import type { Table } from '../platform/table.ts';
import type { Commission } from '../pools/pools.state.ts';

const view = z.object({
  seq: z.number(),
  poolId: z.string(),
  poolName: z.string(),
  title: z.string(),
  commission: z.string(),
});

interface CommissionRecord {
  readonly id: string;
  readonly poolId: string;
  readonly poolName: string;
  readonly title: string;
  /** The seq of the pool's event that it is as of. */
  readonly seq: number;
  readonly commission: Commission;
}

const recordOf = (item: Readonly<Record<string, unknown>>, id: string): CommissionRecord => {
  const { commission, ...words } = view.parse(item);
  return { id, ...words, commission: JSON.parse(commission) };
};

const workPk = (place: string, enterpriseId: string): string => `${place}#WORK#${enterpriseId}`;

/** Kept twice, by its own id and under its enterprise; each is replaced only by a higher seq. */
export async function putRecord(table: Table, place: string, record: CommissionRecord): Promise<void> {
  const { id, commission, ...words } = record;
  const body = { ...words, commission: JSON.stringify(commission) };
  await table.putNewer({ PK: `${place}#COMMISSION#${id}`, SK: 'VIEW', ...body }, 'seq');
  await table.putNewer({ PK: workPk(place, commission.enterprise), SK: id, ...body }, 'seq');
}

export async function getRecord(table: Table, place: string, id: string): Promise<CommissionRecord | undefined> {
  const item = await table.get({ PK: `${place}#COMMISSION#${id}`, SK: 'VIEW' });
  return item && recordOf(item, id);
}

export async function recordsOf(table: Table, place: string, enterpriseId: string): Promise<CommissionRecord[]> {
  const items = await table.query({ pk: workPk(place, enterpriseId) });
  return items.map((item) => recordOf(item, item.SK));
}
