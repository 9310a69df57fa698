// The one table of failures: code → HTTP status and the sentence that the public reads (RFC 9457 problem+json).

const problems = {
  // The request itself
  'bad-json': [400, 'The body must be valid JSON.'],
  'bad-input': [400, 'Some of what was sent is not allowed.'],
  'key-missing': [400, 'Send an Idempotency-Key header: any text of 1 to 255 characters that is new for each request.'],
  'not-signed-in': [401, 'Sign in first: send a valid token as “Authorization: Bearer …”.'],
  'sign-in-unavailable': [503, 'Your sign-in cannot be checked just now. Try again with the same Idempotency-Key.'],
  'not-granted': [403, 'The person you act for has not granted you this.'],
  'not-found': [404, 'There is nothing here that you may see.'],
  'too-large': [413, 'The body is too large.'],
  'wrong-type': [415, 'The content type is not the one that this address takes.'],
  'key-reused': [422, 'This Idempotency-Key was used before with another request. Use a new key.'],
  busy: [503, 'Many changes are being made at once. Try again with the same Idempotency-Key.'],
  'being-updated': [503, 'Kitty is being updated. Try again in a minute with the same Idempotency-Key.'],
  'went-wrong': [500, 'Something went wrong on our side. Try again with the same Idempotency-Key.'],
  // People
  'own-supporter': [409, 'You cannot be your own supporter.'],
  // Offers
  'offer-withdrawn': [409, 'This offer was withdrawn. List a new one instead.'],
  // Money
  'bad-file': [400, 'The file cannot be read.'],
  'not-available': [409, 'There is not that much free money there now.'],
  'not-started': [409, 'This allocation has not started yet.'],
  'allocation-ended': [409, 'This allocation has ended, or will have ended by then.'],
  'already-granted': [409, 'This allocation has been granted already.'],
  'no-pooling': [409, 'The funder has not agreed that this allocation may go into a pool.'],
  'no-instalments': [409, 'This allocation comes all at once, so there is nothing to put in with later instalments.'],
  'nothing-standing': [409, 'There is no standing contribution from this allocation to this pool.'],
  'already-paused': [409, 'Your standing contributions to this pool are paused already.'],
  'not-paused': [409, 'Your standing contributions to this pool are not paused.'],
  'standing-paused': [409, 'The standing contributions of this person to this pool are paused.'],
  'no-shared-outcome': [409, 'This allocation and this pool have no outcome in common.'],
  'too-many-lots': [409, 'You already have money of 10 allocations in this pool, which is the most.'],
  'pool-has-most-money': [409, 'A pool can hold at most £1,000,000.'],
  'too-soon': [409, 'A reduction must be announced at least 28 days before it starts.'],
  'too-much': [409, 'That is more than is granted.'],
  'not-due': [409, 'This is not due yet.'],
  // Members
  'invitation-over': [404, 'This invitation is not valid, or not any more. Ask a member for a new one.'],
  'already-a-member': [409, 'You are a member of this pool already.'],
  'still-leaving': [409, 'You have left this pool and your notice is not over. You can join again after it.'],
  'pool-has-most-members': [409, 'A pool can have at most 50 members.'],
  'too-many-invitations': [409, 'A pool can have at most 50 open invitations. Take one back first.'],
  'agreement-changed': [409, 'The agreement has changed since you read it. Read the new one first.'],
  'nothing-to-sign': [409, 'There is no new agreement of that version to sign.'],
  'already-signed': [409, 'You have signed this version already.'],
  // Deciding
  'no-such-offer': [409, 'There is no such offer, or it has been withdrawn.'],
  'no-such-commission': [409, 'There is no such commission in this pool.'],
  'starts-in-the-past': [409, 'The first session must be later than now.'],
  'too-many-proposals': [409, 'A pool can have at most 20 open proposals. Decide or withdraw one first.'],
  'too-many-commissions': [409, 'A pool can have at most 20 open commissions.'],
  'not-an-elector': [409, 'Only those who were members when it was proposed can vote on this.'],
  'already-decided': [409, 'This has been decided, so votes can no longer change.'],
  'own-enterprise': [409, 'You run this enterprise, so you cannot vote on, confirm or decide about what it does.'],
  'no-places-left': [409, 'As many people are coming as the offer allows.'],
  'not-voted': [409, 'There is no vote to take back.'],
  'not-the-proposer': [409, 'Only the person who proposed this can withdraw it.'],
  // Commissions
  'commission-over': [409, 'This commission is over.'],
  'already-answered': [409, 'This request has been answered already.'],
  'not-accepted': [409, 'This request has not been accepted yet.'],
  'session-over': [409, 'This session is over or has been dealt with.'],
  'not-yet': [409, 'This can be done once the session has begun.'],
  'absence-is-paid': [409, 'By your agreement who cannot come still pays their share.'],
  'too-late-for-absence': [409, 'It is too late to change who comes: the offer asks for more notice.'],
  'others-would-not-cover': [
    409,
    'Without you it would be too few people, or cost somebody more than they agreed to or have. Talk with your group.',
  ],
  'not-funded': [409, 'The money for this session is not set aside, so it does not take place.'],
  'already-confirmed': [409, 'You have confirmed this already. The others who came may still object until tomorrow.'],
  'not-delivered': [409, 'The enterprise has not said yet that this session took place.'],
  'not-disputed': [409, 'Nothing is in dispute about this session.'],
  'more-than-price': [409, 'That is more than the price of the session.'],
  // Limits
  full: [409, 'This pool has too much under way to take on more. Wait until something is finished.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type ProblemCode = keyof typeof problems;

export interface Problem {
  readonly status: number;
  readonly title: string;
}

export function problemOf(code: ProblemCode): Problem {
  const [status, title] = problems[code];
  return { status, title };
}
