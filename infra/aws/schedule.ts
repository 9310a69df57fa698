// Runs a Lambda on a schedule, with a role that may start this one Lambda and nothing else.
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KittyFunction } from './kitty-function.ts';
import type { KittyStack } from './kitty-stack.ts';
import { prefixOf } from './options.ts';

interface Target {
  readonly lambda: KittyFunction;
  /** Where starts that failed are kept. */
  readonly failures: Queue;
}

/** The schedule, and for how long a start that failed is tried again. */
interface Timing {
  readonly expression: string;
  readonly maxAgeSeconds: number;
}

export const runEvery = (stack: KittyStack, name: string, target: Target & { readonly minutes: number }): void =>
  run(stack, name, target, {
    expression: target.minutes === 1 ? 'rate(1 minute)' : `rate(${target.minutes} minutes)`,
    // The next start makes an older one useless.
    maxAgeSeconds: 60 * target.minutes,
  });

/** Once a day at an hour and minute of UTC. */
export const runNightly = (stack: KittyStack, name: string, target: Target & { readonly at: [number, number] }): void =>
  run(stack, name, target, {
    expression: `cron(${target.at[1]} ${target.at[0]} * * ? *)`,
    maxAgeSeconds: 6 * 60 * 60,
  });

function run(stack: KittyStack, name: string, { lambda, failures }: Target, timing: Timing): void {
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
    scheduleExpression: timing.expression,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: failures.queueArn },
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: timing.maxAgeSeconds },
    },
  });
  schedule.node.addDependency(role);
}
