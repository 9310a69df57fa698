// Somebody who joined cannot come to one session. Where the agreement says `free-with-notice`, who says so in time pays
// nothing for it; the others' shares rise only as far as each has agreed to.
import { addHours } from '../kernel/clock.ts';
import { refuse } from '../kernel/result.ts';
import { the } from '../pools/pools.apply.ts';
import type { Draft } from '../pools/pools.draft.ts';
import type { Commission } from '../pools/pools.state.ts';
import { agreedShares, hold, invited, sessionStart, unhold } from './money.rules.ts';

/** Until when somebody may say that they cannot come to session `n`: what the offer's terms call in time. */
export const absenceUntil = (commission: Commission, n: number): string =>
  addHours(sessionStart(commission, n), -commission.hours);

/** Says that a person does not come to session `n`, or does after all. */
export function attend(draft: Draft, id: string, n: number, person: string, isComing: boolean) {
  const commission = draft.state.commissions[id];
  const status = commission?.states[n - 1];
  if (!commission || !status || !invited(commission, n).some((one) => one.id === person)) return refuse('not-found');
  if (draft.state.agreement.absence === 'pay') return refuse('absence-is-paid');
  if (commission.status !== 'requested' && commission.status !== 'accepted') return refuse('commission-over');
  if (status !== 'planned' && status !== 'held') return refuse('session-over');
  if (draft.at > absenceUntil(commission, n)) return refuse('too-late-for-absence');
  if (status === 'held') {
    unhold(draft, id, n, 0);
    draft.change({ is: 'session', id, n, status: 'planned' });
  }
  draft.change({ is: isComing ? 'coming' : 'away', id, n, person });
  const stands = status === 'held' ? hold(draft, id, n) : agreedShares(the(draft.state.commissions, id), n);
  return stands ? undefined : refuse('others-would-not-cover');
}
