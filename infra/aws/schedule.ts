// Runs a Lambda again and again by EventBridge Scheduler, which may start this one Lambda and nothing else.
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KittyFunction } from './kitty-function.ts';
import type { KittyStack } from './kitty-stack.ts';
import { prefixOf } from './options.ts';

interface Started {
  readonly lambda: KittyFunction;
  /** Where a start that did not come about is kept. */
  readonly failures: Queue;
}

/** When, in EventBridge's words, and for how long a start that failed is tried again. */
interface When {
  readonly expression: string;
  readonly patienceSeconds: number;
}

export const runEvery = (stack: KittyStack, name: string, started: Started & { readonly minutes: number }): void =>
  run(stack, name, started, {
    expression: started.minutes === 1 ? 'rate(1 minute)' : `rate(${started.minutes} minutes)`,
    // Older than the next start it is of no use.
    patienceSeconds: 60 * started.minutes,
  });

/** Once a day at an hour and minute of UTC. */
export const runNightly = (
  stack: KittyStack,
  name: string,
  started: Started & { readonly at: [number, number] },
): void =>
  run(stack, name, started, {
    expression: `cron(${started.at[1]} ${started.at[0]} * * ? *)`,
    patienceSeconds: 6 * 60 * 60,
  });

function run(stack: KittyStack, name: string, { lambda, failures }: Started, when: When): void {
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
    scheduleExpression: when.expression,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: failures.queueArn },
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: when.patienceSeconds },
    },
  });
  schedule.node.addDependency(role);
}
