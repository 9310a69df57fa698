// A simulated event source mapping from the stream to its consumer: filters, batches, retries, and a report to the queue in the end.
// https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
import * as z from 'zod';
import type { Cloud } from './cloud.ts';
import type { LambdaFunction } from './lambda.ts';

const mapping = z.strictObject({
  BatchSize: z.number(),
  BisectBatchOnFunctionError: z.literal(true),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
  EventSourceArn: z.string(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  FunctionName: z.string(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  MaximumBatchingWindowInSeconds: z.number(),
  MaximumRetryAttempts: z.number(),
  StartingPosition: z.literal('TRIM_HORIZON'),
  Tags: z.unknown(),
});

const record = z.looseObject({ eventName: z.string(), dynamodb: z.looseObject({ SequenceNumber: z.string() }) });
type StreamRecord = z.output<typeof record>;
const records = z.object({ Records: z.array(record), NextShardIterator: z.string() });
const answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** A filter's pattern: each leaf is a list of allowed values. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern))
    return pattern.some((one) =>
      typeof one === 'string' ? one === value : typeof value === 'string' && value.startsWith(prefixOf(one)),
    );
  if (typeof pattern !== 'object' || pattern === null) throw new Error('not a pattern');
  return Object.entries(pattern).every(([name, inner]) =>
    matches(inner, typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
  );
}

const prefixOf = (one: unknown): string => z.strictObject({ prefix: z.string() }).parse(one).prefix;

interface StreamDeps {
  readonly cloud: Cloud;
  readonly lambda: (name: string) => LambdaFunction;
  /** Sends a request to the table with the rights of a function. */
  readonly ask: (lambda: string, target: string, body: object) => Promise<{ status: number; body: string }>;
  /** Sends a message to a queue with a role's rights. */
  readonly queue: (arn: string, roleArn: string, message: unknown) => void;
}

export interface Stream {
  /** Delivers all that has been written; returns how many records passed the filter. */
  drain(): Promise<number>;
  /** Something may have been written: delivers it in the background, unless held. */
  wake(): void;
  /** Delivers nothing in the background until the next `drain`. */
  hold(): void;
  /** Throws the first error of background deliveries. */
  stop(): Promise<void>;
}

export function streamOf({ cloud, lambda, ask, queue }: StreamDeps): Stream {
  const [made] = cloud.all('AWS::Lambda::EventSourceMapping');
  const given = mapping.parse(made?.properties);
  const patterns = given.FilterCriteria.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
  const consumer = lambda(given.FunctionName);
  let iterator: string | undefined;

  async function asked(operation: string, body: object): Promise<unknown> {
    const { status, body: said } = await ask(consumer.name, `DynamoDBStreams_20120810.${operation}`, body);
    if (status !== 200) throw new Error(`${operation}: ${said}`);
    return JSON.parse(said);
  }

  async function open(): Promise<string> {
    const StreamArn = given.EventSourceArn;
    const described = z
      .object({ StreamDescription: z.object({ Shards: z.tuple([z.object({ ShardId: z.string() })]) }) })
      .parse(await asked('DescribeStream', { StreamArn }));
    const [{ ShardId }] = described.StreamDescription.Shards;
    const ShardIteratorType = given.StartingPosition;
    return z
      .object({ ShardIterator: z.string() })
      .parse(await asked('GetShardIterator', { StreamArn, ShardId, ShardIteratorType })).ShardIterator;
  }

  /** The first record that failed, by its place in the batch; undefined when none did. */
  async function firstFailure(batch: readonly StreamRecord[]): Promise<number | undefined> {
    const event = { Records: batch.map((one) => ({ ...one, eventSourceARN: given.EventSourceArn })) };
    let failed: string[];
    try {
      failed = answer.parse(await consumer.invoke(event)).batchItemFailures.map((one) => one.itemIdentifier);
    } catch {
      return 0;
    }
    const places = failed.map((id) => batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id));
    // A number that is in no record fails the whole batch.
    return places.length === 0 ? undefined : places.includes(-1) ? 0 : Math.min(...places);
  }

  /** In order, at least once: retries from the first failed record on, and halves a batch that fails at its first record. */
  async function hand(batch: readonly StreamRecord[], retriesLeft = given.MaximumRetryAttempts): Promise<void> {
    const failed = await firstFailure(batch);
    if (failed === undefined) return;
    if (failed > 0) return hand(batch.slice(failed), retriesLeft);
    if (batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      await hand(batch.slice(0, half), retriesLeft);
      return hand(batch.slice(half), retriesLeft);
    }
    if (retriesLeft > 0) return hand(batch, retriesLeft - 1);
    const SequenceNumber = batch[0]?.dynamodb.SequenceNumber;
    const info = { batchSize: 1, startSequenceNumber: SequenceNumber, endSequenceNumber: SequenceNumber };
    queue(given.DestinationConfig.OnFailure.Destination, consumer.roleArn, {
      requestContext: { condition: 'RetryAttemptsExhausted', functionArn: consumer.arn },
      DDBStreamBatchInfo: { ...info, streamArn: given.EventSourceArn },
    });
  }

  async function drain(): Promise<number> {
    iterator ??= await open();
    let count = 0;
    for (;;) {
      const { Records, NextShardIterator } = records.parse(await asked('GetRecords', { ShardIterator: iterator }));
      iterator = NextShardIterator;
      if (Records.length === 0) return count;
      const passed = Records.filter((one) => patterns.some((pattern) => matches(pattern, one)));
      count += passed.length;
      for (let i = 0; i < passed.length; i += given.BatchSize) await hand(passed.slice(i, i + given.BatchSize));
    }
  }

  // A shard has one reader at a time.
  let last: Promise<unknown> = Promise.resolve();
  let held = false;
  let firstError: unknown;
  const next = (): Promise<number> => {
    const drained = last.then(drain);
    last = drained.catch((error) => {
      firstError ??= error;
    });
    return drained;
  };
  return {
    drain() {
      held = false;
      return next();
    },
    wake() {
      if (!held) next().catch(() => {});
    },
    hold() {
      held = true;
    },
    async stop() {
      await last;
      if (firstError) throw firstError;
    },
  };
}
