/**
 * `npm run bench -- --only zones [--runs N]`: frames with 500 and 2,000 zones beside none, their first drawing, one that changes, the
 * outline in the making, and colours of a million rows; writes the section "Zones and colours" of `docs/benchmarks.md`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { loadCli } from '../../tools/city.mjs';
import { findChromium } from '../browser/find-chromium.mjs';
import { COLOURED_ROWS, measureColours } from './measure-colours.mjs';
import { measureZones } from './measure-zones.mjs';
import { writeSection } from './write-section.mjs';

const VIEWPORT = { width: 640, height: 400 };
const CITY = 'demo';

/** @param {number} runs @param {string[]} flags Of the browser. */
export async function benchZones(runs, flags) {
  const cli = await loadCli();
  const tilesFolder = mkdtempSync(path.join(os.tmpdir(), 'zone-bench-tiles-'));
  if ((await cli.runCli(['demo', '--out', path.join(tilesFolder, CITY)])) !== 0)
    throw new Error('the demo was not built');
  const manifest = JSON.parse(readFileSync(path.join(tilesFolder, CITY, 'city.json'), 'utf8'));
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: flags });
  const options = { manifest, tilesFolder, runs, viewport: VIEWPORT, rows: COLOURED_ROWS };
  const { zones, uploadMs } = await measureZones(browser, cli, options);
  const version = browser.version();
  await browser.close();
  rmSync(tilesFolder, { recursive: true, force: true });
  const colours = await measureColours(Math.max(runs, 5));
  const cell = (/** @type {number} */ ms) => ms.toFixed(ms < 10 ? 1 : 0);
  writeSection('Zones and colours', [
    `Written by \`npm run bench -- --only zones\`: ${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.version.slice(1)}, Chromium ${version} with software`,
    `rendering (SwiftShader), ${VIEWPORT.width} × ${VIEWPORT.height}, load average ${(os.loadavg()[1] ?? 0).toFixed(1)}; above ${os.cpus().length} the machine had other work as well. The demo city; overlapping zones of 35 vertices;`,
    'a fresh page for each number of zones, by turns; frames with the zones and with them hidden by turns on each page; medians.',
    '',
    '| zones | runs | frame (ms) | zones hidden (ms) | ratio | first drawing (ms) | one zone changes (ms) | move of the outline in the making (ms) | labels of a moved view (ms) |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...zones.map(
      ({ zones: count, frameMs, noneMs, ratio, firstMs, changeMs, outlineMs, labelMs }) =>
        `| ${count} | ${runs} | ${cell(frameMs)} | ${cell(noneMs)} | ${ratio.toFixed(2)} | ${cell(firstMs)} | ${cell(changeMs)} | ${cell(outlineMs)} | ${cell(labelMs)} |`,
    ),
    '',
    '- *First drawing*, *one zone changes*: from the change until the pictures are on the graphics card; drawn in a worker, frames left out.',
    '- *Move of the outline*: what the page does itself with every move of the pointer; *labels*: with every frame whose view has moved.',
    '',
    `Colours of ${COLOURED_ROWS.toLocaleString('en')} rows, from a column in memory to the picture: ${cell(colours.words)} ms by words, ${cell(colours.numbers)} ms by numbers (worker); the picture goes`,
    `to the graphics card in ${cell(uploadMs)} ms (page).`,
  ]);
}
