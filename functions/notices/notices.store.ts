// Notices ↔ items: PK <place>#NOTICE#<personId>, SK journal, cause, kind and what it is about, so that each is made only once.
import * as z from 'zod/mini';
import { newId } from '../kernel/id.ts';
import type { Key, Table } from '../platform/table.ts';
import { NOTICE_KINDS, type Notice } from './notices.state.ts';

/** `taken`: it is being sent; `unfinished`: the process that was sending it stopped. It is not sent again, because it may have arrived. */
const STATUSES = ['waiting', 'taken', 'sent', 'dropped', 'unfinished'] as const;

const storedNotice = z.object({
  PK: z.string(),
  SK: z.string(),
  journal: z.string(),
  cause: z.string(),
  kind: z.enum(NOTICE_KINDS),
  as: z.enum(['member', 'owner', 'self']),
  about: z.optional(z.string()),
  session: z.optional(z.number()),
  when: z.optional(z.string()),
  did: z.optional(z.string()),
  at: z.string(),
  status: z.enum(STATUSES),
  /** Grows by one with each change; a change based on an older version does nothing. */
  version: z.number(),
  tries: z.number(),
  /** Waiting for the digest of its day. */
  gathered: z.boolean(),
  /** When it may be sent, while it waits or is being sent. */
  dueAt: z.optional(z.string()),
  /** The id of the attempt to send it, and when that began. */
  claim: z.optional(z.string()),
  takenAt: z.optional(z.string()),
  sentAt: z.optional(z.string()),
  why: z.optional(z.string()),
});
export type StoredNotice = z.infer<typeof storedNotice>;

const noticePk = (place: string, personId: string): string => `${place}#NOTICE#${personId}`;
/** The `due` index's partition of a place's notices that wait or are being sent. */
const waitingPlace = (place: string): string => `${place}#NOTICE`;

const keyOf = (place: string, personId: string, { journal, cause, kind, about, session }: Notice): Key => ({
  PK: noticePk(place, personId),
  SK: [journal, cause, kind, about ?? '', ...(session === undefined ? [] : [session])].join('#'),
});

/** Stores a notice to be sent, unless it was stored before. */
export async function putNotice(table: Table, place: string, personId: string, notice: Notice): Promise<void> {
  const waiting = { status: 'waiting', version: 1, tries: 0, gathered: false };
  const due = { duePlace: waitingPlace(place), dueAt: notice.at };
  await table.putNew({ ...notice, ...waiting, ...due, ...keyOf(place, personId, notice) });
}

/** The keys of a place's notices that are due between `since` and `now` (or are being sent), by person. */
export async function dueNotices(table: Table, place: string, since: string, now: string): Promise<Map<string, Key[]>> {
  const byPerson = new Map<string, Key[]>();
  for (const { PK, SK } of await table.query({ pk: waitingPlace(place), index: 'due', from: since, to: now })) {
    const personId = PK.slice(noticePk(place, '').length);
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), { PK, SK }]);
  }
  return byPerson;
}

/** A notice, from a consistent read. */
export async function getNotice(table: Table, key: Key): Promise<StoredNotice | undefined> {
  const item = await table.get(key, true);
  return item && storedNotice.parse(item);
}

const change = (
  table: Table,
  { claim, takenAt, dueAt, ...notice }: StoredNotice,
  changes: Partial<StoredNotice> & { duePlace?: string },
) => table.putNewer({ ...notice, ...changes, version: notice.version + 1 }, 'version');

/** Claims a notice for sending; undefined when another process did so first. It stays in the index until it is sent or given up. */
export async function claimNotice(
  table: Table,
  place: string,
  notice: StoredNotice,
  takenAt: string,
): Promise<StoredNotice | undefined> {
  const claim = newId();
  await change(table, notice, { status: 'taken', claim, takenAt, duePlace: waitingPlace(place), dueAt: notice.dueAt });
  const current = await getNotice(table, notice);
  return current?.claim === claim ? current : undefined;
}

export const markUnfinished = (table: Table, notice: StoredNotice): Promise<void> =>
  change(table, notice, { status: 'unfinished' });

export const markSent = (table: Table, notice: StoredNotice, sentAt: string): Promise<void> =>
  change(table, notice, { status: 'sent', sentAt });

export const dropNotice = (table: Table, notice: StoredNotice, why: string): Promise<void> =>
  change(table, notice, { status: 'dropped', why });

/** Postpones a notice until `dueAt`. */
export const postpone = (
  table: Table,
  place: string,
  notice: StoredNotice,
  dueAt: string,
  changes: Partial<Pick<StoredNotice, 'gathered' | 'tries'>> = {},
): Promise<void> => change(table, notice, { ...changes, status: 'waiting', duePlace: waitingPlace(place), dueAt });
