// People, enterprises, funders and the clock, doing likely and unlikely things to a few pools at once.
import {
  type AllocationCode,
  allocationReducer,
  availablePence,
  type Grant,
} from '../../functions/allocations/allocations.rules.ts';
import { sessionDay, sessionPrice } from '../../functions/commissions/money.rules.ts';
import { runAllocation, runPool } from '../../functions/due/due.actions.ts';
import { append, type JournalCode, type JournalDeps } from '../../functions/journal/journal.ts';
import type { JournalKey, Request } from '../../functions/journal/journal.types.ts';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { ok, type Result } from '../../functions/kernel/result.ts';
import { ABSENCES, CHOICES, DECISION_RULES, STREAMS } from '../../functions/kernel/words.ts';
import { type PoolCode, type PoolCommand, poolReducer } from '../../functions/pools/pools.reducer.ts';
import { freeLots, homeward, sourceOf } from '../../functions/pools/pools.rules.ts';
import { type Deal, isOpen, type PoolState } from '../../functions/pools/pools.state.ts';
import type { Books } from './invariants.ts';
import type { Random } from './random.ts';

export interface Sim {
  readonly random: Random;
  readonly deps: JournalDeps;
  readonly books: Books;
  /** Pools and allocations in use; the oldest make way for new ones. */
  readonly pools: string[];
  readonly allocations: string[];
  newName(prefix: string): string;
}

/** One request, which may be sent again at any time. */
export interface Job {
  readonly key: JournalKey;
  readonly request: Request;
  send(request: Request): Promise<Result<unknown, string>>;
}

const PLACE = 'p';
const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy'];
/** Most pools are small, as in life; every fourth may have many. */
const peopleOf = (pool: string): string[] => {
  const n = Number(pool.slice(1));
  return n % 4 === 0 ? PEOPLE.slice(0, 6) : PEOPLE.slice((n % 3) * 3, (n % 3) * 3 + 3);
};
const ENTERPRISES = ['x', 'y'];
const OUTCOMES = ['friendship', 'fitness'];

const poolKey = (id: string): JournalKey => ({ place: PLACE, kind: 'POOL', id });
const allocationKey = (id: string): JournalKey => ({ place: PLACE, kind: 'ALLOC', id });

const pence = (sim: Sim): number => sim.random.pick([1, 7, 100, 333, 900, 1001, 5400, 12000]) ?? 1;
const today = (sim: Sim): string => dayOf(sim.deps.now());

export function newAllocation(sim: Sim, person = sim.random.pick(PEOPLE) ?? ''): Job {
  const { random } = sim;
  const id = sim.newName('a');
  sim.allocations.push(id);
  const startsOn = addDays(today(sim), random.int(-60, 3));
  const grant: Grant = {
    id,
    person,
    funder: random.pick(['council', 'health']) ?? '',
    stream: random.pick(STREAMS) ?? 'health',
    custody: random.pick(['funder', 'stripe'] as const) ?? 'funder',
    granted: random.pick([50000, 100001, 2_600_000, 9_000_000]) ?? 1,
    startsOn,
    endsOn: addDays(startsOn, random.int(20, 150)),
    instalment: random.pick(['once', 'once', 'weekly', 'four-weekly'] as const) ?? 'once',
    outcomes: random.chance(0.95) ? OUTCOMES : ['learning'],
    pooling: random.chance(0.95),
  };
  return onAllocation(sim, id, 'council', { do: 'grant', ...grant });
}

type AllocationCommand = Parameters<typeof allocationReducer.next>[1];

function onAllocation(sim: Sim, id: string, by: string, command: AllocationCommand): Job {
  const key = allocationKey(id);
  return job(sim, key, by, command.do, (request) =>
    append(sim.deps, request, allocationReducer, key, () => ok(command)),
  );
}

function onPool(sim: Sim, id: string, by: string, command: PoolCommand): Job {
  const key = poolKey(id);
  return job(sim, key, by, command.do, (request) => append(sim.deps, request, poolReducer, key, () => ok(command)));
}

function job(sim: Sim, key: JournalKey, by: string, body: string, send: Job['send']): Job {
  return { key, request: { op: sim.newName('op'), body, by }, send };
}

export function newPool(sim: Sim): Job {
  const { random } = sim;
  const id = sim.newName('q');
  sim.pools.push(id);
  return onPool(sim, id, random.pick(peopleOf(id)) ?? '', {
    do: 'open',
    id,
    outcomes: ['friendship'],
    agreement: { version: 1, ...terms(sim) },
  });
}

const terms = ({ random }: Sim) => ({
  decisionRule: random.pick(DECISION_RULES) ?? 'consent',
  quorum: random.int(1, 4),
  votingDays: random.int(1, 10),
  noticeWeeks: random.int(0, 4),
  openBooks: random.chance(0.5),
  absence: random.pick(ABSENCES) ?? 'pay',
});

function deal(sim: Sim): Deal {
  const { random } = sim;
  const sessions = random.int(1, 6);
  const least = random.int(1, 3);
  return {
    offer: 'o',
    enterprise: random.pick(ENTERPRISES) ?? '',
    priceModel: random.chance(0.7) ? 'per-session' : 'per-person',
    price: pence(sim),
    least,
    most: least + random.int(0, 4),
    hours: random.pick([0, 24, 48, 336]) ?? 0,
    charge: random.pick([0, 33, 50, 100]) ?? 0,
    sessions,
    startsOn: addDays(today(sim), random.int(0, 20)),
    time: '10:00',
    every: random.pick([1, 7, 14]) ?? 7,
    ahead: random.int(1, sessions),
  };
}

/** The next thing that somebody does, mostly what makes sense in the state that the pool is in. */
export function nextJob(sim: Sim): Job {
  const { random, books } = sim;
  const id = random.pick(sim.pools) ?? '';
  const state = books.pools.get(id);
  if (!state) return newAllocation(sim);
  const members = Object.keys(state.members);
  const member = random.pick(random.chance(0.97) && members.length > 0 ? members : PEOPLE) ?? '';
  if (members.length < peopleOf(id).length && random.chance(0.5)) {
    const invitation = Object.keys(state.invitations)[0];
    if (!invitation)
      return onPool(sim, id, member, {
        do: 'invite',
        id: sim.newName('i'),
        until: addDays(today(sim), 14),
        uses: random.int(1, 5),
      });
    const newcomer = random.pick(peopleOf(id).filter((one) => !state.members[one] && !state.leaving[one]));
    if (newcomer) return onPool(sim, id, newcomer, { do: 'join', invitation });
  }
  if (random.chance(0.3) && homeward(state, today(sim)).length > 0) return clockJob(sim, poolKey(id));
  const roll = random.next();
  if (roll < 0.25) return contribution(sim, id, member);
  if (roll < 0.78) return business(sim, id, state, member);
  if (roll < 0.79) return leaving(sim, id, state, member);
  if (roll < 0.8) return withdrawal(sim, id, state, member);
  if (roll < 0.835) return fundersJob(sim);
  if (roll < 0.86) return clockJob(sim, poolKey(id));
  if (roll < 0.98) return contribution(sim, id, member);
  return clockJob(sim, allocationKey(random.pick(sim.allocations) ?? ''));
}

function contribution(sim: Sim, id: string, member: string): Job {
  const { random, books } = sim;
  const members = books.pools.get(id)?.members ?? {};
  const mayPay = (one: string): boolean => {
    const from = books.allocations.get(one);
    return (
      from !== undefined && members[from.person] !== undefined && from.pooling && from.outcomes.includes('friendship')
    );
  };
  const able = sim.allocations.filter(mayPay);
  const allocation = random.pick(random.chance(0.97) ? able : sim.allocations);
  if (allocation === undefined) return newAllocation(sim, member);
  const by = random.chance(0.99) ? (books.allocations.get(allocation)?.person ?? member) : member;
  const free = availablePence(books.allocations.get(allocation) ?? allocationReducer.empty, sim.deps.now());
  if (free === 0 && random.chance(0.9)) return takingHome(sim, id, by);
  const amount = random.chance(0.98) ? random.int(1, Math.max(1, Math.ceil(free / 4))) : free + 1;
  const standing = random.chance(0.15) && books.allocations.get(allocation)?.instalment !== 'once';
  const key = poolKey(id);
  return job(sim, key, by, `contribute ${allocation} ${amount}`, (request) =>
    append(sim.deps, request, poolReducer, key, async (_, unit) => {
      const from = await unit.open(allocationReducer, allocationKey(allocation));
      if (!from.ok) return from;
      const paid = from.value.do({ do: 'contribute', pool: id, pence: amount, standing });
      return paid.ok ? ok<PoolCommand>({ do: 'contribute', source: sourceOf(from.value.state), pence: amount }) : paid;
    }),
  );
}

type Going = readonly { readonly lot: string; readonly allocation: string; readonly pence: number }[];

function goingHome(
  sim: Sim,
  id: string,
  member: string,
  body: string,
  going: (state: PoolState) => { going: Going; command: PoolCommand },
): Job {
  const key = poolKey(id);
  return job(sim, key, member, body, (request) =>
    append<
      PoolState,
      PoolCommand,
      Parameters<typeof poolReducer.apply>[1]['changes'][number],
      PoolCode,
      AllocationCode | JournalCode
    >(sim.deps, request, poolReducer, key, async (state, unit) => {
      const planned = going(state);
      for (const { allocation, pence: amount } of planned.going) {
        const home = await unit.open(allocationReducer, allocationKey(allocation));
        if (!home.ok) return home;
        const came = home.value.do({ do: 'come-home', pool: id, pence: amount });
        if (!came.ok) return came;
      }
      return ok(planned.command);
    }),
  );
}

const leaving = (sim: Sim, id: string, state: PoolState, member: string): Job =>
  Object.keys(state.members).length < 2
    ? contribution(sim, id, member)
    : goingHome(sim, id, member, 'leave', (now) => ({ going: freeLots(now, member), command: { do: 'leave' } }));

function withdrawal(sim: Sim, id: string, state: PoolState, member: string): Job {
  return freeLots(state, member).length > 0 ? takingHome(sim, id, member) : contribution(sim, id, member);
}

/** Takes some of one's free money home again, so that there is some to put in. */
function takingHome(sim: Sim, id: string, member: string): Job {
  const [lot] = freeLots(sim.books.pools.get(id) ?? poolReducer.empty, member);
  if (!lot) return clockJob(sim, poolKey(id));
  const amount = sim.random.int(1, lot.pence);
  return goingHome(sim, id, member, `home ${lot.lot} ${amount}`, () => ({
    going: [{ ...lot, pence: amount }],
    command: { do: 'send-home', lots: [{ lot: lot.lot, pence: amount }] },
  }));
}

function fundersJob(sim: Sim): Job {
  const id = sim.random.pick(sim.allocations) ?? '';
  const state = sim.books.allocations.get(id);
  const funder = state?.funder ?? 'council';
  return onAllocation(sim, id, funder, {
    do: 'reduce',
    funder,
    pence: sim.random.int(1, Math.max(1, state?.granted ?? 1)),
    from: addDays(today(sim), sim.random.int(27, 40)),
  });
}

function clockJob(sim: Sim, key: JournalKey): Job {
  const world = { journals: sim.deps, now: sim.deps.now };
  return {
    key,
    request: { op: '', body: '', by: 'clock' },
    send: async () => ok(await (key.kind === 'POOL' ? runPool(world, key) : runAllocation(world, key))),
  };
}

/** Proposals, votes, orders and sessions. */
function business(sim: Sim, id: string, state: PoolState, member: string): Job {
  const { random } = sim;
  const members = Object.keys(state.members);
  const command = (one: PoolCommand, by = member): Job => onPool(sim, id, by, one);
  const unsigned = members.filter((one) => (state.members[one]?.signed ?? 0) < (state.pending?.version ?? 0));
  if (state.pending && random.chance(0.5))
    return command({ do: 'sign', version: state.pending.version }, random.pick(unsigned) ?? member);
  const commissions = Object.entries(state.commissions).filter(([, one]) => isOpen(one) || random.chance(0.02));
  const proposals = Object.entries(state.proposals).filter(
    ([, one]) => one.status === 'open' || one.status === 'waiting',
  );
  const found = random.pick(commissions);
  if (found && random.chance(0.6)) {
    const [cid, commission] = found;
    const { enterprise } = commission;
    if (commission.status === 'requested' && random.chance(0.7))
      return command({ do: 'answer', id: cid, accepts: random.chance(0.9), runs: [enterprise] }, 'owner');
    const able = ready(sim, commission);
    if (able === undefined && random.chance(0.9)) return contribution(sim, id, member);
    const n = able ?? random.int(1, commission.sessions);
    const status = commission.states[n - 1];
    const taking = random.pick(commission.people)?.id ?? member;
    const roll = random.next();
    if (roll < 0.01) return command({ do: 'cancel', id: cid, runs: [enterprise] }, 'owner');
    if (roll < 0.03) return command({ do: 'cancel', id: cid, n, runs: [enterprise] }, 'owner');
    if (roll < 0.06) return command({ do: 'limit', id: cid, upTo: pence(sim) }, taking);
    if (roll < 0.12) {
      const any = random.int(1, commission.sessions);
      return command({ do: 'attend', id: cid, n: any, isComing: random.chance(0.3) }, taking);
    }
    if (status === 'held')
      return command(
        random.chance(0.95)
          ? { do: 'deliver', id: cid, n, runs: [enterprise] }
          : { do: 'dispute', id: cid, n, runs: [] },
        random.chance(0.95) ? 'owner' : taking,
      );
    if (status === 'delivered')
      return command({ do: random.chance(0.8) ? 'confirm' : 'dispute', id: cid, n, runs: [] }, taking);
    if (status === 'disputed') {
      const most = sessionPrice(commission, commission.people.length);
      const side = random.pick(['pool', 'enterprise', 'referee'] as const) ?? 'pool';
      return command(
        {
          do: 'resolve',
          id: cid,
          n,
          side,
          pence: random.chance(0.5) ? Math.floor(most / 2) : random.chance(0.9) ? random.int(0, most) : most + 1,
          runs: side === 'enterprise' ? [enterprise] : [],
        },
        side === 'pool' ? taking : 'owner',
      );
    }
  }
  const open = random.pick(proposals);
  if (open && random.chance(0.85)) {
    const [pid, proposal] = open;
    const roll = random.next();
    if (roll < 0.02) return command({ do: 'withdraw-proposal', id: pid }, proposal.by);
    if (roll < 0.04) return command({ do: 'withdraw-vote', id: pid });
    const choice = random.chance(0.75) ? 'agree' : (random.pick(CHOICES) ?? 'agree');
    const voter = random.chance(0.97)
      ? (random.pick(proposal.electors.filter((one) => !proposal.votes[one] || random.chance(0.1))) ??
        proposal.electors[0] ??
        member)
      : member;
    if (proposal.status === 'waiting' && random.chance(0.8)) return contribution(sim, id, voter);
    const said = {
      choice: proposal.votes[voter]?.choice ?? choice,
      joining: random.chance(0.85),
      ...(random.chance(0.2) ? { upTo: pence(sim) } : {}),
    };
    return command({ do: 'vote', id: pid, said, runs: [] }, voter);
  }
  if (proposals.length > 0 && random.chance(0.9)) return contribution(sim, id, member);
  const roll = random.next();
  if (roll < 0.03)
    return command({ do: 'propose', id: sim.newName('p'), idea: { kind: 'agreement', terms: terms(sim) } });
  if (roll < 0.08 && found && found[1].status === 'accepted') {
    const one = random.chance(0.5);
    return command({
      do: 'propose',
      id: sim.newName('p'),
      idea: { kind: 'cancel', commission: found[0], ...(one ? { session: random.int(1, found[1].sessions) } : {}) },
    });
  }
  if (commissions.length > 0 && random.chance(0.8)) return contribution(sim, id, member);
  return command({ do: 'propose', id: sim.newName('p'), idea: { kind: 'buy', deal: deal(sim) } });
}

/** A session about which something can be done now. */
function ready(sim: Sim, commission: PoolState['commissions'][string]): number | undefined {
  const now = today(sim);
  for (const [i, status] of commission.states.entries()) {
    if (status === 'delivered' || status === 'disputed') return i + 1;
    if (status === 'held' && commission.status === 'accepted' && sessionDay(commission, i + 1) <= now) return i + 1;
  }
  return undefined;
}
