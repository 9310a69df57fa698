// A notice: one thing that one person is notified of, in ids only. Its text and the person's address are looked up when it is sent.

/** There is no notice of an invitation: a member passes on a code, and nobody knows yet to whom. */
export const NOTICE_KINDS = [
  'decide',
  'agreed',
  'not-agreed',
  'money-short',
  'agreement-to-sign',
  'offer-requested',
  'accepted',
  'called-off',
  'session-tomorrow',
  'session-to-confirm',
  'session-not-funded',
  'session-wrong',
  'money-returned',
  'standing-contribution',
  'acted-for-you',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Why they are notified. A `member` only while they are one; `owner`: they run the enterprise; `self`: it is about their own
 * money, or somebody acted for them, of which they are notified even when they have left the pool.
 */
export type Role = 'member' | 'owner' | 'self';

export interface Notice {
  /** The journal, and an event's seq or (for a reminder) the day. With kind, `about` and person they identify the notice. */
  readonly journal: string;
  readonly cause: string;
  readonly kind: NoticeKind;
  readonly as: Role;
  /** The id of the proposal, which is also its commission's; undefined for a notice about the pool or a person's money. */
  readonly about?: string | undefined;
  readonly session?: number | undefined;
  /** The deadline, or the start of the session. */
  readonly when?: string | undefined;
  /** What happened to the commission or the standing contribution, why something was not agreed, or what a supporter did. */
  readonly did?: string | undefined;
  /** When it happened. */
  readonly at: string;
}

/** A notice and who gets it: a person, or everybody who runs an enterprise. */
export interface Notification extends Notice {
  readonly to: { readonly personId: string } | { readonly enterpriseId: string };
}

const idOf = ({ journal }: Notice, kind: 'POOL' | 'ALLOC'): string | undefined =>
  journal.startsWith(`${kind}#`) ? journal.slice(kind.length + 1) : undefined;

export const allocationOf = (notice: Notice): string | undefined => idOf(notice, 'ALLOC');

export const poolOf = (notice: Notice): string | undefined => idOf(notice, 'POOL');
