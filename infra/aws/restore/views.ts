// npm run views: makes all views of a deployed Kitty again from its journals; safe at any time, and as often as wanted.
import { parseArgs } from 'node:util';
import { cloudFormationIn, databaseIn, sentenceOf, stackOutput, whichOf } from '../operator.ts';

import { rebuildViews } from './rebuild-views.ts';

const text = { type: 'string' } as const;

try {
  const { values } = parseArgs({ options: { stage: text, place: text, region: text } });
  const which = whichOf(values);
  const live = await stackOutput(cloudFormationIn(which.region), which, 'data', 'TableName');
  const played = await rebuildViews(databaseIn(which.region), live);
  console.log(`All views of Kitty for ${which.place}, ${which.stage}, were made again from ${played} events.`);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
