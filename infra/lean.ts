// What the Lambda bundles leave out of their packages, and what stands for it: code that a Lambda of ours never runs.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

interface Stand {
  /** The import, as its importer writes it. */
  readonly of: RegExp;
  /** Only where the importing file's path matches. */
  readonly within: RegExp;
  /** File in functions/platform/lean/. */
  readonly by: string;
}

const STANDS: readonly Stand[] = [
  // The stock chain looks in files, single sign-on and other machines; a Lambda has its role in the environment.
  { of: /^@aws-sdk\/credential-provider-node$/, within: /client-dynamodb/, by: 'credentials.ts' },
  // Imported dynamically, which also keeps esbuild from shaking all that it shares with the rest of the SDK.
  { of: /^@smithy\/core\/event-streams$/, within: /@smithy\/core/, by: 'event-streams.ts' },
  // Brings a cache in CommonJS that cannot be shaken; DynamoDB's endpoint is known from the region.
  { of: /^@aws-sdk\/endpoint-cache$/, within: /middleware-endpoint-discovery/, by: 'endpoint-cache.ts' },
  // Rules for every partition, FIPS, dual-stack and account endpoints, and the machine that reads them.
  { of: /^\.+\/endpoint\/endpointResolver$/, within: /client-dynamodb/, by: 'endpoint.ts' },
  { of: /^\.\/partitions$/, within: /@aws-sdk\/core/, by: 'endpoint.ts' },
  // Looks in profile files and asks the machine that it runs on, at the first request, for what a Lambda has in its environment.
  { of: /\/node-config-provider\/configLoader$/, within: /@smithy\/core/, by: 'settings.ts' },
  { of: /\/getInstanceMetadataRegion$/, within: /@smithy\/core/, by: 'settings.ts' },
  { of: /\/AdaptiveRetryStrategy$/, within: /@smithy\/core/, by: 'unused.ts' },
  { of: /\/Sha256Js$/, within: /@smithy\/core/, by: 'unused.ts' },
  // Only infra/openapi.ts makes JSON Schema.
  { of: /\/(to-json-schema|json-schema-processors)\.js$/, within: /zod\/v4\/classic/, by: 'json-schema.ts' },
];

const folder = fileURLToPath(new URL('../functions/platform/lean/', import.meta.url));

/** Replaces the global names Headers, Request and Response, in a bundle only. */
export const LIGHT_WEB = `${folder}web.ts`;

export const lean: Plugin = {
  name: 'lean',
  setup(build) {
    for (const { of, within, by } of STANDS)
      build.onResolve({ filter: of }, ({ importer }) => (within.test(importer) ? { path: folder + by } : undefined));
    // Classes and shapes for the failures of every operation. Without them a failure is the SDK's base class, with its name and
    // all that the answer says (as plain JSON): Kitty goes by names.
    build.onLoad({ filter: /client-dynamodb\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const whole = await readFile(path, 'utf8');
      return { contents: whole.replace(/^n0_registry\.registerError\(.*\);$/gm, ''), loader: 'js' };
    });
    // Packages read their own version there; the rest of it is for npm.
    build.onLoad({ filter: /node_modules\/.*\/package\.json$/ }, async ({ path }) => {
      const { version }: { version: string } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
