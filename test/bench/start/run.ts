// One fresh process: imports the bundle given by path, hands it one event, prints the answer and leaves.
import { healthEvent } from './event.ts';

const [, , bundle = ''] = process.argv;
const { handler } = await import(bundle);
const answer = await handler(healthEvent, {});
// Written at once: the reader's clock stops at this line.
process.stdout.write(`${answer.statusCode}\n`, () => process.exit(answer.statusCode === 200 ? 0 : 1));
