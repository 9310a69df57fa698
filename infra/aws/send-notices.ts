// The Lambda that sends notices by GOV.UK Notify, and the secret with Notify's key, which it alone may read.
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { KittyFunction } from './kitty-function.ts';
import type { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import type { Options } from './options.ts';

interface Sending {
  readonly table: Table;
  /** The web's address. */
  readonly home: string;
  readonly notify: NonNullable<Options['notify']>;
  readonly failures: Queue;
}

export function sendNotices(stack: KittyStack, { table, home, notify, failures }: Sending): KittyFunction {
  const { place, stage } = stack.options;
  const secretName = `kitty/${place}/${stage}/notify`;
  const secret = new Secret(stack, 'NotifyKey', {
    secretName,
    description: 'The API key of GOV.UK Notify: put it here with aws secretsmanager put-secret-value',
    removalPolicy: stack.keepsData,
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4': 'Notify makes its keys on its own pages only, so they are changed by hand.',
  });
  return new KittyFunction(stack, 'send-notices', {
    table,
    timeout: Duration.seconds(50),
    memoryMegabytes: 512,
    settings: {
      KITTY_PLACES: place,
      KITTY_WEB: home,
      KITTY_NOTIFY_SECRET: secretName,
      KITTY_NOTIFY_EMAIL_TEMPLATE: notify.emailTemplate,
      KITTY_NOTIFY_TEXT_TEMPLATE: notify.textTemplate,
    },
    secret,
    // The next minute does what this one could not.
    retries: 0,
    failures,
  });
}
