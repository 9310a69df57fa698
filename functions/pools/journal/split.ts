// How the price of a session is split among those who come to it: equally, to the penny, and the odd pennies go round.
import type { Commission, PoolState, SessionStatus } from './pool-state.ts';
import { attendeesOf, sessionPrice } from './sessions.ts';
import { isHeld } from './statuses.ts';

/** Pence by person, for everybody who comes. */
export type Shares = ReadonlyMap<string, number>;

/** What each paid for session `n`, which is over. */
export function paidSharesOf(commission: Commission, n: number): Shares {
  const { paidPence, paidShares } = commission.settlements[n] ?? {};
  const people = attendeesOf(commission, n).map(({ personId }) => personId);
  const each = Math.floor((paidPence ?? sessionPrice(commission, n)) / people.length);
  const index = new Map(commission.participants.map(({ personId }, i) => [personId, i]));
  return new Map(people.map((personId) => [personId, paidShares?.[index.get(personId) ?? 0] ?? each]));
}

/** What each has set aside for session `n`. */
export function heldSharesOf(state: PoolState, commission: Commission, n: number): Shares {
  const shares = new Map(attendeesOf(commission, n).map(({ personId }) => [personId, 0]));
  for (const lot in commission.heldByLot) {
    const pence = commission.heldByLot[lot]?.[n - 1] ?? 0;
    const personId = state.lots[lot]?.personId;
    if (pence > 0 && personId !== undefined) shares.set(personId, (shares.get(personId) ?? 0) + pence);
  }
  return shares;
}

/** What session `n` costs each who comes: as it was paid or is set aside, else as it would be split now. */
export function sharesOf(state: PoolState, commission: Commission, n: number): Shares {
  const status = commission.sessionStatuses[n - 1] ?? 'planned';
  if (status === 'released') return paidSharesOf(commission, n);
  return isHeld(status) ? heldSharesOf(state, commission, n) : splitOf(state, commission, n);
}

/**
 * How the price of session `n` is split. Odd pennies of the order's earlier sessions count as they were paid or are set aside;
 * those of later ones are dealt after it.
 */
export const splitOf = (state: PoolState, commission: Commission, n: number): Shares =>
  split(state, commission, n, sessionPrice(commission, n), {
    counts: (status, k) => status === 'released' || (isHeld(status) && (k < n || status !== 'held')),
    countsElsewhere: (status) => status === 'released' || isHeld(status),
  });

/** How the first sessions of an order that is not made yet would be split, one after another. */
export function splitsAhead(state: PoolState, commission: Commission, sessions: number): Shares[] {
  const found: Shares[] = [];
  let ahead = commission;
  for (let n = 1; n <= sessions; n++) {
    const shares = splitOf(state, ahead, n);
    found.push(shares);
    // Counted as if it had been paid, so that its odd pennies count for the next.
    ahead = {
      ...ahead,
      sessionStatuses: ahead.sessionStatuses.with(n - 1, 'released'),
      settlements: { ...ahead.settlements, [n]: { paidShares: [...shares.values()] } },
    };
  }
  return found;
}

/** How `pence` of what is set aside for session `n` are split when only so much is paid. Nobody pays more than they set aside. */
export const paymentOf = (state: PoolState, commission: Commission, n: number, pence: number): Shares =>
  split(state, commission, n, pence, {
    counts: (status) => status === 'released',
    countsElsewhere: (status) => status === 'released',
    most: heldSharesOf(state, commission, n),
  });

/** Whether a session's odd pennies count when it is decided who pays the next. */
type Counts = (status: SessionStatus, n: number) => boolean;

interface Splitting {
  /** Of the same order. */
  readonly counts: Counts;
  /** Of the pool's other orders. */
  readonly countsElsewhere: Counts;
  /** The most that each can pay. */
  readonly most?: Shares;
}

function split(
  state: PoolState,
  commission: Commission,
  n: number,
  pence: number,
  { most, ...turns }: Splitting,
): Shares {
  const people = attendeesOf(commission, n).map(({ personId }) => personId);
  if (people.length === 0) return new Map();
  const each = Math.floor(pence / people.length);
  const odd = pence % people.length;
  const able = odd === 0 ? [] : people.filter((personId) => (most?.get(personId) ?? each + 1) > each);
  const paying = new Set(inTurn(state, commission, n, able, turns).slice(0, odd));
  return new Map(people.map((personId) => [personId, each + (paying.has(personId) ? 1 : 0)]));
}

/**
 * Who pays odd pennies first: who has paid the fewest in this order, in sessions to which the same people come; then who paid
 * one the longest ago; then who has paid the fewest in other orders; then as the order lists them.
 */
function inTurn(
  state: PoolState,
  commission: Commission,
  n: number,
  people: string[],
  { counts, countsElsewhere }: Pick<Splitting, 'counts' | 'countsElsewhere'>,
): string[] {
  if (people.length === 0) return people;
  const comers = attendeesOf(commission, n).map(({ personId }) => personId);
  const here = new Map<string, { count: number; last: number }>();
  for (const { k, payers } of oddPenniesOf(state, commission, comers, (status, k) => k !== n && counts(status, k)))
    for (const personId of payers) here.set(personId, { count: (here.get(personId)?.count ?? 0) + 1, last: k });
  const elsewhere = new Map<string, number>();
  const add = (personId: string, count = 1): void => {
    elsewhere.set(personId, (elsewhere.get(personId) ?? 0) + count);
  };
  for (const other of Object.values(state.commissions))
    if (other !== commission)
      for (const { payers } of oddPenniesOf(state, other, comers, countsElsewhere)) for (const one of payers) add(one);
  const gone = state.oddPennies.find((one) => isOf(one, comers)) ?? {};
  for (const personId in gone) add(personId, gone[personId]);
  return people
    .map((personId) => ({
      personId,
      turn: [here.get(personId)?.count ?? 0, here.get(personId)?.last ?? 0, elsewhere.get(personId) ?? 0],
    }))
    .sort((one, other) => one.turn.map((value, i) => value - (other.turn[i] ?? 0)).find((by) => by !== 0) ?? 0)
    .map(({ personId }) => personId);
}

/** Who paid, or has set aside, an odd penny for each session of an order that counts and to which just these people come. */
function oddPenniesOf(
  state: PoolState,
  commission: Commission,
  comers: readonly string[],
  counts: Counts,
): { k: number; payers: string[] }[] {
  const found: { k: number; payers: string[] }[] = [];
  for (const [i, status] of commission.sessionStatuses.entries()) {
    const k = i + 1;
    if (!counts(status, k)) continue;
    const shares = status === 'released' ? paidSharesOf(commission, k) : heldSharesOf(state, commission, k);
    if (shares.size === comers.length && comers.every((personId) => shares.has(personId)))
      found.push({ k, payers: oddPayersIn(shares) });
  }
  return found;
}

function oddPayersIn(shares: Shares): string[] {
  const least = Math.min(...shares.values());
  return [...shares].flatMap(([personId, pence]) => (pence > least ? [personId] : []));
}

type OddPennies = PoolState['oddPennies'];

const isOf = (one: OddPennies[number], people: readonly string[]): boolean =>
  Object.keys(one).length === people.length && people.every((personId) => one[personId] !== undefined);

/** The most groups of people whose odd pennies are remembered after their orders are gone; the longest unused goes first. */
const MAX_GROUPS = 10;

/** Remembers the odd pennies of an order that leaves the state. */
export function withOddPenniesOf(all: OddPennies, commission: Commission): OddPennies {
  let after = all;
  for (const n in commission.settlements) {
    if (!commission.settlements[n]?.paidShares) continue;
    const shares = paidSharesOf(commission, Number(n));
    const people = [...shares.keys()];
    const payers = new Set(oddPayersIn(shares));
    const before = after.find((one) => isOf(one, people));
    const counts = people.map((personId) => (before?.[personId] ?? 0) + (payers.has(personId) ? 1 : 0));
    const least = Math.min(...counts);
    const others = after.filter((one) => one !== before);
    // Where all have paid the same, there is nothing to remember.
    after = counts.every((count) => count === least)
      ? others
      : [...others, Object.fromEntries(people.map((personId, i) => [personId, (counts[i] ?? 0) - least]))];
  }
  return after.slice(-MAX_GROUPS);
}
