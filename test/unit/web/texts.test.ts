// Every word of the web stands in a catalogue, in plain words and in Easy Read.
import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const text = z.union([
  z.tuple([z.string().min(1), z.string().min(1)]),
  z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]),
]);
const MAX_WORDS = 15;
/** Words that the field does not use of people and money (functions/README.md, “Words”). */
const NEVER = /\b(clients?|service users?|consumers?|escrow|approved providers?)\b/i;

const catalogues = Object.entries(import.meta.glob('../../../web/src/**/*.text.ts', { eager: true })).map(
  ([file, module]) => [file.replace(/^.*web\/src\//, ''), module] as const,
);

/** All texts of a module, by name: catalogues are objects, now and then one inside another. */
function textsIn(value: unknown, name: string): [string, unknown][] {
  if (Array.isArray(value)) return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${name}.${key}`));
}

const sentencesOf = (words: string): string[] => words.split(/(?<=[.!?:])\s+/);
const lengthOf = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length;
const holes = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('there is something to check', () => {
  expect(catalogues.length).toBeGreaterThan(20);
});

describe.each(catalogues)('%s', (file, module) => {
  const all = textsIn(module, '').map(([name, value]) => [name, text.parse(value)] as const);
  test('holds nothing but texts with both versions', () => {
    expect(all.length).toBeGreaterThan(0);
  });
  test(`no Easy Read sentence has more than ${MAX_WORDS} words`, () => {
    const long = all.flatMap(([name, [, easy]]) =>
      sentencesOf(easy)
        .filter((sentence) => lengthOf(sentence) > MAX_WORDS)
        .map((sentence) => `${file}${name}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });
  test('Easy Read fills in nothing that the plain words do not know, unless it leads to shorter words', () => {
    const odd = all.filter(([, [plain, easy]]) => holes(plain).length === 0 && holes(easy).length > 0);
    expect(odd.map(([name]) => name)).toEqual([]);
  });
  test('uses the field’s words', () => {
    expect(all.filter(([, words]) => words.slice(0, 2).some((one) => NEVER.test(one))).map(([name]) => name)).toEqual(
      [],
    );
  });
});

const WORDS = /\p{L}{2}/u;
/** Attributes that people read or hear. */
const READ = new Set([
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'legend',
  'text',
  'caption',
  'summary',
  'error',
]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The literal words in a page's markup: between tags, as strings in braces, and in attributes that are read. */
function literals(node: Node): string[] {
  const found: string[] = [];
  const isString = (value: unknown): value is Node & { value: string } =>
    isNode(value) && value.type === 'Literal' && typeof value.value === 'string' && WORDS.test(value.value);
  if (node.type === 'JSXText' && typeof node.value === 'string' && WORDS.test(node.value))
    found.push(node.value.trim());
  if ((node.type === 'JSXElement' || node.type === 'JSXFragment') && Array.isArray(node.children))
    for (const child of node.children)
      if (isNode(child) && child.type === 'JSXExpressionContainer' && isString(child.expression))
        found.push(child.expression.value);
  if (node.type === 'JSXAttribute' && isNode(node.name) && READ.has(String(node.name.name))) {
    if (isString(node.value)) found.push(node.value.value);
    if (isNode(node.value) && isString(node.value.expression)) found.push(node.value.expression.value);
  }
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) found.push(...literals(one));
  return found;
}

test('a sentence about {who}, who may be “You”, does not go on with “they”', () => {
  const wrong = globSync('web/src/**/*.text.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\{who\}[^'`]*\b(they|their|them)\b/g)].map(
      ([words]) => `${file}: ${words}`,
    ),
  );
  expect(wrong).toEqual([]);
});

test('the search for words outside catalogues finds them', () => {
  const program = parseAst(`const x = <p title="Some words">Hello <b>{'there'}</b></p>;`, { lang: 'tsx' });
  expect(literals(program as unknown as Node).sort()).toEqual(['Hello', 'Some words', 'there']);
});

test.each(globSync('web/src/**/*.tsx'))('%s has no words of its own', (file) => {
  const program = parseAst(readFileSync(file, 'utf8'), { lang: 'tsx' }, file);
  expect(literals(program as unknown as Node)).toEqual([]);
});
