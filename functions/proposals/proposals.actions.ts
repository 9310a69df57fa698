// Use cases of deciding: propose, vote, withdraw, read a proposal.
import { runsOf } from '../enterprises/runs.ts';
import { append, read } from '../journal/journal.ts';
import { poolKey, type Request } from '../journal/journal.types.ts';
import { addDays, dayOf } from '../kernel/clock.ts';
import { idFrom } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { getOffer } from '../offers/offers.store.ts';
import type { Actor } from '../platform/actor.ts';
import type { World } from '../platform/world.ts';
import { the } from '../pools/pools.apply.ts';
import { type PoolCommand, poolReducer } from '../pools/pools.reducer.ts';
import type { Choice, PoolState, Terms } from '../pools/pools.state.ts';
import { getTexts, getTextsAbout, putText, putTitle } from '../pools/pools.store.ts';
import { commissionIdOf, maySee, missingFor, proposalViewOf } from '../pools/pools.view.ts';
import type { Idea } from './proposals.rules.ts';

type Wanted =
  | {
      kind: 'buy';
      offerId: string;
      sessions: number;
      startsOn: string;
      time: string;
      everyDays: number;
      heldAhead?: number | undefined;
      note?: string | undefined;
    }
  | { kind: 'cancel'; commissionId: string; session?: number | undefined; note?: string | undefined }
  | { kind: 'agreement'; agreement: Terms; note?: string | undefined };

async function ideaFrom(
  world: World,
  actor: Actor,
  poolId: string,
  wanted: Wanted,
): Promise<Result<{ idea: Idea; title: string }, 'no-such-offer' | 'no-such-commission'>> {
  switch (wanted.kind) {
    case 'agreement':
      return ok({ idea: { kind: 'agreement', terms: wanted.agreement }, title: 'A new agreement' });
    case 'cancel': {
      const [pool, commission = ''] = wanted.commissionId.split('-');
      if (pool !== poolId) return refuse('no-such-commission', { field: 'commissionId' });
      const texts = await getTexts(world.table, actor.place, poolId);
      const { session } = wanted;
      return ok({
        idea: { kind: 'cancel', commission, ...(session === undefined ? {} : { session }) },
        title: `Cancel: ${texts.titles[commission] ?? ''}`,
      });
    }
    case 'buy': {
      const offer = await getOffer(world.table, actor.place, wanted.offerId);
      if (!offer || offer.withdrawnAt) return refuse('no-such-offer', { field: 'offerId' });
      const { sessions, startsOn, time, everyDays: every, heldAhead } = wanted;
      return ok({
        title: offer.title,
        idea: {
          kind: 'buy',
          deal: {
            offer: wanted.offerId,
            enterprise: offer.enterpriseId,
            priceModel: offer.priceModel,
            price: offer.pricePence,
            least: offer.minPeople,
            most: offer.maxPeople,
            hours: offer.cancellation.hours,
            charge: offer.cancellation.chargePercent,
            sessions,
            startsOn,
            time,
            every,
            ahead: Math.min(heldAhead ?? sessions, sessions),
          },
        },
      });
    }
  }
}

export async function propose(world: World, actor: Actor, request: Request, poolId: string, wanted: Wanted) {
  const id = idFrom(request.op, 'proposal');
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), async (state, unit) => {
    if (!state.members[actor.person]) return refuse('not-found');
    const from = await ideaFrom(world, actor, poolId, wanted);
    if (!from.ok) return from;
    const command: PoolCommand = { do: 'propose', id, idea: from.value.idea };
    const decided = poolReducer.next(state, command, unit.at, request);
    if (!decided.ok) return decided;
    // The words go first: an orphan is harmless, an event without its words is not.
    const { titledOn } = await getTexts(world.table, actor.place, poolId);
    const today = dayOf(unit.at);
    const over = Object.keys(titledOn).filter((one) => one !== id && isOver(state, one, titledOn[one], today));
    await putTitle(world.table, actor.place, poolId, id, { text: from.value.title, on: today }, over);
    if (wanted.note) await putText(world.table, actor.place, poolId, `NOTE#${id}`, wanted.note);
    return ok(command);
  });
  return done.ok ? ok({ proposalId: id }) : done;
}

/** Nothing has this title any more. One of today may belong to a proposal that is just being made. */
const isOver = (state: PoolState, id: string, on: string | undefined, today: string): boolean =>
  on !== undefined &&
  on < addDays(today, -1) &&
  ![state.proposals, state.ended, state.commissions].some((all) => all[id]);

interface Said {
  choice: Choice;
  joining: boolean;
  upToPence?: number | undefined;
  reason?: string | undefined;
  accessNeeds?: string[] | undefined;
}

export async function vote(world: World, actor: Actor, request: Request, poolId: string, id: string, wanted: Said) {
  const { choice, joining, upToPence, reason, accessNeeds } = wanted;
  const runs = await runsOf(world.table, actor);
  const said = { choice, joining, ...(upToPence === undefined ? {} : { upTo: upToPence }) };
  const command: PoolCommand = { do: 'vote', id, said, runs };
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), async (state, unit) => {
    const before = state.proposals[id]?.votes[actor.person];
    if (!reason && !accessNeeds && !before) return ok(command);
    // The words go first, but those of a vote that is refused must not replace what was said before.
    const decided = poolReducer.next(state, command, unit.at, request);
    if (!decided.ok) return decided;
    await putWords(world, actor, poolId, id, { reason, accessNeeds }, before !== undefined);
    return ok(command);
  });
  return done.ok ? ok(outcome(done.value.state, id, actor.person, done.value.at)) : done;
}

/** How the proposal stands after an event. */
function outcome(state: PoolState, id: string, person: string, at: string) {
  const proposal = state.proposals[id];
  const status = proposal?.status ?? the(state.ended, id).status;
  return {
    status,
    ...(state.commissions[id] && status === 'agreed' ? { commissionId: commissionIdOf(state.id, id) } : {}),
    ...(proposal?.kind === 'buy' && status === 'waiting' ? { missing: missingFor(state, proposal, person, at) } : {}),
  };
}

/** Keeps what somebody says with their vote; of an earlier vote of theirs nothing stays. */
async function putWords(
  world: World,
  actor: Actor,
  poolId: string,
  id: string,
  { reason, accessNeeds }: Pick<Said, 'reason' | 'accessNeeds'>,
  replaces: boolean,
): Promise<void> {
  const about = `${id}#${actor.person}`;
  if (reason || replaces) await putText(world.table, actor.place, poolId, `REASON#${about}`, reason ?? '');
  if (accessNeeds || replaces)
    await putText(world.table, actor.place, poolId, `NEEDS#${about}`, accessNeeds?.join(' ') ?? '');
}

export async function withdrawVote(world: World, actor: Actor, request: Request, poolId: string, id: string) {
  const command: PoolCommand = { do: 'withdraw-vote', id };
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), async (state, unit) => {
    const decided = poolReducer.next(state, command, unit.at, request);
    if (!decided.ok) return decided;
    await putWords(world, actor, poolId, id, {}, true);
    return ok(command);
  });
  return done.ok ? ok(undefined) : done;
}

export async function withdrawProposal(world: World, actor: Actor, request: Request, poolId: string, id: string) {
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), () =>
    ok({ do: 'withdraw-proposal' as const, id }),
  );
  return done.ok ? ok(undefined) : done;
}

export async function seeProposal(world: World, actor: Actor, poolId: string, id: string) {
  const found = await read(world.journals, poolReducer, poolKey(actor.place, poolId));
  if (!found.ok) return found;
  if (!found.value) return refuse('not-found');
  const { state, at } = found.value;
  if (!(state.proposals[id] || state.ended[id]) || !maySee(state, actor.person)) return refuse('not-found');
  const [texts, notes, reasons] = await Promise.all([
    getTexts(world.table, actor.place, state.id),
    getTextsAbout(world.table, actor.place, state.id, `NOTE#${id}`),
    getTextsAbout(world.table, actor.place, state.id, `REASON#${id}#`),
  ]);
  const [note] = notes;
  return ok({
    ...proposalViewOf(state, texts, id, actor.person, at),
    ...(note ? { note: note.text } : {}),
    reasons: reasons
      .filter(({ text }) => text !== '')
      .map(({ about, text }) => ({ personId: about.slice(about.lastIndexOf('#') + 1), text })),
  });
}
