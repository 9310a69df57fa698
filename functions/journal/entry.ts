// One stored event: making it from a decision, and reading its event and its state, whichever version wrote them.
import * as z from 'zod/mini';
import { sha256 } from '../kernel/id.ts';
import {
  type CommandMeta,
  DamagedJournalError,
  type Decision,
  type Entry,
  type Event,
  type JournalKey,
  journalName,
  type Posting,
  type Reducer,
} from './journal.types.ts';

/** What is needed to read the states and events of one kind of journal. */
export type Reader<State, Change> = Pick<
  Reducer<State, never, Change, never>,
  'version' | 'upgradeState' | 'upgradeChange'
>;

/** The entry that follows `head` when `decision` leaves the state whose text is `stateText`. */
export function nextEntry(
  key: JournalKey,
  head: Entry | undefined,
  version: number,
  meta: CommandMeta,
  at: string,
  decision: Decision<unknown>,
  stateText: string,
  peers: Event['peers'] = [],
): Entry {
  const { idempotencyHash, bodyHash, actorId, onBehalfOf } = meta;
  const event: Event = {
    place: key.place,
    journal: journalName(key),
    seq: (head?.seq ?? 0) + 1,
    idempotencyHash,
    bodyHash,
    type: decision.type,
    actorId,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    at,
    ...(peers.length === 0 ? {} : { peers }),
    postings: decision.postings,
    changes: decision.changes,
    stateHash: sha256(stateText),
  };
  const text = JSON.stringify(event);
  return { key, seq: event.seq, idempotencyHash, text, hash: sha256((head?.hash ?? '') + text), stateText, version };
}

/** How version 1 wrote an event. Its postings were [from, to, pence]. */
const eventV1 = z.object({
  place: z.string(),
  journal: z.string(),
  seq: z.number(),
  op: z.string(),
  body: z.string(),
  kind: z.string(),
  by: z.string(),
  for: z.optional(z.string()),
  at: z.string(),
  peers: z.optional(z.array(z.tuple([z.string(), z.number()]))),
  postings: z.array(
    z.pipe(
      z.tuple([z.string(), z.string(), z.number()]),
      z.transform(([from, to, amount]): Posting => ({ from, to, amount, unit: 'gbp-pence' })),
    ),
  ),
  changes: z.array(z.unknown()),
  state: z.string(),
});

function upgradeV1(stored: unknown): Event {
  const { op, body, kind, by, for: onBehalfOf, peers, state, ...same } = eventV1.parse(stored);
  return {
    ...same,
    idempotencyHash: op,
    bodyHash: body,
    type: kind,
    actorId: by,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(peers === undefined ? {} : { peers }),
    stateHash: state,
  };
}

/** Throws `DamagedJournalError` when the entry is not what was once written: an incident, never an answer. */
function whole<Read extends Event>(entry: Entry, event: Read): Read {
  const isWhole =
    event.seq === entry.seq &&
    event.idempotencyHash === entry.idempotencyHash &&
    event.stateHash === sha256(entry.stateText);
  if (!isWhole) throw new DamagedJournalError(journalName(entry.key), entry.seq);
  return event;
}

/** An entry's event for whoever does not know the journal's reducer: its changes are unread. Throws `DamagedJournalError`. */
export const rawEventOf = (entry: Entry): Event =>
  whole(entry, entry.version === 1 ? upgradeV1(JSON.parse(entry.text)) : JSON.parse(entry.text));

/** An entry's event. Throws `DamagedJournalError`. */
export function eventOf<Change>(reader: Reader<unknown, Change>, entry: Entry): Event<Change> {
  if (entry.version === reader.version) return whole(entry, JSON.parse(entry.text));
  checkIsKnown(reader, entry);
  const event = rawEventOf(entry);
  return { ...event, changes: event.changes.map((change) => reader.upgradeChange(change, entry.version)) };
}

/** The state after an entry's event; that it is the right one, reading the event has checked. */
export function stateOf<State>(reader: Reader<State, unknown>, entry: Entry): State {
  if (entry.version === reader.version) return JSON.parse(entry.stateText);
  checkIsKnown(reader, entry);
  return reader.upgradeState(JSON.parse(entry.stateText), entry.version);
}

/** While two versions run side by side, the older one may come across what the newer one wrote, and must not guess. */
function checkIsKnown({ version }: Reader<unknown, unknown>, entry: Entry): void {
  if (entry.version > version) throw new Error(`${journalName(entry.key)} was written by a newer version`);
}
