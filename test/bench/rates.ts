// Contributions and votes per second over HTTP: one process of `npm start` on the embedded engine. Callers, API and engine
// share the machine, and the process also updates the views after every event.
import { endAll, type Spawned, spawnKitty } from '../spawned.ts';
import {
  type CrowdPool,
  contribute,
  type Holder,
  newHolders,
  newOffer,
  newPool,
  newProposal,
  requestWithRetries,
} from './crowd.ts';
import { quantile, type Spread, spreadOf } from './statistics.ts';

export interface Rate extends Spread {
  readonly perSecond: number;
}
/** At 1 and at 8 callers, on one pool and on 64. */
export interface Rates {
  readonly pool1: { readonly callers1: Rate; readonly callers8: Rate };
  readonly pools64: { readonly callers1: Rate; readonly callers8: Rate };
}

/** Contributions at the same time from one allocation, each of which must win once over all the others. */
const BURST = 50;
const BURSTS = 5;
const CALLERS = 8;
const POOLS = 64;
const WARM_UP = 20;

/** The i-th request of the c-th caller. */
type Work = (c: number, i: number) => Promise<{ readonly status: number }>;

async function rateOf(callers: number, seconds: number, work: Work): Promise<Rate> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + 1000 * seconds;
  const caller = async (_: unknown, c: number): Promise<void> => {
    for (let i = 0; performance.now() < until; i++) {
      const from = performance.now();
      const { status } = await work(c, i);
      if (status !== 200 && status !== 201) throw new Error(`status ${status}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { perSecond: (1000 * times.length) / (performance.now() - began), ...spreadOf(times) };
}

async function ratesOf(seconds: number, onOne: Work, onMany: Work): Promise<Rates> {
  for (let i = 0; i < WARM_UP; i++) await onMany(i % CALLERS, i);
  const both = async (work: Work) => ({
    callers1: await rateOf(1, seconds, work),
    callers8: await rateOf(CALLERS, seconds, work),
  });
  return { pool1: await both(onOne), pools64: await both(onMany) };
}

interface Voting {
  readonly pool: CrowdPool;
  readonly proposal: string;
}

/** A pool with a proposal that stays open because its last member never votes. */
async function votingPool(kitty: Spawned, offerId: string, people: readonly Holder[]): Promise<Voting> {
  const pool = await newPool(kitty, people);
  return { pool, proposal: await newProposal(kitty, pool, offerId, 4) };
}

/** Seconds until all of a burst are made: the median of several. */
async function burstSeconds(kitty: Spawned): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < BURSTS; i++) {
    const [person] = await newHolders(kitty, 1, 1000);
    if (!person) throw new Error('a person was expected');
    const { id } = await newPool(kitty, [person]);
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: BURST }, () => contribute(() => kitty, id, person, 100)));
    times.push((performance.now() - began) / 1000);
    const refused = answers.find(({ status }) => status !== 201);
    if (refused) throw new Error(`status ${refused.status}`);
  }
  return quantile(times, 0.5);
}

export async function measureRates(
  seconds: number,
): Promise<{ contribute: Rates; vote: Rates; burst50Seconds: number }> {
  try {
    const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
    const to = () => kitty;
    const offerId = await newOffer(kitty, 3000);
    const crowd = await newHolders(kitty, CALLERS + 1, 100_000);
    const one = await votingPool(kitty, offerId, crowd);
    const pairs = await newHolders(kitty, 2 * POOLS, 100_000);
    const many: Voting[] = [];
    for (let i = 0; i < POOLS; i++) many.push(await votingPool(kitty, offerId, pairs.slice(2 * i, 2 * i + 2)));

    /** Each caller uses its own eighth of the pools, so no two callers use the same pool. */
    const own = (c: number, i: number): Voting => {
      const found = many[(CALLERS * i + c) % POOLS];
      if (!found) throw new Error('a pool was expected');
      return found;
    };
    const vote = ({ proposal }: Voting, person: Holder | undefined, i: number) =>
      requestWithRetries(to, 'PUT', `${proposal}/vote`, {
        as: person?.token ?? '',
        body: { choice: i % 2 ? 'agree' : 'abstain', joining: true },
      });
    const pay = ({ pool }: Voting, person: Holder | undefined) => {
      if (!person) throw new Error('a person was expected');
      return contribute(to, pool.id, person, 1);
    };
    const first = ({ pool }: Voting): Holder | undefined => pool.people[0];
    return {
      contribute: await ratesOf(
        seconds,
        (c) => pay(one, crowd[c]),
        (c, i) => pay(own(c, i), first(own(c, i))),
      ),
      vote: await ratesOf(
        seconds,
        (c, i) => vote(one, crowd[c], i),
        (c, i) => vote(own(c, i), first(own(c, i)), i),
      ),
      burst50Seconds: await burstSeconds(kitty),
    };
  } finally {
    await endAll();
  }
}

if (import.meta.main) console.dir(await measureRates(2), { depth: 4 });
