// The names of the accounts that postings move money between. Nothing else makes or reads such a name.
import type { CUSTODIES } from '../kernel/words.ts';
import type { Posting } from './journal.types.ts';

type Custody = (typeof CUSTODIES)[number];

/** Accounts in a pool's journal. `allocation` and `payable` are outside the pool; the lot says which allocation it is. */
export type PoolAccount =
  | { readonly type: 'allocation' }
  | { readonly type: 'lot'; readonly lot: string }
  /** `lot` is absent where a reader may not know whose money it is. */
  | { readonly type: 'held'; readonly commissionId: string; readonly lot?: string }
  /** `custody` is absent where readers are not told it. */
  | { readonly type: 'payable'; readonly commissionId: string; readonly custody?: string };

/** Accounts in an allocation's journal. `funder`, `returned` and `pool` are outside the allocation. */
type AllocationAccount =
  | { readonly type: 'funder' }
  | { readonly type: 'balance' }
  | { readonly type: 'returned' }
  | { readonly type: 'pool'; readonly poolId: string };

export const ALLOCATION = 'allocation';
export const FUNDER = 'funder';
export const BALANCE = 'balance';
export const RETURNED = 'returned';

export const lotAccount = (lot: string): string => `lot:${lot}`;
/** Stands for every lot that a reader may not tell apart. */
export const OTHER_LOTS = lotAccount('others');
export const heldAccount = (commissionId: string, lot?: string): string =>
  lot === undefined ? `held:${commissionId}` : `held:${commissionId}:${lot}`;
export const payableAccount = (commissionId: string, custody?: Custody): string =>
  custody === undefined ? `payable:${commissionId}` : `payable:${commissionId}:${custody}`;
export const poolAccount = (poolId: string): string => `pool:${poolId}`;

/** Reads a name in a pool's journal. Throws for a name that is none of its accounts. */
export function readPoolAccount(name: string): PoolAccount {
  const [type, id, part] = name.split(':');
  if (type === ALLOCATION) return { type };
  if (type === 'lot' && id) return { type, lot: id };
  if (type === 'held' && id) return { type, commissionId: id, ...(part === undefined ? {} : { lot: part }) };
  if (type === 'payable' && id) return { type, commissionId: id, ...(part === undefined ? {} : { custody: part }) };
  throw new Error('a posting names an account that no pool has');
}

/** Reads a name in an allocation's journal. Throws for a name that is none of its accounts. */
export function readAllocationAccount(name: string): AllocationAccount {
  const [type, id] = name.split(':');
  if (type === FUNDER || type === BALANCE || type === RETURNED) return { type };
  if (type === 'pool' && id) return { type, poolId: id };
  throw new Error('a posting names an account that no allocation has');
}

export const inPence = (from: string, to: string, amount: number): Posting => ({ from, to, amount, unit: 'gbp-pence' });
