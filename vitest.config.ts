// How the tests run: one process a file, each file with an engine of its own; journeys in a browser over the built web.
import { defineConfig } from 'vitest/config';

const JOURNEYS = 'test/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'core', include: ['test/**/*.test.ts'], exclude: [JOURNEYS] } },
      {
        extends: true,
        test: { name: 'web', include: [JOURNEYS], globalSetup: 'test/e2e/set-up.ts', testTimeout: 180_000 },
      },
    ],
  },
});
