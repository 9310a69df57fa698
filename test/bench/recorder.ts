// Records what steps cost on the engine: units as AWS bills them, items and bytes, separately for the stream's consumer.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { onRecords } from '../../functions/entry/on-journal.ts';
import { entryStore, isJournalItem } from '../../functions/journal/journal.store.ts';
import type { AppContext } from '../../functions/platform/app-context.ts';
import { dynamoClient, dynamoTable } from '../../functions/platform/dynamo-table.ts';
import type { Item } from '../../functions/platform/table.ts';
import type { Operation, OperationName, Work } from '../../infra/aws/cost/measured.ts';
import type { TestKitty } from '../harness.ts';
import { roundTripsOf, type Sent, sizeOfItem, watch } from './capacity.ts';

/** DynamoDB's own, for each item in the table and for each entry in an index. */
const OVERHEAD_BYTES = 100;

/** What a client sent, as AWS bills it: the engine counts the index entries of a transaction once, AWS twice. */
const workOf = (sent: readonly Sent[]): Work => {
  const units = (kind: Sent['kind']) =>
    sent
      .filter((one) => one.kind === kind)
      .reduce((sum, { reported, command, bytes }) => sum + reported + (/Transact/.test(command) ? bytes.length : 0), 0);
  return { write: units('write'), read: units('read'), trips: roundTripsOf(sent) };
};

/** What an item takes up with its entries in the indexes, whose keys are in it. */
function storedBytes(item: Item): number {
  const { PK, SK, op, duePlace, dueAt } = item;
  const entry = (keys: object): number => sizeOfItem(keys) + OVERHEAD_BYTES;
  return (
    sizeOfItem(item) +
    OVERHEAD_BYTES +
    (op === undefined ? 0 : entry({ PK, SK, op })) +
    (dueAt === undefined ? 0 : entry({ PK, SK, duePlace, dueAt }))
  );
}

/** A context with its own client, so that its requests can be told from others; `written` collects the events. */
function watchedWorld(kitty: TestKitty, written: Item[]) {
  // A page of a large place may take the engine longer than a Lambda would wait.
  const database = dynamoClient({
    endpoint: kitty.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'kitty', secretAccessKey: 'kitty' },
    requestHandler: { requestTimeout: 120_000, throwOnRequestTimeout: true },
  });
  const sent = watch(database);
  const plain = dynamoTable(database, 'kitty');
  const table: AppContext['table'] = {
    ...plain,
    async putAllNew(items) {
      const outcome = await plain.putAllNew(items);
      if (outcome.type === 'written') written.push(...items.filter(isJournalItem));
      return outcome;
    },
  };
  const context: AppContext = {
    ...kitty.context,
    table,
    journals: { ...kitty.context.journals, store: entryStore(table) },
  };
  return { context, sent, stop: () => database.destroy() };
}

export function recorder(kitty: TestKitty, looks: boolean) {
  const written: Item[] = [];
  const own = watchedWorld(kitty, written);
  const stream = watchedWorld(kitty, []);
  const steps = new Map<StepName, Recorded>();

  async function everything(): Promise<{ bytes: number; notices: number }> {
    const found = { bytes: 0, notices: 0 };
    if (!looks) return found;
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const scan = new ScanCommand({ TableName: 'kitty', ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) });
      const page = await kitty.database.send(scan);
      for (const item of (page.Items ?? []) as Item[]) {
        found.bytes += storedBytes(item);
        if (item.PK.includes('#NOTICE#')) found.notices++;
      }
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  }

  /** Does something and waits for the stream; the cost is divided by the number of `times` that it was done. */
  async function step<T>(name: StepName, times: number, act: () => Promise<T>): Promise<T> {
    const before = await everything();
    own.sent.length = 0;
    stream.sent.length = 0;
    written.length = 0;
    const began = performance.now();
    const answer = await act();
    const ms = performance.now() - began;
    const mine = workOf(own.sent);
    const events = written.length;
    const failed = await onRecords(stream.context, written.splice(0));
    if (failed.length > 0) throw new Error(`${name}: the stream failed`);
    const after = await everything();
    const was = steps.get(name) ?? { operation: nothing(), times: 0, ms: 0, items: 0, written: 0 };
    const put = [...own.sent, ...stream.sent].flatMap((one) => one.bytes);
    const now = {
      own: mine,
      stream: workOf(stream.sent),
      events,
      notices: after.notices - before.notices,
      bytes: after.bytes - before.bytes,
    };
    steps.set(name, {
      operation: sum(was.operation, now),
      times: was.times + times,
      ms: was.ms + ms,
      items: was.items + put.length,
      written: was.written + put.reduce((total, bytes) => total + bytes, 0),
    });
    return answer;
  }
  return {
    context: own.context,
    step,
    /** How many times `name` was really done, where only its work shows that. */
    count(name: StepName, times: number): void {
      const was = steps.get(name);
      if (was) steps.set(name, { ...was, times: was.times + times });
    },
    looks,
    eventsOf: (name: StepName): number => steps.get(name)?.operation.events ?? 0,
    /** For each step, what it cost once. */
    means: (): Partial<Record<StepName, Mean>> =>
      Object.fromEntries(
        [...steps].map(([name, { operation, times, ms, items, written }]) => [
          name,
          { ...each(operation, times), ms: ms / times, items: items / times, written: written / times },
        ]),
      ),
    stop() {
      own.stop();
      stream.stop();
    },
  };
}

/** Those that the bill counts, and two pages by themselves. */
type StepName = OperationName | 'poolPage' | 'myPools';

interface Extent {
  /** How long it took here, on the engine and without the stream. */
  readonly ms: number;
  /** Items written by it and by the stream, and their bytes. */
  readonly items: number;
  readonly written: number;
}
interface Recorded extends Extent {
  readonly operation: Operation;
  readonly times: number;
}
export type Mean = Operation & Extent;

const NO_WORK: Work = { write: 0, read: 0, trips: 0 };
const nothing = (): Operation => ({ own: NO_WORK, stream: NO_WORK, events: 0, notices: 0, bytes: 0 });
const addWork = (a: Work, b: Work): Work => ({
  write: a.write + b.write,
  read: a.read + b.read,
  trips: a.trips + b.trips,
});
const sum = (a: Operation, b: Operation): Operation => ({
  own: addWork(a.own, b.own),
  stream: addWork(a.stream, b.stream),
  events: a.events + b.events,
  notices: a.notices + b.notices,
  bytes: a.bytes + b.bytes,
});
function each({ own, stream, events, notices, bytes }: Operation, times: number): Operation {
  const part = (value: number): number => Math.round((100 * value) / times) / 100;
  const work = ({ write, read, trips }: Work): Work => ({ write: part(write), read: part(read), trips: part(trips) });
  return {
    own: work(own),
    stream: work(stream),
    events: part(events),
    notices: part(notices),
    bytes: Math.round(bytes / times),
  };
}

export type Recorder = ReturnType<typeof recorder>;
