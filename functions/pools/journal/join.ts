// Opening a pool, inviting people to it, and joining it. Who opens or joins signs the agreement by it.
import { dayOf } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { MAX_INVITATIONS, MAX_MEMBERS } from './limits.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Agreement, isOpenInvitation } from './pool-state.ts';
import { agreementToSign, refuseUntilShown } from './sign.ts';

export function openPool(
  draft: PoolDraft,
  {
    id,
    outcomes,
    agreement,
  }: { readonly id: string; readonly outcomes: readonly string[]; readonly agreement: Agreement },
  personId: string,
) {
  if (draft.state.id !== '') return refuse('not-found');
  draft.change({ type: 'opened', id, outcomes, agreement });
  draft.change({ type: 'joined', personId, signedVersion: agreement.version });
  return undefined;
}

export function invite(
  draft: PoolDraft,
  { id, endsOn, uses }: { readonly id: string; readonly endsOn: string; readonly uses: number },
  by: string,
) {
  if (Object.keys(draft.state.invitations).length >= MAX_INVITATIONS) return refuse('too-many-invitations');
  draft.change({ type: 'invited', id, by, endsOn, usesLeft: uses });
  return undefined;
}

export function revokeInvitation(draft: PoolDraft, { id }: { readonly id: string }) {
  if (!draft.state.invitations[id]) return refuse('not-found');
  draft.change({ type: 'invitation-revoked', id });
  return undefined;
}

/** `agreementVersion` is the one that they were shown; who does not say it signs the newest. */
export function join(
  draft: PoolDraft,
  { invitationId, agreementVersion }: { readonly invitationId: string; readonly agreementVersion?: number },
  personId: string,
) {
  const { state, at } = draft;
  const invitation = state.invitations[invitationId];
  if (!invitation || !isOpenInvitation(invitation, dayOf(at))) return refuse('invitation-over');
  if (state.members[personId]) return refuse('already-a-member');
  if (state.leaving[personId]) return refuse('still-leaving');
  if (Object.keys(state.members).length >= MAX_MEMBERS) return refuse('pool-has-most-members');
  const agreement = agreementToSign(state);
  if (agreementVersion !== undefined && agreementVersion !== agreement.version) return refuseUntilShown(agreement);
  draft.change({ type: 'invitation-used', id: invitationId });
  draft.change({ type: 'joined', personId, signedVersion: agreement.version });
  return undefined;
}
