// Runs the real reducers and the real append loop over a store with every fault; the same seed gives the same run.
import { writeIncoming } from '../../functions/due/due.actions.ts';
import type { JournalDeps } from '../../functions/journal/append.ts';
import { type EntryStore, journalName } from '../../functions/journal/journal.types.ts';
import { type RecentHeads, recentHeads } from '../../functions/journal/recent-heads.ts';
import { sha256 } from '../../functions/kernel/id.ts';
import type { Result } from '../../functions/kernel/result.ts';
import { type Job, newAllocation, newPool, nextJob, type Sim } from './clients.ts';
import { books } from './invariants.ts';
import { random } from './random.ts';
import { schedule } from './schedule.ts';
import { Crash, FAULTS, type Faults, simStore } from './store.ts';
import { Violation } from './violation.ts';

export interface Outcome {
  readonly events: number;
  readonly ambiguous: number;
  readonly violations: string[];
  readonly refusals: number;
  readonly replays: number;
  /** SHA-256 over every event's hash, in the order in which they were written: two runs of a seed must agree. */
  readonly digest: string;
}

const CLIENTS = 4;
const POOLS = 12;
const ALLOCATIONS = 14;
/** A pool in which so many lots have been makes way for a new one. */
const MAX_LOTS = 40;
/** So does one that is on its way to the most that a pool may hold. */
const MAX_RELEASED_PENCE = 50_000_000;
const START_MS = Date.parse('2026-03-02T09:00:00.000Z');
const HOUR_MS = 3_600_000;

/** What somebody is answered, but for the state, which is checked as it is written. */
const answerOf = (value: unknown): string =>
  JSON.stringify(value, (name, part) => (name === 'state' ? undefined : part));

/** Runs until `wanted` events have been written and checked, or something was wrong. */
export async function simulate(wanted: number, seed: number, faults: Faults = FAULTS): Promise<Outcome> {
  const dice = random(seed);
  const turns = schedule(dice);
  const account = books();
  const hashes: string[] = [];
  const violations: string[] = [];
  let nowMs = START_MS;
  let now: string | undefined;
  let names = 0;
  let refusals = 0;
  let replays = 0;
  const store = simStore(dice, turns, faults, (entries, before) => {
    for (const entry of entries) hashes.push(entry.hash);
    try {
      account.check(entries, before);
    } catch (error) {
      violations.push(
        error instanceof Violation ? error.message : String(error instanceof Error ? error.stack : error),
      );
    }
  });
  // Two servers that remember what they saw, and functions that do not: each part of a request may meet any of them.
  const servers = [recentHeads(), recentHeads()];
  const recent: RecentHeads = {
    over(store) {
      const server = (): EntryStore => dice.pick(servers)?.over(store) ?? store;
      return { ...store, head: (key) => server().head(key), put: (entries) => server().put(entries) };
    },
  };
  const alone: JournalDeps = {
    store,
    now: () => (now ??= new Date(nowMs).toISOString()),
    random: dice.next,
    sleep: () => turns.turn(),
  };
  const sim: Sim = {
    random: dice,
    books: account,
    pools: [],
    allocations: [],
    newName: (prefix) => `${prefix}${++names}`,
    deps: {
      ...alone,
      writeIncoming: writeIncoming(alone),
      get recent() {
        return dice.chance(0.15) ? recent : undefined;
      },
    },
  };
  const over = (): boolean => account.events >= wanted || violations.length > 0;

  /** Old pools and allocations make way for new ones; the clock goes on visiting what is left of them for a while. */
  function retire(): void {
    for (const pool of sim.pools) {
      const state = account.pools.get(pool);
      if (state && (state.lotsMade > MAX_LOTS || state.releasedPence > MAX_RELEASED_PENCE)) drop(sim.pools, pool);
    }
    for (const allocation of sim.allocations)
      if (account.allocations.get(allocation)?.ended) drop(sim.allocations, allocation);
    while (sim.allocations.length > ALLOCATIONS + 2) drop(sim.allocations, sim.allocations[0] ?? '');
  }
  const drop = (list: string[], id: string): void => {
    list.splice(list.indexOf(id), 1);
  };

  async function attempt(job: Job): Promise<Result<unknown, string> | 'crashed'> {
    try {
      return await job.send(job.request);
    } catch (error) {
      if (error instanceof Crash) return 'crashed';
      violations.push(
        `${journalName(job.key)} ${job.request.bodyHash}: ${error instanceof Error ? error.stack : error}`,
      );
      return 'crashed';
    }
  }

  async function client(): Promise<void> {
    let last: { job: Job; answer: string } | undefined;
    while (!over()) {
      await turns.turn();
      if (dice.chance(0.02)) retire();
      const job =
        sim.pools.length < POOLS
          ? newPool(sim)
          : sim.allocations.length < ALLOCATIONS
            ? newAllocation(sim)
            : nextJob(sim);
      const isTwice = dice.chance(0.05);
      let answer = await (isTwice ? twins(job) : attempt(job));
      // Somebody whose phone died, or who was told to try again, tries again with the same key.
      for (
        let again = 0;
        again < 5 && !over() && (answer === 'crashed' || (!answer.ok && answer.refusal.code === 'busy'));
        again++
      ) {
        if (dice.chance(0.1)) break;
        answer = await attempt(job);
      }
      if (answer === 'crashed' || over()) continue;
      if (!answer.ok) {
        refusals++;
        const { idempotencyHash: op } = job.request;
        if (!isTwice && answer.refusal.code !== 'busy' && store.hasJustPut(op))
          violations.push(`${journalName(job.key)}: refused without a fresh reading (${answer.refusal.code})`);
        // Of two copies each is looked at as it is answered: what one was refused, the other may do later.
        if (
          !isTwice &&
          answer.refusal.code !== 'busy' &&
          op !== '' &&
          store.hadBefore(job.key, op) &&
          !store.late.has(op)
        )
          violations.push(`${journalName(job.key)}: what was answered as refused (${answer.refusal.code}) was done`);
      } else if (job.request.idempotencyHash !== '') {
        if (!store.has(job.key, job.request.idempotencyHash))
          violations.push(`${journalName(job.key)}: an acknowledged request is lost`);
        const again = dice.next();
        if (again < 0.02) await replay(job, answerOf(answer.value));
        else if (again < 0.05) last = { job, answer: answerOf(answer.value) };
        else if (last && again < 0.06 && store.isRecent(last.job.key, last.job.request.idempotencyHash))
          await replay(last.job, last.answer);
      }
    }
  }

  /** Sends two copies of a request at the same moment; answers what the first was answered. */
  async function twins(job: Job): Promise<Result<unknown, string> | 'crashed'> {
    const [one, other] = await Promise.all([checked(job), checked(job)]);
    if (one !== 'crashed' && other !== 'crashed' && one.ok && other.ok && job.request.idempotencyHash !== '')
      if (answerOf(one.value) !== answerOf(other.value))
        violations.push(`${journalName(job.key)}: two copies of a request were answered differently`);
    return one;
  }

  /** As `attempt`: a refusal must not judge what a copy of the same request has already done. */
  async function checked(job: Job): Promise<Result<unknown, string> | 'crashed'> {
    const answer = await attempt(job);
    if (answer === 'crashed' || answer.ok || answer.refusal.code === 'busy') return answer;
    if (store.hadBefore(job.key, job.request.idempotencyHash))
      violations.push(
        `${journalName(job.key)}: one copy of a request was done, the other refused: ${answer.refusal.code}`,
      );
    return answer;
  }

  async function replay(job: Job, said: string): Promise<void> {
    const again = await attempt(job);
    if (again === 'crashed') return;
    replays++;
    if (again.ok ? answerOf(again.value) !== said : again.refusal.code !== 'busy')
      violations.push(
        `${journalName(job.key)}: the same request was answered otherwise: ${again.ok ? answerOf(again.value).slice(0, 300) : again.refusal.code} / ${said.slice(0, 300)}`,
      );
    const other = await job.send({ ...job.request, bodyHash: 'another' }).catch(() => undefined);
    if (other?.ok) violations.push(`${journalName(job.key)}: a used key was taken with another body`);
  }

  const clients = Array.from({ length: CLIENTS }, client);
  let ended = false;
  void Promise.all(clients).then(() => {
    ended = true;
  });
  await turns.run(
    () => ended || (over() && violations.length > 0),
    () => {
      nowMs += dice.chance(0.015) ? dice.int(1, 48) * HOUR_MS : dice.int(1, 50);
      now = undefined;
      store.nextTick();
    },
  );
  return {
    events: account.events,
    ambiguous: store.ambiguous,
    violations,
    refusals,
    replays,
    digest: sha256(hashes.join('')),
  };
}
