// Runs a Lambda again and again by EventBridge Scheduler, which may start this one Lambda and nothing else.
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KittyFunction } from './kitty-function.ts';
import { type KittyStack, prefixOf } from './kitty-stack.ts';

interface Every {
  readonly minutes: number;
  readonly lambda: KittyFunction;
  /** Where a start that did not come about is kept. */
  readonly failures: Queue;
}

export function runEvery(stack: KittyStack, name: string, { minutes, lambda, failures }: Every): void {
  const prefix = prefixOf(stack.options);
  const role = new Role(stack, `${name}-schedule-role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    description: `May start ${name} of ${prefix}`,
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }));
  const schedule = new CfnSchedule(stack, `${name}-schedule`, {
    name: `${prefix}-${name}`,
    scheduleExpression: minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: failures.queueArn },
      // Older than the next start it is of no use.
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 60 * minutes },
    },
  });
  schedule.node.addDependency(role);
}
