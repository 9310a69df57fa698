// Membership, money going in and coming home, and the agreement of one pool.
import type { AllocationState } from '../allocations/allocations.rules.ts';
import { hold, sessionDay, unhold } from '../commissions/money.rules.ts';
import { addDays, dayOf } from '../kernel/clock.ts';
import { MOST_PENCE } from '../kernel/money.ts';
import { refuse } from '../kernel/result.ts';
import { the } from './pools.apply.ts';
import type { Draft } from './pools.draft.ts';
import {
  type Agreement,
  freePence,
  heldPence,
  type Lot,
  MOST_INVITATIONS,
  MOST_LOTS,
  MOST_MEMBERS,
  type PoolState,
} from './pools.state.ts';

/** What a pool must know of an allocation that pays into it. */
export type Source = Omit<Lot, 'free'> & { readonly outcomes: readonly string[] };

export const sourceOf = ({ id, person, stream, custody, funder, endsOn, outcomes }: AllocationState): Source => ({
  person,
  allocation: id,
  stream,
  custody,
  funder,
  ends: endsOn,
  outcomes,
});

export function open(draft: Draft, by: string, id: string, outcomes: readonly string[], agreement: Agreement) {
  if (draft.state.id !== '') return refuse('not-found');
  draft.change({ is: 'opened', id, outcomes, agreement });
  draft.change({ is: 'joined', person: by, signed: agreement.version });
  return undefined;
}

export function invite(draft: Draft, by: string, id: string, until: string, uses: number) {
  if (Object.keys(draft.state.invitations).length >= MOST_INVITATIONS) return refuse('too-many-invitations');
  draft.change({ is: 'invited', id, by, until, left: uses });
  return undefined;
}

export function revokeInvitation(draft: Draft, id: string) {
  if (!draft.state.invitations[id]) return refuse('not-found');
  draft.change({ is: 'invitation-revoked', id });
  return undefined;
}

export function join(draft: Draft, person: string, invitation: string) {
  const { state, at } = draft;
  const invited = state.invitations[invitation];
  if (!invited || invited.until < dayOf(at)) return refuse('invitation-over');
  if (state.members[person]) return refuse('already-a-member');
  if (state.leaving[person]) return refuse('still-leaving');
  if (Object.keys(state.members).length >= MOST_MEMBERS) return refuse('pool-has-most-members');
  draft.change({ is: 'invitation-used', id: invitation });
  draft.change({ is: 'joined', person, signed: (state.pending ?? state.agreement).version });
  return undefined;
}

/** Makes or grows the lot of one allocation. */
export function contribute(draft: Draft, source: Source, pence: number) {
  const { state } = draft;
  const { outcomes, ...lot } = source;
  if (!state.members[source.person]) return refuse('not-found');
  if (!outcomes.some((outcome) => state.outcomes.includes(outcome))) return refuse('no-shared-outcome');
  if (freePence(state) + heldPence(state) + state.released + pence > MOST_PENCE) return refuse('pool-has-most-money');
  const own = Object.entries(state.lots).filter(([, one]) => one.person === source.person);
  let n = own.find(([, one]) => one.allocation === source.allocation)?.[0];
  if (n === undefined) {
    if (own.length >= MOST_LOTS) return refuse('too-many-lots');
    n = String(state.lotsEver + 1);
    draft.change({ is: 'lot', n, ...lot });
  }
  draft.move('allocation', `lot:${n}`, pence);
  return undefined;
}

/** Free money that belongs at home: of lots whose allocation has ended, and of people who are no longer members. */
export function homeward(state: PoolState, today: string): { lot: string; allocation: string; pence: number }[] {
  return Object.entries(state.lots)
    .filter(([, lot]) => lot.free > 0 && (lot.ends < today || !state.members[lot.person]))
    .map(([lot, { allocation, free }]) => ({ lot, allocation, pence: free }));
}

/** Sends free money of some lots home; when a person asks, only of their own. */
export function sendHome(
  draft: Draft,
  lots: readonly { readonly lot: string; readonly pence: number }[],
  person?: string,
) {
  for (const { lot, pence } of lots) {
    if (person !== undefined && draft.state.lots[lot]?.person !== person) return refuse('not-found');
    if (pence > (draft.state.lots[lot]?.free ?? 0)) return refuse('not-available');
    draft.move(`lot:${lot}`, 'allocation', pence);
  }
  return undefined;
}

/** The person's lots that have free money. */
export const freeLots = (state: PoolState, person: string): { lot: string; allocation: string; pence: number }[] =>
  Object.entries(state.lots)
    .filter(([, lot]) => lot.person === person && lot.free > 0)
    .map(([lot, { allocation, free }]) => ({ lot, allocation, pence: free }));

/** What a pool has left of one allocation, free and held, in pence. */
export function leftOf(state: PoolState, allocation: string): number {
  let total = 0;
  for (const [n, lot] of Object.entries(state.lots))
    if (lot.allocation === allocation)
      total += Object.values(state.commissions).reduce((sum, { held }) => sum + (held[n] ?? 0), lot.free);
  return total;
}

/** What commissions hold of a person's money, in pence. */
export function heldOf(state: PoolState, person: string): number {
  let total = 0;
  for (const { held } of Object.values(state.commissions))
    for (const [n, pence] of Object.entries(held)) if (state.lots[n]?.person === person) total += pence;
  return total;
}

/** Leaves: free money goes home now, what is held stays until the end of the notice. */
export function leave(draft: Draft, person: string) {
  const { state, at } = draft;
  if (!state.members[person]) return refuse('not-found');
  const endsOn = addDays(dayOf(at), 7 * state.agreement.noticeWeeks);
  const going = freeLots(state, person);
  draft.change({ is: 'left', person, endsOn });
  return sendHome(draft, going, person);
}

/** The notice is over: later sessions are split among those who stay, if they agreed to so much and have it. */
export function endNotice(draft: Draft, person: string): void {
  const { endsOn } = the(draft.state.leaving, person);
  const again: [id: string, n: number][] = [];
  for (const [id, commission] of Object.entries(draft.state.commissions)) {
    if (!commission.people.some((one) => one.id === person && one.until === undefined)) continue;
    for (const [i, status] of commission.states.entries()) {
      if (status !== 'held' || sessionDay(commission, i + 1) <= endsOn) continue;
      unhold(draft, id, i + 1, 0);
      draft.change({ is: 'session', id, n: i + 1, status: 'planned' });
      again.push([id, i + 1]);
    }
  }
  draft.change({ is: 'gone', person, endsOn });
  for (const [id, n] of again) hold(draft, id, n);
}

export function sign(draft: Draft, person: string, version: number) {
  const { state } = draft;
  if (state.pending?.version !== version) return refuse('nothing-to-sign');
  if (the(state.members, person).signed >= version) return refuse('already-signed');
  draft.change({ is: 'signed', person, version });
  return undefined;
}

/** A new agreement is in force once every member has signed it; run after every command. */
export function settleAgreement(draft: Draft): void {
  const { pending, members } = draft.state;
  if (pending && Object.values(members).every(({ signed }) => signed >= pending.version))
    draft.change({ is: 'in-force' });
}
