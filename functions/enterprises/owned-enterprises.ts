// The enterprises run by the actor or by the person they act for: neither may vote on or confirm what those do.
import type { Actor } from '../platform/actor.ts';
import type { Table } from '../platform/table.ts';
import { enterpriseIdsOwnedBy } from './enterprises.store.ts';

export async function ownedEnterpriseIdsOf(table: Table, actor: Actor): Promise<string[]> {
  const own = await enterpriseIdsOwnedBy(table, actor.place, actor.personId);
  return actor.actorId === actor.personId
    ? own
    : [...own, ...(await enterpriseIdsOwnedBy(table, actor.place, actor.actorId))];
}
