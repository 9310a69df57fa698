// Who is notified of what, decided from an event and the states before and after it. No names or addresses are used here.
import type { AllocationState } from '../allocations/journal/allocation-state.ts';
import { availablePence } from '../allocations/journal/instalments.ts';
import { CLOCK, type Event } from '../journal/journal.types.ts';
import { notReady } from '../pools/journal/decide.ts';
import type { Commission, PoolChange, PoolState, Proposal } from '../pools/journal/pool-state.ts';
import { attendeesOf } from '../pools/journal/sessions.ts';
import type { Notification } from './notices.state.ts';
import { NotificationCollector } from './notification-collector.ts';
import { addForReturnedMoney } from './returned-money.rules.ts';

type PoolEvent = Event<PoolChange>;
type SessionChange = Extract<PoolChange, { type: 'session-status' }>;
type ProposalChange = Extract<PoolChange, { type: 'proposal-status' }>;

/** Some events need the state before them too: who the electors were, whose the lot was. */
export const needsStateBefore = ({ type, changes }: PoolEvent): boolean =>
  type === 'sent-home' ||
  changes.some((change) => change.type === 'proposal-status' && ['agreed', 'not-agreed'].includes(change.status));

/** The notifications that a pool's event gives rise to; `before` is given when `needsStateBefore` is true. */
export function notificationsOf(event: PoolEvent, before: PoolState | undefined, after: PoolState): Notification[] {
  const notifications = new NotificationCollector(event, after.members);
  for (const change of event.changes) addForChange(notifications, change, event, before, after);
  addForReturnedMoney(notifications, event, before, after);
  addForSupporter(notifications, event);
  return notifications.list();
}

/**
 * The notifications that an allocation's event gives rise to: of a standing contribution that was not paid in full, and of
 * what a supporter did, unless the pool's event of the same transaction says so. `after` is the state after it.
 */
export function notificationsOfAllocation(event: Event, after: AllocationState): Notification[] {
  const notifications = new NotificationCollector(event, {});
  addForStanding(notifications, event, after);
  if (!event.peers?.length) addForSupporter(notifications, event);
  return notifications.list();
}

const STANDING_OUTCOMES: Readonly<Record<string, 'part-paid' | 'missed' | 'stopped'>> = {
  'standing-part-paid': 'part-paid',
  'standing-missed': 'missed',
  'standing-stopped': 'stopped',
};

/** What the clock made of somebody's standing contribution; what they changed or stopped themselves they know. */
function addForStanding(notifications: NotificationCollector, event: Event, after: AllocationState): void {
  const did = STANDING_OUTCOMES[event.type];
  if (!did || event.actorId !== CLOCK) return;
  // There was money for it: it was missed because its owner has paused it.
  if (did === 'missed' && availablePence(after, event.at) > 0) return;
  notifications.notify('standing-contribution', 'self', { personId: after.personId }, { did });
}

function addForSupporter(notifications: NotificationCollector, { onBehalfOf, actorId, type }: Event): void {
  if (onBehalfOf === undefined || onBehalfOf === actorId) return;
  notifications.notify('acted-for-you', 'self', { personId: onBehalfOf }, { did: type });
}

function addForChange(
  notifications: NotificationCollector,
  change: PoolChange,
  event: PoolEvent,
  before: PoolState | undefined,
  after: PoolState,
): void {
  switch (change.type) {
    case 'proposed': {
      const { by, electors, closesAt } = change.proposal;
      const others = electors.filter((personId) => personId !== by);
      notifications.notifyMembers('decide', others, { about: change.id, when: closesAt });
      break;
    }
    case 'proposal-status':
      addForDecision(notifications, change, event, before, after);
      break;
    case 'agreement-agreed': {
      const { version } = change.agreement;
      const unsigned = Object.entries(after.members).filter(([, { signedVersion }]) => signedVersion < version);
      notifications.notifyMembers(
        'agreement-to-sign',
        unsigned.map(([personId]) => personId),
      );
      break;
    }
    case 'commissioned':
      notifications.notifyOwner('offer-requested', change.commission, {
        about: change.id,
        when: change.commission.answerBy,
      });
      break;
    case 'commission-status': {
      const commission = after.commissions[change.id];
      if (commission && change.status === 'accepted')
        notifications.notifyMembers('accepted', currentParticipantIds(commission), { about: change.id });
      break;
    }
    case 'session-status':
      addForSession(notifications, change, event, after);
  }
}

const currentParticipantIds = ({ participants }: Commission): string[] =>
  participants.flatMap(({ personId, lastDay }) => (lastDay === undefined ? [personId] : []));

function addForDecision(
  notifications: NotificationCollector,
  { id, status, notAgreedBecause: did }: ProposalChange,
  event: PoolEvent,
  before: PoolState | undefined,
  after: PoolState,
): void {
  if (status === 'waiting') {
    const proposal = after.proposals[id];
    // Later changes of the same event may have settled the proposal.
    if (proposal?.kind === 'buy')
      for (const { personId, lackingPence } of notReady(after, proposal, event.at))
        notifications.notifyMembers('money-short', [personId], {
          about: id,
          did: lackingPence > 0 ? 'money' : 'limit',
        });
    return;
  }
  const proposal = before?.proposals[id];
  if (status === 'withdrawn' || !proposal) return;
  // Members learn of a new agreement when they are asked to sign it.
  if (status === 'agreed' && proposal.kind === 'agreement') return;
  notifications.notifyMembers(status, proposal.electors, { about: id, ...(did === undefined ? {} : { did }) });
  if (status === 'agreed' && proposal.kind === 'cancel') addForCancellation(notifications, proposal, after);
}

function addForCancellation(
  notifications: NotificationCollector,
  { commissionId, session }: Extract<Proposal, { kind: 'cancel' }>,
  after: PoolState,
): void {
  const commission = after.commissions[commissionId];
  if (!commission) return;
  notifications.notifyOwner('called-off', commission, {
    about: commissionId,
    ...(session === undefined ? {} : { session }),
  });
}

function addForSession(
  notifications: NotificationCollector,
  { id, n, status, settlement }: SessionChange,
  event: PoolEvent,
  after: PoolState,
): void {
  const commission = after.commissions[id];
  if (!commission) return;
  const attendees = attendeesOf(commission, n).map(({ personId }) => personId);
  const about = { about: id, session: n };
  if (status === 'delivered') {
    const { releasesAt: when, confirmedBy = [] } = settlement ?? {};
    const details = { ...about, ...(when === undefined ? {} : { when }) };
    // The first confirmation leaves the others a day; later ones change nothing for them.
    if (confirmedBy.length === 0) notifications.notifyMembers('session-to-confirm', attendees, details);
    if (confirmedBy.length === 1) {
      const others = attendees.filter((personId) => !confirmedBy.includes(personId));
      notifications.notifyMembers('session-to-confirm', others, { ...details, did: 'confirmed' });
    }
  }
  // What the two sides say later leaves the session disputed; nobody is notified again.
  if (status === 'disputed' && event.type === 'disputed') notifications.notifyOwner('session-wrong', commission, about);
  if (status === 'not-funded') {
    notifications.notifyMembers('session-not-funded', attendees, about);
    notifications.notifyOwner('session-not-funded', commission, about);
  }
}
