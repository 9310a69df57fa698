// One fresh process: imports the bundle given by path, hands it the event in the file given, says so and leaves.
import { readFileSync } from 'node:fs';

const [, , bundle = '', event = ''] = process.argv;
const { handler } = await import(bundle);
const answer = await handler(JSON.parse(readFileSync(event, 'utf8')), {});
// Not signed in is an answer too; what was not understood, or failed, is none.
const { statusCode = 200, batchItemFailures = [] } = answer ?? {};
const isGood = (statusCode < 400 || statusCode === 401) && batchItemFailures.length === 0;
// Written at once: the reader's clock stops at this line.
process.stdout.write(`${statusCode}\n`, () => process.exit(isGood ? 0 : 1));
