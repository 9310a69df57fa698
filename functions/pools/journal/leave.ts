// Leaving a pool: free money goes back at once; held money stays until the end of the notice.
import { addDays, dayOf } from '../../kernel/clock.ts';
import { refund, refundableOf } from './contribute.ts';
import { hold, undoHold } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { getOrThrow } from './pool-state.ts';
import { sessionDay } from './sessions.ts';

export function leave(draft: PoolDraft, _: object, personId: string) {
  const { state, at } = draft;
  const endsOn = addDays(dayOf(at), 7 * state.agreement.noticeWeeks);
  const lots = refundableOf(state, personId);
  draft.change({ type: 'left', personId, endsOn });
  return refund(draft, { lots });
}

/** The notice is over: later sessions are split among those who stay, if they agreed to so much and have it. */
export function endNotice(draft: PoolDraft, { personId }: { readonly personId: string }) {
  const { endsOn } = getOrThrow(draft.state.leaving, personId);
  const undone: [id: string, n: number][] = [];
  for (const [id, commission] of Object.entries(draft.state.commissions)) {
    if (!commission.participants.some((one) => one.personId === personId && one.lastDay === undefined)) continue;
    for (const [i, status] of commission.sessionStatuses.entries()) {
      if (status !== 'held' || sessionDay(commission, i + 1) <= endsOn) continue;
      undoHold(draft, id, i + 1);
      undone.push([id, i + 1]);
    }
  }
  draft.change({ type: 'notice-ended', personId, endsOn });
  for (const [id, n] of undone) hold(draft, id, n);
  return undefined;
}
