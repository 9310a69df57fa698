// Run in a fresh process: imports a bundle, hands it an event, prints the status and exits.
import { readFileSync } from 'node:fs';

const [, , bundle = '', event = ''] = process.argv;
const { handler } = await import(bundle);
const answer = await handler(JSON.parse(readFileSync(event, 'utf8')), {});
// 401 is a good answer here; other errors are not.
const { statusCode = 200, batchItemFailures = [] } = answer ?? {};
const isGood = (statusCode < 400 || statusCode === 401) && batchItemFailures.length === 0;
// The measurement ends when this line is read.
process.stdout.write(`${statusCode}\n`, () => process.exit(isGood ? 0 : 1));
