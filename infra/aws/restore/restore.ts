// npm run restore: shows what is missing in Kitty's table since a moment, and with --put-back puts it back (restore.md).
import { parseArgs } from 'node:util';
import { cloudFormationIn, databaseIn, sentenceOf, stackOutput, whichOf } from '../operator.ts';
import { tableAt } from './moment.ts';
import { putBack } from './put-back.ts';
import { rebuildViews } from './rebuild-views.ts';

const text = { type: 'string' } as const;

function said() {
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
  const which = whichOf(values);
  const { at, from } = values;
  if ((at === undefined) === (from === undefined))
    throw new Error('Say --at, the last moment at which all was right (--at 2026-11-20T10:00:00Z), or --from <table>.');
  if (at !== undefined && !(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(at) && Date.parse(at) < Date.now()))
    throw new Error(`“${at}” is no moment of the past: say it like --at 2026-11-20T10:00:00Z (UTC).`);
  const erased = values.erased
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'none');
  return { which, at, from, erased, write: values['put-back'] ?? false };
}

try {
  const { which, at, from, erased, write } = said();
  const live = await stackOutput(cloudFormationIn(which.region), which, 'data', 'TableName');
  const database = databaseIn(which.region);
  const backup = from ?? (await tableAt(database, live, new Date(at ?? ''), console.log));
  const found = await putBack({ database, backup, live, write, ...(erased ? { erased } : {}) });
  const { events, journals, items, grants, leftOut, troubles } = found;
  console.log(
    `${write ? 'Put back' : 'Missing'}: ${events} events of ${journals} journals, ${items} other items (${grants} grants to supporters).`,
  );
  for (const { personId, email } of leftOut)
    console.log(`Left out, because Kitty knows them no more: ${email}, ${personId}`);
  if (leftOut.length > 0 && erased === undefined)
    console.log('Lost, or erased since? Say --erased none, or --erased with the addresses of who must stay erased.');
  for (const trouble of troubles) console.log(trouble);
  if (write) console.log(`All views were made again from ${await rebuildViews(database, live)} events.`);
  console.log(
    write
      ? `When all is right, delete table ${backup}: it holds what people may have had erased.`
      : 'Nothing was written: say --put-back to put it back.',
  );
  if (troubles.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
