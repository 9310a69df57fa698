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
import { getRecord } from './commissions.store.ts';
import { commissionViewOf } from './commissions.view.ts';

/** What somebody wants done about a commission. */
interface Request {
  /** The one session that it is about. */
  readonly n?: number | undefined;
  /** What they wrote, and about what. */
  readonly about?: string;
  readonly reason?: string | undefined;
  /** The command; none for whoever is not the party of the commission that may give it. */
  commandFor(proposalId: string, commission: Commission, state: PoolState): PoolCommand | undefined;
}

const takesPart = ({ personId }: Actor, { participants }: Commission): boolean =>
  participants.some((one) => one.personId === personId);

/** Appends one command about a commission to its pool's journal and answers the commission after it. */
async function appendCommand(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  id: string,
  { n = 1, about, reason, commandFor }: Request,
) {
  const { poolId, proposalId } = readCommissionId(id);
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    async command(state) {
      const current = state.commissions[proposalId];
      // One that has left the state is over: whoever might have given the command sees it still, and is told so.
      const commission = current ?? (await getRecord(table, place, id))?.commission;
      const poolCommand = commission && commandFor(proposalId, commission, state);
      if (!poolCommand || n > commission.sessions) return refuse('not-found');
      return current ? ok(poolCommand) : refuse('commission-over');
    },
  });
  if (!done.ok) return done;
  if (reason) {
    const key = `SESSION#${proposalId}#${about}#${personId}`;
    await putText(table, place, poolId, key, { seq: done.value.seq, text: reason });
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
  return appendCommand(context, actor, meta, id, {
    about: 'ANSWER',
    reason,
    commandFor: (proposalId, { enterpriseId }) =>
      ownedEnterpriseIds.includes(enterpriseId) ? { type, id: proposalId, ownedEnterpriseIds } : undefined,
  });
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
  return appendCommand(context, actor, meta, id, {
    n,
    about: `CANCELLED#${n ?? 'all'}`,
    reason,
    commandFor: (proposalId, { enterpriseId }) =>
      ownedEnterpriseIds.includes(enterpriseId)
        ? { type: 'cancel', id: proposalId, ownedEnterpriseIds, ...session }
        : undefined,
  });
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
  const isParty = (commission: Commission): boolean =>
    type === 'deliver' ? ownedEnterpriseIds.includes(commission.enterpriseId) : takesPart(actor, commission);
  return appendCommand(context, actor, meta, id, {
    n,
    about: `${type.toUpperCase()}#${n}`,
    reason,
    commandFor: (proposalId, commission) =>
      isParty(commission) ? { type, id: proposalId, n, ownedEnterpriseIds } : undefined,
  });
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
  return appendCommand(context, actor, meta, id, {
    n,
    about: `RESOLVED#${n}`,
    reason,
    commandFor(proposalId, commission, state) {
      const side = sideOf(actor, state, commission, ownedEnterpriseIds);
      return side && { type: 'resolve', id: proposalId, n, side, payPence, ownedEnterpriseIds };
    },
  });
}

/** Which side of a dispute the actor is on: a supporter is on the person's side, never on that of an enterprise of their own. */
function sideOf(
  actor: Actor,
  state: PoolState,
  commission: Commission,
  ownedEnterpriseIds: readonly string[],
): Side | undefined {
  if (actor.actorId !== actor.personId) return takesPart(actor, commission) ? 'pool' : undefined;
  if (ownedEnterpriseIds.includes(commission.enterpriseId)) return 'enterprise';
  if (takesPart(actor, commission)) return 'pool';
  return isReferee(actor, state, commission) ? 'referee' : undefined;
}

export const changeLimit = (context: AppContext, actor: Actor, meta: CommandMeta, id: string, upToPence: number) =>
  appendCommand(context, actor, meta, id, {
    commandFor: (proposalId, commission) =>
      takesPart(actor, commission) ? { type: 'change-limit', id: proposalId, upToPence } : undefined,
  });

export const changeAttendance = (
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  id: string,
  n: number,
  isComing: boolean,
) =>
  appendCommand(context, actor, meta, id, {
    n,
    commandFor: (proposalId, commission) =>
      takesPart(actor, commission) ? { type: isComing ? 'attend' : 'stay-away', id: proposalId, n } : undefined,
  });
