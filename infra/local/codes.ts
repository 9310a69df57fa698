// Authorization codes of the local issuer: each for one use within a minute, in memory only.
import { createHash, randomBytes } from 'node:crypto';
import type { Subject } from './issuer.ts';

interface Grant {
  readonly subject: Subject;
  readonly nonce: string;
  /** S256 of the verifier that only the tab knows which asked. */
  readonly challenge: string;
  readonly redirectUri: string;
}

interface Codes {
  issue(grant: Grant): string;
  /** What the code was given for; undefined when it is not valid. Whatever comes of it, the code is used up. */
  redeem(code: string, verifier: string, redirectUri: string): Grant | undefined;
}

const VALID_MS = 60_000;

export function authorizationCodes(): Codes {
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
