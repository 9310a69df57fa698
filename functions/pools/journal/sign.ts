// Signing a new version of the agreement, which is in force once everybody has signed it.
import { refuse } from '../../kernel/result.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Agreement, getOrThrow, type PoolState } from './pool-state.ts';

/** What somebody signs who joins or signs now. */
export const agreementToSign = ({ pendingAgreement, agreement }: PoolState): Agreement => pendingAgreement ?? agreement;

/** Nobody is bound by an agreement that they were not shown: they are shown this one first. */
export const refuseUntilShown = (agreement: Agreement) =>
  refuse('agreement-changed', { extension: { agreementVersion: agreement.version, agreement } });

export function sign(draft: PoolDraft, { version }: { readonly version: number }, personId: string) {
  const { pendingAgreement, members } = draft.state;
  if (!pendingAgreement) return refuse('nothing-to-sign');
  if (pendingAgreement.version !== version) return refuseUntilShown(pendingAgreement);
  if (getOrThrow(members, personId).signedVersion >= version) return refuse('already-signed');
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
