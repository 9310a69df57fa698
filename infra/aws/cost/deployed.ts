// What a deployment creates whether or not anybody uses it (alarms, secrets, schedules …), counted in the templates.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as z from 'zod';
import { LAMBDAS } from '../../bundle.ts';
import { addKitty } from '../kitty.ts';
import { optionsFrom } from '../options.ts';

/** Who sends notices: GOV.UK Notify (emails free, texts not) or SES (emails only). */
type NoticesBy = 'notify' | 'ses';

export interface Deployed {
  readonly noticesBy: NoticesBy;
  readonly alarms: number;
  readonly dashboards: number;
  readonly secrets: number;
  /** By Lambda's name: how often a schedule starts it. */
  readonly everyMinutes: Readonly<Record<string, number>>;
  readonly megabytes: Readonly<Record<string, number>>;
}

/** A place in prod that sends notices; the prices of the other options are in options.ts. */
const OPTIONS: Readonly<Record<string, string | undefined>> = {
  stage: 'prod',
  place: 'demo',
  'alarm-email': 'alarms@kitty.example',
  'sender-email': 'codes@kitty.example',
};
const NOTICES: Readonly<Record<NoticesBy, Readonly<Record<string, string>>>> = {
  notify: {
    'notify-email-template': '00000000-0000-4000-8000-000000000001',
    'notify-text-template': '00000000-0000-4000-8000-000000000002',
  },
  ses: { notices: 'ses' },
};

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const template = z.object({ Resources: z.record(z.string(), resource) });

const lambda = z.object({ FunctionName: z.string(), MemorySize: z.number() });
const schedule = z.object({ Name: z.string(), ScheduleExpression: z.string() });

/** The schedules' names say what they do, not which Lambda they start. */
const STARTED_BY: Readonly<Record<string, string>> = {
  clock: 'on-clock',
  notices: 'send-notices',
  heads: 'keep-heads',
};

/** Placeholder files for what is built: a template names a bundle by its hash only. */
function placeholderBuild(folder: string): string {
  for (const file of [...LAMBDAS.map(({ name }) => `${name}/index.mjs`), 'web/index.html', 'web/assets/main.js']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

export function countDeployed(noticesBy: NoticesBy): Deployed {
  const options = { ...OPTIONS, ...NOTICES[noticesBy] };
  const folder = mkdtempSync(join(tmpdir(), 'kitty-cost-'));
  try {
    const app = new App({ outdir: join(folder, 'cdk.out') });
    addKitty(
      app,
      optionsFrom((name) => options[name], placeholderBuild(join(folder, 'dist'))),
    );
    const assembly = app.synth();
    const resources = app.node.children
      .filter((child) => Stack.isStack(child))
      .flatMap(({ stackName }) => Object.values(template.parse(assembly.getStackByName(stackName).template).Resources));
    const of = (type: string) => resources.filter(({ Type }) => Type === type);
    const lastOf = (name: string): string => name.slice('kitty-demo-prod-'.length);
    const ours = of('AWS::Lambda::Function').flatMap(({ Properties }) => lambda.safeParse(Properties).data ?? []);
    const schedules = of('AWS::Scheduler::Schedule').map(({ Properties }) => schedule.parse(Properties));
    return {
      noticesBy,
      alarms: of('AWS::CloudWatch::Alarm').length,
      dashboards: of('AWS::CloudWatch::Dashboard').length,
      secrets: of('AWS::SecretsManager::Secret').length,
      everyMinutes: Object.fromEntries(
        schedules.map(({ Name, ScheduleExpression }) => [
          STARTED_BY[lastOf(Name)] ?? lastOf(Name),
          minutesOf(ScheduleExpression),
        ]),
      ),
      megabytes: Object.fromEntries(ours.map(({ FunctionName, MemorySize }) => [lastOf(FunctionName), MemorySize])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ['minute', 1],
  ['hour', 60],
  ['day', 1440],
]);

function minutesOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (\w+?)s?\)$/.exec(expression) ?? [];
  const minutes = MINUTES.get(unit);
  if (minutes !== undefined) return Number(count) * minutes;
  // Once a day.
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return 1440;
  throw new Error(`the cost model does not know this schedule: ${expression}`);
}
