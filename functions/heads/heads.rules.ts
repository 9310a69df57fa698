// What is stored of a journal each night, and what it proves: nothing up to that event was changed since.
import type { Event, JournalKey } from '../journal/journal.types.ts';
import { type Entry, journalKeyOf, journalName } from '../journal/journal.types.ts';

/** The newest event of a journal on some night: ids, numbers and hashes only, nothing about anybody. */
export interface Head {
  /** POOL#id or ALLOC#id. */
  readonly journal: string;
  readonly seq: number;
  readonly hash: string;
  /** Version of the reducer that wrote it. */
  readonly v: number;
  readonly at: string;
}

export const headOf = ({ key, seq, hash, version: v }: Entry, { at }: Pick<Event<unknown>, 'at'>): Head => ({
  journal: journalName(key),
  seq,
  hash,
  v,
  at,
});

/** The bucket's key for the heads of a place on a day. */
export const objectKey = (place: string, day: string): string => `${place}/${day}.jsonl.gz`;

export const keyOf = (place: string, { journal }: Head): JournalKey => journalKeyOf(place, journal);

/** A journal's chain as audited now. */
interface AuditedChain {
  readonly events: number;
  readonly valid: boolean;
  readonly brokenAt?: number;
  /** The hash of the event that has the stored head's seq. */
  readonly hashThere?: string;
}

/** What is wrong with a journal whose head was stored, as a sentence; undefined when nothing up to that head has changed. */
export function faultOf(
  { journal, seq, hash }: Head,
  { events, valid, brokenAt, hashThere }: AuditedChain,
): string | undefined {
  if (!valid) return `${journal} does not fit together: event ${brokenAt} is missing or was altered.`;
  if (hashThere === undefined)
    return `${journal} was cut off: event ${seq} was kept, and it now ends with event ${events}.`;
  if (hashThere !== hash)
    return `${journal} was rewritten: it fits together, but its event ${seq} is not the one that was kept.`;
  return undefined;
}
