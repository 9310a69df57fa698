// Use cases of pools: open, see, invite, join, sign.
import type * as z from 'zod/mini';
import { append, only } from '../journal/append.ts';
import { type CommandMeta, poolKey } from '../journal/journal.types.ts';
import { type Current, read } from '../journal/read.ts';
import { addDays, dayOf } from '../kernel/clock.ts';
import { idFrom, newId, sha256 } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { getPerson } from '../people/people.store.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { PoolCommand } from './journal/pool-commands.ts';
import { poolReducer } from './journal/pool-reducer.ts';
import { type AgreementTerms, isOpenInvitation, type PoolState } from './journal/pool-state.ts';
import { agreementToSign } from './journal/sign.ts';
import { maySeePool } from './pools.access.ts';
import type { poolList } from './pools.schema.ts';
import {
  getTexts,
  invitationCode,
  poolIdOfInvitation,
  poolIdsOf,
  putName,
  putPoolId,
  putTexts,
} from './pools.store.ts';
import { poolViewOf } from './pools.view.ts';

/** One command on a pool that needs nothing else. */
const appendToPool = (context: AppContext, actor: Actor, meta: CommandMeta, poolId: string, command: PoolCommand) =>
  append(context.journals, meta, poolReducer, poolKey(actor.place, poolId), only(command));

async function readPool(
  { journals }: AppContext,
  { place }: Actor,
  poolId: string,
): Promise<Result<Current<PoolState>, 'not-found' | 'being-updated'>> {
  const found = await read(journals, poolReducer, poolKey(place, poolId));
  if (!found.ok) return found;
  return found.value ? ok(found.value) : refuse('not-found');
}

export async function openPool(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  body: { name: string; purpose: string; outcomes: readonly string[]; agreement: AgreementTerms },
) {
  const id = idFrom(meta.idempotencyHash, 'pool');
  const { name, purpose, outcomes, agreement } = body;
  const done = await append(journals, meta, poolReducer, poolKey(place, id), {
    ...only({
      type: 'open' as const,
      id,
      outcomes: [...new Set(outcomes)],
      agreement: { ...agreement, version: 1 },
    }),
    async writeFirst() {
      const self = await getPerson(table, place, personId);
      await putTexts(table, place, id, { name, purpose, names: { [personId]: self?.name ?? '' } });
      await putPoolId(table, place, personId, id);
    },
  });
  return done.ok ? ok({ id }) : done;
}

export async function seePool(context: AppContext, actor: Actor, poolId: string) {
  const [found, texts] = await Promise.all([
    readPool(context, actor, poolId),
    getTexts(context.table, actor.place, poolId),
  ]);
  if (!found.ok) return found;
  const { state, seq, at } = found.value;
  if (!maySeePool(state, actor)) return refuse('not-found');
  return ok(poolViewOf(state, seq, texts, actor.personId, at));
}

/** All pools of a person, or a refusal: never a list in which a pool that cannot be read now is missing. */
export async function myPools(context: AppContext, actor: Actor) {
  const ids = await poolIdsOf(context.table, actor.place, actor.personId);
  const items: z.input<typeof poolList>['items'] = [];
  for (const pool of await Promise.all(ids.map((id) => seePool(context, actor, id)))) {
    if (pool.ok) items.push(pool.value);
    // Not found: a pool that they have left, or did not manage to join.
    else if (pool.refusal.code !== 'not-found') return refuse(pool.refusal.code);
  }
  return ok({ items, next: null });
}

const CODE_LENGTH = 12;

/** The journal has this instead of the code, so that the pool's history does not give the code away. */
const invitationIdOf = (code: string): string => sha256(code).slice(0, 16);

export async function invite(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  poolId: string,
  { uses, days }: { uses: number; days: number },
) {
  const newCode = newId().slice(0, CODE_LENGTH);
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    async command({ members }, { at }) {
      // Checked first, so that nobody outside the pool can fill the table with codes.
      if (!members[personId]) return refuse('not-found');
      const code = await invitationCode(table, place, poolId, meta.idempotencyHash, newCode);
      return ok({ type: 'invite' as const, id: invitationIdOf(code), endsOn: addDays(dayOf(at), days), uses });
    },
  });
  if (!done.ok) return done;
  const invited = done.value.changes.find((change) => change.type === 'invited');
  if (!invited) throw new Error('an invitation was made without its change');
  const code = await invitationCode(table, place, poolId, meta.idempotencyHash, newCode);
  return ok({ code, uses: invited.usesLeft, endsOn: invited.endsOn });
}

export async function revokeInvitation(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  poolId: string,
  code: string,
) {
  const command = { type: 'revoke-invitation' as const, id: invitationIdOf(code) };
  const done = await appendToPool(context, actor, meta, poolId, command);
  return done.ok ? ok(undefined) : done;
}

/** What an invited person is asked to sign. */
export async function seeInvitation(context: AppContext, actor: Actor, code: string) {
  const poolId = await poolIdOfInvitation(context.table, actor.place, code);
  if (!poolId) return refuse('not-found');
  const [found, { name, purpose }] = await Promise.all([
    readPool(context, actor, poolId),
    getTexts(context.table, actor.place, poolId),
  ]);
  if (!found.ok) return found;
  const { state, at } = found.value;
  const invitation = state.invitations[invitationIdOf(code)];
  if (!invitation || !isOpenInvitation(invitation, dayOf(at))) return refuse('not-found');
  const agreement = agreementToSign(state);
  return ok({ poolId, name, purpose, outcomes: [...state.outcomes], agreement, endsOn: invitation.endsOn });
}

export async function acceptInvitation(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  code: string,
  agreementVersion?: number,
) {
  const poolId = await poolIdOfInvitation(table, place, code);
  if (!poolId) return refuse('invitation-over');
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    ...only({
      type: 'join' as const,
      invitationId: invitationIdOf(code),
      ...(agreementVersion === undefined ? {} : { agreementVersion }),
    }),
    writeFirst: () => putPoolId(table, place, personId, poolId),
  });
  if (!done.ok) return done.refusal.code === 'not-found' ? refuse('invitation-over') : done;
  // After the append: the name of somebody whom the pool refused must not reach its members.
  const self = await getPerson(table, place, personId);
  await putName(table, place, poolId, personId, self?.name ?? '');
  return ok({ poolId });
}

export async function signAgreement(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  poolId: string,
  version: number,
) {
  const done = await appendToPool(context, actor, meta, poolId, { type: 'sign', version });
  return done.ok ? ok({ version, inForce: done.value.state.agreement.version >= version }) : done;
}
