// A simulated EventBridge Scheduler: invokes what the template schedules, with the rights of the schedule's role.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ACCOUNT, type Cloud, REGION } from './cloud.ts';
import type { LambdaFunction } from './lambda.ts';
import type { AccessRequest } from './policy.ts';

const shape = z.object({ Target: z.object({ Arn: z.string(), RoleArn: z.string() }) });
/** How Lambda handles asynchronous events of a function. */
const config = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
});

interface SchedulerDeps {
  readonly cloud: Cloud;
  readonly lambda: (name: string) => LambdaFunction;
  readonly now: () => string;
  /** Throws when the role has no right to do it. */
  readonly assertAllowed: (roleArn: string, asked: AccessRequest) => void;
  readonly queue: (arn: string, roleArn: string, message: unknown) => void;
}

/** Returns a function that runs the schedule whose name ends with `which`. */
export function schedulerOf({ cloud, lambda, now, assertAllowed, queue }: SchedulerDeps) {
  return async (which: string): Promise<void> => {
    const made = cloud.all('AWS::Scheduler::Schedule').find(({ name }) => name.endsWith(`-${which}`));
    if (!made) throw new Error(`nothing schedules ${which}`);
    const { Arn, RoleArn } = shape.parse(made.properties).Target;
    assertAllowed(RoleArn, { action: 'lambda:InvokeFunction', resource: Arn });
    const consumer = lambda(cloud.at(Arn).name);
    const { MaximumRetryAttempts, DestinationConfig } = cloud
      .all('AWS::Lambda::EventInvokeConfig')
      .map(({ properties }) => config.parse(properties))
      .find(({ FunctionName }) => FunctionName === consumer.name) ?? { MaximumRetryAttempts: 2 };
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: ACCOUNT,
      time: now(),
      region: REGION,
      resources: [made.arn],
      detail: '{}',
    };
    for (let retriesLeft = MaximumRetryAttempts; ; retriesLeft--)
      try {
        await consumer.invoke(event);
        return;
      } catch (error) {
        if (retriesLeft > 0) continue;
        if (DestinationConfig) queue(DestinationConfig.OnFailure.Destination, consumer.roleArn, String(error));
        return;
      }
  };
}
