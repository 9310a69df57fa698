// Replaces parts of packages that no Lambda of ours runs by small stand-ins, in the Lambda bundles only.
import { fileURLToPath } from 'node:url';
import type { Metafile, Plugin } from 'esbuild';

export interface Rule {
  /** The import to replace, as the importing file writes it. */
  readonly imported: RegExp;
  /** Only where the importing file's path matches. */
  readonly within: RegExp;
  /** The stand-in: a file in functions/platform/lean/. */
  readonly standIn: string;
}

const RULES: readonly Rule[] = [
  // The SDK's chain looks in files, single sign-on and other machines; a Lambda has its role in the environment.
  { imported: /^@aws-sdk\/credential-provider-node$/, within: /client-dynamodb/, standIn: 'credentials.ts' },
  // Imported dynamically, which also keeps esbuild from removing what it shares with the rest of the SDK.
  { imported: /^@smithy\/core\/event-streams$/, within: /@smithy\/core/, standIn: 'event-streams.ts' },
];

const FOLDER = 'functions/platform/lean/';
const folder = fileURLToPath(new URL(`../${FOLDER}`, import.meta.url));

/** Takes the place of the global names Headers, Request and Response, in bundles only. */
export const fetchClasses = `${folder}fetch-classes.ts`;

/** Replaces by the rules, and adds each rule that matched something to `matched`. */
export const lean = (matched: Set<Rule>): Plugin => ({
  name: 'lean',
  setup(build) {
    for (const rule of RULES)
      build.onResolve({ filter: rule.imported }, ({ importer }) => {
        if (!rule.within.test(importer)) return undefined;
        matched.add(rule);
        return { path: folder + rule.standIn };
      });
  },
});

interface Replaced {
  readonly matched: ReadonlySet<Rule>;
  readonly metafile: Metafile;
}

/** The rules that matched nothing in a build of all bundles, in sentences: a package was changed under them. */
export function unmatched(bundles: readonly Replaced[], rules = RULES): string[] {
  // Where nothing names the classes, esbuild still keeps some bytes of their files.
  const isUsed = ({ metafile }: Replaced): boolean =>
    Object.values(metafile.outputs).some(({ inputs }) => (inputs[`${FOLDER}response.ts`]?.bytesInOutput ?? 0) > 500);
  const without = rules.filter((rule) => !bundles.some(({ matched }) => matched.has(rule)));
  return [
    ...without.map(({ imported, within }) => `imports ${imported} within ${within}`),
    ...(bundles.some(isUsed) ? [] : ['global names of fetch classes']),
  ].map((what) => `The rule of infra/lean.ts for ${what} matched nothing in this build: mend it, or take it out.`);
}
