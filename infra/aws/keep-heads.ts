// The Lambda that saves the journals' heads every night, and its right to add to the locked bucket.
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { KittyFunction } from './kitty-function.ts';
import type { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';

interface KeepHeadsProps {
  readonly table: Table;
  readonly heads: Bucket;
  readonly failures: Queue;
}

export function keepHeads(stack: KittyStack, { table, heads, failures }: KeepHeadsProps): KittyFunction {
  const { place } = stack.options;
  const lambda = new KittyFunction(stack, 'keep-heads', {
    table,
    // Only a place of hundreds of thousands of journals comes near it.
    timeout: Duration.minutes(15),
    // From here on a Lambda has a whole processor.
    memoryMegabytes: 1769,
    settings: { KITTY_PLACES: place, KITTY_HEADS: heads.bucketName },
    extraStatement: new PolicyStatement({ actions: ['s3:PutObject'], resources: [heads.arnForObjects(`${place}/*`)] }),
    // Harmless: a day's file is never replaced.
    retries: 2,
    failures,
  });
  // cdk-nag's finding quotes the cross-stack reference to the bucket.
  const bucketArn = stack.resolve(heads.stack.exportValue(heads.bucketArn))['Fn::ImportValue'];
  acknowledge(lambda.role ?? lambda, {
    [`AwsSolutions-IAM5[Resource::${bucketArn}/${place}/*]`]:
      'One object a day under the place’s own name: it may be added, and not read, replaced or deleted.',
  });
  return lambda;
}
