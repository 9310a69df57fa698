// A member pauses their standing contributions to this pool, from whichever allocations, and resumes them.
import { refuse } from '../../kernel/result.ts';
import type { PoolDraft } from './pool-draft.ts';

/** Instalments that come meanwhile stay in the allocation, and are not made up for later. */
export function pauseStanding(draft: PoolDraft, _: object, personId: string) {
  if (draft.state.members[personId]?.standingPaused) return refuse('already-paused');
  draft.change({ type: 'standing-paused', personId });
  return undefined;
}

export function resumeStanding(draft: PoolDraft, _: object, personId: string) {
  if (!draft.state.members[personId]?.standingPaused) return refuse('not-paused');
  draft.change({ type: 'standing-resumed', personId });
  return undefined;
}
