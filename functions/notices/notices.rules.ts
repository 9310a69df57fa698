// Who is notified of what: from an event and the state on both sides of it to notices. Nothing here knows a name or an address.
import { readPoolAccount } from '../journal/accounts.ts';
import type { Event } from '../journal/journal.types.ts';
import { notReady } from '../pools/journal/decide.ts';
import type { Commission, PoolChange, PoolState, Proposal } from '../pools/journal/pool-state.ts';
import { attendeesOf } from '../pools/journal/sessions.ts';
import type { Notice, NoticeKind, Notification, Role } from './notices.state.ts';

type PoolEvent = Event<PoolChange>;
type SessionChange = Extract<PoolChange, { type: 'session-status' }>;
type ProposalChange = Extract<PoolChange, { type: 'proposal-status' }>;
type Details = Pick<Notice, 'about' | 'session' | 'when' | 'did'>;

/** Some events are understood only with the state before: who the electors were, whose the lot was. */
export const needsStateBefore = ({ type, changes }: PoolEvent): boolean =>
  type === 'sent-home' ||
  changes.some((change) => change.type === 'proposal-status' && ['agreed', 'not-agreed'].includes(change.status));

/** Collects notifications: each kind about one thing once a person, and as members only those who are. */
class Notifications {
  readonly #all = new Map<string, Notification>();
  readonly #event: Event;
  readonly #members: PoolState['members'];

  constructor(event: Event, members: PoolState['members']) {
    this.#event = event;
    this.#members = members;
  }

  notify(kind: NoticeKind, as: Role, to: Notification['to'], details: Details = {}): void {
    if (as === 'member' && 'person' in to && !this.#members[to.person]) return;
    const { journal, seq, at } = this.#event;
    const key = JSON.stringify([kind, to, details.about, details.session]);
    if (!this.#all.has(key)) this.#all.set(key, { journal, cause: String(seq), kind, as, to, at, ...details });
  }

  members(kind: NoticeKind, personIds: readonly string[], details: Details = {}): void {
    for (const person of personIds) this.notify(kind, 'member', { person }, details);
  }

  owner(kind: NoticeKind, { enterpriseId }: Pick<Commission, 'enterpriseId'>, details: Details = {}): void {
    this.notify(kind, 'owner', { enterprise: enterpriseId }, details);
  }

  list(): Notification[] {
    return [...this.#all.values()];
  }
}

/** What a pool's event gives people to know; `before` is there when `needsStateBefore` says so. */
export function noticesOf(event: PoolEvent, before: PoolState | undefined, after: PoolState): Notification[] {
  const found = new Notifications(event, after.members);
  for (const change of event.changes) ofChange(found, change, event, before, after);
  ofMoney(found, event, before, after);
  ofSupporter(found, event);
  return found.list();
}

/** What an allocation's event gives people to know: what a supporter did, unless a pool's event of the same transaction says it. */
export function noticesOfAllocation(event: Event): Notification[] {
  const found = new Notifications(event, {});
  if (!event.peers?.length) ofSupporter(found, event);
  return found.list();
}

function ofSupporter(found: Notifications, { onBehalfOf, actorId, type }: Event): void {
  if (onBehalfOf === undefined || onBehalfOf === actorId) return;
  found.notify('acted-for-you', 'self', { person: onBehalfOf }, { did: type });
}

function ofChange(
  found: Notifications,
  change: PoolChange,
  event: PoolEvent,
  before: PoolState | undefined,
  after: PoolState,
): void {
  switch (change.type) {
    case 'proposed': {
      const { by, electors, closesAt } = change.proposal;
      const others = electors.filter((personId) => personId !== by);
      found.members('decide', others, { about: change.id, when: closesAt });
      break;
    }
    case 'proposal-status':
      ofDecision(found, change, event, before, after);
      break;
    case 'agreement-agreed': {
      const { version } = change.agreement;
      const unsigned = Object.entries(after.members).filter(([, { signedVersion }]) => signedVersion < version);
      found.members(
        'agreement-to-sign',
        unsigned.map(([personId]) => personId),
      );
      break;
    }
    case 'commissioned':
      found.owner('offer-requested', change.commission, { about: change.id, when: change.commission.answerBy });
      break;
    case 'commission-status': {
      const commission = after.commissions[change.id];
      if (commission && change.status === 'accepted')
        found.members('accepted', stillIn(commission), { about: change.id });
      break;
    }
    case 'session-status':
      ofSession(found, change, event, after);
  }
}

const stillIn = ({ participants }: Commission): string[] =>
  participants.flatMap(({ personId, lastDay }) => (lastDay === undefined ? [personId] : []));

function ofDecision(
  found: Notifications,
  { id, status }: ProposalChange,
  event: PoolEvent,
  before: PoolState | undefined,
  after: PoolState,
): void {
  if (status === 'waiting') {
    const proposal = after.proposals[id];
    // The same event may have found the money after all.
    if (proposal?.kind === 'buy')
      for (const { personId, lackingPence } of notReady(after, proposal, event.at))
        found.members('money-short', [personId], { about: id, did: lackingPence > 0 ? 'money' : 'limit' });
    return;
  }
  const proposal = before?.proposals[id];
  if (status === 'withdrawn' || !proposal) return;
  // Who is asked to sign is told of the agreement by that.
  if (status === 'agreed' && proposal.kind === 'agreement') return;
  found.members(status, proposal.electors, { about: id });
  if (status === 'agreed' && proposal.kind === 'cancel') ofCancelling(found, proposal, after);
}

function ofCancelling(
  found: Notifications,
  { commissionId, session }: Extract<Proposal, { kind: 'cancel' }>,
  after: PoolState,
): void {
  const commission = after.commissions[commissionId];
  if (!commission) return;
  found.owner('called-off', commission, { about: commissionId, ...(session === undefined ? {} : { session }) });
}

function ofSession(
  found: Notifications,
  { id, n, status, settlement }: SessionChange,
  event: PoolEvent,
  after: PoolState,
): void {
  const commission = after.commissions[id];
  if (!commission) return;
  const attendees = attendeesOf(commission, n).map(({ personId }) => personId);
  const about = { about: id, session: n };
  if (status === 'delivered') {
    const when = settlement?.releasesAt;
    found.members('session-to-confirm', attendees, { ...about, ...(when === undefined ? {} : { when }) });
  }
  // What the sides say about it afterwards keeps it disputed: nobody is notified again.
  if (status === 'disputed' && event.type === 'disputed') found.owner('session-wrong', commission, about);
  if (status === 'not-funded') {
    found.members('session-not-funded', attendees, about);
    found.owner('session-not-funded', commission, about);
  }
}

/** Whose money came back from an order to their own part of the pool, and whose went back to their allocation. */
function ofMoney(found: Notifications, event: PoolEvent, before: PoolState | undefined, after: PoolState): void {
  const ownerOf = (lot: string): string | undefined => (after.lots[lot] ?? before?.lots[lot])?.personId;
  const leaver = event.changes.flatMap((change) => (change.type === 'left' ? [change.personId] : []))[0];
  const back = new Map<string, number>();
  const add = (commissionId: string, lot: string, pence: number): void => {
    const key = JSON.stringify([commissionId, ownerOf(lot) ?? '']);
    back.set(key, (back.get(key) ?? 0) + pence);
  };
  for (const posting of event.postings) {
    const from = readPoolAccount(posting.from);
    const to = readPoolAccount(posting.to);
    if (from.type === 'held' && to.type === 'lot') add(from.commissionId, to.lot, posting.amount);
    if (from.type === 'lot' && to.type === 'held') add(to.commissionId, from.lot, -posting.amount);
    if (from.type !== 'lot' || to.type !== 'allocation') continue;
    const person = leaver ?? ownerOf(from.lot);
    // Who took it out themselves knows.
    const byThemselves = event.type === 'sent-home' && (event.onBehalfOf ?? event.actorId) === person;
    if (person !== undefined && !byThemselves) found.notify('money-returned', 'self', { person }, { did: 'home' });
  }
  // Who says whether they come knows that shares move by it, and the others see it on the session's page.
  if (event.changes.some(({ type }) => type === 'absent' || type === 'attending')) return;
  for (const [key, pence] of back) {
    const [about = '', person = ''] = JSON.parse(key);
    if (pence > 0) found.members('money-returned', [person], { about, did: whatBecameOf(event, about) });
  }
}

function whatBecameOf({ changes }: PoolEvent, commissionId: string): string {
  for (const change of changes)
    if (change.type === 'commission-status' && change.id === commissionId) return change.status;
  return 'changed';
}
