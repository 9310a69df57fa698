// What each posting and each change does to a pool's state. Decides nothing.
import { readPoolAccount } from '../../journal/accounts.ts';
import type { Decision, Posting } from '../../journal/journal.types.ts';
import { forgetFinished } from './forget-finished.ts';
import {
  type Commission,
  type DecidedProposal,
  getOrThrow,
  type Member,
  type Participant,
  type PoolChange,
  type PoolState,
  type Proposal,
} from './pool-state.ts';
import { noticeIn } from './sessions.ts';
import {
  COMMISSION_TRANSITIONS,
  checkTransition,
  isHeld,
  PROPOSAL_TRANSITIONS,
  SESSION_TRANSITIONS,
} from './statuses.ts';

const without = <Value>(all: Readonly<Record<string, Value>>, name: string): Record<string, Value> => {
  const { [name]: _, ...others } = all;
  return others;
};

function addTo(state: PoolState, name: string, pence: number): PoolState {
  const account = readPoolAccount(name);
  switch (account.type) {
    case 'lot': {
      const lot = getOrThrow(state.lots, account.lot);
      return { ...state, lots: { ...state.lots, [account.lot]: { ...lot, freePence: lot.freePence + pence } } };
    }
    // What is held for which session, the change of that session says.
    case 'held':
      return state;
    case 'payable': {
      const custody = account.custody ?? '';
      const after = withCommission(state, account.commissionId, (was) => ({
        ...was,
        earnedByCustody: { ...was.earnedByCustody, [custody]: (was.earnedByCustody[custody] ?? 0) + pence },
      }));
      return { ...after, releasedPence: state.releasedPence + pence };
    }
    case 'allocation':
      return state;
  }
}

export const applyPosting = (state: PoolState, { from, to, amount }: Posting): PoolState =>
  addTo(addTo(state, from, -amount), to, amount);

const withMember = (state: PoolState, personId: string, change: (was: Member) => Member): PoolState => ({
  ...state,
  members: { ...state.members, [personId]: change(getOrThrow(state.members, personId)) },
});

const withProposal = (state: PoolState, id: string, change: (was: Proposal) => Proposal): PoolState => ({
  ...state,
  proposals: { ...state.proposals, [id]: change(getOrThrow(state.proposals, id)) },
});

const withCommission = (state: PoolState, id: string, change: (was: Commission) => Commission): PoolState => ({
  ...state,
  commissions: { ...state.commissions, [id]: change(getOrThrow(state.commissions, id)) },
});

export function countsOf({ electors, votes }: Pick<Proposal, 'electors' | 'votes'>): DecidedProposal['counts'] {
  const counts = { electors: electors.length, joining: 0, agree: 0, abstain: 0, disagree: 0, block: 0 };
  for (const { choice, joining } of Object.values(votes)) {
    counts[choice]++;
    if (joining) counts.joining++;
  }
  return counts;
}

/** Whoever has left is no elector any more. */
const withoutElector = (proposals: PoolState['proposals'], personId: string): PoolState['proposals'] =>
  Object.fromEntries(
    Object.entries(proposals).map(([id, was]): [string, Proposal] => [
      id,
      {
        ...was,
        electors: was.electors.filter((elector) => elector !== personId),
        votes: without(was.votes, personId),
      },
    ]),
  );

/** Changes a person's part in every order that they had not left before. */
const withParticipant = (
  commissions: PoolState['commissions'],
  personId: string,
  notice: (commission: Commission) => Omit<Participant, 'personId' | 'upToPence'>,
): PoolState['commissions'] =>
  Object.fromEntries(
    Object.entries(commissions).map(([id, was]): [string, Commission] => [
      id,
      {
        ...was,
        participants: was.participants.map((one) =>
          one.personId === personId && one.lastDay === undefined
            ? { personId, upToPence: one.upToPence, ...notice(was) }
            : one,
        ),
      },
    ]),
  );

/** A session that is not held any more is held for no leaver. */
const withoutHeldAfter = (participants: Commission['participants'], n: number): Commission['participants'] =>
  participants.some(({ heldAfter }) => heldAfter?.includes(n))
    ? participants.map((one) =>
        one.heldAfter ? { ...one, heldAfter: one.heldAfter.filter((other) => other !== n) } : one,
      )
    : participants;

export function applyChange(state: PoolState, change: PoolChange, at: string): PoolState {
  switch (change.type) {
    case 'opened': {
      const { id, outcomes, agreement } = change;
      return { ...state, id, outcomes, agreement };
    }
    case 'joined': {
      const { personId, signedVersion } = change;
      return { ...state, members: { ...state.members, [personId]: { signedVersion } } };
    }
    case 'left': {
      const { personId, endsOn } = change;
      return {
        ...state,
        members: without(state.members, personId),
        leaving: { ...state.leaving, [personId]: { endsOn } },
        proposals: withoutElector(state.proposals, personId),
        commissions: withParticipant(state.commissions, personId, (was) => noticeIn(was, personId, endsOn)),
      };
    }
    case 'notice-ended': {
      const { personId, endsOn } = change;
      const commissions = withParticipant(state.commissions, personId, () => ({ lastDay: endsOn }));
      return { ...state, leaving: without(state.leaving, personId), commissions };
    }
    case 'invited': {
      const { id, by, endsOn, usesLeft } = change;
      return { ...state, invitations: { ...state.invitations, [id]: { by, endsOn, usesLeft } } };
    }
    case 'invitation-used': {
      const was = getOrThrow(state.invitations, change.id);
      const invitations =
        was.usesLeft === 1
          ? without(state.invitations, change.id)
          : { ...state.invitations, [change.id]: { ...was, usesLeft: was.usesLeft - 1 } };
      return { ...state, invitations };
    }
    case 'invitation-revoked':
      return { ...state, invitations: without(state.invitations, change.id) };
    case 'lot-made': {
      const { type: _, lot, ...made } = change;
      return { ...state, lots: { ...state.lots, [lot]: { ...made, freePence: 0 } }, lotsMade: state.lotsMade + 1 };
    }
    case 'lot-standing': {
      const lot = getOrThrow(state.lots, change.lot);
      return { ...state, lots: { ...state.lots, [change.lot]: { ...lot, standing: true } } };
    }
    case 'lot-forgotten':
      return { ...state, lots: without(state.lots, change.lot) };
    case 'proposed':
      return { ...state, proposals: { ...state.proposals, [change.id]: change.proposal } };
    case 'voted':
      return withProposal(state, change.id, (was) => ({
        ...was,
        votes: { ...was.votes, [change.personId]: change.vote },
      }));
    case 'vote-withdrawn':
      return withProposal(state, change.id, (was) => ({ ...was, votes: without(was.votes, change.personId) }));
    case 'proposal-status': {
      const { type: _, id, status, ...reason } = change;
      const was = getOrThrow(state.proposals, id);
      checkTransition(PROPOSAL_TRANSITIONS, was.status, status);
      if (status === 'waiting') return withProposal(state, id, () => ({ ...was, status }));
      const { kind, by, decisionRule, quorum } = was;
      const decided = { kind, by, status, ...reason, endedAt: at, decisionRule, quorum, counts: countsOf(was) };
      return {
        ...state,
        proposals: without(state.proposals, id),
        decidedProposals: { ...state.decidedProposals, [id]: decided },
      };
    }
    case 'agreement-agreed':
      return { ...state, pendingAgreement: change.agreement };
    case 'signed':
      return withMember(state, change.personId, (was) => ({ ...was, signedVersion: change.version }));
    case 'standing-paused':
      return withMember(state, change.personId, (was) => ({ ...was, standingPaused: true }));
    case 'standing-resumed':
      return withMember(state, change.personId, ({ standingPaused: _, ...was }) => was);
    case 'agreement-in-force': {
      const { pendingAgreement, ...rest } = state;
      return pendingAgreement ? { ...rest, agreement: pendingAgreement } : state;
    }
    case 'commissioned':
      return { ...state, commissions: { ...state.commissions, [change.id]: change.commission } };
    case 'commission-status':
      return withCommission(state, change.id, (was) => {
        checkTransition(COMMISSION_TRANSITIONS, was.status, change.status);
        return { ...was, status: change.status, ...(change.status === 'accepted' ? {} : { endedAt: at }) };
      });
    case 'session-status':
      return withCommission(state, change.id, (was) => withSession(was, change, at));
    case 'limit-changed':
      return withCommission(state, change.id, (was) => ({
        ...was,
        participants: was.participants.map((one) =>
          one.personId === change.personId ? { ...one, upToPence: change.upToPence } : one,
        ),
      }));
    case 'absent':
    case 'attending':
      return withCommission(state, change.id, (was) => {
        const others = (was.absentees?.[change.n] ?? []).filter((one) => one !== change.personId);
        const absent = change.type === 'absent' ? [...others, change.personId] : others;
        return { ...was, absentees: { ...was.absentees, [change.n]: absent } };
      });
  }
}

function withSession(was: Commission, change: PoolChange & { type: 'session-status' }, at: string): Commission {
  const { n, status, settlement } = change;
  checkTransition(SESSION_TRANSITIONS, was.sessionStatuses[n - 1] ?? 'planned', status);
  const heldByLot = change.heldByLot ?? (isHeld(status) ? undefined : {});
  return {
    ...was,
    sessionStatuses: was.sessionStatuses.map((before, i) => (i === n - 1 ? status : before)),
    settlements: settlement ? { ...was.settlements, [n]: settlement } : without(was.settlements, String(n)),
    ...(heldByLot ? { heldByLot: withHeld(was.heldByLot, n, heldByLot) } : {}),
    ...(status === 'planned' ? { participants: withoutHeldAfter(was.participants, n) } : {}),
    // A cancelled commission may still have a session to settle: the week for which it is kept begins again.
    ...(was.endedAt === undefined ? {} : { endedAt: at }),
  };
}

/** As `all`, but with these sums for session `n`. A lot of which nothing is held for any session is not there. */
function withHeld(
  all: Commission['heldByLot'],
  n: number,
  heldByLot: Readonly<Record<string, number>>,
): Commission['heldByLot'] {
  const after: Record<string, readonly number[]> = {};
  for (const lot of new Set([...Object.keys(all), ...Object.keys(heldByLot)])) {
    const sums = [...(all[lot] ?? [])];
    while (sums.length < n) sums.push(0);
    sums[n - 1] = heldByLot[lot] ?? 0;
    while (sums.at(-1) === 0) sums.pop();
    if (sums.length > 0) after[lot] = sums;
  }
  return after;
}

export function applyPoolEvent(state: PoolState, event: Decision<PoolChange> & { readonly at: string }): PoolState {
  let after = state;
  for (const change of event.changes) after = applyChange(after, change, event.at);
  for (const posting of event.postings) after = applyPosting(after, posting);
  return forgetFinished(after, event.at);
}
