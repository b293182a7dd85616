import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @param {string} name */
function onPath(name) {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}

/**
 * An installed Chrome or Chromium: `CHROME_PATH`, else the usual names on the path.
 * @returns {string | null} `null` when there is none; Playwright then uses its own download.
 */
export function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  if (existsSync(MAC)) return MAC;
  for (const name of NAMES) {
    const found = onPath(name);
    if (found) return found;
  }
  return null;
}
