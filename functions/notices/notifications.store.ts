// Keeps what is to be told, for each person it concerns: an enterprise's share goes to the people who run it.
import { getEnterprise } from '../enterprises/enterprises.store.ts';
import type { Table } from '../platform/table.ts';
import type { Notification } from './notices.state.ts';
import { putNotice } from './notices.store.ts';

export async function putNotifications(table: Table, place: string, tellings: readonly Notification[]): Promise<void> {
  for (const { to, ...notice } of tellings) {
    const people = 'person' in to ? [to.person] : ((await getEnterprise(table, place, to.enterprise))?.owners ?? []);
    await Promise.all(people.map((person) => putNotice(table, place, person, notice)));
  }
}
