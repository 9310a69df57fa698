// npm run sim -- --events 1e6 --seed 1 [--json]: one long run, and what it found.
import { parseArgs } from 'node:util';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1e5' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const events = Number(values.events);
const seed = Number(values.seed);
if (!Number.isSafeInteger(events) || events < 1 || !Number.isSafeInteger(seed)) {
  console.error('Give --events as a whole number above zero (1e6 is fine) and --seed as a whole number.');
  process.exit(1);
}
const outcome = await simulate(events, seed);
if (values.json)
  console.log(
    JSON.stringify({ ...outcome, violations: outcome.violations.length, found: outcome.violations.slice(0, 5), seed }),
  );
else {
  console.log(
    `${outcome.events} events, each checked, in ${outcome.seconds.toFixed(1)} s: ${outcome.eventsPerSecond} a second, ${outcome.eventsPerCpuSecond} by processor time`,
  );
  console.log(
    `${outcome.ambiguous} requests whose callers could not know what became of them, ${outcome.replays} sent again later, ${outcome.refusals} refused`,
  );
  console.log(`${outcome.violations.length} violations, seed ${seed}, digest ${outcome.digest.slice(0, 16)}`);
  for (const violation of outcome.violations.slice(0, 5)) console.log(`- ${violation}`);
}
process.exit(outcome.violations.length > 0 ? 1 : 0);
