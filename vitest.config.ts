import { defineConfig } from 'vitest/config';

/** Unit tests only: browser tests belong to Playwright (`playwright.config.ts`). */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
