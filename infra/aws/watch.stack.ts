// The alarms, whom they notify, and the dashboard.
import { type App, Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { alarmsOf, type WatchedStacks } from './alarms.ts';
import { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import { type Options, prefixOf } from './options.ts';
import { UserAlarm } from './user-alarm.ts';

export class WatchStack extends KittyStack {
  constructor(app: App, options: Options, watched: WatchedStacks) {
    super(app, 'watch', options);
    const { web, api, jobs } = watched;
    const period = Duration.minutes(5);
    const topic = new Topic(this, 'Alarms', { displayName: prefixOf(options), enforceSSL: true });
    if (options.alarmEmail) {
      topic.addSubscription(new EmailSubscription(options.alarmEmail));
      acknowledge(topic, {
        'Serverless-SNSRedrivePolicy':
          'An email that does not arrive cannot be mended by a queue; the alarm stays red on the dashboard.',
      });
    }
    const alarms = Object.entries(alarmsOf(watched)).map(
      ([name, definition]) => new UserAlarm(this, name, topic, definition),
    );
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: prefixOf(options) });
    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8 });
    dashboard.addWidgets(
      new TextWidget({ markdown: `# Kitty for ${options.place}, ${options.stage}`, width: 24, height: 2 }),
      graph(
        'Requests',
        web.api.metricCount({ period, statistic: 'Sum' }),
        web.api.metricServerError({ period, statistic: 'Sum' }),
      ),
      graph(
        'How long they take, 95 of 100',
        web.api.metricLatency({ statistic: 'p95' }),
        api.api.metricDuration({ statistic: 'p95' }),
      ),
      graph(
        'Waiting failures',
        ...[jobs.journalFailures, jobs.clockFailures, jobs.headsFailures].map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible(),
        ),
      ),
      graph('How late the views are', jobs.onJournal.metric('IteratorAge', { statistic: 'Maximum' })),
      graph('The clock', jobs.onClock.metricInvocations(), jobs.onClock.metricErrors()),
    );
    for (const alarm of alarms)
      dashboard.addWidgets(
        new GraphWidget({
          title: alarm.alarmName,
          left: [alarm.metric],
          leftAnnotations: [alarm.toAnnotation()],
          width: 6,
        }),
      );
  }
}
