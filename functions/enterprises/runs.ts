// The enterprises run by the person at the keyboard or by whom they act for: neither may decide about those.
import type { Actor } from '../platform/actor.ts';
import type { Table } from '../platform/table.ts';
import { runBy } from './enterprises.store.ts';

export async function runsOf(table: Table, actor: Actor): Promise<string[]> {
  const own = await runBy(table, actor.place, actor.person);
  return actor.by === actor.person ? own : [...own, ...(await runBy(table, actor.place, actor.by))];
}
