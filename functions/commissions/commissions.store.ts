// Views of commissions that the stream consumer maintains, for finished ones, which leave the pool's state, and for an
// enterprise's list over many pools.
import { deflateSync, inflateSync } from 'node:zlib';
import * as z from 'zod/mini';
import { PRICE_MODELS } from '../kernel/words.ts';
import type { Table } from '../platform/table.ts';
import type { Commission } from '../pools/journal/pool-state.ts';
import { commissionStatus, commissionV1, sessionStatus } from '../pools/journal/upgrade-v1.ts';
import { upgradeCommissionV2 } from '../pools/journal/upgrade-v2.ts';

const storedRecord = z.object({
  seq: z.number(),
  poolId: z.string(),
  poolName: z.string(),
  title: z.string(),
  /** JSON; deflated since version 2, which saves write units. */
  commission: z.union([z.string(), z.instanceof(Uint8Array)]),
  /** The version of `commission`; items of version 1 have no such field. */
  version: z._default(z.number(), 1),
});

interface CommissionRecord {
  readonly id: string;
  readonly poolId: string;
  readonly poolName: string;
  readonly title: string;
  /** The seq of the pool's event after which this was the commission. */
  readonly seq: number;
  readonly commission: Commission;
}

const VERSION = 3;
const pence = z.record(z.string(), z.number());
/** Strict, so that a field that is missing here is noticed by the first test that stores one. */
const commissionV3 = z.strictObject({
  offerId: z.string(),
  enterpriseId: z.string(),
  priceModel: z.enum(PRICE_MODELS),
  pricePence: z.number(),
  minPeople: z.number(),
  maxPeople: z.number(),
  cancellation: z.strictObject({ hours: z.number(), chargePercent: z.number() }),
  sessions: z.number(),
  startsOn: z.string(),
  time: z.string(),
  everyDays: z.number(),
  heldAhead: z.number(),
  status: commissionStatus,
  answerBy: z.string(),
  participants: z.array(
    z.strictObject({
      personId: z.string(),
      upToPence: z.number(),
      leavesOn: z.exactOptional(z.string()),
      heldAfter: z.exactOptional(z.array(z.number())),
      lastDay: z.exactOptional(z.string()),
    }),
  ),
  absentees: z.exactOptional(z.record(z.string(), z.array(z.string()))),
  heldByLot: z.record(z.string(), z.array(z.number())),
  earnedByCustody: pence,
  sessionStatuses: z.array(sessionStatus),
  settlements: z.record(
    z.string(),
    z.strictObject({
      releasesAt: z.exactOptional(z.string()),
      confirmedBy: z.exactOptional(z.array(z.string())),
      disputedAt: z.exactOptional(z.string()),
      poolPence: z.exactOptional(z.number()),
      enterprisePence: z.exactOptional(z.number()),
      paidPence: z.exactOptional(z.number()),
      paidShares: z.exactOptional(z.array(z.number())),
    }),
  ),
  endedAt: z.exactOptional(z.string()),
});
const commissionV2 = z.extend(commissionV3, { heldByLot: pence });
const schemas: Readonly<Record<number, z.ZodMiniType<Commission>>> = {
  1: z.pipe(
    commissionV1,
    z.transform((was) => upgradeCommissionV2(was)),
  ),
  2: z.pipe(
    commissionV2,
    z.transform((was) => upgradeCommissionV2(was)),
  ),
};

/** Throws when an item is not a view of a commission. */
function recordOf(item: Readonly<Record<string, unknown>>, id: string): CommissionRecord {
  const { commission, version, ...names } = storedRecord.parse(item);
  const text = typeof commission === 'string' ? commission : inflateSync(commission).toString();
  return { id, ...names, commission: (schemas[version] ?? commissionV3).parse(JSON.parse(text)) };
}

const workPk = (place: string, enterpriseId: string): string => `${place}#WORK#${enterpriseId}`;

/** Stored twice, by its own id and under its enterprise; each is replaced only by a higher seq. */
export async function putRecord(table: Table, place: string, { id, commission, ...words }: CommissionRecord) {
  const body = { ...words, version: VERSION, commission: deflateSync(JSON.stringify(commission)) };
  await table.putNewer({ PK: `${place}#COMMISSION#${id}`, SK: 'VIEW', ...body }, 'seq');
  await table.putNewer({ PK: workPk(place, commission.enterpriseId), SK: id, ...body }, 'seq');
}

export async function getRecord(table: Table, place: string, id: string): Promise<CommissionRecord | undefined> {
  const item = await table.get({ PK: `${place}#COMMISSION#${id}`, SK: 'VIEW' });
  return item && recordOf(item, id);
}

export async function recordsOf(table: Table, place: string, enterpriseId: string): Promise<CommissionRecord[]> {
  const items = await table.query({ pk: workPk(place, enterpriseId) });
  return items.map((item) => recordOf(item, item.SK));
}
