// Use cases of deciding: propose, vote, withdraw, see a proposal.
import type * as z from 'zod/mini';
import { getOffer } from '../catalogue/catalogue.store.ts';
import { getEnterprise } from '../enterprises/enterprises.store.ts';
import { ownedEnterpriseIdsOf } from '../enterprises/owned-enterprises.ts';
import { append, only } from '../journal/append.ts';
import { type CommandMeta, poolKey } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { addDays, dayOf } from '../kernel/clock.ts';
import { idFrom } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { PoolCommand } from '../pools/journal/pool-commands.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { getOrThrow, type Idea, type PoolState } from '../pools/journal/pool-state.ts';
import { belongsToPool } from '../pools/pools.access.ts';
import { commissionIdOf, readCommissionId } from '../pools/pools.ids.ts';
import { getTexts, getTextsAbout, putNote, putText, putTitle } from '../pools/pools.store.ts';
import { missingFor, proposalViewOf } from '../pools/proposal.view.ts';
import type { newProposal, vote as voteBody } from './proposals.schema.ts';

type NewProposal = z.output<typeof newProposal>;
type VoteBody = z.output<typeof voteBody>;

/** What is proposed, with its title. */
interface TitledIdea {
  readonly idea: Idea;
  readonly title: string;
  /** Whose enterprise it is about. */
  readonly enterpriseId?: string | undefined;
}

async function ideaOf(
  { table }: AppContext,
  { place }: Actor,
  poolId: string,
  { commissions, proposals }: PoolState,
  body: NewProposal,
): Promise<Result<TitledIdea, 'no-such-offer' | 'no-such-commission'>> {
  switch (body.kind) {
    case 'agreement': {
      const { agreement } = body;
      return ok({ idea: { kind: 'agreement', agreement }, title: 'A new agreement' });
    }
    case 'cancel': {
      const commission = readCommissionId(body.commissionId);
      if (commission.poolId !== poolId) return refuse('no-such-commission', { field: 'commissionId' });
      const { titles } = await getTexts(table, place, poolId);
      const { session } = body;
      const { proposalId: commissionId } = commission;
      const proposal = proposals[commissionId];
      const order = commissions[commissionId] ?? (proposal?.kind === 'buy' ? proposal.order : undefined);
      return ok({
        idea: { kind: 'cancel', commissionId, ...(session === undefined ? {} : { session }) },
        title: `Cancel: ${titles[commissionId] ?? ''}`,
        enterpriseId: order?.enterpriseId,
      });
    }
    case 'buy': {
      const { offerId, sessions, startsOn, time, everyDays, heldAhead = sessions } = body;
      const offer = await getOffer(table, place, offerId);
      if (!offer || offer.withdrawnAt) return refuse('no-such-offer', { field: 'offerId' });
      const { title, enterpriseId, priceModel, pricePence, minPeople, maxPeople, cancellation } = offer;
      const terms = { enterpriseId, priceModel, pricePence, minPeople, maxPeople, cancellation };
      const when = { sessions, startsOn, time, everyDays, heldAhead: Math.min(heldAhead, sessions) };
      return ok({ title, idea: { kind: 'buy', order: { offerId, ...terms, ...when } }, enterpriseId });
    }
  }
}

export async function propose(context: AppContext, actor: Actor, meta: CommandMeta, poolId: string, body: NewProposal) {
  const { journals, table } = context;
  const { place, personId } = actor;
  const id = idFrom(meta.idempotencyHash, 'proposal');
  let title = '';
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    async command(state): Promise<Result<PoolCommand, 'not-found' | 'no-such-offer' | 'no-such-commission'>> {
      if (!state.members[personId]) return refuse('not-found');
      const titled = await ideaOf(context, actor, poolId, state, body);
      if (!titled.ok) return titled;
      const { idea, enterpriseId } = titled.value;
      title = titled.value.title;
      const enterprise = enterpriseId === undefined ? undefined : await getEnterprise(table, place, enterpriseId);
      return ok({ type: 'propose', id, idea, barred: enterprise?.owners ?? [] });
    },
    async writeFirst(state, _, at) {
      const { titledOn } = await getTexts(table, place, poolId);
      const today = dayOf(at);
      const finishedIds = Object.keys(titledOn).filter(
        (proposalId) => proposalId !== id && isFinished(state, proposalId, titledOn[proposalId], today),
      );
      await putTitle(table, place, poolId, id, { text: title, on: today }, finishedIds);
      if (body.note) await putNote(table, place, poolId, id, body.note);
    },
  });
  return done.ok ? ok({ proposalId: id }) : done;
}

/** Whether nothing in the pool has this title any more. A recent title may belong to a proposal that is being made. */
const isFinished = (state: PoolState, id: string, on: string | undefined, today: string): boolean =>
  on !== undefined &&
  on < addDays(today, -1) &&
  ![state.proposals, state.decidedProposals, state.commissions].some((all) => all[id]);

export async function vote(
  { journals, table }: AppContext,
  actor: Actor,
  meta: CommandMeta,
  poolId: string,
  id: string,
  { choice, joining, upToPence, reason, accessNeeds }: VoteBody,
) {
  const { place, personId } = actor;
  const ownedEnterpriseIds = await ownedEnterpriseIdsOf(table, actor);
  const newVote = { choice, joining, ...(upToPence === undefined ? {} : { upToPence }) };
  let isFirst = false;
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    command({ proposals }) {
      isFirst = proposals[id] !== undefined && proposals[id].votes[personId] === undefined;
      return ok({ type: 'vote' as const, id, vote: newVote, ownedEnterpriseIds });
    },
  });
  if (!done.ok) return done;
  const { state, seq, at } = done.value;
  const about = `${id}#${personId}`;
  // What was said with an earlier vote is cleared.
  if (reason || !isFirst) await putText(table, place, poolId, `REASON#${about}`, { seq, text: reason ?? '' });
  if (accessNeeds || !isFirst)
    await putText(table, place, poolId, `NEEDS#${about}`, { seq, text: accessNeeds?.join(' ') ?? '' });
  return ok(outcomeOf(state, id, personId, at));
}

/** The proposal's status after a vote. */
function outcomeOf(state: PoolState, id: string, personId: string, at: string) {
  const proposal = state.proposals[id];
  const status = proposal?.status ?? getOrThrow(state.decidedProposals, id).status;
  return {
    status,
    ...(state.commissions[id] && status === 'agreed' ? { commissionId: commissionIdOf(state.id, id) } : {}),
    ...(proposal?.kind === 'buy' && status === 'waiting' ? { missing: missingFor(state, proposal, personId, at) } : {}),
  };
}

export async function withdrawVote(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  poolId: string,
  id: string,
) {
  const command = { type: 'withdraw-vote' as const, id };
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), only(command));
  if (!done.ok) return done;
  const nothing = { seq: done.value.seq, text: '' };
  await putText(table, place, poolId, `REASON#${id}#${personId}`, nothing);
  await putText(table, place, poolId, `NEEDS#${id}#${personId}`, nothing);
  return ok(undefined);
}

export async function withdrawProposal(
  { journals }: AppContext,
  { place }: Actor,
  meta: CommandMeta,
  poolId: string,
  id: string,
) {
  const command = { type: 'withdraw-proposal' as const, id };
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), only(command));
  return done.ok ? ok(undefined) : done;
}

export async function seeProposal(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  poolId: string,
  id: string,
) {
  const found = await read(journals, poolReducer, poolKey(place, poolId));
  if (!found.ok) return found;
  if (!found.value) return refuse('not-found');
  const { state, at } = found.value;
  const proposal = state.proposals[id] ?? state.decidedProposals[id];
  if (!proposal || !belongsToPool(state, personId)) return refuse('not-found');
  const [texts, [note], reasons] = await Promise.all([
    getTexts(table, place, poolId),
    getTextsAbout(table, place, poolId, `NOTE#${id}`),
    getTextsAbout(table, place, poolId, `REASON#${id}#`),
  ]);
  return ok({
    ...proposalViewOf(state, texts, id, personId, at),
    ...(note ? { note: note.text } : {}),
    reasons: reasons
      .filter(({ text }) => text !== '')
      .map(({ about, text }) => ({ personId: about.slice(about.lastIndexOf('#') + 1), text })),
  });
}
