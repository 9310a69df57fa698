// The imports of functions/ point only where functions/README.md (“Rooms”) lets them, and the check itself has teeth.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderCircles, strayFolders, wrongArrows } from './arrows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('this repository', () => {
  test('has no arrow that points the wrong way', () => {
    const paths = globSync('functions/**/*.ts', { cwd: root });
    expect(paths.length).toBeGreaterThan(20);
    const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
    expect(wrongArrows(files)).toEqual([]);
  });

  test.each([
    ['web/src/', 200],
    ['infra/', 70],
  ])('has no circle of folders in %s', (prefix, atLeast) => {
    const paths = globSync(`${prefix}**/*.{ts,tsx}`, { cwd: root });
    expect(paths.length).toBeGreaterThan(atLeast);
    const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
    expect(folderCircles(files, prefix)).toEqual([]);
  });

  test('has only functions, infra, web and test at the top', () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    expect(
      strayFolders(
        folders.map(({ name }) => name),
        ignored,
      ),
    ).toEqual([]);
  });
});

test('folders that import each other’s values are a circle', () => {
  const files = {
    'web/src/text/say.ts': "import { Picture } from '../components/picture.tsx';",
    'web/src/components/picture.tsx': "import { say } from '../text/say.ts';",
  };
  expect(folderCircles(files, 'web/src/')).toEqual([
    'a circle of folders: web/src/text → web/src/components → web/src/text',
  ]);
  files['web/src/text/say.ts'] = "import type { Picture } from '../components/picture.tsx';";
  expect(folderCircles(files, 'web/src/')).toEqual([]);
});

describe('the check', () => {
  const good = {
    'functions/entry/app.ts': "import { poolsRoutes } from '../pools/pools.routes.ts';",
    'functions/pools/pools.routes.ts':
      "import { open } from './pools.actions.ts';\nimport { pool } from './pools.schema.ts';",
    'functions/pools/pools.actions.ts': "import { decide } from './pools.rules.ts';",
    'functions/pools/pools.schema.ts': "import * as z from 'zod/mini';\nimport { id } from '../kernel/fields.ts';",
    'functions/pools/pools.rules.ts': [
      "import type { Event } from '../journal/journal.types.ts';",
      "import { type Pool } from './pools.schema.ts';",
      "import { near } from './near.ts';",
      '// Date.now and process.env are fine in a comment',
      "const say = 'process.env'; const day = new Date(at);",
    ].join('\n'),
    'functions/pools/near.ts': "import { shares } from '../kernel/money.ts';",
    'functions/kernel/fields.ts': "import * as z from 'zod/mini';",
    'functions/kernel/money.ts': '',
    'functions/journal/journal.types.ts': '',
    'functions/journal/attempt.ts': 'await deps.store.put(entries);',
    'functions/journal/append.ts': '',
    'functions/journal/accounts.ts': '',
    'functions/platform/table.ts': "import { x } from '@aws-sdk/lib-dynamodb';\nprocess.env.A; putAllNew();",
    'functions/platform/app-context.ts': "import type { JournalDeps } from '../journal/append.ts';",
    'functions/offers/offers.actions.ts': '',
  };

  test('lets good files be', () => {
    expect(wrongArrows(good)).toEqual([]);
  });

  test.each([
    ['functions/kernel/money.ts', "import { x } from '../platform/table.ts';", 'the kernel imports nothing but itself'],
    ['functions/kernel/money.ts', "import { x } from '../../infra/bundle.ts';", 'functions/ knows nothing of infra/'],
    [
      'functions/pools/pools.actions.ts',
      "export { x } from '../../test/unit/a.ts';",
      'functions/ knows nothing of infra/',
    ],
    ['functions/pools/pools.actions.ts', "import { x } from '../entry/app.ts';", 'only an entry may import an entry'],
    [
      'functions/pools/pools.actions.ts',
      "import { PutCommand } from '@aws-sdk/lib-dynamodb';",
      'only platform/ touches AWS',
    ],
    ['functions/pools/pools.actions.ts', "const s = await import('stripe');", 'only platform/ touches AWS'],
    ['functions/entry/app.ts', "import { J } from 'aws-jwt-verify';", 'only platform/ touches AWS'],
    ['functions/pools/pools.actions.ts', 'const key = process.env.KEY;', 'reads process.env'],
    ['functions/pools/pools.actions.ts', `const t = \`\${process.env.KEY}\`;`, 'reads process.env'],
    ['functions/pools/pools.actions.ts', "import { x } from '../offers/offers.actions.ts';", 'another room’s actions'],
    ['functions/offers/offers.actions.ts', "import { x } from '../pools/pools.routes.ts';", 'mounted by entries only'],
    ['functions/platform/table.ts', "import { x } from '../pools/pools.rules.ts';", 'platform/ knows no room'],
    [
      'functions/platform/app-context.ts',
      "import { append } from '../journal/append.ts';",
      'types of the journal only',
    ],
    ['functions/journal/append.ts', "import { x } from '../pools/pools.rules.ts';", 'journal/ knows no room'],
    ['functions/pools/pools.schema.ts', "import { x } from './pools.rules.ts';", 'a schema imports only zod'],
    ['functions/pools/pools.schema.ts', "import { x } from '../platform/table.ts';", 'a schema imports only zod'],
    ['functions/pools/pools.routes.ts', "import { x } from './pools.store.ts';", 'routes call actions, never a store'],
    ['functions/pools/pools.rules.ts', "import { x } from '../platform/table.ts';", 'rules import only the kernel'],
    ['functions/pools/pools.rules.ts', "import * as z from 'zod/mini';", 'rules import only the kernel'],
    ['functions/pools/pools.schema.ts', "import * as z from 'zod';", 'functions/ uses zod/mini'],
    ['functions/pools/pools.rules.ts', "import { pool } from './pools.schema.ts';", 'rules import only the kernel'],
    [
      'functions/pools/pools.rules.ts',
      "import { a, type B } from '../journal/append.ts';",
      'rules import only the kernel',
    ],
    ['functions/pools/pools.state.ts', "import { x } from './pools.store.ts';", 'rules import only the kernel'],
    ['functions/pools/near.ts', "import { x } from 'node:fs';", 'near.ts imports node:fs: rules import only'],
    ['functions/pools/near.ts', 'Math.random();', 'near.ts uses Math.random'],
    ['functions/pools/pools.rules.ts', 'const now = Date.now();', 'uses Date.now'],
    ['functions/pools/pools.rules.ts', 'const now = new Date();', 'uses new Date()'],
    ['functions/pools/pools.rules.ts', 'const id = newId();', 'uses newId'],
    ['functions/pools/pools.actions.ts', 'await table.putAllNew(items);', 'only journal/ may'],
    ['functions/pools/pools.actions.ts', 'await context.journals.store.put(entries);', 'only journal/ may'],
    ['functions/pools/pools.actions.ts', 'export default 1;', 'has a default export'],
    ['functions/pools/pools.actions.ts', 'export { x as default };', 'has a default export'],
    ['functions/pools/pools.actions.ts', "import { x } from './nowhere.ts';", 'there is no such file'],
    [
      'functions/kernel/money.ts',
      "import type { x } from './fields.ts';\nimport './money.ts';",
      'a circle of imports: functions/kernel/money.ts → functions/kernel/money.ts',
    ],
    [
      'functions/pools/near.ts',
      "import { x } from './pools.rules.ts';",
      'functions/pools/pools.rules.ts → functions/pools/near.ts → functions/pools/pools.rules.ts',
    ],
    [
      'functions/pools/pools.actions.ts',
      "import {\n  x,\n} from '../offers/offers.actions.ts';",
      'another room’s actions',
    ],
  ])('finds it in %s: %s', (path, text, fault) => {
    expect(wrongArrows({ ...good, [path]: text }).join('\n')).toContain(fault);
  });

  test('finds a stray folder', () => {
    expect(strayFolders(['functions', 'src', '.ci', 'dist'], ['dist'])).toEqual(['src']);
  });
});
