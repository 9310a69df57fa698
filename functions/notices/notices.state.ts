// What a notice is: one thing that one person is told, in ids only. Its words and its address are looked up when it is sent.

/** Nobody is told that they are invited: an invitation is a code that a member hands on, so there is no person to tell yet. */
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
  'acted-for-you',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Why it concerns them. A `member` is told only while they are one; `owner` runs the enterprise; `self`: their own money came
 * home, or somebody acted for them, which they are told even when they have left.
 */
export type Role = 'member' | 'owner' | 'self';

export interface Notice {
  /** The journal and what in it: an event's seq, or for a reminder the day. With kind, `about` and person it is known for ever. */
  readonly journal: string;
  readonly cause: string;
  readonly kind: NoticeKind;
  readonly as: Role;
  /** Proposal or commission, the same id for both; none where it is about the pool or a person's money as such. */
  readonly about?: string | undefined;
  readonly session?: number | undefined;
  /** The instant by which something is to be done, or at which it begins. */
  readonly when?: string | undefined;
  /** What became of an order, or what a supporter did. */
  readonly did?: string | undefined;
  /** When it came about. */
  readonly at: string;
}

/** A notice and who is to have it: a person, or whoever runs an enterprise. */
export interface Notification extends Notice {
  readonly to: { readonly person: string } | { readonly enterprise: string };
}

export const poolOf = ({ journal }: Notice): string | undefined =>
  journal.startsWith('POOL#') ? journal.slice('POOL#'.length) : undefined;
