// When each session of an order is, who comes to it, and what it costs each of them.
import { addDays, londonInstant } from '../../kernel/clock.ts';
import type { Commission, Order, Participant } from './pool-state.ts';

type Days = Pick<Order, 'startsOn' | 'everyDays'>;
type Price = Pick<Order, 'priceModel' | 'pricePence'>;

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export const sessionDay = (order: Days, n: number): string => addDays(order.startsOn, (n - 1) * order.everyDays);

export const sessionStart = (order: Days & Pick<Order, 'time'>, n: number): string =>
  londonInstant(sessionDay(order, n), order.time);

/** How many days `today` is past the day of session `n`; negative before it. Cheap: it is asked for every session of every event. */
export function daysSince(order: Days, today: string): (n: number) => number {
  const since = dayNumber(today) - dayNumber(order.startsOn);
  return (n) => since - (n - 1) * order.everyDays;
}

/** Who is asked to session `n`: those who joined and have not left by then. */
export function inviteesOf(commission: Commission, n: number): readonly Participant[] {
  if (commission.participants.every(({ leavesOn, lastDay }) => (leavesOn ?? lastDay) === undefined))
    return commission.participants;
  const day = sessionDay(commission, n);
  return commission.participants.filter(
    ({ leavesOn, lastDay = leavesOn, heldAfter }) => lastDay === undefined || lastDay >= day || heldAfter?.includes(n),
  );
}

/** Who takes part in, and pays for, session `n`. */
export function attendeesOf(commission: Commission, n: number): readonly Participant[] {
  const invitees = inviteesOf(commission, n);
  const absentees = commission.absentees?.[n];
  return absentees ? invitees.filter(({ personId }) => !absentees.includes(personId)) : invitees;
}

export const attends = (commission: Commission, n: number, personId: string): boolean =>
  attendeesOf(commission, n).some((one) => one.personId === personId);

/** Who has given notice comes until it ends; what is set aside for later sessions stays for so long. */
export function noticeIn(commission: Commission, personId: string, leavesOn: string) {
  const heldAfter = commission.sessionStatuses.flatMap((status, i) =>
    status === 'held' && sessionDay(commission, i + 1) > leavesOn && attends(commission, i + 1, personId)
      ? [i + 1]
      : [],
  );
  return { leavesOn, ...(heldAfter.length > 0 ? { heldAfter } : {}) };
}

/** The whole price of a session to which so many people come, in pence. */
export const priceFor = ({ priceModel, pricePence }: Price, people: number): number =>
  priceModel === 'per-person' ? pricePence * people : pricePence;

/** The whole price of session `n` as things stand, in pence. */
export const sessionPrice = (commission: Commission, n: number): number =>
  priceFor(commission, attendeesOf(commission, n).length);

/** The dearest share of a session to which so many people come, in pence: what limits are held against, whoever pays the odd penny. */
export const dearestShare = ({ priceModel, pricePence }: Price, people: number): number =>
  priceModel === 'per-person' ? pricePence : Math.ceil(pricePence / people);
