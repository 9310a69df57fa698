// One event of a pool's history, as one reader may see it.
import type * as z from 'zod/mini';
import {
  ALLOCATION,
  heldAccount,
  lotAccount,
  OTHER_LOTS,
  payableAccount,
  readPoolAccount,
} from '../journal/accounts.ts';
import type { Event } from '../journal/journal.types.ts';
import type { history } from './history.schema.ts';
import type { Lot, PoolChange, PoolState } from './journal/pool-state.ts';
import { commissionIdOf } from './pools.ids.ts';

type HistoryItem = z.input<typeof history>['items'][number];

/** The lot that an account is, or holds money of. */
function lotOf(name: string): string | undefined {
  const account = readPoolAccount(name);
  return 'lot' in account ? account.lot : undefined;
}

/** The lots that postings name. */
const lotsNamedIn = ({ postings }: Event<PoolChange>): string[] =>
  postings.flatMap(({ from, to }) => [lotOf(from) ?? [], lotOf(to) ?? []].flat());

type Lots = Readonly<Record<string, Pick<Lot, 'personId' | 'stream'>>>;

/**
 * The lots that an event moves money of, and all that the pool has now. One that is gone by now was there before the event, or was
 * made by it.
 */
function lotsOf(state: PoolState, before: () => PoolState, event: Event<PoolChange>): Lots {
  const made: Lots = Object.fromEntries(
    event.changes.flatMap((change) => (change.type === 'lot-made' ? [[change.lot, change]] : [])),
  );
  const known = { ...made, ...state.lots };
  return lotsNamedIn(event).every((lot) => known[lot]) ? known : { ...before().lots, ...known };
}

/** Whose own money an event moves. None of their lots is shown to others: from the rest of a share, theirs could be worked out. */
const peopleWithOwnMoneyIn = (lots: Lots, event: Event<PoolChange>): ReadonlySet<string> =>
  new Set(
    lotsNamedIn(event).flatMap((lot) => {
      const found = lots[lot];
      return found?.stream === 'own-money' ? [found.personId] : [];
    }),
  );

/** Postings of lots that the reader may not see are summed; those that concern one other person alone are left out. */
function postingsFor(
  state: PoolState,
  lots: Lots,
  event: Event<PoolChange>,
  personId: string,
): HistoryItem['postings'] {
  const isOfOnePerson = ['contributed', 'sent-home', 'left'].includes(event.type);
  const hiddenPersonIds = peopleWithOwnMoneyIn(lots, event);
  const mayShowLot = (n: string | undefined): boolean => {
    const lot = n === undefined ? undefined : lots[n];
    if (!lot) return false;
    return lot.personId === personId || (state.agreement.openBooks && !hiddenPersonIds.has(lot.personId));
  };
  const visibleName = (name: string): string => {
    const account = readPoolAccount(name);
    switch (account.type) {
      case 'allocation':
        return ALLOCATION;
      case 'lot':
        return mayShowLot(account.lot) ? lotAccount(account.lot) : OTHER_LOTS;
      case 'held':
        return heldAccount(
          commissionIdOf(state.id, account.commissionId),
          mayShowLot(account.lot) ? account.lot : undefined,
        );
      case 'payable':
        return payableAccount(commissionIdOf(state.id, account.commissionId));
    }
  };
  const joined = new Map<string, HistoryItem['postings'][number]>();
  for (const posting of event.postings) {
    const [from, to] = [visibleName(posting.from), visibleName(posting.to)];
    if (isOfOnePerson && (from === OTHER_LOTS || to === OTHER_LOTS)) continue;
    const name = `${from}>${to}`;
    joined.set(name, { from, to, pence: (joined.get(name)?.pence ?? 0) + posting.amount });
  }
  return [...joined.values()];
}

/** The one thing that an event is about, if there is one. */
function subjectOf(poolId: string, changes: readonly PoolChange[]): HistoryItem['about'] {
  for (const change of changes)
    switch (change.type) {
      case 'proposed':
      case 'voted':
      case 'vote-withdrawn':
      case 'proposal-status':
        return { proposalId: change.id };
      case 'session-status':
      case 'absent':
      case 'attending':
        return { commissionId: commissionIdOf(poolId, change.id), session: change.n };
      case 'commission-status':
      case 'limit-changed':
        return { commissionId: commissionIdOf(poolId, change.id) };
    }
  return undefined;
}

/** `before` is the state before the event; it is asked for only where the newest state does not say whose a lot was. */
export function historyItem(
  state: PoolState,
  before: () => PoolState,
  event: Event<PoolChange>,
  hash: string,
  personId: string,
): HistoryItem {
  const about = subjectOf(state.id, event.changes);
  return {
    seq: event.seq,
    kind: event.type,
    at: event.at,
    by: event.actorId,
    ...(event.onBehalfOf === undefined ? {} : { for: event.onBehalfOf }),
    ...(about ? { about } : {}),
    postings: postingsFor(state, lotsOf(state, before, event), event, personId),
    hash,
  };
}
