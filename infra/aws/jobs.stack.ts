// Background work: the stream consumer, the clock, notices and journal heads, with the queues for their failures.
import { type App, Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { DataStack } from './data.stack.ts';
import { keepHeads } from './keep-heads.ts';
import { KittyFunction } from './kitty-function.ts';
import { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import type { Options } from './options.ts';
import { runEvery, runNightly } from './schedule.ts';
import { sendNotices, unfinishedNotices } from './send-notices.ts';
import { readStream } from './stream.ts';

export class JobsStack extends KittyStack {
  readonly onJournal: KittyFunction;
  readonly onClock: KittyFunction;
  /** Undefined where no way of sending notices is configured. */
  readonly sendNotices: KittyFunction | undefined;
  readonly unfinishedNotices: Metric | undefined;
  /** Positions of stream records that failed after all retries, without their contents. */
  readonly journalFailures: Queue;
  /** Runs of the clock and of sending notices that did not start or did not finish. */
  readonly clockFailures: Queue;
  /** Nights on which not all journal heads were saved. */
  readonly headsFailures: Queue;

  /** `home` is the web's address, which links in notices begin with. */
  constructor(app: App, options: Options, { table, heads }: DataStack, home: string) {
    super(app, 'jobs', options);
    this.journalFailures = failures(this, 'JournalFailures');
    this.clockFailures = failures(this, 'ClockFailures');
    this.headsFailures = failures(this, 'HeadsFailures');
    this.onJournal = new KittyFunction(this, 'on-journal', {
      table,
      timeout: Duration.minutes(1),
      memoryMegabytes: 512,
      settings: { KITTY_PLACE: options.place },
    });
    readStream(this.onJournal, table, this.journalFailures);
    this.onClock = new KittyFunction(this, 'on-clock', {
      table,
      timeout: Duration.minutes(4),
      memoryMegabytes: 512,
      settings: { KITTY_PLACES: options.place },
      // The next run does what this one could not.
      retries: 0,
      failures: this.clockFailures,
    });
    runEvery(this, 'clock', { minutes: 5, lambda: this.onClock, failures: this.clockFailures });
    runNightly(this, 'heads', {
      at: [3, 15],
      lambda: keepHeads(this, { table, heads, failures: this.headsFailures }),
      failures: this.headsFailures,
    });
    const { notices } = options;
    if (!notices) return;
    const lambda = sendNotices(this, { table, home, notices, failures: this.clockFailures });
    this.sendNotices = lambda;
    this.unfinishedNotices = unfinishedNotices(this, lambda);
    runEvery(this, 'notices', { minutes: 1, lambda, failures: this.clockFailures });
  }
}

function failures(stack: KittyStack, id: string): Queue {
  const queue = new Queue(stack, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const why = 'It is itself the dead-letter queue; an alarm goes off at the first message.';
  acknowledge(queue, { 'AwsSolutions-SQS3': why, 'Serverless-SQSRedrivePolicy': why });
  return queue;
}
