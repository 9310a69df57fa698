// What each session costs each person, and moving that money: hold, release, give back.
import { addDays, dayOf, londonInstant } from '../kernel/clock.ts';
import { shares } from '../kernel/money.ts';
import { the } from '../pools/pools.apply.ts';
import type { Draft } from '../pools/pools.draft.ts';
import { type Commission, type Deal, HELD_SESSIONS, type Participant, type PoolState } from '../pools/pools.state.ts';

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export const sessionDay = (deal: Pick<Deal, 'startsOn' | 'every'>, n: number): string =>
  addDays(deal.startsOn, (n - 1) * deal.every);

export const sessionStart = (deal: Pick<Deal, 'startsOn' | 'every' | 'time'>, n: number): string =>
  londonInstant(sessionDay(deal, n), deal.time);

/** How many days `today` is past the day of session `n`; negative before it. Cheap: it is asked for every session of every event. */
export function daysSince(deal: Pick<Deal, 'startsOn' | 'every'>, today: string): (n: number) => number {
  const since = dayNumber(today) - dayNumber(deal.startsOn);
  return (n) => since - (n - 1) * deal.every;
}

/** Who is asked to session `n`: those who joined and had not left by then. */
export function invited(commission: Commission, n: number): readonly Participant[] {
  if (commission.people.every((person) => person.until === undefined)) return commission.people;
  const day = sessionDay(commission, n);
  return commission.people.filter((person) => person.until === undefined || person.until >= day);
}

/** Who takes part in, and pays for, session `n`. */
export function participants(commission: Commission, n: number): readonly Participant[] {
  const people = invited(commission, n);
  const away = commission.away?.[n];
  return away ? people.filter(({ id }) => !away.includes(id)) : people;
}

/** The whole price of session `n`, in pence. A per-person price is times those who take part. */
export const sessionPrice = (deal: Pick<Deal, 'priceModel' | 'price'>, people: number): number =>
  deal.priceModel === 'per-person' ? deal.price * people : deal.price;

/** What `pence` of the price of session `n` comes to for each who takes part. */
function split(commission: Commission, n: number, people: readonly Participant[], pence: number): number[] {
  const price = sessionPrice(commission, people.length);
  return shares(pence, people.length, n, price % people.length);
}

/** The most that one person's share of a session can be when `people` come. */
export const largestShare = (deal: Pick<Deal, 'priceModel' | 'price'>, people: number): number =>
  deal.priceModel === 'per-person' ? deal.price : Math.ceil(deal.price / people);

/** A person's lots that may pay for a session on `day`, the earliest-ending first. */
function lotsFor(state: PoolState, person: string, day: string): string[] {
  return Object.entries(state.lots)
    .filter(([, lot]) => lot.person === person && lot.ends >= day)
    .sort(([a, one], [b, other]) => (one.ends < other.ends ? -1 : one.ends > other.ends ? 1 : Number(a) - Number(b)))
    .map(([n]) => n);
}

/** Takes up to `pence` from amounts in order; what could not be found is `short`. */
function take(
  amounts: readonly (readonly [name: string, pence: number])[],
  pence: number,
): { taken: [string, number][]; short: number } {
  let short = pence;
  const taken: [string, number][] = [];
  for (const [name, has] of amounts) {
    const part = Math.min(has, short);
    if (part > 0) taken.push([name, part]);
    short -= part;
  }
  return { taken, short };
}

const heldAccount = (commission: string, lot: string): string => `held:${commission}:${lot}`;

/** What session `n` costs each who comes; undefined when too few come, or it is more than somebody has agreed to. */
export function agreedShares(commission: Commission, n: number): Map<string, number> | undefined {
  const people = participants(commission, n);
  const amounts = sharesOf(commission, n);
  const isAgreed = people.length >= commission.least && people.every(({ id, upTo }) => (amounts.get(id) ?? 0) <= upTo);
  return isAgreed ? amounts : undefined;
}

/** Sets the money for session `n` aside; answers false, having done nothing, when anybody lacks it or has not agreed to so much. */
export function hold(draft: Draft, id: string, n: number): boolean {
  const commission = the(draft.state.commissions, id);
  const amounts = agreedShares(commission, n);
  if (!amounts) return false;
  const day = sessionDay(commission, n);
  return draft.attempt(() => {
    for (const [person, share] of amounts) {
      const free = lotsFor(draft.state, person, day).map((lot): [string, number] => [
        lot,
        the(draft.state.lots, lot).free,
      ]);
      const { taken, short } = take(free, share);
      if (short > 0) return false;
      for (const [lot, pence] of taken) draft.move(`lot:${lot}`, heldAccount(id, lot), pence);
    }
    draft.change({ is: 'session', id, n, status: 'held' });
    return true;
  });
}

/**
 * Ends the hold of session `n`: `pay` pence go to the enterprise, from each person in proportion, the rest back to the
 * lots. A person's held money of one commission is one sum a lot; sessions take from it earliest-ending first, which
 * always leaves enough that ends late enough for the others.
 */
export function unhold(draft: Draft, id: string, n: number, pay: number): void {
  const commission = the(draft.state.commissions, id);
  const people = participants(commission, n);
  const day = sessionDay(commission, n);
  const price = split(commission, n, people, sessionPrice(commission, people.length));
  const due = split(commission, n, people, pay);
  for (const [i, person] of people.entries()) {
    const lots = lotsFor(draft.state, person.id, day);
    const drain = (pence: number, to: (lot: string) => string): void => {
      const { held } = the(draft.state.commissions, id);
      const { taken, short } = take(
        lots.map((lot): [string, number] => [lot, held[lot] ?? 0]),
        pence,
      );
      if (short > 0) throw new Error('a hold is smaller than its sessions');
      for (const [lot, part] of taken) draft.move(heldAccount(id, lot), to(lot), part);
    };
    const owes = due[i] ?? 0;
    drain(owes, (lot) => `payable:${id}:${the(draft.state.lots, lot).custody}`);
    drain((price[i] ?? 0) - owes, (lot) => `lot:${lot}`);
  }
}

/** Each person's share of session `n` as things stand, in pence; of what was paid, where that was not the whole price. */
export function sharesOf(commission: Commission, n: number, paid?: number): Map<string, number> {
  const people = participants(commission, n);
  const pence = paid ?? sessionPrice(commission, people.length);
  const amounts = people.length === 0 ? [] : split(commission, n, people, pence);
  return new Map(people.map((person, i) => [person.id, amounts[i] ?? 0]));
}

/** Holds the next sessions while fewer than `ahead` are held. */
export function holdAhead(draft: Draft, id: string): void {
  for (;;) {
    const { states, ahead, startsOn, every } = the(draft.state.commissions, id);
    const held = states.filter((status) => HELD_SESSIONS.has(status)).length;
    const index = states.indexOf('planned');
    if (held >= ahead || index < 0) return;
    if (daysSince({ startsOn, every }, dayOf(draft.at))(index + 1) > 0) return;
    if (!hold(draft, id, index + 1)) return;
  }
}

/** What a person lacks for sessions 1 to `ahead` of a commission that is not held yet, in pence. */
export function lacking(state: PoolState, commission: Commission, person: string): number {
  const left = new Map(Object.entries(state.lots).map(([n, lot]) => [n, lot.free]));
  let lack = 0;
  for (let n = 1; n <= Math.min(commission.ahead, commission.sessions); n++) {
    const share = sharesOf(commission, n).get(person) ?? 0;
    const lots = lotsFor(state, person, sessionDay(commission, n));
    const { taken, short } = take(
      lots.map((lot): [string, number] => [lot, left.get(lot) ?? 0]),
      share,
    );
    for (const [lot, pence] of taken) left.set(lot, (left.get(lot) ?? 0) - pence);
    lack += short;
  }
  return lack;
}
