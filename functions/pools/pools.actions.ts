// Use cases of pools: open, see, invite, join, leave, sign, read back.
import { allocationReducer } from '../allocations/allocations.rules.ts';
import { append, eventOf, read, type Unit } from '../journal/journal.ts';
import { allocationKey, poolKey, type Request } from '../journal/journal.types.ts';
import { addDays, dayOf } from '../kernel/clock.ts';
import { idFrom, newId, sha256 } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { getPerson } from '../people/people.store.ts';
import type { Actor } from '../platform/actor.ts';
import type { World } from '../platform/world.ts';
import { type PoolCommand, poolReducer } from './pools.reducer.ts';
import { freeLots, heldOf } from './pools.rules.ts';
import type { PoolChange, PoolState, Terms } from './pools.state.ts';
import { getTexts, invitationCode, myPoolIds, poolOfInvitation, putMyPool, putName, putTexts } from './pools.store.ts';
import { funds, historyItem, maySee, poolViewOf } from './pools.view.ts';

/** One command on a pool that needs nothing else. */
export const onPool = (world: World, actor: Actor, request: Request, poolId: string, command: PoolCommand) =>
  append(world.journals, request, poolReducer, poolKey(actor.place, poolId), () => ok(command));

/** The pool as it stands now, for somebody who may see it; for everybody else it does not exist. */
async function readPool(
  world: World,
  actor: Actor,
  poolId: string,
): Promise<Result<{ state: PoolState; seq: number; at: string }, 'not-found' | 'being-updated'>> {
  const found = await read(world.journals, poolReducer, poolKey(actor.place, poolId));
  if (!found.ok) return found;
  return found.value ? ok(found.value) : refuse('not-found');
}

export async function openPool(
  world: World,
  actor: Actor,
  request: Request,
  wanted: { name: string; purpose: string; outcomes: readonly string[]; agreement: Terms },
) {
  const id = idFrom(request.op, 'pool');
  const { name, purpose, outcomes, agreement } = wanted;
  const self = await getPerson(world.table, actor.place, actor.person);
  await putTexts(world.table, actor.place, id, {
    name,
    purpose,
    names: { [actor.person]: self?.name ?? '' },
  });
  await putMyPool(world.table, actor.place, actor.person, id);
  const done = await onPool(world, actor, request, id, {
    do: 'open',
    id,
    outcomes: [...new Set(outcomes)],
    agreement: { ...agreement, version: 1 },
  });
  return done.ok ? ok({ id }) : done;
}

export async function seePool(world: World, actor: Actor, poolId: string) {
  const [found, texts] = await Promise.all([
    readPool(world, actor, poolId),
    getTexts(world.table, actor.place, poolId),
  ]);
  if (!found.ok) return found;
  const { state, seq, at } = found.value;
  if (!maySee(state, actor.person) && !(actor.roles.includes('funder') && funds(state, actor.funder)))
    return refuse('not-found');
  return ok(poolViewOf(state, seq, texts, actor.person, at));
}

export async function myPools(world: World, actor: Actor) {
  const ids = await myPoolIds(world.table, actor.place, actor.person);
  const pools = await Promise.all(ids.map((id) => seePool(world, actor, id)));
  return ok({ items: pools.flatMap((pool) => (pool.ok ? [pool.value] : [])), next: null });
}

const CODE_LENGTH = 12;

/** The journal knows an invitation by this, so that its history does not give the code away. */
const invitationId = (code: string): string => sha256(code).slice(0, 16);

export async function invite(
  world: World,
  actor: Actor,
  request: Request,
  poolId: string,
  { uses, days }: { uses: number; days: number },
) {
  // Asked first, so that somebody outside cannot fill the table with codes.
  const found = await readPool(world, actor, poolId);
  if (!found.ok) return found;
  if (!found.value.state.members[actor.person]) return refuse('not-found');
  const code = await invitationCode(world.table, actor.place, poolId, request.op, newId().slice(0, CODE_LENGTH));
  const id = invitationId(code);
  const until = addDays(dayOf(world.now()), days);
  const done = await onPool(world, actor, request, poolId, { do: 'invite', id, until, uses });
  if (!done.ok) return done;
  const made = done.value.changes.find((change) => change.is === 'invited');
  return ok({ code, uses: made?.left ?? uses, endsOn: made?.until ?? until });
}

export async function revokeInvitation(world: World, actor: Actor, poolId: string, code: string) {
  const request: Request = {
    op: newId(),
    body: '',
    by: actor.by,
    ...(actor.person === actor.by ? {} : { whom: actor.person }),
  };
  const done = await onPool(world, actor, request, poolId, { do: 'revoke-invitation', id: invitationId(code) });
  return done.ok ? ok(undefined) : done;
}

/** What an invited person is asked to sign. */
export async function seeInvitation(world: World, actor: Actor, code: string) {
  const poolId = await poolOfInvitation(world.table, actor.place, code);
  if (!poolId) return refuse('not-found');
  const [found, texts] = await Promise.all([
    readPool(world, actor, poolId),
    getTexts(world.table, actor.place, poolId),
  ]);
  if (!found.ok) return found;
  const { state, at } = found.value;
  const invitation = state.invitations[invitationId(code)];
  if (!invitation || invitation.until < dayOf(at)) return refuse('not-found');
  const { name, purpose } = texts;
  const agreement = state.pending ?? state.agreement;
  return ok({ poolId, name, purpose, outcomes: [...state.outcomes], agreement, endsOn: invitation.until });
}

export async function acceptInvitation(world: World, actor: Actor, request: Request, code: string) {
  const poolId = await poolOfInvitation(world.table, actor.place, code);
  if (!poolId) return refuse('invitation-over');
  const self = await getPerson(world.table, actor.place, actor.person);
  await putMyPool(world.table, actor.place, actor.person, poolId);
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), () =>
    ok<PoolCommand>({ do: 'join', invitation: invitationId(code) }),
  );
  if (!done.ok) return done.refusal.code === 'not-found' ? refuse('invitation-over') : done;
  // After the append, unlike other texts: a name must not reach the pool of somebody whom it did not let in.
  await putName(world.table, actor.place, poolId, actor.person, self?.name ?? '');
  return ok({ poolId });
}

/** Opens the allocations that money goes home to, and has each take it; several lots of one allocation are one sum. */
export async function bringHome(
  unit: Unit,
  place: string,
  poolId: string,
  going: readonly { readonly allocation: string; readonly pence: number }[],
  command: PoolCommand,
) {
  const sums = new Map<string, number>();
  for (const { allocation, pence } of going) sums.set(allocation, (sums.get(allocation) ?? 0) + pence);
  for (const [allocation, pence] of sums) {
    const opened = await unit.open(allocationReducer, allocationKey(place, allocation));
    if (!opened.ok) return opened;
    const home = opened.value.do({ do: 'come-home', pool: poolId, pence });
    if (!home.ok) return home;
  }
  return ok(command);
}

export async function leavePool(world: World, actor: Actor, request: Request, poolId: string) {
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), (state, unit) =>
    bringHome(unit, actor.place, poolId, freeLots(state, actor.person), { do: 'leave' }),
  );
  if (!done.ok) return done;
  const { changes, postings, state } = done.value;
  const left = changes.find((change) => change.is === 'left');
  return ok({
    returnedPence: postings.filter(([, to]) => to === 'allocation').reduce((sum, [, , pence]) => sum + pence, 0),
    stillHeldPence: heldOf(state, actor.person),
    endsOn: left?.endsOn ?? '',
  });
}

export async function signAgreement(world: World, actor: Actor, request: Request, poolId: string, version: number) {
  const done = await onPool(world, actor, request, poolId, { do: 'sign', version });
  return done.ok ? ok({ version, inForce: done.value.state.agreement.version >= version }) : done;
}

export async function poolHistory(
  world: World,
  actor: Actor,
  poolId: string,
  { after, limit }: { after: number; limit: number },
) {
  const found = await readPool(world, actor, poolId);
  if (!found.ok) return found;
  const { state } = found.value;
  if (!maySee(state, actor.person)) return refuse('not-found');
  const entries = await world.journals.store.range(poolKey(actor.place, poolId), after, limit);
  const last = entries.at(-1);
  return ok({
    items: entries.map((entry) => historyItem(state, eventOf<PoolChange>(entry), entry.hash, actor.person)),
    next: entries.length === limit && last ? last.seq : null,
  });
}
