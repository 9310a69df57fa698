// One fresh process: imports the given bundle, calls it with the event in the given file, reports, and exits.
import { readFileSync } from 'node:fs';

const [, , bundle = '', event = ''] = process.argv;
const { handler } = await import(bundle);
const answer = await handler(JSON.parse(readFileSync(event, 'utf8')), {});
// “Not signed in” counts as an answer; a bad request or a failure does not.
const { statusCode = 200, batchItemFailures = [] } = answer ?? {};
const isGood = (statusCode < 400 || statusCode === 401) && batchItemFailures.length === 0;
// Written immediately, because the measurement ends at this line.
process.stdout.write(`${statusCode}\n`, () => process.exit(isGood ? 0 : 1));
