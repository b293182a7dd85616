import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import { loadCli } from '../../tools/city.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Folder of the packages of this run, ending in /. */
export const CITIES_FOLDER = `${ROOT}test-results/city/tiles/`;

/** Whether the package of a city was built for this run; journeys on real data are skipped without it. */
export function hasCity(id: string): boolean {
  return existsSync(`${CITIES_FOLDER}${id}/city.json`);
}

/** The manifest of a package of this run, read without the code under test. */
export function readManifest(id: string): Pick<CityManifest, 'datasets' | 'inputHash'> {
  return JSON.parse(readFileSync(`${CITIES_FOLDER}${id}/city.json`, 'utf8')) as CityManifest;
}

/**
 * Playwright's `test` with the built app served under its real policy, and the packages of this run as `/tiles/`; `baseURL`
 * is the address of the app. `node tests/run.mjs --only browser` builds both.
 */
export const test = base.extend<object, { appUrl: string }>({
  appUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      if (!existsSync(`${ROOT}dist/index.html`) || !hasCity('demo')) {
        throw new Error('the app or the demo city is not built: run npm test');
      }
      const { startServer } = await loadCli();
      const mounts = [
        { path: '/', folder: `${ROOT}dist` },
        { path: '/tiles/', folder: CITIES_FOLDER },
      ];
      const server = await startServer({ mounts, port: 0 });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ appUrl }, use) => use(appUrl),
});
