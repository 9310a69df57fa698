// Plays batches of steps in a real Kitty and in the model at once, until something differs.
import type { TestKitty } from '../harness.ts';
import { type Applied, apply } from './apply.ts';
import { answerDiffers, type Difference, differences } from './compare.ts';
import { dayAt } from './days.ts';
import { type Cast, type Got, type Live, worldIn } from './kitty.ts';
import { missingOf, seeAllocations, seeOrder, seePool } from './see.ts';
import type { Batch, Step } from './steps.ts';
import { advance } from './time.ts';
import type { World } from './types.ts';
import { allocationView, maySee, ordersOver, orderView, poolView, sees } from './views.ts';

const SECOND = 1000;
/** So many orders of carrying out are kept in mind. */
const MOST_WORLDS = 24;

export interface Failure {
  /** Kitty’s time at the difference. */
  readonly at: string;
  readonly batch: number;
  readonly differences: readonly Difference[];
}
export interface Played {
  readonly batches: Batch[];
  readonly steps: number;
  readonly failure?: Failure;
}
interface Sent {
  readonly step: Step;
  readonly got: Got;
  readonly key: string;
}
interface Seen {
  readonly pools: Map<string, Awaited<ReturnType<typeof seePool>>>;
  readonly orders: Map<string, Awaited<ReturnType<typeof seeOrder>>>;
  readonly allocations: Map<string, Awaited<ReturnType<typeof seeAllocations>>>;
}

const fieldsOf = (live: Live, { step, got }: Sent): Record<string, unknown> => {
  if (step.do !== 'vote') return got.body;
  return { status: got.body.status, missing: missingOf(live, got.body.missing, step.who) };
};

/** The pools that a batch is about; all of them when time passes. */
function poolsOf(world: World, batch: Batch): World['pools'] {
  const named = batch.steps.flatMap(({ step }) => [
    ...('pool' in step ? [step.pool] : []),
    ...('order' in step ? [step.order.replace(/o$/, '')] : []),
  ]);
  if (batch.steps.some(({ step }) => step.do === 'wait' || step.do === 'join')) return world.pools;
  return world.pools.filter(
    ({ key, proposals }) => named.includes(key) || proposals.some((p) => named.includes(p.key)),
  );
}

/** Who is asked what they see after a batch: one of the members of each pool that it is about, or everybody now and then. */
async function look(live: Live, world: World, batch: Batch, round: number, all: boolean): Promise<Seen> {
  const seen: Seen = { pools: new Map(), orders: new Map(), allocations: new Map() };
  const everybody = [...live.ids.keys()].filter((key) => /^h\d+$/.test(key));
  if (all) await live.settled();
  const pools = all ? world.pools : poolsOf(world, batch);
  for (const pool of pools) {
    const who = pool.members.map((one) => one.who);
    const asked = all ? everybody : who.slice(round % Math.max(1, who.length)).slice(0, 1);
    for (const one of asked) seen.pools.set(`${pool.key} ${one}`, await seePool(live, pool.key, one));
    for (const order of pool.orders) {
      if (!all && (ordersOver(order) || asked.length === 0)) continue;
      for (const one of asked) seen.orders.set(`${order.key} ${one}`, await seeOrder(live, order.key, one));
    }
  }
  if (all) for (const one of everybody) seen.allocations.set(one, await seeAllocations(live, one));
  return seen;
}

function viewsDiffer(world: World, seen: Seen): Difference[] {
  const found: Difference[] = [];
  for (const [name, view] of seen.pools) {
    const [key = '', who = ''] = name.split(' ');
    const pool = world.pools.find((one) => one.key === key);
    if (!pool) continue;
    if (!sees(pool, who) || !view) {
      if (view ? !maySee(pool, who) : sees(pool, who))
        found.push({ what: `pool ${name} is seen`, model: sees(pool, who), api: view !== undefined });
      continue;
    }
    const mine = poolView(world, pool, who);
    const { proposals, orders, ...totals } = mine;
    found.push(...differences(`pool ${name}`, totals, view));
    for (const [one, p] of Object.entries(proposals)) {
      const shown = view.proposals[one];
      const { because, ...rest } = p;
      const goesOn = p.status === 'open' || p.status === 'waiting';
      if (!shown && goesOn) found.push({ what: `proposal ${one}`, model: p.status, api: 'not shown' });
      if (!shown) continue;
      found.push(
        ...differences(
          `proposal ${one} for ${who}`,
          goesOn ? rest : { status: p.status, missing: rest.missing },
          shown,
        ),
      );
      if (shown.because !== undefined && !because?.includes(shown.because))
        found.push({ what: `proposal ${one}.notAgreedBecause`, model: because, api: shown.because });
    }
    for (const [one, order] of Object.entries(orders)) {
      const shown = view.orders[one];
      if (shown) found.push(...differences(`order ${one} in the pool of ${who}`, order, shown));
      else if (order.status === 'requested' || order.status === 'accepted')
        found.push({ what: `order ${one}`, model: order.status, api: 'not shown' });
    }
    for (const one of Object.keys(view.orders))
      if (!orders[one]) found.push({ what: `order ${one}`, model: 'there is none', api: view.orders[one].status });
  }
  for (const [name, view] of seen.orders) {
    const [key = '', who = ''] = name.split(' ');
    const pool = world.pools.find(({ orders }) => orders.some((one) => one.key === key));
    const order = pool?.orders.find((one) => one.key === key);
    if (!pool || !order || !sees(pool, who)) continue;
    if (view) found.push(...differences(`order ${name}`, nearly(orderView(order, who), view), view));
    else found.push({ what: `order ${name} is seen`, model: true, api: false });
  }
  for (const [who, view] of seen.allocations)
    for (const a of world.allocations)
      if (a.owner === who)
        found.push(...differences(`allocation ${a.key} of ${who}`, allocationView(world, a), view[a.key] ?? {}));
  return found;
}

/** Silent: who would give the odd penny of a session whose money is not set aside yet. */
function nearly(model: ReturnType<typeof orderView>, api: { sessions: { mySharePence?: number }[] }): typeof model {
  const sessions = model.sessions.map((s, i) => {
    const shown = api.sessions[i]?.mySharePence;
    const mine = s.mySharePence;
    const near = s.funded === false && mine !== undefined && shown !== undefined && Math.abs(mine - shown) <= 1;
    return near ? { ...s, mySharePence: shown } : s;
  });
  return { ...model, sessions };
}

interface Reached {
  readonly world: World;
  readonly owesHome: number;
}

/** Every world that the model reaches when the steps are carried out in some order that gives these answers. */
function ordersThatFit(
  live: Live,
  world: World,
  sent: readonly Sent[],
  tolerated: string,
): { fits: Reached[]; nearest: Difference[] } {
  const fits: Reached[] = [];
  let nearest: Difference[] = [];
  let most = -1;
  const visit = (at: World, left: readonly Sent[], owesHome: number, done: number): void => {
    if (left.length === 0) fits.push({ world: at, owesHome });
    for (const one of left) {
      const next: Applied = apply(at, one.step);
      const differs = answerDiffers(next.expected, one.got, fieldsOf(live, one), tolerated);
      if (differs) {
        if (done > most) [most, nearest] = [done, []];
        if (done === most) nearest.push({ ...differs, what: `${differs.what} to ${JSON.stringify(one.step)}` });
        continue;
      }
      const changed = one.got.status < 300 ? next.world : at;
      visit(
        changed,
        left.filter((other) => other !== one),
        owesHome + next.owesHome,
        done + 1,
      );
    }
  };
  visit(world, sent, 0, 0);
  return { fits, nearest };
}

export async function play(
  kitty: TestKitty,
  cast: Cast,
  next: (world: World, round: number) => Batch | undefined,
  tolerated = '',
  lookAtAllEvery = 25,
): Promise<Played> {
  const live = await worldIn(kitty, cast);
  /** More than one where what people see does not tell yet in which order requests of one moment were carried out. */
  let worlds: World[] = [{ now: live.now(), allocations: [], pools: [], offers: [] }];
  const batches: Batch[] = [];
  let steps = 0;
  const stop = (found: readonly Difference[]): Played => ({
    batches,
    steps,
    failure: { at: new Date(live.now()).toISOString(), batch: batches.length - 1, differences: found },
  });
  for (let round = 0; ; round++) {
    const [likeliest] = worlds;
    const batch = likeliest && next(likeliest, round);
    if (!batch) return { batches, steps };
    batches.push(batch);
    steps += batch.steps.length;
    const [first] = batch.steps;
    if (first?.step.do === 'wait') {
      const { step } = first;
      await pass(live, likeliest, likeliest.now + step.minutes * 60_000, step.late);
      worlds = worlds.map((world) => apply(world, step).world);
    } else {
      const day = dayAt(likeliest.now);
      worlds = worlds.map((world) => apply(world, { do: 'wait', minutes: SECOND / 60_000, late: false }).world);
      live.moveTo(likeliest.now + SECOND);
      if (dayAt(live.now()) !== day) await live.runDue();
      const answers = await sendAll(live, batch);
      if ('what' in answers) return stop([answers]);
      const reached = worlds.map((world) => ordersThatFit(live, world, answers, tolerated));
      const fits = reached.flatMap((one) => one.fits);
      if (fits.length === 0) return stop(reached[0]?.nearest ?? []);
      if (fits.some(({ owesHome }) => owesHome > 0)) await live.runDue();
      worlds = different(fits.map(({ world }) => world));
    }
    const all = round % lookAtAllEvery === lookAtAllEvery - 1;
    const seen = await look(live, worlds[0] ?? likeliest, batch, round, all);
    const judged = worlds.map((world) => ({ world, found: viewsDiffer(world, seen) }));
    const right = judged.filter(({ found }) => found.length === 0);
    if (right.length === 0) return stop(judged[0]?.found ?? []);
    worlds = right.map(({ world }) => world).slice(0, MOST_WORLDS);
  }
}

const different = (worlds: readonly World[]): World[] =>
  worlds.length === 1 ? [...worlds] : [...new Map(worlds.map((world) => [JSON.stringify(world), world])).values()];

/** Lets time pass in Kitty: its clock runs whenever something is due, or late, only once at the end. */
async function pass(live: Live, world: World, until: number, late: boolean): Promise<void> {
  const moments = new Set<number>();
  if (!late) advance(structuredClone(world), until, (at) => moments.add(at));
  for (const at of moments) {
    if (at <= live.now()) continue;
    live.moveTo(at);
    await live.runDue();
  }
  live.moveTo(until);
  await live.runDue();
}

/** Sends a batch at once. Copies of one request must all get the same answer. */
async function sendAll(live: Live, batch: Batch): Promise<Sent[] | Difference> {
  const asked = batch.steps.flatMap(({ step, copies }) => {
    const request = live.request(step);
    return request ? [{ step, copies, request, key: crypto.randomUUID() }] : [];
  });
  const answers = await Promise.all(
    asked.map(async ({ step, copies, request, key }) => {
      const got = await Promise.all(Array.from({ length: copies }, () => live.send(request, key)));
      return { step, got, key };
    }),
  );
  const sent: Sent[] = [];
  for (const { step, got, key } of answers) {
    const [first] = got;
    if (!first) continue;
    const other = got.find(
      (one) => one.status !== first.status || JSON.stringify(one.body) !== JSON.stringify(first.body),
    );
    if (other)
      return {
        what: `copies of ${JSON.stringify(step)}`,
        model: 'the same answer',
        api: got.map((one) => one.code ?? one.status),
      };
    await live.learn(step, first);
    sent.push({ step, got: first, key });
  }
  return sent;
}
