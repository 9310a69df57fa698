// functions/log-codes.md names every code that the code logs, and no other.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].sort();

/** What stands first in the parentheses of each call. */
const logged = (level: 'logError' | 'logInfo'): string[] =>
  ['functions/**/*.ts', 'infra/**/*.ts']
    .flatMap((files) => globSync(files, { cwd: root }))
    .filter((path) => path !== 'functions/platform/log.ts')
    .flatMap((path) => [...text(path).matchAll(new RegExp(`\\b${level}\\(\\s*([^,)]+)`, 'g'))])
    .map(([, first = '']) => first);

/** The first cells of all tables of a part of the document. */
const documented = (part: string): string[] =>
  [...part.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code = '']) => `'${code}'`);

const [errors = '', information = ''] = text('functions/log-codes.md').split('## Information');

test.each([
  ['errors', 'logError', errors],
  ['information', 'logInfo', information],
] as const)('every code of %s is explained, and no other', (_, level, part) => {
  const codes = sorted(logged(level));
  expect(codes.length).toBeGreaterThan(2);
  expect(sorted(documented(part))).toEqual(codes);
});
