// Which status may follow which. The rules go by these tables, applying an event checks them, and states.md is drawn from them.
import type { CommissionStatus, ProposalStatus, SessionStatus } from './pool-state.ts';

type Transitions<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

/**
 * A held session becomes planned again when somebody who pays for it leaves; what is held for it changes when somebody cannot
 * come, and also of a planned one when a leaver's share is set aside. It is released at once when the pool cancels it with
 * something due. A delivered one stays so when somebody confirms it and others may still object.
 */
export const SESSION_TRANSITIONS: Transitions<SessionStatus> = {
  planned: ['planned', 'held', 'not-funded', 'cancelled'],
  held: ['planned', 'held', 'delivered', 'disputed', 'released', 'cancelled'],
  delivered: ['delivered', 'disputed', 'released'],
  disputed: ['disputed', 'released', 'cancelled'],
  'not-funded': [],
  released: [],
  cancelled: [],
};

export const COMMISSION_TRANSITIONS: Transitions<CommissionStatus> = {
  requested: ['accepted', 'refused', 'expired', 'cancelled'],
  accepted: ['cancelled', 'done'],
  refused: [],
  expired: [],
  cancelled: [],
  done: [],
};

export const PROPOSAL_TRANSITIONS: Transitions<ProposalStatus> = {
  open: ['waiting', 'agreed', 'not-agreed', 'withdrawn'],
  waiting: ['agreed', 'not-agreed', 'withdrawn'],
  agreed: [],
  'not-agreed': [],
  withdrawn: [],
};

/** Throws when a status may not follow another: no event that says so can have been decided. */
export function checkTransition<Status extends string>(all: Transitions<Status>, from: Status, to: Status): void {
  if (!all[from].includes(to)) throw new Error(`${from} cannot become ${to}`);
}

/** Sessions that have not taken place, and may still be cancelled. */
export const isUpcoming = (status: SessionStatus | undefined): boolean => status === 'planned' || status === 'held';

/** Sessions whose money is set aside. */
export const isHeld = (status: SessionStatus): boolean => SESSION_TRANSITIONS[status].includes('released');

/** Sessions that still need somebody to do something. */
export const isUnsettled = (status: SessionStatus): boolean => SESSION_TRANSITIONS[status].length > 0;

/** Commissions that may still be cancelled as a whole. */
export const isRunning = ({ status }: { readonly status: CommissionStatus }): boolean =>
  COMMISSION_TRANSITIONS[status].includes('cancelled');
