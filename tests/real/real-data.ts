import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real open data lies beside the repository; how to fetch it is written in its own `SOURCES.md`. */
const ROOT = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/**
 * Absolute path of a real data set, e.g. `realDataPath('3dtiles/plateau-numazu-1.1')`.
 * @returns `null` when it is not on this machine; the reason is printed, so that a skipped test says why.
 */
export function realDataPath(sub: string): string | null {
  const path = `${ROOT}${sub}`;
  if (existsSync(path)) return path;
  console.warn(`real data not here, tests on it are skipped: shared/data/${sub}`);
  return null;
}
