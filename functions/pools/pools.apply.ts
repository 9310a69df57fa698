// The pool's reducer: what each posting and each change does to the state. Decides nothing.
import type { Decision, Posting } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import { type Commission, type Ended, isOpen, type PoolChange, type PoolState, type Proposal } from './pools.state.ts';

/** The last few finished things stay in the state for a week, so that people still find them on the pool's page. */
const KEEP_MS = 7 * 86_400_000;
const KEEP_MOST = 3;

const without = <Value>(all: Readonly<Record<string, Value>>, name: string): Record<string, Value> => {
  const { [name]: _, ...others } = all;
  return others;
};

/** The named thing of a map. Throws when it is not there: an event that speaks of it cannot have been decided. */
export function the<Value>(all: Readonly<Record<string, Value>>, name: string): Value {
  const found = all[name];
  if (found === undefined) throw new Error('an event names something that is not in the state');
  return found;
}

/** Accounts: allocation (outside), lot:<n>, held:<commission>:<n>, payable:<commission>:<custody> (outside). */
function post(state: PoolState, account: string, pence: number): PoolState {
  const [kind, id = '', n = ''] = account.split(':');
  switch (kind) {
    case 'lot': {
      const lot = the(state.lots, id);
      return { ...state, lots: { ...state.lots, [id]: { ...lot, free: lot.free + pence } } };
    }
    case 'held': {
      const commission = the(state.commissions, id);
      const left = (commission.held[n] ?? 0) + pence;
      const held = left === 0 ? without(commission.held, n) : { ...commission.held, [n]: left };
      return { ...state, commissions: { ...state.commissions, [id]: { ...commission, held } } };
    }
    case 'payable': {
      const commission = the(state.commissions, id);
      const earned = { ...commission.earned, [n]: (commission.earned[n] ?? 0) + pence };
      return {
        ...state,
        released: state.released + pence,
        commissions: { ...state.commissions, [id]: { ...commission, earned } },
      };
    }
    default:
      return state;
  }
}

export const applyPosting = (state: PoolState, [from, to, pence]: Posting): PoolState =>
  post(post(state, from, -pence), to, pence);

const withProposal = (state: PoolState, id: string, change: (was: Proposal) => Proposal): PoolState => ({
  ...state,
  proposals: { ...state.proposals, [id]: change(the(state.proposals, id)) },
});

const withCommission = (state: PoolState, id: string, change: (was: Commission) => Commission): PoolState => ({
  ...state,
  commissions: { ...state.commissions, [id]: change(the(state.commissions, id)) },
});

export function countOf({ electors, votes }: Pick<Proposal, 'electors' | 'votes'>): Ended['counted'] {
  const counted = { electors: electors.length, joining: 0, agree: 0, abstain: 0, disagree: 0, block: 0 };
  for (const { choice, joining } of Object.values(votes)) {
    counted[choice]++;
    if (joining) counted.joining++;
  }
  return counted;
}

export function applyChange(state: PoolState, change: PoolChange, at: string): PoolState {
  switch (change.is) {
    case 'opened': {
      const { id, outcomes, agreement } = change;
      return { ...state, id, outcomes, agreement };
    }
    case 'joined':
      return { ...state, members: { ...state.members, [change.person]: { signed: change.signed } } };
    case 'left': {
      const { person, endsOn } = change;
      const leave = (was: Proposal): Proposal => ({
        ...was,
        electors: was.electors.filter((one) => one !== person),
        votes: without(was.votes, person),
      });
      const proposals = Object.fromEntries(Object.entries(state.proposals).map(([id, was]) => [id, leave(was)]));
      return {
        ...state,
        members: without(state.members, person),
        leaving: { ...state.leaving, [person]: { endsOn } },
        proposals,
      };
    }
    case 'gone': {
      const { person, endsOn } = change;
      const leave = (was: Commission): Commission => ({
        ...was,
        people: was.people.map((one) =>
          one.id === person && one.until === undefined ? { ...one, until: endsOn } : one,
        ),
      });
      const commissions = Object.fromEntries(Object.entries(state.commissions).map(([id, was]) => [id, leave(was)]));
      return { ...state, leaving: without(state.leaving, person), commissions };
    }
    case 'invited': {
      const { id, by, until, left } = change;
      return { ...state, invitations: { ...state.invitations, [id]: { by, until, left } } };
    }
    case 'invitation-used': {
      const was = the(state.invitations, change.id);
      const invitations =
        was.left === 1
          ? without(state.invitations, change.id)
          : { ...state.invitations, [change.id]: { ...was, left: was.left - 1 } };
      return { ...state, invitations };
    }
    case 'invitation-revoked':
      return { ...state, invitations: without(state.invitations, change.id) };
    case 'lot': {
      const { is: _, n, ...lot } = change;
      return { ...state, lots: { ...state.lots, [n]: { ...lot, free: 0 } }, lotsEver: state.lotsEver + 1 };
    }
    case 'proposed':
      return { ...state, proposals: { ...state.proposals, [change.id]: change.proposal } };
    case 'voted':
      return withProposal(state, change.id, (was) => ({
        ...was,
        votes: { ...was.votes, [change.person]: change.vote },
      }));
    case 'vote-withdrawn':
      return withProposal(state, change.id, (was) => ({ ...was, votes: without(was.votes, change.person) }));
    case 'proposal': {
      const { id, status } = change;
      if (status === 'waiting') return withProposal(state, id, (was) => ({ ...was, status }));
      const was = the(state.proposals, id);
      const { kind, by, rule, quorum } = was;
      const ended = { kind, by, status, endedAt: at, rule, quorum, counted: countOf(was) };
      return { ...state, proposals: without(state.proposals, id), ended: { ...state.ended, [id]: ended } };
    }
    case 'agreement':
      return { ...state, pending: change.agreement };
    case 'signed':
      return { ...state, members: { ...state.members, [change.person]: { signed: change.version } } };
    case 'in-force': {
      const { pending, ...rest } = state;
      return pending ? { ...rest, agreement: pending } : state;
    }
    case 'commissioned':
      return { ...state, commissions: { ...state.commissions, [change.id]: change.commission } };
    case 'commission':
      return withCommission(state, change.id, (was) => ({
        ...was,
        status: change.status,
        ...(change.status === 'accepted' ? {} : { endedAt: at }),
      }));
    case 'session': {
      const { id, n, status, talk } = change;
      return withCommission(state, id, (was) => ({
        ...was,
        states: was.states.map((before, i) => (i === n - 1 ? status : before)),
        talks: talk ? { ...was.talks, [n]: talk } : without(was.talks, String(n)),
        // A cancelled commission may still have a session to settle: the week begins again.
        ...(was.endedAt === undefined ? {} : { endedAt: at }),
      }));
    }
    case 'limit': {
      const { id, person, upTo } = change;
      return withCommission(state, id, (was) => ({
        ...was,
        people: was.people.map((one) => (one.id === person ? { ...one, upTo } : one)),
      }));
    }
    case 'away':
    case 'coming': {
      const { is, id, n, person } = change;
      return withCommission(state, id, (was) => {
        const others = (was.away?.[n] ?? []).filter((one) => one !== person);
        return { ...was, away: { ...was.away, [n]: is === 'away' ? [...others, person] : others } };
      });
    }
  }
}

/** Forgets what is over: ended proposals and commissions, spent invitations, empty lots that nothing can come back to. */
function tidy(state: PoolState, at: string): PoolState {
  const today = dayOf(at);
  const weekAgoMs = Date.parse(at) - KEEP_MS;
  const commissions = keepRecent(state.commissions, at, weekAgoMs, isOpen);
  const lots = keep(
    state.lots,
    (lot, n) =>
      lot.free > 0 || (lot.ends >= today && state.members[lot.person] !== undefined) || isHeld(commissions, n),
  );
  const ended = keepRecent(state.ended, at, weekAgoMs, () => false);
  const invitations = keep(state.invitations, (one) => one.until >= today);
  return { ...state, commissions, lots, ended, invitations };
}

/** What stays of a map; the map itself when all of it does, which is nearly always. */
function keep<Value>(
  all: Readonly<Record<string, Value>>,
  stays: (one: Value, name: string) => boolean,
): Readonly<Record<string, Value>> {
  for (const name in all)
    if (!stays(the(all, name), name))
      return Object.fromEntries(Object.entries(all).filter(([one, value]) => stays(value, one)));
  return all;
}

function isHeld(commissions: PoolState['commissions'], lot: string): boolean {
  for (const id in commissions) if ((commissions[id]?.held[lot] ?? 0) > 0) return true;
  return false;
}

/** Keeps those that are still open, those that ended with this very event, and the last few of this week. */
function keepRecent<Value extends { readonly endedAt?: string }>(
  all: Readonly<Record<string, Value>>,
  at: string,
  weekAgoMs: number,
  open: (one: Value) => boolean,
): Readonly<Record<string, Value>> {
  const ended: string[] = [];
  for (const name in all) {
    const { endedAt } = the(all, name);
    if (endedAt !== undefined) ended.push(endedAt);
  }
  if (ended.length === 0) return all;
  const first = ended.length > KEEP_MOST ? (ended.sort().at(-KEEP_MOST) ?? '') : '';
  return keep(
    all,
    (one) =>
      one.endedAt === undefined ||
      one.endedAt === at ||
      (one.endedAt >= first && Date.parse(one.endedAt) >= weekAgoMs) ||
      open(one),
  );
}

export function applyPool(state: PoolState, event: Decision<PoolChange> & { readonly at: string }): PoolState {
  let after = state;
  for (const change of event.changes) after = applyChange(after, change, event.at);
  for (const posting of event.postings) after = applyPosting(after, posting);
  return tidy(after, event.at);
}
