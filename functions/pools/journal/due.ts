// What time does in a pool by itself: closes votes, ends notices, expires requests, funds, releases and gives up sessions.
import { addDays, dayOf, londonInstant } from '../../kernel/clock.ts';
import { cancelSession } from './cancel.ts';
import { closesBy } from './decide.ts';
import { dealOddPennies, FUNDED_DAYS, giveBack, hold, holdAhead } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow, type PoolState } from './pool-state.ts';
import { heldPenceOfPerson } from './pool-sums.ts';
import { daysSince, sessionDay } from './sessions.ts';
import { isRunning, isUnsettled } from './statuses.ts';

/** A session that nobody marks as delivered is settled back after this long. */
const FORGOTTEN_DAYS = 14;

/** A command that time itself gives. */
type DueCommand =
  | { readonly type: 'close-proposal' | 'expire-request'; readonly id: string }
  | { readonly type: 'fund-session' | 'release-session' | 'forget-session'; readonly id: string; readonly n: number }
  | { readonly type: 'end-notice'; readonly personId: string };

/** Something that falls due at an instant. */
interface Due {
  readonly due: string;
  readonly command: DueCommand;
}

/** What is due in a pool at `at`; with no `at`, everything that will fall due. */
export function dueIn(state: PoolState, at?: string): Due[] {
  const found: Due[] = [];
  for (const [id, proposal] of Object.entries(state.proposals)) {
    const due = closesBy(proposal);
    if (at === undefined || due <= at) found.push({ due, command: { type: 'close-proposal', id } });
  }
  for (const [id, commission] of Object.entries(state.commissions)) found.push(...dueInCommission(id, commission, at));
  for (const [personId, { endsOn }] of Object.entries(state.leaving))
    if (at === undefined || endsOn <= dayOf(at))
      found.push({ due: londonInstant(endsOn), command: { type: 'end-notice', personId } });
  return found;
}

function dueInCommission(id: string, commission: Commission, at?: string): Due[] {
  const found: Due[] = [];
  const { answerBy, settlements, sessionStatuses } = commission;
  if (commission.status === 'requested' && (at === undefined || answerBy <= at))
    found.push({ due: answerBy, command: { type: 'expire-request', id } });
  for (const n in settlements) {
    const { releasesAt } = getOrThrow(settlements, n);
    if (releasesAt !== undefined && (at === undefined || releasesAt <= at))
      found.push({ due: releasesAt, command: { type: 'release-session', id, n: Number(n) } });
  }
  const since = at === undefined ? undefined : daysSince(commission, dayOf(at));
  for (let n = 1; n <= sessionStatuses.length; n++) {
    const status = sessionStatuses[n - 1];
    if (status !== 'planned' && status !== 'held') continue;
    const days = status === 'planned' ? -FUNDED_DAYS : FORGOTTEN_DAYS;
    if (since && since(n) < days) continue;
    const type = status === 'planned' ? 'fund-session' : 'forget-session';
    found.push({ due: londonInstant(addDays(sessionDay(commission, n), days)), command: { type, id, n } });
  }
  return found;
}

/** Whether what becomes of a step depends on who has how much money. */
export function judgesMoney(state: PoolState, command: DueCommand): boolean {
  if (command.type === 'end-notice') return heldPenceOfPerson(state, command.personId) > 0;
  return command.type === 'fund-session' || command.type === 'close-proposal';
}

/** Of what is due at the same moment, what frees money comes first, and what needs money last. */
function rankOf(state: PoolState, command: DueCommand): number {
  if (command.type === 'fund-session') return 2;
  if (command.type !== 'close-proposal') return 0;
  return getOrThrow(state.proposals, command.id).kind === 'buy' ? 3 : 1;
}

export function earliest(state: PoolState, found: readonly Due[]): Due | undefined {
  let first: Due | undefined;
  for (const one of found)
    if (
      !first ||
      one.due < first.due ||
      (one.due === first.due && rankOf(state, one.command) < rankOf(state, first.command))
    )
      first = one;
  return first;
}

/** Earlier than every instant. */
const AT_ONCE = '0';

/** When something next falls due in this pool without anybody doing anything, refunds included. */
export function poolNextDue(state: PoolState): string | undefined {
  const dues = [earliest(state, dueIn(state))?.due];
  for (const lot of Object.values(state.lots))
    if (lot.freePence > 0) dues.push(state.members[lot.personId] ? londonInstant(addDays(lot.endsOn, 1)) : AT_ONCE);
  return dues.filter((due) => due !== undefined).sort()[0];
}

/** The day has come by which a session's money must be there. Answers the type of the event. */
export function fundSession(draft: PoolDraft, { id, n }: { readonly id: string; readonly n: number }) {
  if (hold(draft, id, n)) return 'session-funded';
  giveBack(draft, id, n);
  draft.change({ type: 'session-status', id, n, status: 'not-funded' });
  return 'session-not-funded';
}

/** Nobody has ever said what became of a session: its money goes back. */
export function forgetSession(draft: PoolDraft, { id, n }: { readonly id: string; readonly n: number }) {
  cancelSession(draft, id, n);
  dealOddPennies(draft, id);
  return undefined;
}

/** Holds what can be held and ends what is over; run after every command. */
export function carryOnCommissions(draft: PoolDraft): void {
  for (const [id, commission] of Object.entries(draft.state.commissions)) {
    if (!isRunning(commission)) continue;
    if (commission.sessionStatuses.includes('planned')) holdAhead(draft, id);
    const { status, sessionStatuses } = getOrThrow(draft.state.commissions, id);
    if (!sessionStatuses.some(isUnsettled))
      draft.change({ type: 'commission-status', id, status: status === 'accepted' ? 'done' : 'cancelled' });
  }
}
