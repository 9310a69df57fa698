// Every link and every path that the documents name leads somewhere.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

const DOCUMENTS = ['*.md', '{functions,infra,web,test}/**/*.md'].flatMap((files) => globSync(files, { cwd: root }));
/** What a build or a picture makes. */
const MADE = /^(dist|shots)\//;

/** A heading's anchor, as repository hosts make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (path: string): string[] =>
  [...text(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const withoutCode = (markdown: string): string => markdown.replaceAll(/^```[\s\S]*?^```/gm, '');

/** Links that lead nowhere. */
function brokenLinks(path: string): string[] {
  const links = [...withoutCode(text(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
}

const PATHS = ['{*,.ci/*}', '{functions,infra,web,test}/**/*'].flatMap((all) => globSync(all, { cwd: root }));

/** Back-quoted files and folders that are not there; documents leave out the folders above them where that is clear. */
function missingFiles(path: string): string[] {
  const names = [...withoutCode(text(path)).matchAll(/`([\w-][\w./-]*|\.ci\/\w+)`/g)].map(([, name = '']) => name);
  const isPath = (name: string): boolean => /^[\w.-]+\/[\w./-]*$/.test(name) || /\.(tsx?|md|scss)$/.test(name);
  const isThere = (name: string): boolean => PATHS.some((one) => `/${one}`.endsWith(`/${name.replace(/\/$/, '')}`));
  return names.filter((name) => isPath(name) && !MADE.test(name) && !isThere(name));
}

describe.each(DOCUMENTS)('%s', (path) => {
  test('has no link that leads nowhere', () => {
    expect(brokenLinks(path)).toEqual([]);
  });

  test('names no file that is not there', () => {
    expect(missingFiles(path)).toEqual([]);
  });
});

test('comments that name a heading of functions/README.md name one that is there', () => {
  const headings = [...text('functions/README.md').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  const named = globSync('{functions,infra,web/src,test}/**/*.ts', { cwd: root }).flatMap((file) =>
    [...text(file).matchAll(/functions\/README\.md,? \(?“([^”]+)”/g)].map(([, heading]) => heading),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((heading) => !headings.includes(heading ?? ''))).toEqual([]);
});
