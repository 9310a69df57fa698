// Synthesises Kitty's stacks in this process, over stand-ins for what is built: the templates name it by its hash only.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { addKitty, checked } from '../../../infra/aws/kitty.ts';
import { type OPTION_NAMES, optionsFrom } from '../../../infra/aws/options.ts';
import { LAMBDAS } from '../../../infra/bundle.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Resource {
  readonly Type: string;
  readonly Properties: Json;
  readonly DeletionPolicy?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

interface Synthesis {
  readonly app: App;
  /** The folder with templates and assets, as the CDK's command takes it. */
  readonly assembly: string;
  /** By the stack's last word: data, identity … */
  readonly templates: ReadonlyMap<string, Template>;
  /** All resources of a type, of all stacks. */
  of(type: string): Resource[];
  remove(): void;
}

/** Everything that an operator can switch on, in prod. */
export const EVERYTHING = {
  stage: 'prod',
  place: 'barking',
  'alarm-email': 'alarms@kitty.example',
  'sender-email': 'codes@kitty.example',
  domain: 'kitty.example',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0',
  'table-key': 'arn:aws:kms:eu-west-2:123456789012:key/0',
  waf: 'on',
  'notify-email-template': '00000000-0000-4000-8000-000000000001',
  'notify-text-template': '00000000-0000-4000-8000-000000000002',
} satisfies Partial<Record<(typeof OPTION_NAMES)[number], string>>;

/** Placeholders for the output of `npm run build` and `npm run build:web`. */
export function makeDist(folder: string): string {
  const files = [
    ...LAMBDAS.map(({ name }) => `${name}/index.mjs`),
    'web/index.html',
    'web/icon.svg',
    'web/.vite/manifest.json',
    'web/assets/main-0.js',
  ];
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

interface How {
  /** Fails when cdk-nag finds something. */
  readonly nag?: boolean;
  /** Where what was built lies, if it is not to be stand-ins. */
  readonly dist?: string;
}

/** Throws what synthesis throws. */
export function synthesise(said: Readonly<Record<string, string>>, { nag = false, dist }: How = {}): Synthesis {
  const folder = mkdtempSync(join(tmpdir(), 'kitty-aws-'));
  const app = new App({ outdir: join(folder, 'cdk.out') });
  addKitty(
    app,
    optionsFrom((name) => said[name], dist ?? makeDist(join(folder, 'dist'))),
  );
  if (nag) checked(app);
  const assembly = app.synth();
  const templates = new Map<string, Template>();
  for (const stack of app.node.children.filter((child) => Stack.isStack(child)))
    templates.set(stack.stackName.split('-').at(-1) ?? '', assembly.getStackByName(stack.stackName).template);
  return {
    app,
    assembly: assembly.directory,
    templates,
    of: (type) =>
      [...templates.values()].flatMap(({ Resources }) => Object.values(Resources).filter((one) => one.Type === type)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function only([one, ...more]: readonly Resource[]): Resource {
  if (!one || more.length > 0) throw new Error('there is not just one');
  return one;
}
