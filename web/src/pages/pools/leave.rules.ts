// What would become of my money if I left the pool now, as functions/pools/journal/leave.ts decides it. Pure.
import { addDays } from '../../../../functions/kernel/clock.ts';
import type { Commission, Pool, Session } from '../../api/types.ts';

export interface Leaving {
  readonly endsOn: string;
  /** Goes home at once. */
  readonly homePence: number;
  /** Is set aside for sessions within the notice whose money is not set aside yet. */
  readonly setAsidePence: number;
  /** Is set aside already, and stays so. */
  readonly heldPence: number;
  /** Some sessions within the notice cost more than I have or agreed to: I am not asked to them. */
  readonly isShort: boolean;
}

export function leavingFrom(
  { mine, agreement }: Pick<Pool, 'mine' | 'agreement'>,
  commissions: readonly Commission[],
  today: string,
): Leaving {
  const endsOn = addDays(today, 7 * agreement.noticeWeeks);
  const lots = mine.lots
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : Number(a.lot) - Number(b.lot)))
    .map(({ endsOn: lastDay, freePence }) => ({ lastDay, freePence }));
  let isShort = false;
  for (const { commission, session } of plannedUntil(commissions, endsOn)) {
    const share = dearestShare(commission, session);
    const usable = lots.filter(({ lastDay }) => lastDay >= session.on);
    if (share > (commission.myUpToPence ?? 0) || share > sum(usable)) isShort = true;
    else takeFrom(usable, share);
  }
  const homePence = sum(lots);
  return { endsOn, homePence, setAsidePence: mine.freePence - homePence, heldPence: mine.heldPence, isShort };
}

interface Planned {
  readonly commission: Commission;
  readonly session: Session;
}

/** The sessions up to a day that I come to and for which no money is set aside, the earliest first. */
const plannedUntil = (commissions: readonly Commission[], day: string): Planned[] =>
  commissions
    .filter(({ status }) => status === 'requested' || status === 'accepted')
    .flatMap((commission) => commission.sessions.map((session) => ({ commission, session })))
    .filter(({ session }) => session.status === 'planned' && !session.funded && session.coming && session.on <= day)
    .toSorted((a, b) => (a.session.on < b.session.on ? -1 : a.session.on > b.session.on ? 1 : 0));

const dearestShare = ({ priceModel, pricePence }: Commission, { people }: Session): number =>
  priceModel === 'per-person' ? pricePence : Math.ceil(pricePence / people);

type FreeLot = { readonly lastDay: string; freePence: number };

const sum = (lots: readonly FreeLot[]): number => lots.reduce((total, { freePence }) => total + freePence, 0);

function takeFrom(lots: readonly FreeLot[], pence: number): void {
  let left = pence;
  for (const lot of lots) {
    const part = Math.min(lot.freePence, left);
    lot.freePence -= part;
    left -= part;
  }
}
