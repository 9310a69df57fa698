// npm run restore: shows what is missing in Kitty's table since a moment, and with --put-back puts it back (restore.md).
import { parseArgs } from 'node:util';
import { cloudFormationIn, databaseIn, errorMessage, stackOutput, targetOf } from '../operator.ts';
import { putBack } from './put-back.ts';
import { rebuildViews } from './rebuild-views.ts';
import { restoredTable } from './restored-table.ts';

const text = { type: 'string' } as const;

function readArguments() {
  const { values } = parseArgs({
    options: {
      stage: text,
      place: text,
      region: text,
      at: text,
      from: text,
      erased: text,
      'put-back': { type: 'boolean' },
    },
  });
  const target = targetOf(values);
  const { at, from } = values;
  if ((at === undefined) === (from === undefined))
    throw new Error('Say --at, the last moment at which all was right (--at 2026-11-20T10:00:00Z), or --from <table>.');
  if (at !== undefined && !(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(at) && Date.parse(at) < Date.now()))
    throw new Error(`“${at}” is no moment of the past: say it like --at 2026-11-20T10:00:00Z (UTC).`);
  const erased = values.erased
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'none');
  return { target, at, from, erased, write: values['put-back'] ?? false };
}

try {
  const { target, at, from, erased, write } = readArguments();
  const live = await stackOutput(cloudFormationIn(target.region), target, 'data', 'TableName');
  const database = databaseIn(target.region);
  const backup = from ?? (await restoredTable(database, live, new Date(at ?? ''), console.log));
  const found = await putBack({ database, backup, live, write, ...(erased ? { erased } : {}) });
  const { events, journals, items, grants, leftOut, problems } = found;
  console.log(
    `${write ? 'Put back' : 'Missing'}: ${events} events of ${journals} journals, ${items} other items (${grants} grants to supporters).`,
  );
  for (const { personId, email } of leftOut)
    console.log(`Left out, because Kitty knows them no more: ${email}, ${personId}`);
  if (leftOut.length > 0 && erased === undefined)
    console.log('Lost, or erased since? Say --erased none, or --erased with the addresses of who must stay erased.');
  for (const problem of problems) console.log(problem);
  if (write) console.log(`All views were made again from ${await rebuildViews(database, live)} events.`);
  console.log(
    write
      ? `When all is right, delete table ${backup}: it holds what people may have had erased.`
      : 'Nothing was written: say --put-back to put it back.',
  );
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
