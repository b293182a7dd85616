/** Finds or gets what real-browser tests need: a Chromium that starts, and a font with Chinese characters. */
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';

const IS_ROOT = process.getuid?.() === 0;

/** @param {string} command @param {string[]} args */
function runLoud(command, args) {
  console.error(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['inherit', 'inherit', 'inherit'] }).status === 0;
}

/** Runs as root: directly, or through sudo where that works. @param {string[]} words */
function runAsRoot(words) {
  const [command = '', ...args] = words;
  if (IS_ROOT) return runLoud(command, args);
  return runLoud('sudo', process.stdin.isTTY ? words : ['-n', ...words]);
}

/** @param {string} name */
function installPackage(name) {
  if (process.platform !== 'linux') return false;
  runAsRoot(['apt-get', 'update', '-qq']);
  return runAsRoot(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', name]);
}

/** Starts the browser once: an executable that is there may still lack libraries. */
async function canStart() {
  const executablePath = findChromium();
  try {
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** Ways to a working Chromium, cheapest first. */
const WAYS = [
  { name: 'an installed Chrome or Chromium', get: () => true },
  { name: "Playwright's download", get: () => runLoud('npx', ['playwright', 'install', 'chromium']) },
  {
    name: 'the libraries that the download lacks',
    get: () =>
      process.platform === 'linux' &&
      runAsRoot([process.execPath, 'node_modules/playwright/cli.js', 'install-deps', 'chromium']),
  },
  { name: "the distribution's package", get: () => installPackage('chromium') },
];

/** @returns {Promise<boolean>} Whether a Chromium can be started now. */
export async function prepareChromium() {
  for (const way of WAYS) {
    if (way.get() && (await canStart())) {
      console.error(`Chromium: ${findChromium() ?? chromium.executablePath()} (${way.name})`);
      return true;
    }
  }
  console.error('No Chromium: install one, or set CHROME_PATH to its executable.');
  return false;
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/** Without a font the pictures show boxes in place of characters; that is a warning, not an end. */
export function prepareChineseFont() {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (installPackage('fonts-noto-cjk')) return;
  console.error('No font with Chinese characters: pictures will show boxes (apt-get install fonts-noto-cjk).');
}
