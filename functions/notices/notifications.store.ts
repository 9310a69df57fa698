// Stores a notice for each person to be notified; an enterprise's go to everybody who runs it.
import { getEnterprise } from '../enterprises/enterprises.store.ts';
import type { Table } from '../platform/table.ts';
import type { Notification } from './notices.state.ts';
import { putNotice } from './notices.store.ts';

export async function putNotifications(
  table: Table,
  place: string,
  notifications: readonly Notification[],
): Promise<void> {
  for (const { to, ...notice } of notifications) {
    const personIds =
      'personId' in to ? [to.personId] : ((await getEnterprise(table, place, to.enterpriseId))?.owners ?? []);
    await Promise.all(personIds.map((personId) => putNotice(table, place, personId, notice)));
  }
}
