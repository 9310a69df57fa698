// npm run bench:cold [-- --json] [--runs n]: how long every Lambda takes from process start to its first answer, against an empty
// handler and one that holds the stock SDK client. A bundle over its budget fails; times are only printed: machines differ.
import { parseArgs } from 'node:util';
import { LAMBDAS } from '../../infra/bundle.ts';
import { measureStarts } from './start/start.ts';

/** For `api`. */
const MAX_TO_SDK = 1.25;

const { values } = parseArgs({ options: { json: { type: 'boolean' }, runs: { type: 'string', default: '41' } } });
const rounded = (value: number): number => Math.round(value * 100) / 100;

const names = LAMBDAS.map(({ name }) => name);
const { emptyMs, sdkMs, functions } = await measureStarts(names, Number(values.runs));

if (values.json) {
  const tidy = Object.entries(functions).map(([name, { ms, toSdk, bytes }]) => [
    name,
    { ms: rounded(ms), toSdk: rounded(toSdk), bytes },
  ]);
  console.log(
    JSON.stringify({ emptyMs: rounded(emptyMs), sdkMs: rounded(sdkMs), functions: Object.fromEntries(tidy) }),
  );
} else {
  const row = (name: string, ms: number, bytes?: number): string =>
    `${name.padEnd(14)}${ms.toFixed(1).padStart(8)} ms${(ms - emptyMs).toFixed(1).padStart(8)} ms${(ms / emptyMs).toFixed(2).padStart(8)}${(ms / sdkMs).toFixed(2).padStart(8)}${String(bytes ?? '').padStart(10)}`;
  console.log(`Process start to first answer, median of ${values.runs} fresh processes each, in turn`);
  console.log(`${''.padEnd(14)}${'median'.padStart(11)}${'over empty'.padStart(11)}  × empty   × SDK     bytes`);
  console.log(row('empty', emptyMs));
  console.log(row('stock SDK', sdkMs));
  for (const [name, { ms, bytes }] of Object.entries(functions)) console.log(row(name, ms, bytes));
  const toSdk = functions.api?.toSdk ?? Number.NaN;
  console.log(`api is ${toSdk <= MAX_TO_SDK ? 'within' : 'OVER'} its budget of × ${MAX_TO_SDK} of the stock SDK.`);
}
for (const { name, maxBytes } of LAMBDAS) {
  const bytes = functions[name]?.bytes ?? Number.NaN;
  if (bytes <= maxBytes) continue;
  console.error(`The bundle ${name} has ${bytes} bytes, over its budget of ${maxBytes}: see npm run build -- --why.`);
  process.exitCode = 1;
}
