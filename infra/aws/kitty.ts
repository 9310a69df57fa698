// All of Kitty on AWS: its stacks, and what each uses of the others.
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { ApiStack } from './api.stack.ts';
import { DataStack } from './data.stack.ts';
import { IdentityStack } from './identity.stack.ts';
import { JobsStack } from './jobs.stack.ts';
import type { Options } from './options.ts';
import { ShieldStack } from './shield.stack.ts';
import { WatchStack } from './watch.stack.ts';
import { WebStack } from './web.stack.ts';

/** Synthesis fails on anything that cdk-nag finds and that is not acknowledged with a reason. */
export const checked = (app: App): void =>
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));

export function addKitty(app: App, options: Options): void {
  // A stack cannot remove what other stacks use.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
  const data = new DataStack(app, options);
  const identity = new IdentityStack(app, options, data.table);
  const shield = options.waf ? new ShieldStack(app, options) : undefined;
  const web = new WebStack(app, options, identity, shield?.webAclArn);
  const api = new ApiStack(app, options, data.table, identity, web);
  const jobs = new JobsStack(app, options, data, web.home);
  new WatchStack(app, options, { data, identity, web, api, jobs });
}
