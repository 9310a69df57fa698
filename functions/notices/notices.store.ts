// Notices ↔ items: PK <place>#NOTICE#<personId>, SK journal, cause, kind and what it is about: so each is made once for ever.
import * as z from 'zod';
import { newId } from '../kernel/id.ts';
import type { Key, Table } from '../platform/table.ts';
import { NOTICE_KINDS, type Notice } from './notices.state.ts';

/** `taken`: somebody is sending it; `unfinished`: they died of it. It is not sent again, because it may have arrived. */
const STATUSES = ['waiting', 'taken', 'sent', 'dropped', 'unfinished'] as const;

const stored = z.object({
  PK: z.string(),
  SK: z.string(),
  journal: z.string(),
  cause: z.string(),
  kind: z.enum(NOTICE_KINDS),
  as: z.enum(['member', 'owner', 'self']),
  about: z.string().optional(),
  session: z.number().optional(),
  when: z.string().optional(),
  did: z.string().optional(),
  at: z.string(),
  status: z.enum(STATUSES),
  /** Grows with each change; a change that is not based on the latest does nothing. */
  version: z.number(),
  tries: z.number(),
  /** Kept back for the digest of its day. */
  gathered: z.boolean(),
  /** When it may go out, while it waits or is being sent. */
  dueAt: z.string().optional(),
  /** Who took it, and when. */
  claim: z.string().optional(),
  takenAt: z.string().optional(),
  sentAt: z.string().optional(),
  why: z.string().optional(),
});
export type Kept = z.infer<typeof stored>;

const noticePk = (place: string, person: string): string => `${place}#NOTICE#${person}`;
/** Where the index of what is due keeps the notices of a place that wait or are being sent. */
const waitingIn = (place: string): string => `${place}#NOTICE`;

const keyOf = (place: string, person: string, { journal, cause, kind, about, session }: Notice): Key => ({
  PK: noticePk(place, person),
  SK: [journal, cause, kind, about ?? '', ...(session === undefined ? [] : [session])].join('#'),
});

/** Makes a notice that waits to be sent, unless it was ever made before. */
export async function putNotice(table: Table, place: string, person: string, notice: Notice): Promise<void> {
  const waiting = { status: 'waiting', version: 1, tries: 0, gathered: false };
  const due = { duePlace: waitingIn(place), dueAt: notice.at };
  await table.putNew({ ...notice, ...waiting, ...due, ...keyOf(place, person, notice) });
}

/** The keys of the notices of a place that may go out by now (or are being sent) and were not due before `since`, by person. */
export async function dueNotices(table: Table, place: string, since: string, now: string): Promise<Map<string, Key[]>> {
  const byPerson = new Map<string, Key[]>();
  for (const { PK, SK } of await table.query({ pk: waitingIn(place), index: 'due', from: since, to: now })) {
    const person = PK.slice(noticePk(place, '').length);
    byPerson.set(person, [...(byPerson.get(person) ?? []), { PK, SK }]);
  }
  return byPerson;
}

/** A notice as it is now. */
export async function getNotice(table: Table, key: Key): Promise<Kept | undefined> {
  const item = await table.get(key, true);
  return item && stored.parse(item);
}

const change = (
  table: Table,
  { claim, takenAt, dueAt, ...was }: Kept,
  changes: Partial<Kept> & { duePlace?: string },
) => table.putNewer({ ...was, ...changes, version: was.version + 1 }, 'version');

/** Takes a notice for sending; undefined when somebody else did first. The index keeps it until it is known what became of it. */
export async function take(table: Table, place: string, was: Kept, takenAt: string): Promise<Kept | undefined> {
  const claim = newId();
  await change(table, was, { status: 'taken', claim, takenAt, duePlace: waitingIn(place), dueAt: was.dueAt });
  const now = await getNotice(table, was);
  return now?.claim === claim ? now : undefined;
}

export const markUnfinished = (table: Table, was: Kept): Promise<void> => change(table, was, { status: 'unfinished' });

export const markSent = (table: Table, was: Kept, sentAt: string): Promise<void> =>
  change(table, was, { status: 'sent', sentAt });

export const drop = (table: Table, was: Kept, why: string): Promise<void> =>
  change(table, was, { status: 'dropped', why });

/** Lets a notice wait until `dueAt`. */
export const putOff = (
  table: Table,
  place: string,
  was: Kept,
  dueAt: string,
  changes: Partial<Pick<Kept, 'gathered' | 'tries'>> = {},
): Promise<void> => change(table, was, { ...changes, status: 'waiting', duePlace: waitingIn(place), dueAt });
