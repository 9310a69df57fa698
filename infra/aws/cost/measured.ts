// What the operations cost in DynamoDB's units, as test/bench/work.ts measured it last: measured.json holds the figures.
import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** What one Lambda does for one operation. */
const work = z.object({
  /** Write and read request units, indexes and transactions included. */
  write: z.number(),
  read: z.number(),
  /** How many times in turn it waits for DynamoDB. */
  trips: z.number(),
});
export type Work = z.infer<typeof work>;

const operation = z.object({
  own: work,
  /** What `on-journal` does about the events that it wrote. */
  stream: work,
  /** Journal events written. */
  events: z.number(),
  /** Notices made for people. */
  notices: z.number(),
  /** By how much the table has grown in the end, its indexes and 100 bytes of overhead an item included. */
  bytes: z.number(),
});
export type Operation = z.infer<typeof operation>;

export const OPERATIONS = [
  'importRow',
  'signIn',
  'startPool',
  'contribute',
  'propose',
  'vote',
  'hold',
  'accept',
  'deliver',
  'confirm',
  'leave',
  'page',
  'search',
  'totals',
  'clockStep',
  'remind',
  'send',
  'keepHead',
  'idleClock',
  'idleNotices',
] as const;
export type OperationName = (typeof OPERATIONS)[number];

const measured = z.object({
  measuredOn: z.iso.date(),
  operations: z.record(z.enum(OPERATIONS), operation),
  /** Bytes that a query over the whole place reads: for each offer, and for each allocation or pool. */
  offerBytes: z.number(),
  viewBytes: z.number(),
  /** Text messages (GOV.UK Notify counts 160 characters, then 153 each) that a notice takes. */
  textsANotice: z.number(),
  /** Handler time without waiting, the median of pages and votes on the machine that measured. */
  handlerMs: z.number(),
  /** Process start to first answer of `api`, on the same machine. */
  coldMs: z.number(),
});
export type Measured = z.infer<typeof measured>;

export const readMeasured = (): Measured =>
  measured.parse(JSON.parse(readFileSync(new URL('measured.json', import.meta.url), 'utf8')));
