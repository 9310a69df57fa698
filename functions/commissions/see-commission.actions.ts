// One commission, as members, the enterprise, a broker or a funder may see it.
import { ownedEnterpriseIdsOf } from '../enterprises/owned-enterprises.ts';
import { poolKey } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { belongsToPool } from '../pools/pools.access.ts';
import { readCommissionId } from '../pools/pools.ids.ts';
import { getTexts, getTextsAbout } from '../pools/pools.store.ts';
import { isReferee } from './commissions.access.ts';
import { getRecord } from './commissions.store.ts';
import { commissionViewOf, type ViewDetails } from './commissions.view.ts';

/** What people wrote about a commission and its sessions. A text's key ends in what it is about, its session and its writer. */
async function statementsAbout(
  { table }: AppContext,
  place: string,
  poolId: string,
  proposalId: string,
  participates: (personId: string) => boolean,
) {
  const texts = await getTextsAbout(table, place, poolId, `SESSION#${proposalId}#`);
  return texts.map(({ about, text }) => {
    const [, , verb = '', n = '', writer = n] = about.split('#');
    const side: 'pool' | 'others' = participates(writer) ? 'pool' : 'others';
    return { about: verb.toLowerCase(), ...(Number(n) ? { session: Number(n) } : {}), side, text };
  });
}

/** The access needs that people who come chose to share. */
async function accessNeedsOf(
  { table }: AppContext,
  place: string,
  poolId: string,
  proposalId: string,
  participates: (personId: string) => boolean,
): Promise<string[]> {
  const needs = await getTextsAbout(table, place, poolId, `NEEDS#${proposalId}#`);
  const shared = needs.filter(({ about }) => participates(about.slice(about.lastIndexOf('#') + 1)));
  return [...new Set(shared.flatMap(({ text }) => text.split(' ').filter(Boolean)))].sort();
}

export async function seeCommission(context: AppContext, actor: Actor, id: string) {
  const { journals, table } = context;
  const { place, personId, actorId } = actor;
  const { poolId, proposalId } = readCommissionId(id);
  const [found, texts, ownedEnterpriseIds] = await Promise.all([
    read(journals, poolReducer, poolKey(place, poolId)),
    getTexts(table, place, poolId),
    ownedEnterpriseIdsOf(table, actor),
  ]);
  if (!found.ok) return found;
  if (!found.value) return refuse('not-found');
  const { state } = found.value;
  const current = state.commissions[proposalId];
  const record = current ? undefined : await getRecord(table, place, id);
  const commission = current ?? record?.commission;
  if (!commission) return refuse('not-found');
  const participates = (one: string): boolean => commission.participants.some((other) => other.personId === one);
  const names = record
    ? { poolName: record.poolName, title: record.title }
    : { poolName: texts.name, title: texts.titles[proposalId] ?? '' };
  const view = async (details: ViewDetails = {}) =>
    ok({
      ...commissionViewOf(id, state, commission, names, details),
      said: await statementsAbout(context, place, poolId, proposalId, participates),
    });
  if (belongsToPool(state, personId) || participates(personId))
    return view({ personId, ...(state.agreement.absence === 'pay' ? {} : { absenceAt: context.now() }) });
  if (personId === actorId && ownedEnterpriseIds.includes(commission.enterpriseId))
    return view({ accessNeeds: await accessNeedsOf(context, place, poolId, proposalId, participates) });
  return isReferee(actor, state, commission) ? view() : refuse('not-found');
}
