// Commands on commissions: answer a request, deliver, confirm, dispute, resolve, cancel, say who comes.
import { ownedEnterpriseIdsOf } from '../enterprises/owned-enterprises.ts';
import { append } from '../journal/append.ts';
import { type CommandMeta, poolKey } from '../journal/journal.types.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { Side } from '../pools/journal/dispute.ts';
import type { PoolCommand } from '../pools/journal/pool-commands.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import type { Commission, PoolState } from '../pools/journal/pool-state.ts';
import { readCommissionId } from '../pools/pools.ids.ts';
import { putText } from '../pools/pools.store.ts';
import { isReferee } from './commissions.access.ts';
import { commissionViewOf } from './commissions.view.ts';

/** What somebody wrote with a command. */
interface Statement {
  readonly about: string;
  readonly reason: string | undefined;
}

/** Appends one command about a commission to its pool's journal and answers the commission after it. */
async function appendCommand(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  id: string,
  commandFor: (proposalId: string, state: PoolState, commission: Commission) => PoolCommand | undefined,
  statement?: Statement,
) {
  const { poolId, proposalId } = readCommissionId(id);
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    command(state) {
      const commission = state.commissions[proposalId];
      const poolCommand = commission && commandFor(proposalId, state, commission);
      return poolCommand ? ok(poolCommand) : refuse('not-found');
    },
  });
  if (!done.ok) return done;
  if (statement?.reason) {
    const about = `SESSION#${proposalId}#${statement.about}#${personId}`;
    await putText(table, place, poolId, about, { seq: done.value.seq, text: statement.reason });
  }
  const commission = done.value.state.commissions[proposalId];
  if (!commission) throw new Error('a commission left the state with its own event');
  return ok(commissionViewOf(id, done.value.state, commission, { poolName: '', title: '' }));
}

export async function answerRequest(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  id: string,
  type: 'accept' | 'refuse',
  reason: string | undefined,
) {
  const ownedEnterpriseIds = await ownedEnterpriseIdsOf(context.table, actor);
  const statement = { about: 'ANSWER', reason };
  return appendCommand(
    context,
    actor,
    meta,
    id,
    (proposalId) => ({ type, id: proposalId, ownedEnterpriseIds }),
    statement,
  );
}

export async function cancelSessions(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  id: string,
  n: number | undefined,
  reason: string | undefined,
) {
  const ownedEnterpriseIds = await ownedEnterpriseIdsOf(context.table, actor);
  const session = n === undefined ? {} : { n };
  const statement = { about: `CANCELLED#${n ?? 'all'}`, reason };
  const commandFor = (proposalId: string): PoolCommand => ({
    type: 'cancel',
    id: proposalId,
    ownedEnterpriseIds,
    ...session,
  });
  return appendCommand(context, actor, meta, id, commandFor, statement);
}

export async function reportOnSession(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  id: string,
  n: number,
  type: 'deliver' | 'confirm' | 'dispute',
  reason: string | undefined,
) {
  const ownedEnterpriseIds = await ownedEnterpriseIdsOf(context.table, actor);
  const statement = { about: `${type.toUpperCase()}#${n}`, reason };
  return appendCommand(
    context,
    actor,
    meta,
    id,
    (proposalId) => ({ type, id: proposalId, n, ownedEnterpriseIds }),
    statement,
  );
}

export async function resolveDispute(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  id: string,
  n: number,
  payPence: number,
  reason: string,
) {
  const ownedEnterpriseIds = await ownedEnterpriseIdsOf(context.table, actor);
  const commandFor = (proposalId: string, state: PoolState, commission: Commission): PoolCommand | undefined => {
    const side = sideOf(actor, state, commission, ownedEnterpriseIds);
    return side && { type: 'resolve', id: proposalId, n, side, payPence, ownedEnterpriseIds };
  };
  return appendCommand(context, actor, meta, id, commandFor, { about: `RESOLVED#${n}`, reason });
}

/** Which side of a dispute the actor is on: a supporter is on the person's side, never on that of an enterprise of their own. */
function sideOf(
  actor: Actor,
  state: PoolState,
  commission: Commission,
  ownedEnterpriseIds: readonly string[],
): Side | undefined {
  if (actor.actorId !== actor.personId) return 'pool';
  if (ownedEnterpriseIds.includes(commission.enterpriseId)) return 'enterprise';
  if (commission.participants.some(({ personId }) => personId === actor.personId)) return 'pool';
  return isReferee(actor, state, commission) ? 'referee' : undefined;
}

export const changeLimit = (context: AppContext, actor: Actor, meta: CommandMeta, id: string, upToPence: number) =>
  appendCommand(context, actor, meta, id, (proposalId) => ({ type: 'change-limit', id: proposalId, upToPence }));

export const changeAttendance = (
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  id: string,
  n: number,
  isComing: boolean,
) =>
  appendCommand(context, actor, meta, id, (proposalId) => ({
    type: isComing ? 'attend' : 'stay-away',
    id: proposalId,
    n,
  }));
