// One event of a pool as sentences.

import { type PoolAccount, readPoolAccount } from '../../../../functions/journal/accounts.ts';
import { pounds } from '../../../../functions/kernel/money.ts';
import type { History, Pool } from '../../api/types.ts';
import { nameIn, readerId } from '../../shell/reader.ts';
import { personId } from '../../sign-in/session.ts';
import { type Params, say } from '../../text/say.ts';
import type { Sentence } from '../../text/texts.ts';
import { historyNotes as notes, historySentences as sentences, historyText as t } from './history.text.ts';

type Event = History['items'][number];
export interface HistorySentence {
  readonly text: Sentence;
  readonly params: Params;
}

const CLOCK = 'clock';

type AccountType = PoolAccount['type'];

/** How much moved from accounts of one type to those of another, in pence. */
const movedPence = (event: Event, from: AccountType, to: AccountType): number =>
  event.postings
    .filter((one) => readPoolAccount(one.from).type === from && readPoolAccount(one.to).type === to)
    .reduce((sum, { pence }) => sum + pence, 0);

export function sentencesOfEvent(event: Event, pool: Pool): HistorySentence[] {
  const params = { who: personName(event, pool), what: subjectTitle(event, pool), n: event.about?.session ?? '' };
  return [mainSentence(event, params), ...noteSentences(event, pool)];
}

const nameOf = (person: string, pool: Pool): string =>
  person === readerId() ? say(t.you) : (nameIn(pool, person) ?? say(t.gone));

const personName = (event: Event, pool: Pool): string => nameOf(event.for ?? event.by, pool);

/** The title of a proposal, or of its commission, which has the same id. */
const proposalIdOf = ({ about }: Event): string | undefined => about?.proposalId ?? about?.commissionId?.split('-')[1];

function subjectTitle(event: Event, pool: Pool): string {
  const id = proposalIdOf(event);
  const title =
    pool.proposals.find((one) => one.id === id)?.title ??
    pool.commissions.find((one) => one.id === `${pool.id}-${id}`)?.title;
  return title ? say(t.quoted, { title }) : say(t.something);
}

function mainSentence(event: Event, params: Params): HistorySentence {
  const put = movedPence(event, 'allocation', 'lot');
  const home = movedPence(event, 'lot', 'allocation');
  const byClock = event.by === CLOCK;
  const withSum = (pence: number, seen: Sentence, unseen: Sentence): HistorySentence =>
    pence > 0 ? { text: seen, params: { ...params, sum: pounds(pence) } } : { text: unseen, params };
  switch (event.kind) {
    case 'contributed':
      return byClock
        ? withSum(put, sentences.standing, sentences.standingUnseen)
        : withSum(put, sentences.contributed, sentences.contributedUnseen);
    case 'sent-home':
      return byClock
        ? withSum(home, sentences.wentHome, sentences.wentHomeUnseen)
        : withSum(home, sentences['sent-home'], sentences.sentHomeUnseen);
    case 'cancelled':
      return { text: event.about?.session === undefined ? sentences.cancelled : sentences.cancelledSession, params };
    default:
      return { text: sentenceFor(event.kind), params };
  }
}

const sentenceByKind: Readonly<Record<string, Sentence>> = sentences;
const sentenceFor = (kind: string): Sentence => sentenceByKind[kind] ?? sentences.other;

/** Events that decide a proposal: money held in them is held by the group's decision. */
const DECIDING: ReadonlySet<string> = new Set(['voted', 'contributed', 'proposal-closed', 'left', 'vote-withdrawn']);

function noteSentences(event: Event, pool: Pool): HistorySentence[] {
  const paid = movedPence(event, 'held', 'payable');
  const back = movedPence(event, 'held', 'lot');
  const held = movedPence(event, 'lot', 'held');
  const home = event.kind === 'left' ? movedPence(event, 'lot', 'allocation') : 0;
  const isDecision = DECIDING.has(event.kind) && event.about?.commissionId === undefined && paid === 0;
  const sums: readonly (readonly [Sentence, number])[] = [
    [notes.home, home],
    [notes.paid, paid],
    [notes.back, back],
    [isDecision ? notes.decided : notes.held, event.kind === 'session-funded' ? 0 : held],
  ];
  return [
    ...sums.filter(([, pence]) => pence > 0).map(([text, pence]) => ({ text, params: { sum: pounds(pence) } })),
    ...(event.kind === 'confirmed' && paid === 0 ? [{ text: notes.othersADay, params: {} }] : []),
    ...(held === 0 ? outcomeSentences(event, pool) : []),
    ...supporterSentences(event, pool),
  ];
}

/** The outcome of a vote whose time was up, while the pool's page still has it. */
function outcomeSentences(event: Event, pool: Pool): HistorySentence[] {
  if (event.kind !== 'proposal-closed') return [];
  const status = pool.proposals.find((one) => one.id === proposalIdOf(event))?.status;
  if (status === 'agreed') return [{ text: notes.agreed, params: {} }];
  if (status === 'waiting') return [{ text: notes.waiting, params: {} }];
  return status === 'not-agreed' ? [{ text: notes.notAgreed, params: {} }] : [];
}

function supporterSentences(event: Event, pool: Pool): HistorySentence[] {
  if (event.for === undefined) return [];
  const text = event.for === readerId() ? notes.forYou : notes.forOther;
  // A supporter sees what they did for the person.
  if (event.by === personId()) return [{ text: notes.youForOther, params: {} }];
  return [{ text, params: { name: nameIn(pool, event.by) ?? say(t.supporter) } }];
}
