import { expect } from '@playwright/test';
import { measureStartUpBytes } from '../bench/start-up-bytes.mjs';
import { test } from './app-test.ts';

/** Our own code with its interface libraries, gzipped, that a first view may cost. */
const BUDGET_BYTES = 300_000;

test('the first view of a city costs at most 300 kB of our own code', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('?city=demo&lang=zh-CN', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('.status-bar [data-tiles="0"]'));
  // The worker that measures is fetched once the city is drawn: after every tile, and no part of the first view.
  const worker = requests.findIndex((url) => url.includes('/city.worker'));
  const first = worker < 0 ? requests : requests.slice(0, worker);
  expect(requests.slice(first.length).filter((url) => url.endsWith('.glb'))).toEqual([]);
  const own = measureStartUpBytes(first).find(({ group }) => group === 'own code');
  console.log(
    `start-up: ${((own?.gzippedBytes ?? 0) / 1000).toFixed(0)} kB of our own code in ${own?.files ?? 0} files`,
  );
  expect(own?.files).toBeGreaterThan(3);
  expect(own?.gzippedBytes).toBeLessThanOrEqual(BUDGET_BYTES);
});
