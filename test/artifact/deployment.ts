// What a deployment would upload to AWS: the templates, and each function's zip as the CDK command makes it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { bundleAll, writeBundles } from '../../infra/bundle.ts';
import { EVERYTHING, makeDist, synthesise, type Template } from '../unit/aws/synthesis.ts';
import { published } from './published.ts';

export const PLACE = 'barking';
const SAID = {
  stage: 'prod',
  place: PLACE,
  'notify-email-template': EVERYTHING['notify-email-template'],
  'notify-text-template': EVERYTHING['notify-text-template'],
};
/** The stacks with functions of ours. */
const STACKS = ['identity', 'api', 'jobs'].map((name) => `kitty-${PLACE}-prod-${name}`);

interface Deployment {
  /** By the last part of the stack's name. */
  readonly templates: ReadonlyMap<string, Template>;
  /** By their keys in the CDK's asset bucket. */
  readonly zips: ReadonlyMap<string, Buffer>;
}

/** Builds, synthesises and publishes; the web's files are placeholders. Works in `folder` only. */
export async function deploy(folder: string): Promise<Deployment> {
  const dist = makeDist(join(folder, 'dist'));
  await writeBundles(await bundleAll(), dist);
  const { templates, assembly, remove } = synthesise(SAID, { dist });
  try {
    return { templates, zips: await published(assembly, STACKS, folder) };
  } finally {
    remove();
  }
}

/** As Lambda unpacks a function into /var/task. */
export function unpack(zip: Buffer, folder: string): void {
  for (const [path, contents] of Object.entries(unzipSync(zip))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}
