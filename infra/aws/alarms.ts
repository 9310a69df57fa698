// Every alarm: its metric and threshold, and what it means to the people who use Kitty when it goes off.
import { Duration } from 'aws-cdk-lib';
import type { ApiStack } from './api.stack.ts';
import type { DataStack } from './data.stack.ts';
import type { IdentityStack } from './identity.stack.ts';
import type { JobsStack } from './jobs.stack.ts';
import type { UserAlarmProps } from './user-alarm.ts';
import type { WebStack } from './web.stack.ts';

export interface WatchedStacks {
  readonly data: DataStack;
  readonly identity: IdentityStack;
  readonly web: WebStack;
  readonly api: ApiStack;
  readonly jobs: JobsStack;
}

const FIVE_MINUTES = { period: Duration.minutes(5), statistic: 'Sum' };

/** Alarm name → definition. */
export const alarmsOf = ({
  data,
  identity,
  web,
  api,
  jobs,
}: WatchedStacks): Readonly<Record<string, UserAlarmProps>> => ({
  'requests-fail': {
    metric: web.api.metricServerError(FIVE_MINUTES),
    threshold: 5,
    meaning:
      'People see “something went wrong” when they look at their money or decide. Nothing is lost: what they sent is tried again with the same key. See the log of api.',
  },
  'requests-are-slow': {
    metric: web.api.metricLatency({ period: Duration.minutes(5), statistic: 'p95' }),
    threshold: 3000,
    periods: 3,
    meaning:
      'Pages take over 3 seconds for one request in twenty, so that people think that nothing happened and press again.',
  },
  'sign-in-fails': {
    metric: identity.onSignIn.metricErrors(FIVE_MINUTES),
    threshold: 5,
    meaning:
      'People get no further than the sign-in page. A few of these are people whom the place does not know; many are a fault: see the log of on-sign-in.',
  },
  'imports-fail': {
    metric: api.imports.metricErrors(FIVE_MINUTES),
    threshold: 1,
    meaning: 'A funder’s file of allocations stopped half-way. Rows already in stay; the same file can be sent again.',
  },
  'clock-fails': {
    metric: jobs.onClock.metricErrors(FIVE_MINUTES),
    threshold: 1,
    periods: 3,
    meaning:
      'What falls due is late for somebody: a vote that is over is not decided, or a session is not confirmed and not paid. The next tick tries again.',
  },
  'clock-stands-still': {
    metric: jobs.onClock.metricInvocations({ period: Duration.minutes(15), statistic: 'Sum' }),
    threshold: 1,
    periods: 2,
    alarmsOnMissingData: true,
    meaning:
      'Nothing that falls due happens for anybody: no instalment, no deadline, no confirmation. Look at the schedule.',
  },
  'clock-failures-wait': {
    metric: jobs.clockFailures.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    meaning:
      'The clock could not start or stopped half-way, so what falls due is late for somebody. The message in the queue says why.',
  },
  'heads-not-kept': {
    metric: jobs.headsFailures.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    meaning:
      'Of last night there is no proof, or not for every journal, that nobody rewrote what people decided and paid. Nothing else is late. See the log of keep-heads, start it again, and empty the queue.',
  },
  'journal-record-given-up': {
    metric: jobs.journalFailures.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    meaning:
      'An enterprise’s work, a funder’s totals or what is due may be wrong for one journal until its next event. The money itself is right.',
  },
  'views-are-late': {
    metric: jobs.onJournal.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: 60_000,
    periods: 2,
    meaning: 'Enterprises and funders see work and totals of over a minute ago, and what falls due may be late.',
  },
  'table-holds-back': {
    metric: data.table.metric('WriteThrottleEvents', FIVE_MINUTES),
    threshold: 5,
    periods: 2,
    meaning:
      'People wait or are told that Kitty is busy, because the table takes no more just now. It grows by itself within minutes.',
  },
  ...(jobs.sendNotices
    ? {
        'notices-fail': {
          metric: jobs.sendNotices.metricErrors(FIVE_MINUTES),
          threshold: 3,
          periods: 3,
          meaning:
            'People are not told of decisions, sessions and money that concern them. Waiting notices go out when it works again, if they are still news.',
        },
      }
    : {}),
  ...(jobs.unfinishedNotices
    ? {
        'notices-unfinished': {
          metric: jobs.unfinishedNotices,
          threshold: 1,
          meaning:
            'Some people may not have been told of something: their notices were begun and never finished, and are not sent again, because they may have arrived. The web shows them everything. How many: see the log of send-notices.',
        },
      }
    : {}),
});
