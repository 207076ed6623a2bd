import { defineConfig } from 'vitest/config';

/** Whole builds of a pack or book, processes that are started, killed and watched, long comparisons: minutes, not seconds. */
const SLOW = 'tests/**/*.slow.test.ts';

/** As the command sets it (src/cli/main.ts): V8 optimizes so early that this costs a good part of the processor time. */
const OPTIMIZE_LATER = '--interrupt-budget=528000';

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: 'tests/support/bundle.ts',
    execArgv: [OPTIMIZE_LATER],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [SLOW], isolate: false },
      },
      { extends: true, test: { name: 'slow', include: [SLOW] } },
    ],
  },
});
