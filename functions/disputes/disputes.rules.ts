// Which sessions an event leaves in dispute, and since when one that nobody decides is for a broker or a funder to decide.
import type { Event } from '../journal/journal.types.ts';
import { addHours } from '../kernel/clock.ts';
import type { Commission, PoolChange, PoolState, SessionSettlement } from '../pools/journal/pool-state.ts';
import { sessionPrice } from '../pools/journal/sessions.ts';

/** Both sides have this long to name the same sum. */
const BOTH_SIDES_DAYS = 14;
/** When disputes were raised that do not say so: they are from before Kitty kept it. */
const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** What is said about a session that is in dispute. */
interface Dispute {
  readonly enterpriseId: string;
  readonly disputedAt?: string;
  readonly pricePence: number;
  readonly saidPence?: { readonly pool?: number; readonly enterprise?: number };
  /** Whose money is held for it. */
  readonly funders: readonly string[];
}

/** A session that an event leaves in dispute, or without `dispute` one whose dispute it ended. */
interface DisputeChange {
  readonly proposalId: string;
  readonly session: number;
  readonly dispute?: Dispute;
}

export const inQueueFrom = ({ disputedAt }: Pick<Dispute, 'disputedAt'>): string =>
  addHours(disputedAt ?? LONG_AGO, 24 * BOTH_SIDES_DAYS);

export function disputesIn(state: PoolState, event: Event<PoolChange>): DisputeChange[] {
  return event.changes.flatMap((change): DisputeChange[] => {
    if (change.type !== 'session-status') return [];
    const { id: proposalId, n: session, status } = change;
    const commission = state.commissions[proposalId];
    if (commission?.sessionStatuses[session - 1] === 'disputed')
      return [{ proposalId, session, dispute: disputeOf(state, commission, session, event) }];
    const ends = event.type === 'resolved' && (status === 'released' || status === 'cancelled');
    return ends ? [{ proposalId, session }] : [];
  });
}

function disputeOf(state: PoolState, commission: Commission, n: number, event: Event<PoolChange>): Dispute {
  const settlement = commission.settlements[n];
  const disputedAt = settlement?.disputedAt ?? (event.type === 'disputed' ? event.at : undefined);
  const funders = Object.entries(commission.heldByLot).flatMap(([lot, sums]) =>
    (sums[n - 1] ?? 0) > 0 ? (state.lots[lot]?.funder ?? []) : [],
  );
  return {
    enterpriseId: commission.enterpriseId,
    ...(disputedAt === undefined ? {} : { disputedAt }),
    pricePence: sessionPrice(commission, n),
    ...saidPenceOf(settlement),
    funders: [...new Set(funders)],
  };
}

/** What each side of a dispute says should be paid, once one has said so. */
export function saidPenceOf(settlement: SessionSettlement | undefined): Pick<Dispute, 'saidPence'> {
  const { poolPence: pool, enterprisePence: enterprise } = settlement ?? {};
  if (pool === undefined && enterprise === undefined) return {};
  return {
    saidPence: { ...(pool === undefined ? {} : { pool }), ...(enterprise === undefined ? {} : { enterprise }) },
  };
}
