// Sends what waits: looks up words and address, keeps quiet hours and digests, and takes each notice before it is sent.

import { poolKey } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { addMinutes, addSeconds } from '../kernel/clock.ts';
import { getRecipient, type Recipient } from '../people/recipient.store.ts';
import type { AppContext } from '../platform/app-context.ts';
import { logError } from '../platform/log.ts';
import type { Key } from '../platform/table.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import type { PoolState } from '../pools/journal/pool-state.ts';
import { getTexts } from '../pools/pools.store.ts';
import { type Notice, poolOf } from './notices.state.ts';
import { drop, dueNotices, getNotice, type Kept, markSent, markUnfinished, putOff, take } from './notices.store.ts';
import { type Names, type Words, wordsOf } from './notices.words.ts';
import type { Message, Sender } from './sender.ts';
import {
  cannotWait,
  isTooOld,
  isUnfinished,
  nextDigest,
  oldestSent,
  quietUntil,
  stillConcerns,
} from './sending.rules.ts';

const RETRY_MINUTES = 15;
const MAX_TRIES = 20;
/** People who are sent to at the same time. */
const CONCURRENT_PEOPLE = 10;
/** For so long a round begins new messages. */
const ROUND_SECONDS = 30;
const NO_NAMES: Names = { pool: '', titles: {} };

/**
 * Sends what may go out now in one place; answers how many messages left. One that fails stops no other. Begins nothing
 * new when the round has lasted for long: a Lambda that is cut off while it sends loses what it has taken.
 */
export async function sendDue(
  context: Pick<AppContext, 'table' | 'journals' | 'now'>,
  sender: Sender,
  place: string,
): Promise<number> {
  const round = new Round(context, sender, place);
  const began = context.now();
  const people = [...(await dueNotices(context.table, place, oldestSent(began), began))];
  const ends = addSeconds(began, ROUND_SECONDS);
  let sent = 0;
  const one = async ([person, keys]: (typeof people)[number]): Promise<void> => {
    try {
      sent += await round.sendTo(person, keys);
    } catch (error) {
      logError('notice-failed', error);
    }
  };
  for (let i = 0; i < people.length && context.now() < ends; i += CONCURRENT_PEOPLE)
    await Promise.all(people.slice(i, i + CONCURRENT_PEOPLE).map(one));
  const { unfinished } = round;
  // The alarm on AWS looks for this code.
  if (unfinished > 0)
    logError(
      'notices-unfinished',
      new Error(`${unfinished} notices were begun and never finished: people may not have been told`),
    );
  return sent;
}

/** One round of sending: every pool is read once at most. */
class Round {
  /** Notices that an earlier round took, and of which nobody knows whether they arrived. */
  unfinished = 0;
  readonly #context: Pick<AppContext, 'table' | 'journals' | 'now'>;
  readonly #sender: Sender;
  readonly #place: string;
  readonly #pools = new Map<string, Promise<{ state: PoolState; names: Names } | undefined>>();

  constructor(context: Pick<AppContext, 'table' | 'journals' | 'now'>, sender: Sender, place: string) {
    this.#context = context;
    this.#sender = sender;
    this.#place = place;
  }

  async sendTo(person: string, keys: readonly Key[]): Promise<number> {
    const { table } = this.#context;
    const contact = await getRecipient(table, this.#place, person, this.#sender.texts);
    const ready: Kept[] = [];
    for (const key of keys) {
      const kept = await getNotice(table, key);
      if (kept?.status === 'taken') await this.#giveUp(kept);
      if (kept?.status === 'waiting' && (await this.#mayGo(kept, person, contact))) ready.push(kept);
    }
    if (!contact) return 0;
    const gathered = ready.filter((kept) => kept.gathered);
    let sent = 0;
    for (const kept of ready) if (!kept.gathered) sent += await this.#send([kept], contact);
    return gathered.length > 0 ? sent + (await this.#send(gathered, contact)) : sent;
  }

  /** Counts what was taken and never finished, each once. */
  async #giveUp(kept: Kept): Promise<void> {
    const { table, now } = this.#context;
    if (!isUnfinished(kept.takenAt ?? kept.at, now())) return;
    await markUnfinished(table, kept);
    this.unfinished++;
  }

  /** Drops what concerns them no more; puts off what is for later. */
  async #mayGo(kept: Kept, person: string, contact: Recipient | undefined): Promise<boolean> {
    const { table, now } = this.#context;
    const at = now();
    if (kept.dueAt === undefined || kept.dueAt > at) return false;
    if (!contact) return drop(table, kept, 'not-wanted').then(() => false);
    const pool = await this.#pool(kept);
    if (isTooOld(kept.at, at) || !stillConcerns(kept, person, pool?.state, at))
      return drop(table, kept, 'over').then(() => false);
    const quiet = contact.by === 'text' ? quietUntil(at) : undefined;
    const digestAt = nextDigest(at);
    if (contact.digest && !kept.gathered && !cannotWait(kept, digestAt))
      return putOff(table, this.#place, kept, digestAt, { gathered: true }).then(() => false);
    if (quiet !== undefined) return putOff(table, this.#place, kept, quiet).then(() => false);
    return true;
  }

  /** One message of all these. Taken first: if this dies while sending, nobody sends it twice. */
  async #send(wanted: readonly Kept[], { by, name, address }: Recipient): Promise<number> {
    const { table, now } = this.#context;
    const taken: Kept[] = [];
    for (const one of wanted) {
      const mine = await take(table, this.#place, one, now());
      if (mine) taken.push(mine);
    }
    const message = await this.#messageOf(taken, by);
    if (!message) return 0;
    const answer = await this.#sender.send(message, { by, name, address });
    for (const one of taken)
      if (answer === 'sent') await markSent(table, one, now());
      else if (answer === 'never' || one.tries + 1 >= MAX_TRIES) await drop(table, one, 'refused');
      else await putOff(table, this.#place, one, addMinutes(now(), RETRY_MINUTES), { tries: one.tries + 1 });
    return answer === 'sent' ? 1 : 0;
  }

  async #messageOf(taken: readonly Kept[], by: Recipient['by']): Promise<Message | undefined> {
    const [first, another] = taken;
    if (!first) return undefined;
    const id = first.claim ?? '';
    const kinds = taken.map(({ kind }) => kind);
    const words: Words[] = [];
    for (const one of taken) words.push(wordsOf(one, (await this.#pool(one))?.names ?? NO_NAMES));
    const [only] = words;
    if (only && !another) return { ...only, id, kinds };
    // A text message has room for the subjects only.
    const lines = words.map((one) => (by === 'text' ? `${one.subject}.` : `${one.subject}. ${one.text}`));
    const text = lines.join(by === 'text' ? ' ' : '\n\n');
    return { subject: `${words.length} things to know in Kitty`, text, link: '/', id, kinds };
  }

  #pool(notice: Notice) {
    const id = poolOf(notice);
    if (id === undefined) return Promise.resolve(undefined);
    const known = this.#pools.get(id) ?? this.#readPool(id);
    this.#pools.set(id, known);
    return known;
  }

  async #readPool(id: string): Promise<{ state: PoolState; names: Names } | undefined> {
    const [found, texts] = await Promise.all([
      read(this.#context.journals, poolReducer, poolKey(this.#place, id)),
      getTexts(this.#context.table, this.#place, id),
    ]);
    if (!found.ok) throw new Error(`a pool is being updated: ${found.refusal.code}`);
    return found.value && { state: found.value.state, names: { pool: texts.name, titles: texts.titles } };
  }
}
