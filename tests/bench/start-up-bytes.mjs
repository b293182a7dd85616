/** How much a browser fetches before the city is drawn, gzipped, by what it is. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** @param {string} name */
function groupOf(name) {
  if (/typst|\/fonts\//.test(name)) return 'typst and fonts';
  if (/cesium/i.test(name)) return 'cesium';
  if (/three|table/.test(name)) return 'three';
  if (/\.(js|css|html)$/.test(name)) return 'own code';
  return 'other';
}

/**
 * @param {string[]} requests Addresses that a run asked for.
 * @returns {{ group: string, files: number, gzippedBytes: number }[]}
 */
export function measureStartUpBytes(requests) {
  /** @type {Map<string, { group: string, files: number, gzippedBytes: number }>} */
  const groups = new Map();
  for (const name of new Set(requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname))) {
    const file = path.join(DIST, name === '/' ? 'index.html' : name);
    if (name.startsWith('/tiles/') || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const group = groupOf(name);
    const entry = groups.get(group) ?? { group, files: 0, gzippedBytes: 0 };
    entry.files += 1;
    entry.gzippedBytes += gzipSync(readFileSync(file), { level: 9 }).byteLength;
    groups.set(group, entry);
  }
  return [...groups.values()].sort((a, b) => a.group.localeCompare(b.group));
}
