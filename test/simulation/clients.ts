// People, enterprises, funders and the clock, doing likely and unlikely things to a few pools at once.
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import type { Grant } from '../../functions/allocations/journal/allocation-state.ts';
import { availablePence } from '../../functions/allocations/journal/instalments.ts';
import { payBack, payBackLeaver, payIn } from '../../functions/contributions/transfers.ts';
import { runAllocation, runPool } from '../../functions/due/due.actions.ts';
import { append, type JournalDeps, only } from '../../functions/journal/append.ts';
import type { CommandMeta, JournalKey } from '../../functions/journal/journal.types.ts';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { ok, type Result, refuse } from '../../functions/kernel/result.ts';
import { ABSENCES, CHOICES, DECISION_RULES, STREAMS } from '../../functions/kernel/words.ts';
import { refundable, refundableOf } from '../../functions/pools/journal/contribute.ts';
import type { PoolCommand } from '../../functions/pools/journal/pool-commands.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import type { Commission, Order, PoolState } from '../../functions/pools/journal/pool-state.ts';
import { isOpenCommission } from '../../functions/pools/journal/pool-sums.ts';
import { priceFor, sessionDay } from '../../functions/pools/journal/sessions.ts';
import { isUpcoming } from '../../functions/pools/journal/statuses.ts';
import { dearest } from './holds.ts';
import type { Books } from './invariants.ts';
import { ownersOf } from './promises.ts';
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
  readonly request: CommandMeta;
  send(request: CommandMeta): Promise<Result<unknown, string>>;
}

const PLACE = 'p';
const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy'];
/** Most pools are small, as in life; every fourth may have many. */
const peopleOf = (pool: string): string[] => {
  const n = Number(pool.slice(1));
  return n % 4 === 0 ? PEOPLE.slice(0, 6) : PEOPLE.slice((n % 3) * 3, (n % 3) * 3 + 3);
};
const ENTERPRISES = ['x', 'y'];
const ownedBy = (person: string): string[] => ENTERPRISES.filter((one) => ownersOf(one).includes(person));
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
    personId: person,
    funder: random.pick(['council', 'health']) ?? '',
    stream: random.pick(STREAMS) ?? 'health',
    custody: random.pick(['funder', 'stripe'] as const) ?? 'funder',
    grantedPence: random.pick([50000, 100001, 2_600_000, 9_000_000]) ?? 1,
    startsOn,
    endsOn: addDays(startsOn, random.int(20, 150)),
    instalment: random.pick(['once', 'once', 'weekly', 'four-weekly'] as const) ?? 'once',
    outcomes: random.chance(0.95) ? OUTCOMES : ['learning'],
    pooling: random.chance(0.95),
  };
  return onAllocation(sim, id, 'council', { type: 'grant', ...grant });
}

type AllocationCommand = Parameters<typeof allocationReducer.decide>[1];

function onAllocation(sim: Sim, id: string, by: string, command: AllocationCommand): Job {
  const key = allocationKey(id);
  return job(sim, key, by, command.type, (request) => append(sim.deps, request, allocationReducer, key, only(command)));
}

function onPool(sim: Sim, id: string, by: string, command: PoolCommand): Job {
  const key = poolKey(id);
  return job(sim, key, by, command.type, (request) => append(sim.deps, request, poolReducer, key, only(command)));
}

function job(sim: Sim, key: JournalKey, by: string, body: string, send: Job['send']): Job {
  return { key, request: { idempotencyHash: sim.newName('op'), bodyHash: body, actorId: by }, send };
}

export function newPool(sim: Sim): Job {
  const { random } = sim;
  const id = sim.newName('q');
  sim.pools.push(id);
  return onPool(sim, id, random.pick(peopleOf(id)) ?? '', {
    type: 'open',
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

function deal(sim: Sim): Order {
  const { random } = sim;
  const sessions = random.int(1, 6);
  const least = random.int(1, 3);
  return {
    offerId: 'o',
    enterpriseId: random.pick(ENTERPRISES) ?? '',
    priceModel: random.chance(0.7) ? 'per-session' : 'per-person',
    pricePence: pence(sim),
    minPeople: least,
    maxPeople: least + random.int(0, 4),
    cancellation: {
      hours: random.pick([0, 24, 48, 336]) ?? 0,
      chargePercent: random.pick([0, 33, 50, 100]) ?? 0,
    },
    sessions,
    startsOn: addDays(today(sim), random.int(0, 20)),
    time: '10:00',
    everyDays: random.pick([1, 7, 14]) ?? 7,
    heldAhead: random.int(1, sessions),
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
        type: 'invite',
        id: sim.newName('i'),
        endsOn: addDays(today(sim), 14),
        uses: random.int(1, 5),
      });
    const newcomer = random.pick(peopleOf(id).filter((one) => !state.members[one] && !state.leaving[one]));
    if (newcomer) return onPool(sim, id, newcomer, { type: 'join', invitationId: invitation });
  }
  if (random.chance(0.3) && refundable(state, today(sim)).length > 0) return clockJob(sim, poolKey(id));
  const roll = random.next();
  if (roll < 0.25) return contribution(sim, id, member);
  if (roll < 0.78) return business(sim, id, state, member);
  if (roll < 0.79) return leaving(sim, id, state, member);
  if (roll < 0.8) return withdrawalOrContribution(sim, id, state, member);
  if (roll < 0.81)
    return onPool(sim, id, member, {
      type: state.members[member]?.standingPaused ? 'resume-standing' : 'pause-standing',
    });
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
      from !== undefined && members[from.personId] !== undefined && from.pooling && from.outcomes.includes('friendship')
    );
  };
  const able = sim.allocations.filter(mayPay);
  const allocation = random.pick(random.chance(0.97) ? able : sim.allocations);
  if (allocation === undefined) return newAllocation(sim, member);
  const by = random.chance(0.99) ? (books.allocations.get(allocation)?.personId ?? member) : member;
  const free = availablePence(books.allocations.get(allocation) ?? allocationReducer.empty, sim.deps.now());
  if (free === 0 && random.chance(0.9)) return withdrawal(sim, id, by);
  const amount = random.chance(0.98) ? random.int(1, Math.max(1, Math.ceil(free / 4))) : free + 1;
  const standing = random.chance(0.15) && books.allocations.get(allocation)?.instalment !== 'once';
  const key = poolKey(id);
  return job(sim, key, by, `contribute ${allocation} ${amount}`, (request) =>
    append(sim.deps, request, poolReducer, key, {
      command: (_, transaction) =>
        payIn(
          transaction,
          PLACE,
          allocation,
          amount,
          { type: 'contribute', poolId: id, amountPence: amount, standing },
          standing,
        ),
    }),
  );
}

type Refunds = readonly { readonly lot: string; readonly allocationId: string; readonly amountPence: number }[];

/** Sends money back to its allocations, in one transaction with what the pool does. */
function refunding(
  sim: Sim,
  id: string,
  member: string,
  body: string,
  plan: (state: PoolState) => { refunds: Refunds; command: PoolCommand },
): Job {
  const key = poolKey(id);
  return job(sim, key, member, body, (request) =>
    append(sim.deps, request, poolReducer, key, {
      command(state, transaction) {
        const { refunds, command } = plan(state);
        return payBack(transaction, PLACE, id, refunds, command);
      },
    }),
  );
}

const leaving = (sim: Sim, id: string, state: PoolState, member: string): Job =>
  Object.keys(state.members).length < 2
    ? contribution(sim, id, member)
    : job(sim, poolKey(id), member, 'leave', (request) =>
        append(sim.deps, request, poolReducer, poolKey(id), {
          command: (now, transaction) => {
            const own = [...sim.books.allocations.values()].filter(
              ({ personId, standing, pooledPence }) => personId === member && (standing[id] || pooledPence[id]),
            );
            return now.members[member]
              ? payBackLeaver(
                  transaction,
                  PLACE,
                  now,
                  member,
                  own.map((allocation) => allocation.id),
                )
              : refuse('not-found');
          },
        }),
      );

function withdrawalOrContribution(sim: Sim, id: string, state: PoolState, member: string): Job {
  return refundableOf(state, member).length > 0 ? withdrawal(sim, id, member) : contribution(sim, id, member);
}

/** Takes some of one's free money home again, so that there is some to put in. */
function withdrawal(sim: Sim, id: string, member: string): Job {
  const [lot] = refundableOf(sim.books.pools.get(id) ?? poolReducer.empty, member);
  if (!lot) return clockJob(sim, poolKey(id));
  const amountPence = sim.random.int(1, lot.amountPence);
  const refunds = [{ ...lot, amountPence }];
  return refunding(sim, id, member, `home ${lot.lot} ${amountPence}`, () => ({
    refunds,
    command: { type: 'refund', lots: refunds },
  }));
}

function fundersJob(sim: Sim): Job {
  const id = sim.random.pick(sim.allocations) ?? '';
  const state = sim.books.allocations.get(id);
  const funder = state?.funder ?? 'council';
  return onAllocation(sim, id, funder, {
    type: 'announce-reduction',
    funder,
    amountPence: sim.random.int(1, Math.max(1, state?.grantedPence ?? 1)),
    from: addDays(today(sim), sim.random.int(27, 40)),
  });
}

function clockJob(sim: Sim, key: JournalKey): Job {
  const context = { journals: sim.deps, now: sim.deps.now };
  return {
    key,
    request: { idempotencyHash: '', bodyHash: '', actorId: 'clock' },
    send: async () => ok(await (key.kind === 'POOL' ? runPool(context, key) : runAllocation(context, key))),
  };
}

/** Proposals, votes, orders and sessions. */
function business(sim: Sim, id: string, state: PoolState, member: string): Job {
  const { random } = sim;
  const members = Object.keys(state.members);
  const command = (one: PoolCommand, by = member): Job => onPool(sim, id, by, one);
  const unsigned = members.filter(
    (one) => (state.members[one]?.signedVersion ?? 0) < (state.pendingAgreement?.version ?? 0),
  );
  if (state.pendingAgreement && random.chance(0.5))
    return command({ type: 'sign', version: state.pendingAgreement.version }, random.pick(unsigned) ?? member);
  const commissions = Object.entries(state.commissions).filter(
    ([, one]) => isOpenCommission(one) || random.chance(0.02),
  );
  const proposals = Object.entries(state.proposals).filter(
    ([, one]) => one.status === 'open' || one.status === 'waiting',
  );
  const found = random.pick(commissions);
  if (found && random.chance(0.6)) {
    const [cid, commission] = found;
    const { enterpriseId: enterprise } = commission;
    if (commission.status === 'requested' && random.chance(0.7))
      return command(
        { type: random.chance(0.9) ? 'accept' : 'refuse', id: cid, ownedEnterpriseIds: [enterprise] },
        'owner',
      );
    if (random.chance(0.15)) return attendanceOrLimit(sim, id, cid, commission, member);
    const able = ready(sim, commission);
    if (able === undefined && random.chance(0.9)) return contribution(sim, id, member);
    const n = able ?? random.int(1, commission.sessions);
    const status = commission.sessionStatuses[n - 1];
    const taking = random.pick(commission.participants)?.personId ?? member;
    const roll = random.next();
    if (roll < 0.01) return command({ type: 'cancel', id: cid, ownedEnterpriseIds: [enterprise] }, 'owner');
    if (roll < 0.03) return command({ type: 'cancel', id: cid, n, ownedEnterpriseIds: [enterprise] }, 'owner');
    if (status === 'held')
      return command(
        random.chance(0.95)
          ? { type: 'deliver', id: cid, n, ownedEnterpriseIds: [enterprise] }
          : { type: 'dispute', id: cid, n, ownedEnterpriseIds: [] },
        random.chance(0.95) ? 'owner' : taking,
      );
    if (status === 'delivered')
      return command({ type: random.chance(0.8) ? 'confirm' : 'dispute', id: cid, n, ownedEnterpriseIds: [] }, taking);
    if (status === 'disputed') {
      const most = priceFor(commission, commission.participants.length);
      const side = random.pick(['pool', 'enterprise', 'referee'] as const) ?? 'pool';
      return command(
        {
          type: 'resolve',
          id: cid,
          n,
          side,
          payPence: random.chance(0.5) ? Math.floor(most / 2) : random.chance(0.9) ? random.int(0, most) : most + 1,
          ownedEnterpriseIds: side === 'enterprise' ? [enterprise] : [],
        },
        side === 'pool' ? taking : 'owner',
      );
    }
  }
  const open = random.pick(proposals);
  if (open && random.chance(0.85)) {
    const [pid, proposal] = open;
    const roll = random.next();
    if (roll < 0.02) return command({ type: 'withdraw-proposal', id: pid }, proposal.by);
    if (roll < 0.03 && proposal.kind === 'buy' && proposal.status === 'waiting')
      return command({
        type: 'propose',
        id: sim.newName('p'),
        barred: ownersOf(proposal.order.enterpriseId),
        idea: { kind: 'cancel', commissionId: pid },
      });
    if (roll < 0.04) return command({ type: 'withdraw-vote', id: pid });
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
      ...(random.chance(0.2) ? { upToPence: pence(sim) } : {}),
    };
    return command({ type: 'vote', id: pid, vote: said, ownedEnterpriseIds: ownedBy(voter) }, voter);
  }
  if (proposals.length > 0 && random.chance(0.9)) return contribution(sim, id, member);
  const roll = random.next();
  if (roll < 0.03)
    return command({
      type: 'propose',
      id: sim.newName('p'),
      barred: [],
      idea: { kind: 'agreement', agreement: terms(sim) },
    });
  if (roll < 0.08 && found && found[1].status === 'accepted') {
    const one = random.chance(0.5);
    return command({
      type: 'propose',
      id: sim.newName('p'),
      barred: ownersOf(found[1].enterpriseId),
      idea: { kind: 'cancel', commissionId: found[0], ...(one ? { session: random.int(1, found[1].sessions) } : {}) },
    });
  }
  if (commissions.length > 0 && random.chance(0.8)) return contribution(sim, id, member);
  const order = deal(sim);
  const barred = ownersOf(order.enterpriseId);
  return command({ type: 'propose', id: sim.newName('p'), barred, idea: { kind: 'buy', order } });
}

/** Somebody says whether they come to a session, mostly one that is still to come, or what the most is that they pay. */
function attendanceOrLimit(sim: Sim, id: string, cid: string, commission: Commission, member: string): Job {
  const { random } = sim;
  const by = random.pick(commission.participants)?.personId ?? member;
  if (random.chance(0.3)) {
    // Often about as much as they pay, where a penny decides.
    const share = dearest(commission, random.int(1, commission.participants.length));
    const upToPence = random.chance(0.7) ? Math.max(0, share + random.int(-1, 1)) : pence(sim);
    return onPool(sim, id, by, { type: 'change-limit', id: cid, upToPence });
  }
  const coming = commission.sessionStatuses.flatMap((status, i) => (isUpcoming(status) ? [i + 1] : []));
  const n = random.chance(0.95) ? random.pick(coming) : random.int(1, commission.sessions);
  return onPool(sim, id, by, { type: random.chance(0.3) ? 'attend' : 'stay-away', id: cid, n: n ?? 1 });
}

/** A session about which something can be done now. */
function ready(sim: Sim, commission: PoolState['commissions'][string]): number | undefined {
  const now = today(sim);
  for (const [i, status] of commission.sessionStatuses.entries()) {
    if (status === 'delivered' || status === 'disputed') return i + 1;
    if (status === 'held' && commission.status === 'accepted' && sessionDay(commission, i + 1) <= now) return i + 1;
  }
  return undefined;
}
