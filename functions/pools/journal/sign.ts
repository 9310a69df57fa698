// Signing a new version of the agreement, which is in force once everybody has signed it.
import { refuse } from '../../kernel/result.ts';
import type { PoolDraft } from './pool-draft.ts';
import { getOrThrow } from './pool-state.ts';

export function sign(draft: PoolDraft, { version }: { readonly version: number }, personId: string) {
  const { state } = draft;
  if (state.pendingAgreement?.version !== version) return refuse('nothing-to-sign');
  if (getOrThrow(state.members, personId).signedVersion >= version) return refuse('already-signed');
  draft.change({ type: 'signed', personId, version });
  return undefined;
}

/** Brings a new agreement into force once every member has signed it; run after every command. */
export function bringAgreementIntoForce(draft: PoolDraft): void {
  const { pendingAgreement, members } = draft.state;
  if (
    pendingAgreement &&
    Object.values(members).every(({ signedVersion }) => signedVersion >= pendingAgreement.version)
  )
    draft.change({ type: 'agreement-in-force' });
}
