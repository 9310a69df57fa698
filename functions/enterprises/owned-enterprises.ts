// The enterprises run by the person at the keyboard or by whom they act for: neither may decide about those.
import type { Actor } from '../platform/actor.ts';
import type { Table } from '../platform/table.ts';
import { enterpriseIdsOwnedBy } from './enterprises.store.ts';

export async function ownedEnterpriseIdsOf(table: Table, actor: Actor): Promise<string[]> {
  const own = await enterpriseIdsOwnedBy(table, actor.place, actor.personId);
  return actor.actorId === actor.personId
    ? own
    : [...own, ...(await enterpriseIdsOwnedBy(table, actor.place, actor.actorId))];
}
