// The one table of failures: code → HTTP status and the sentence that the public reads (RFC 9457 problem+json).

const problems = {
  // The request itself
  'bad-json': [400, 'The body must be valid JSON.'],
  'bad-input': [400, 'Some of what was sent is not allowed.'],
  'key-missing': [400, 'Send an Idempotency-Key header: any text of 1 to 255 characters that is new for each request.'],
  'not-signed-in': [401, 'Sign in first: send a valid token as “Authorization: Bearer …”.'],
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
