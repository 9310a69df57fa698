// The agreement to show for signing: the one that the page read, or a newer one with which the API refused the signature.
import { useRef } from 'preact/hooks';
import type { Problem } from '../../api/call.ts';
import type { Agreement } from '../../api/types.ts';

interface Newest<Read> {
  readonly agreement: Read | Agreement;
  /** It has changed since the page read it. */
  readonly isChanged: boolean;
}

/** Stays with the newer one while it is being signed. */
export function useNewestAgreement<Read extends Agreement | undefined>(
  read: Read,
  problem: Problem | undefined,
): Newest<Read> {
  const newer = useRef<Agreement | undefined>(undefined);
  if (problem?.code === 'agreement-changed' && problem.agreement) newer.current = problem.agreement;
  const found = newer.current;
  const isChanged = found !== undefined && found.version > (read?.version ?? 0);
  return isChanged ? { agreement: found, isChanged } : { agreement: read, isChanged };
}
