// EventBridge Scheduler: starts what the template schedules, with the rights of the schedule's own role.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ACCOUNT, type Cloud, REGION } from './cloud.ts';
import type { LambdaFunction } from './lambda.ts';
import type { AccessRequest } from './policy.ts';

const shape = z.object({ Target: z.object({ Arn: z.string(), RoleArn: z.string() }) });
/** What becomes of an event that nobody waits for. */
const config = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
});

interface SchedulerDeps {
  readonly cloud: Cloud;
  readonly lambda: (name: string) => LambdaFunction;
  readonly now: () => string;
  /** Throws when the role may not. */
  readonly demand: (roleArn: string, asked: AccessRequest) => void;
  readonly queue: (arn: string, roleArn: string, message: unknown) => void;
}

/** Answers a function that runs, by the end of its name, what a schedule starts. */
export function schedulerOf({ cloud, lambda, now, demand, queue }: SchedulerDeps) {
  return async (which: string): Promise<void> => {
    const made = cloud.all('AWS::Scheduler::Schedule').find(({ name }) => name.endsWith(`-${which}`));
    if (!made) throw new Error(`nothing schedules ${which}`);
    const { Arn, RoleArn } = shape.parse(made.properties).Target;
    demand(RoleArn, { action: 'lambda:InvokeFunction', resource: Arn });
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
