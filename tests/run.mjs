/**
 * `npm test`: check, unit tests, real-browser tests; everything runs even when something before it failed.
 * `--only check|unit|browser` runs one part.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const UNIT_RESULT = path.join(ROOT, 'test-results', 'unit.json');
const BROWSER_RESULT = path.join(ROOT, 'test-results', 'browser.json');

/** @typedef {{ part: string, passed: number, failed: number, skipped: number }} Count */

/** @param {string} tool Path of a package's program. @param {string[]} args */
function runNode(tool, args) {
  return (
    spawnSync(process.execPath, [path.join(ROOT, 'node_modules', tool), ...args], { cwd: ROOT, stdio: 'inherit' })
      .status === 0
  );
}

/** @param {string} file @returns {any} */
function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @returns {Count} */
function runCheck() {
  const ok = spawnSync('npm', ['run', '-s', 'check'], { cwd: ROOT, stdio: 'inherit' }).status === 0;
  return { part: 'check', passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** @returns {Count} */
function runUnit() {
  rmSync(UNIT_RESULT, { force: true });
  const ok = runNode('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_RESULT}`,
  ]);
  const result = readResult(UNIT_RESULT);
  const failed = result?.numFailedTests ?? 0;
  return {
    part: 'unit',
    passed: result?.numPassedTests ?? 0,
    // A file that cannot be loaded fails without failing a test.
    failed: ok ? failed : Math.max(1, failed),
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  };
}

/** @returns {Promise<Count>} */
async function runBrowser() {
  const { prepareChineseFont, prepareChromium } = await import('./browser/prepare-browser.mjs');
  const { prepareCities } = await import('./browser/prepare-cities.mjs');
  const { prepareApp } = await import('../tools/prepare.mjs');
  const none = { part: 'browser', passed: 0, failed: 1, skipped: 0 };
  if (!(await prepareChromium())) return none;
  prepareChineseFont();
  const unbuilt = await prepareCities();
  for (const id of unbuilt) console.error(`${id}: the package could not be built`);
  await prepareApp();
  rmSync(BROWSER_RESULT, { force: true });
  const ok = runNode('@playwright/test/cli.js', ['test']);
  const stats = readResult(BROWSER_RESULT)?.stats;
  if (!stats) return none;
  const failed = stats.unexpected + stats.flaky + unbuilt.length;
  return { part: 'browser', passed: stats.expected, failed: ok ? failed : Math.max(1, failed), skipped: stats.skipped };
}

const PARTS = { check: runCheck, unit: runUnit, browser: runBrowser };

const only = process.argv[2] === '--only' ? process.argv[3] : undefined;
if (process.argv.length > 2 && !(only && only in PARTS)) {
  console.error('usage: node tests/run.mjs [--only check|unit|browser]');
  process.exit(2);
}
mkdirSync(path.join(ROOT, 'test-results'), { recursive: true });
/** @type {Count[]} */
const counts = [];
for (const [part, run] of Object.entries(PARTS)) {
  if (only && part !== only) continue;
  console.log(`\n== ${part}`);
  counts.push(await run());
}
const told = (/** @type {Omit<Count, 'part'>} */ count) =>
  `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  counts.reduce((total, count) => total + count[key], 0);
const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
console.log('');
for (const count of counts) console.log(`${count.part}: ${told(count)}`);
console.log(`total: ${told(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
