// Sends waiting notices: looks up text and address, observes quiet hours and digests, and claims each notice before sending it.

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
import {
  claimNotice,
  dropNotice,
  dueNotices,
  getNotice,
  markSent,
  markUnfinished,
  postpone,
  type StoredNotice,
} from './notices.store.ts';
import { type MessageText, messageTextOf, type PoolNames } from './notices.words.ts';
import type { Message, Sender } from './sender.ts';
import {
  isDueBefore,
  isStillRelevant,
  isTooOld,
  isUnfinished,
  nextDigest,
  oldestToSend,
  quietUntil,
} from './sending.rules.ts';

const RETRY_MINUTES = 15;
const MAX_TRIES = 20;
/** People whose messages are sent at the same time. */
const CONCURRENT_PEOPLE = 10;
/** After this a run begins no more messages. */
const MAX_RUN_SECONDS = 30;
const NO_NAMES: PoolNames = { pool: '', titles: {} };

/**
 * Sends what is due now in one place; answers how many messages were sent. One that fails stops no other. Begins no more
 * after `MAX_RUN_SECONDS`, because what a Lambda has claimed when it times out is never sent.
 */
export async function sendDue(
  context: Pick<AppContext, 'table' | 'journals' | 'now'>,
  sender: Sender,
  place: string,
): Promise<number> {
  const run = new SendingRun(context, sender, place);
  const startedAt = context.now();
  const keysByPerson = [...(await dueNotices(context.table, place, oldestToSend(startedAt), startedAt))];
  const endsAt = addSeconds(startedAt, MAX_RUN_SECONDS);
  let sent = 0;
  const sendToPerson = async ([personId, keys]: (typeof keysByPerson)[number]): Promise<void> => {
    try {
      sent += await run.sendTo(personId, keys);
    } catch (error) {
      logError('notice-failed', error);
    }
  };
  for (let i = 0; i < keysByPerson.length && context.now() < endsAt; i += CONCURRENT_PEOPLE)
    await Promise.all(keysByPerson.slice(i, i + CONCURRENT_PEOPLE).map(sendToPerson));
  const { unfinished } = run;
  // The alarm on AWS looks for this code.
  if (unfinished > 0)
    logError(
      'notices-unfinished',
      new Error(`${unfinished} notices were begun and never finished: people may not have been told`),
    );
  return sent;
}

/** One run of sending, which reads every pool once at most. */
class SendingRun {
  /** Notices that an earlier run claimed; it is unknown whether they arrived. */
  unfinished = 0;
  readonly #context: Pick<AppContext, 'table' | 'journals' | 'now'>;
  readonly #sender: Sender;
  readonly #place: string;
  readonly #pools = new Map<string, Promise<{ state: PoolState; names: PoolNames } | undefined>>();

  constructor(context: Pick<AppContext, 'table' | 'journals' | 'now'>, sender: Sender, place: string) {
    this.#context = context;
    this.#sender = sender;
    this.#place = place;
  }

  async sendTo(personId: string, keys: readonly Key[]): Promise<number> {
    const { table } = this.#context;
    const recipient = await getRecipient(table, this.#place, personId, this.#sender.sendsTexts);
    const ready: StoredNotice[] = [];
    for (const key of keys) {
      const notice = await getNotice(table, key);
      if (notice?.status === 'taken') await this.#markIfUnfinished(notice);
      if (notice?.status === 'waiting' && (await this.#isReady(notice, personId, recipient))) ready.push(notice);
    }
    if (!recipient) return 0;
    const digest = ready.filter((notice) => notice.gathered);
    let sent = 0;
    for (const notice of ready) if (!notice.gathered) sent += await this.#send([notice], recipient);
    return digest.length > 0 ? sent + (await this.#send(digest, recipient)) : sent;
  }

  /** Marks and counts a notice that was claimed too long ago to be still being sent. */
  async #markIfUnfinished(notice: StoredNotice): Promise<void> {
    const { table, now } = this.#context;
    if (!isUnfinished(notice.takenAt ?? notice.at, now())) return;
    await markUnfinished(table, notice);
    this.unfinished++;
  }

  /** Whether to send a notice now. Drops it when it is no longer relevant, and postpones it when it is for later. */
  async #isReady(notice: StoredNotice, personId: string, recipient: Recipient | undefined): Promise<boolean> {
    const { table, now } = this.#context;
    const at = now();
    if (notice.dueAt === undefined || notice.dueAt > at) return false;
    if (!recipient) return dropNotice(table, notice, 'not-wanted').then(() => false);
    const pool = await this.#pool(notice);
    if (isTooOld(notice.at, at) || !isStillRelevant(notice, personId, pool?.state, at))
      return dropNotice(table, notice, 'over').then(() => false);
    const quietEndsAt = recipient.by === 'text' ? quietUntil(at) : undefined;
    const digestAt = nextDigest(at);
    if (recipient.digest && !notice.gathered && !isDueBefore(notice, digestAt))
      return postpone(table, this.#place, notice, digestAt, { gathered: true }).then(() => false);
    if (quietEndsAt !== undefined) return postpone(table, this.#place, notice, quietEndsAt).then(() => false);
    return true;
  }

  /** Sends one message for all these notices. They are claimed first, so that none is sent twice after a crash. */
  async #send(notices: readonly StoredNotice[], { by, name, address }: Recipient): Promise<number> {
    const { table, now } = this.#context;
    const claimed: StoredNotice[] = [];
    for (const one of notices) {
      const ownClaim = await claimNotice(table, this.#place, one, now());
      if (ownClaim) claimed.push(ownClaim);
    }
    const message = await this.#messageOf(claimed, by);
    if (!message) return 0;
    const outcome = await this.#sender.send(message, { by, name, address });
    for (const one of claimed)
      if (outcome === 'sent') await markSent(table, one, now());
      else if (outcome === 'never' || one.tries + 1 >= MAX_TRIES) await dropNotice(table, one, 'refused');
      else await postpone(table, this.#place, one, addMinutes(now(), RETRY_MINUTES), { tries: one.tries + 1 });
    return outcome === 'sent' ? 1 : 0;
  }

  async #messageOf(claimed: readonly StoredNotice[], by: Recipient['by']): Promise<Message | undefined> {
    const [first, second] = claimed;
    if (!first) return undefined;
    const id = first.claim ?? '';
    const kinds = claimed.map(({ kind }) => kind);
    const texts: MessageText[] = [];
    for (const one of claimed) texts.push(messageTextOf(one, (await this.#pool(one))?.names ?? NO_NAMES));
    const [only] = texts;
    if (only && !second) return { ...only, id, kinds };
    // A text message has room for the subjects only.
    const lines = texts.map((one) => (by === 'text' ? `${one.subject}.` : `${one.subject}. ${one.text}`));
    const text = lines.join(by === 'text' ? ' ' : '\n\n');
    return { subject: `${texts.length} things to know in Kitty`, text, link: '/', id, kinds };
  }

  #pool(notice: Notice) {
    const id = poolOf(notice);
    if (id === undefined) return Promise.resolve(undefined);
    const pool = this.#pools.get(id) ?? this.#readPool(id);
    this.#pools.set(id, pool);
    return pool;
  }

  async #readPool(id: string): Promise<{ state: PoolState; names: PoolNames } | undefined> {
    const [found, texts] = await Promise.all([
      read(this.#context.journals, poolReducer, poolKey(this.#place, id)),
      getTexts(this.#context.table, this.#place, id),
    ]);
    if (!found.ok) throw new Error(`a pool is being updated: ${found.refusal.code}`);
    return found.value && { state: found.value.state, names: { pool: texts.name, titles: texts.titles } };
  }
}
