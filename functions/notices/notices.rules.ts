// Who is told what: from an event and the state on both sides of it to notices. Nothing here knows a name or an address.
import { participants } from '../commissions/money.rules.ts';
import type { Event } from '../journal/journal.types.ts';
import type { Commission, PoolChange, PoolState, Proposal } from '../pools/pools.state.ts';
import { missing } from '../proposals/proposals.rules.ts';
import type { Notice, NoticeKind, Role, Telling } from './notices.state.ts';

/** Some events are understood only with the state before: who the electors were, whose the lot was. */
export const needsBefore = (event: Event<PoolChange>): boolean =>
  event.kind === 'sent-home' ||
  event.changes.some((change) => change.is === 'proposal' && ['agreed', 'not-agreed'].includes(change.status));

type More = Pick<Notice, 'about' | 'session' | 'when' | 'did'>;

/** Collects notices: each kind about one thing once a person, and as members only those who are. */
class Tellings {
  readonly all = new Map<string, Telling>();
  readonly #event: Event<unknown>;
  readonly #members: PoolState['members'];

  constructor(event: Event<unknown>, { members }: Pick<PoolState, 'members'>) {
    this.#event = event;
    this.#members = members;
  }

  tell(kind: NoticeKind, as: Role, to: Telling['to'], more: More = {}): void {
    if (as === 'member' && 'person' in to && !this.#members[to.person]) return;
    const { journal, seq, at } = this.#event;
    const key = JSON.stringify([kind, to, more.about, more.session]);
    if (!this.all.has(key)) this.all.set(key, { journal, cause: String(seq), kind, as, to, at, ...more });
  }

  members(kind: NoticeKind, people: readonly string[], more: More = {}): void {
    for (const person of people) this.tell(kind, 'member', { person }, more);
  }

  owner(kind: NoticeKind, { enterprise }: Pick<Commission, 'enterprise'>, more: More = {}): void {
    this.tell(kind, 'owner', { enterprise }, more);
  }
}

/** What a pool's event gives people to know; `before` is there when `needsBefore` says so. */
export function noticesOf(event: Event<PoolChange>, before: PoolState | undefined, after: PoolState): Telling[] {
  const tellings = new Tellings(event, after);
  for (const change of event.changes) ofChange(tellings, change, event, before, after);
  ofMoney(tellings, event, before, after);
  ofSupporter(tellings, event);
  return [...tellings.all.values()];
}

/** What an allocation's event gives people to know: what a supporter did, unless a pool's event of the same step tells it. */
export function noticesOfAllocation(event: Event<unknown>): Telling[] {
  const tellings = new Tellings(event, { members: {} });
  if (!event.peers?.length) ofSupporter(tellings, event);
  return [...tellings.all.values()];
}

function ofSupporter(tellings: Tellings, event: Event<unknown>): void {
  if (event.for === undefined || event.for === event.by) return;
  tellings.tell('acted-for-you', 'self', { person: event.for }, { did: event.kind });
}

function ofChange(
  tellings: Tellings,
  change: PoolChange,
  event: Event<PoolChange>,
  before: PoolState | undefined,
  after: PoolState,
): void {
  switch (change.is) {
    case 'proposed': {
      const { by, electors, closes } = change.proposal;
      const others = electors.filter((person) => person !== by);
      tellings.members('decide', others, { about: change.id, when: closes });
      break;
    }
    case 'proposal':
      ofDecision(tellings, change.id, change.status, event, before, after);
      break;
    case 'agreement': {
      const unsigned = Object.entries(after.members).filter(([, { signed }]) => signed < change.agreement.version);
      for (const [person] of unsigned) tellings.members('agreement-to-sign', [person]);
      break;
    }
    case 'commissioned':
      tellings.owner('offer-requested', change.commission, { about: change.id, when: change.commission.answerBy });
      break;
    case 'commission': {
      const commission = after.commissions[change.id];
      if (commission && change.status === 'accepted')
        tellings.members('accepted', comingTo(commission), { about: change.id });
      break;
    }
    case 'session':
      ofSession(tellings, change, event, after);
  }
}

function ofDecision(
  tellings: Tellings,
  id: string,
  status: 'waiting' | 'agreed' | 'not-agreed' | 'withdrawn',
  event: Event<PoolChange>,
  before: PoolState | undefined,
  after: PoolState,
): void {
  if (status === 'waiting') {
    const proposal = after.proposals[id];
    // The same event may have found the money after all.
    if (proposal?.kind === 'buy')
      for (const { person, pence } of missing(after, proposal, event.at))
        tellings.members('money-short', [person], { about: id, did: pence > 0 ? 'money' : 'limit' });
    return;
  }
  const proposal = before?.proposals[id];
  if (status === 'withdrawn' || !proposal) return;
  // Who is asked to sign is told of the agreement by that.
  if (status === 'agreed' && proposal.kind === 'agreement') return;
  tellings.members(status, proposal.electors, { about: id });
  if (status === 'agreed' && proposal.kind === 'cancel') ofCancelling(tellings, proposal, after);
}

function ofCancelling(tellings: Tellings, proposal: Proposal & { kind: 'cancel' }, after: PoolState): void {
  const commission = after.commissions[proposal.commission];
  const { session } = proposal;
  if (commission)
    tellings.owner('called-off', commission, {
      about: proposal.commission,
      ...(session === undefined ? {} : { session }),
    });
}

function ofSession(
  tellings: Tellings,
  { id, n, status, talk }: PoolChange & { is: 'session' },
  event: Event<PoolChange>,
  after: PoolState,
): void {
  const commission = after.commissions[id];
  if (!commission) return;
  const who = participants(commission, n).map((one) => one.id);
  const about = { about: id, session: n };
  if (status === 'delivered')
    tellings.members('session-to-confirm', who, { ...about, ...(talk?.releases ? { when: talk.releases } : {}) });
  // What the sides say about it afterwards keeps it disputed: that is no news.
  if (status === 'disputed' && event.kind === 'disputed') tellings.owner('session-wrong', commission, about);
  if (status === 'not-funded') {
    tellings.members('session-not-funded', who, about);
    tellings.owner('session-not-funded', commission, about);
  }
}

const comingTo = ({ people }: Commission): string[] =>
  people.filter(({ until }) => until === undefined).map(({ id }) => id);

/** Whose money came back from an order to their own part of the pool, and whose went home. */
function ofMoney(tellings: Tellings, event: Event<PoolChange>, before: PoolState | undefined, after: PoolState): void {
  const owner = (lot: string): string | undefined => (after.lots[lot] ?? before?.lots[lot])?.person;
  const left = event.changes.find((change) => change.is === 'left')?.person;
  const back = new Map<string, number>();
  const add = (commission: string, lot: string, pence: number): void => {
    const key = JSON.stringify([commission, owner(lot) ?? '']);
    back.set(key, (back.get(key) ?? 0) + pence);
  };
  for (const [from, to, pence] of event.postings) {
    const [fromKind, fromId = '', fromLot = ''] = from.split(':');
    const [toKind, toId = '', toLot = ''] = to.split(':');
    if (fromKind === 'held' && toKind === 'lot') add(fromId, fromLot, pence);
    if (fromKind === 'lot' && toKind === 'held') add(toId, toLot, -pence);
    const person = left ?? owner(fromId);
    // Who took it out themselves knows.
    const byThemselves = event.kind === 'sent-home' && (event.for ?? event.by) === person;
    if (fromKind === 'lot' && toKind === 'allocation' && person !== undefined && !byThemselves)
      tellings.tell('money-returned', 'self', { person }, { did: 'home' });
  }
  // Shares that move because somebody says whether they come are no news: who said it knows, and the others see it there.
  if (event.changes.some(({ is }) => is === 'away' || is === 'coming')) return;
  for (const [key, pence] of back) {
    const [about = '', person = ''] = JSON.parse(key);
    if (pence > 0) tellings.members('money-returned', [person], { about, did: whatBecameOf(event, about) });
  }
}

function whatBecameOf(event: Event<PoolChange>, commission: string): string {
  for (const change of event.changes) if (change.is === 'commission' && change.id === commission) return change.status;
  return 'changed';
}
