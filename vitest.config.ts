// How the tests run: as many files at once as there are processors, the longest first; journeys in a browser over the built web.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const JOURNEYS = 'test/e2e/**/*.test.ts';
/** What needs no engine, no browser and no build: these share one process and its modules, which take longer to load than the tests to run. */
const QUICK = ['unit/**/!(builds|bundle)', 'property/**/*', 'simulation/**/*'].map((files) => `test/${files}.test.ts`);

/** Files that take long, longest first: one of them begun last would run alone. The others follow in any order. */
const LONG = [
  'every-state',
  'story.test',
  'every-page',
  'start.test',
  'keyboard',
  'lost-connection',
  'builds.test',
  'test/artifact/',
  'test/e2e/',
  'test/integration/',
];
const place = ({ moduleId }: TestSpecification): number => {
  const found = LONG.findIndex((part) => moduleId.includes(part));
  return found === -1 ? LONG.length : found;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: 'test/quiet.ts',
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'quick', include: QUICK, isolate: false } },
      { extends: true, test: { name: 'core', include: ['test/**/*.test.ts'], exclude: [JOURNEYS, ...QUICK] } },
      {
        extends: true,
        test: { name: 'web', include: [JOURNEYS], globalSetup: 'test/e2e/set-up.ts', testTimeout: 180_000 },
      },
    ],
  },
});
