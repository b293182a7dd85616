import { test as base } from '@playwright/test';
import { type SceneServer, serveScenes } from './scene-page.ts';

/** Playwright's `test` with the harness page and its cities served, built once for each of Playwright's processes. */
export const test = base.extend<object, { scenes: SceneServer }>({
  scenes: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const scenes = await serveScenes();
      await use(scenes);
      await scenes.close();
    },
    { scope: 'worker' },
  ],
  viewport: { width: 320, height: 240 },
});
