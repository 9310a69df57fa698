// How the stream consumer gets the journals' events: a record that fails is retried alone, and after 8 retries reported to a queue.
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KittyFunction } from './kitty-function.ts';

export function readStream(consumer: KittyFunction, table: Table, failures: Queue): void {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error('the table has no stream');
  // Written out, because the CDK's own event source grants listing the streams of every table.
  consumer.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [stream],
    }),
  );
  consumer.addEventSourceMapping('Stream', {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    maxBatchingWindow: Duration.seconds(1),
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 8,
    onFailure: new SqsDlq(failures),
    // Journals' events only: other records would cost invocations and be ignored.
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { SK: { S: FilterRule.beginsWith('E#') } } },
      }),
    ],
  });
}
