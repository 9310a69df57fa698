// Who is notified that their money was returned.
import { readPoolAccount } from '../journal/accounts.ts';
import type { Event } from '../journal/journal.types.ts';
import type { PoolChange, PoolState } from '../pools/journal/pool-state.ts';
import type { NotificationCollector } from './notification-collector.ts';

type PoolEvent = Event<PoolChange>;

/** Notifies those whose money came back from a commission to their lot, and those whose money went back to their allocation. */
export function addForReturnedMoney(
  notifications: NotificationCollector,
  event: PoolEvent,
  before: PoolState | undefined,
  after: PoolState,
): void {
  const ownerOf = (lot: string): string | undefined => (after.lots[lot] ?? before?.lots[lot])?.personId;
  const leaverId = event.changes.flatMap((change) => (change.type === 'left' ? [change.personId] : []))[0];
  const returnedPence = new Map<string, number>();
  const add = (commissionId: string, lot: string, pence: number): void => {
    const key = JSON.stringify([commissionId, ownerOf(lot) ?? '']);
    returnedPence.set(key, (returnedPence.get(key) ?? 0) + pence);
  };
  for (const posting of event.postings) {
    const from = readPoolAccount(posting.from);
    const to = readPoolAccount(posting.to);
    if (from.type === 'held' && to.type === 'lot') add(from.commissionId, to.lot, posting.amount);
    if (from.type === 'lot' && to.type === 'held') add(to.commissionId, from.lot, -posting.amount);
    if (from.type !== 'lot' || to.type !== 'allocation') continue;
    const personId = leaverId ?? ownerOf(from.lot);
    // Nobody is notified of a withdrawal that they made themselves.
    const byThemselves = event.type === 'sent-home' && (event.onBehalfOf ?? event.actorId) === personId;
    if (personId !== undefined && !byThemselves)
      notifications.notify('money-returned', 'self', { personId }, { did: 'home' });
  }
  // When somebody changes whether they come, shares change too, and the session's page shows it: no notice of that.
  if (event.changes.some(({ type }) => type === 'absent' || type === 'attending')) return;
  for (const [key, pence] of returnedPence) {
    const [about = '', personId = ''] = JSON.parse(key);
    if (pence > 0)
      notifications.notifyMembers('money-returned', [personId], { about, did: returnReason(event, about) });
  }
}

function returnReason({ type, changes }: PoolEvent, commissionId: string): string {
  if (type === 'session-forgotten') return 'forgotten';
  for (const change of changes)
    if (change.type === 'commission-status' && change.id === commissionId) return change.status;
  return 'changed';
}
