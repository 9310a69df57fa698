// The local issuer's authorization codes: each can be used once within a minute; in memory only.
import { createHash, randomBytes } from 'node:crypto';
import type { Subject } from './issuer.ts';

interface Grant {
  readonly subject: Subject;
  readonly nonce: string;
  /** S256 of the verifier, which only the browser tab that asked knows. */
  readonly challenge: string;
  readonly redirectUri: string;
}

interface AuthorizationCodes {
  issue(grant: Grant): string;
  /** What the code was issued for; undefined when it is not valid. The code is used up in any case. */
  redeem(code: string, verifier: string, redirectUri: string): Grant | undefined;
}

const VALID_MS = 60_000;

export function authorizationCodes(): AuthorizationCodes {
  const kept = new Map<string, Grant & { readonly untilMs: number }>();
  return {
    issue(grant) {
      for (const [code, { untilMs }] of kept) if (untilMs <= Date.now()) kept.delete(code);
      const code = randomBytes(32).toString('base64url');
      kept.set(code, { ...grant, untilMs: Date.now() + VALID_MS });
      return code;
    },
    redeem(code, verifier, redirectUri) {
      const grant = kept.get(code);
      kept.delete(code);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const isGood =
        grant && Date.now() < grant.untilMs && grant.challenge === challenge && grant.redirectUri === redirectUri;
      return isGood ? grant : undefined;
    },
  };
}
