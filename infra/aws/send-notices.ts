// The Lambda that sends notices, by GOV.UK Notify (whose key it alone may read) or Amazon SES, and a metric of unfinished ones.
import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { KittyFunction } from './kitty-function.ts';
import type { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import type { Notices } from './options.ts';
import { prefixOf } from './options.ts';

interface SendNoticesProps {
  readonly table: Table;
  /** The web's address. */
  readonly home: string;
  readonly notices: Notices;
  readonly failures: Queue;
}

export function sendNotices(stack: KittyStack, { table, home, notices, failures }: SendNoticesProps): KittyFunction {
  const { settings, ...rights } = notices.by === 'notify' ? byNotify(stack, notices) : bySes(stack, notices);
  return new KittyFunction(stack, 'send-notices', {
    table,
    timeout: Duration.seconds(50),
    memoryMegabytes: 512,
    settings: {
      KITTY_PLACES: stack.options.place,
      KITTY_WEB: home,
      KITTY_NOTICES: notices.by,
      ...settings,
    },
    ...rights,
    // The next run does what this one could not.
    retries: 0,
    failures,
  });
}

function byNotify(stack: KittyStack, { emailTemplate, textTemplate }: Extract<Notices, { by: 'notify' }>) {
  const { place, stage } = stack.options;
  const secretName = `kitty/${place}/${stage}/notify`;
  const secret = new Secret(stack, 'NotifyKey', {
    secretName,
    description: 'The API key of GOV.UK Notify: put it here with aws secretsmanager put-secret-value',
    removalPolicy: stack.dataRemovalPolicy,
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4': 'Notify makes its keys on its own pages only, so they are changed by hand.',
  });
  const settings = {
    KITTY_NOTIFY_SECRET: secretName,
    KITTY_NOTIFY_EMAIL_TEMPLATE: emailTemplate,
    KITTY_NOTIFY_TEXT_TEMPLATE: textTemplate,
  };
  return { settings, secret };
}

function bySes(stack: KittyStack, { from }: Extract<Notices, { by: 'ses' }>) {
  const identity = stack.formatArn({ service: 'ses', resource: 'identity', resourceName: from });
  return {
    settings: { KITTY_SENDER_EMAIL: from },
    extraStatement: new PolicyStatement({ actions: ['ses:SendEmail'], resources: [identity] }),
  };
}

/** How many rounds found notices that were begun and never finished: the log says how many, the items which. */
export function unfinishedNotices(stack: KittyStack, lambda: KittyFunction): Metric {
  const filter = new MetricFilter(stack, 'UnfinishedNotices', {
    logGroup: lambda.logGroup,
    // As a term, which is found in a line of text and in JSON alike.
    filterPattern: FilterPattern.literal('"notices-unfinished"'),
    metricNamespace: 'Kitty',
    metricName: `${prefixOf(stack.options)}-notices-unfinished`,
  });
  return filter.metric({ period: Duration.minutes(5), statistic: 'Sum' });
}
