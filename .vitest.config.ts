import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/bundle.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
