// npm run sim -- --events 1e6 --seed 1 [--world 2] [--json]: one long run, or one of its worlds, and what it found.
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { simulate } from './simulation.ts';
import { inThreads, WORLDS, worldsOf } from './worlds.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1e5' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.events);
const seed = Number(values.seed);
const only = values.world === undefined ? undefined : Number(values.world);
const worlds = worldsOf(wanted, seed);
const alone = only === undefined ? undefined : worlds[only - 1];
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(seed) || (only !== undefined && !alone)) {
  console.error(
    `Give --events as a whole number above zero (1e6 is fine), --seed as a whole number, and --world from 1 to ${WORLDS} or not at all.`,
  );
  process.exit(1);
}

const started = performance.now();
const total = { events: 0, ambiguous: 0, refusals: 0, replays: 0 };
const found: string[] = [];
const hash = createHash('sha256');
const outcomes = alone ? [simulate(alone.events, alone.seed)] : inThreads(worlds);
for (const [i, coming] of outcomes.entries()) {
  const outcome = await coming;
  total.events += outcome.events;
  total.ambiguous += outcome.ambiguous;
  total.refusals += outcome.refusals;
  total.replays += outcome.replays;
  hash.update(outcome.digest);
  const world = only ?? i + 1;
  // So said that the same command with it plays that world alone.
  found.push(...outcome.violations.map((one) => `--world ${world}: ${one}`));
  // Later worlds may have come far or not, by the machine: what they found is left out, so that a seed says the same again.
  if (found.length > 0) break;
}
const seconds = (performance.now() - started) / 1000;
const used = process.cpuUsage();
const eventsPerSecond = Math.round(total.events / seconds);
/** By this process's own time, for a machine that is busy with other things. */
const eventsPerCpuSecond = Math.round(total.events / ((used.user + used.system) / 1e6));
const digest = hash.digest('hex');

if (values.json) {
  const { events, ambiguous, refusals, replays } = total;
  const speed = { seconds, eventsPerSecond, eventsPerCpuSecond };
  const violations = found.length;
  console.log(
    JSON.stringify({
      events,
      ambiguous,
      violations,
      refusals,
      replays,
      ...speed,
      digest,
      found: found.slice(0, 5),
      seed,
    }),
  );
} else {
  console.log(
    `${total.events} events, each checked, in ${seconds.toFixed(1)} s: ${eventsPerSecond} a second, ${eventsPerCpuSecond} by processor time`,
  );
  console.log(
    `${total.ambiguous} requests whose callers could not know what became of them, ${total.replays} sent again later, ${total.refusals} refused`,
  );
  console.log(`${found.length} violations, seed ${seed}, digest ${digest.slice(0, 16)}`);
  for (const violation of found.slice(0, 5)) console.log(`- ${violation}`);
}
process.exit(found.length > 0 ? 1 : 0);
