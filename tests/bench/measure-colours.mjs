/** Classes and colours of a million rows, as the worker makes them. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median } from './measure-page.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const COLOURED_ROWS = 1_000_000;

/** @returns {Promise<any>} */
async function loadEngine() {
  const outfile = path.join(ROOT, 'node_modules', '.cache', 'bench', 'colour-engine.mjs');
  const entryPoints = [path.join(ROOT, 'tests', 'bench', 'colour-engine.ts')];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
  return import(pathToFileURL(outfile).href);
}

/** Milliseconds from a column in memory to the picture, medians. @param {number} runs @returns {Promise<{ words: number, numbers: number }>} */
export async function measureColours(runs) {
  const engine = await loadEngine();
  const uses = engine.BUILDING_USES;
  const rows = Array.from({ length: COLOURED_ROWS }, (_, row) => row);
  const words = engine.codeColumn(
    rows.map((row) => (row % 50 === 0 ? null : uses[(row * 7 + (row >> 5)) % uses.length])),
  );
  const numbers = Float64Array.from(rows, (row) =>
    row % 50 === 0 ? Number.NaN : 3 + Math.abs(Math.sin(row) * 90) ** 1.1,
  );
  /** @param {() => any} classify */
  const time = (classify) => {
    const start = performance.now();
    const { classes, classOfRow } = classify();
    engine.colorRows(
      classOfRow,
      classes.map((/** @type {{ color: string }} */ { color }) => engine.parseColor(color)),
    );
    return performance.now() - start;
  };
  const times = { words: /** @type {number[]} */ ([]), numbers: /** @type {number[]} */ ([]) };
  for (let run = 0; run < runs; run += 1) {
    times.words.push(time(() => engine.classifyWords(words)));
    times.numbers.push(time(() => engine.classifyNumbers(numbers)));
  }
  return { words: median(times.words), numbers: median(times.numbers) };
}
