// npm run views: makes all views of a deployed Kitty again from its journals; safe at any time, and as often as wanted.
import { parseArgs } from 'node:util';
import { cloudFormationIn, databaseIn, errorMessage, stackOutput, targetOf } from '../operator.ts';
import { rebuildViews } from './rebuild-views.ts';

const text = { type: 'string' } as const;

try {
  const { values } = parseArgs({ options: { stage: text, place: text, region: text } });
  const target = targetOf(values);
  const live = await stackOutput(cloudFormationIn(target.region), target, 'data', 'TableName');
  const played = await rebuildViews(databaseIn(target.region), live);
  console.log(`All views of Kitty for ${target.place}, ${target.stage}, were made again from ${played} events.`);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
