import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/find-chromium.mjs';

const executablePath = findChromium();

/** Real-browser tests: `tests/scene` (pictures and pixels) and `tests/e2e` (journeys), software WebGL, small views. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['scene/**/*.spec.ts', 'e2e/**/*.spec.ts'],
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: Number(process.env.BROWSER_WORKERS ?? 2),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    viewport: { width: 640, height: 480 },
    locale: 'zh-CN',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
        '--disable-background-networking',
      ],
    },
  },
});
