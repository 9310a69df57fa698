// Use cases of commissions: see one, answer a request, deliver, confirm, dispute, resolve, cancel, say who comes.
import { runsOf } from '../enterprises/runs.ts';
import { append, read } from '../journal/journal.ts';
import { poolKey, type Request } from '../journal/journal.types.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { World } from '../platform/world.ts';
import { type PoolCommand, poolReducer } from '../pools/pools.reducer.ts';
import type { PoolState } from '../pools/pools.state.ts';
import { getTexts, getTextsAbout, putText } from '../pools/pools.store.ts';
import { maySee } from '../pools/pools.view.ts';
import { getRecord } from './commissions.store.ts';
import { commissionViewOf, fundsCommission } from './commissions.view.ts';
import type { Side } from './sessions.rules.ts';

/** A commission's id names its pool too: <pool>-<proposal>. */
function partsOf(id: string): { poolId: string; cid: string } {
  const [poolId = '', cid = ''] = id.split('-');
  return { poolId, cid };
}

/** What was written about a commission and its sessions. A text's name ends in what it is about, its session and its writer. */
async function saidAbout(
  world: World,
  place: string,
  poolId: string,
  cid: string,
  isOfPool: (person: string) => boolean,
) {
  const texts = await getTextsAbout(world.table, place, poolId, `SESSION#${cid}#`);
  return texts.map(({ about, text }) => {
    const [, , verb = '', n = '', writer = n] = about.split('#');
    const side: 'pool' | 'others' = isOfPool(writer) ? 'pool' : 'others';
    return { about: verb.toLowerCase(), ...(Number(n) ? { session: Number(n) } : {}), side, text };
  });
}

export async function seeCommission(world: World, actor: Actor, id: string) {
  const { poolId, cid } = partsOf(id);
  const [found, texts, runs] = await Promise.all([
    read(world.journals, poolReducer, poolKey(actor.place, poolId)),
    getTexts(world.table, actor.place, poolId),
    runsOf(world.table, actor),
  ]);
  if (!found.ok) return found;
  if (!found.value) return refuse('not-found');
  const { state } = found.value;
  const current = state.commissions[cid];
  const past = current ? undefined : await getRecord(world.table, actor.place, id);
  const commission = current ?? past?.commission;
  if (!commission) return refuse('not-found');
  const words = past
    ? { poolName: past.poolName, title: past.title }
    : { poolName: texts.name, title: texts.titles[cid] ?? '' };
  const { person, by } = actor;
  const isOfPool = (one: string): boolean => commission.people.some(({ id: coming }) => coming === one);
  const view = async (more: Parameters<typeof commissionViewOf>[4] = {}) =>
    ok({
      ...commissionViewOf(id, poolId, commission, words, more),
      said: await saidAbout(world, actor.place, poolId, cid, isOfPool),
    });
  const free = state.agreement.absence === 'pay' ? {} : { freeAt: world.now() };
  if (maySee(state, person) || isOfPool(person)) return view({ person, ...free });
  if (person === by && runs.includes(commission.enterprise)) {
    const needs = await getTextsAbout(world.table, actor.place, poolId, `NEEDS#${cid}#`);
    const coming = new Set(commission.people.map((one) => one.id));
    const shared = needs.filter(({ about }) => coming.has(about.slice(about.lastIndexOf('#') + 1)));
    const accessNeeds = [...new Set(shared.flatMap(({ text }) => text.split(' ').filter(Boolean)))].sort();
    return view({ accessNeeds });
  }
  if (
    actor.roles.includes('broker') ||
    (actor.roles.includes('funder') && fundsCommission(state, commission, actor.funder))
  )
    return view();
  return refuse('not-found');
}

/**
 * Sends one command about a commission to its pool's journal and answers how the commission stands after it. The reason
 * goes first, but that of a command that is refused must not replace what was said before.
 */
async function change(
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  plan: (state: PoolState, cid: string) => Result<PoolCommand, 'not-found'>,
  said?: { readonly about: string; readonly reason: string | undefined },
) {
  const { poolId, cid } = partsOf(id);
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), async (state, unit) => {
    const planned = state.commissions[cid] ? plan(state, cid) : refuse('not-found');
    if (!planned.ok || !said?.reason) return planned;
    const decided = poolReducer.next(state, planned.value, unit.at, request);
    if (!decided.ok) return decided;
    await putText(world.table, actor.place, poolId, `SESSION#${cid}#${said.about}#${actor.person}`, said.reason);
    return planned;
  });
  if (!done.ok) return done;
  const commission = done.value.state.commissions[cid];
  if (!commission) throw new Error('a commission left the state with its own event');
  return ok(commissionViewOf(id, poolId, commission, { poolName: '', title: '' }));
}

export async function answerRequest(
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  accepts: boolean,
  reason: string | undefined,
) {
  const runs = await runsOf(world.table, actor);
  const said = { about: 'ANSWER', reason };
  return change(world, actor, request, id, (_, cid) => ok({ do: 'answer', id: cid, accepts, runs }), said);
}

export async function cancel(
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  n: number | undefined,
  reason: string | undefined,
) {
  const runs = await runsOf(world.table, actor);
  const which = n === undefined ? {} : { n };
  const said = { about: `CANCELLED#${n ?? 'all'}`, reason };
  return change(world, actor, request, id, (_, cid) => ok({ do: 'cancel', id: cid, runs, ...which }), said);
}

export async function onSession(
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  n: number,
  verb: 'deliver' | 'confirm' | 'dispute',
  reason: string | undefined,
) {
  const runs = await runsOf(world.table, actor);
  const said = { about: `${verb.toUpperCase()}#${n}`, reason };
  return change(world, actor, request, id, (_, cid) => ok({ do: verb, id: cid, n, runs }), said);
}

export async function resolveDispute(
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  n: number,
  pence: number,
  reason: string,
) {
  const runs = await runsOf(world.table, actor);
  const plan = (state: PoolState, cid: string): Result<PoolCommand, 'not-found'> => {
    const side = sideOf(actor, state, cid, runs);
    return side ? ok({ do: 'resolve', id: cid, n, side, pence, runs }) : refuse('not-found');
  };
  return change(world, actor, request, id, plan, { about: `RESOLVED#${n}`, reason });
}

/** For whom somebody speaks: a supporter speaks for the person, never for an enterprise of their own. */
function sideOf(actor: Actor, state: PoolState, cid: string, runs: readonly string[]): Side | undefined {
  const commission = state.commissions[cid];
  if (!commission) return undefined;
  if (actor.by !== actor.person) return 'pool';
  if (runs.includes(commission.enterprise)) return 'enterprise';
  if (commission.people.some(({ id }) => id === actor.person)) return 'pool';
  if (actor.roles.includes('broker')) return 'referee';
  return actor.roles.includes('funder') && fundsCommission(state, commission, actor.funder) ? 'referee' : undefined;
}

export const changeLimit = (world: World, actor: Actor, request: Request, id: string, upTo: number) =>
  change(world, actor, request, id, (_, cid) => ok({ do: 'limit', id: cid, upTo }));

export const changeAttendance = (
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  n: number,
  isComing: boolean,
) => change(world, actor, request, id, (_, cid) => ok({ do: 'attend', id: cid, n, isComing }));
