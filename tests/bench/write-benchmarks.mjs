import { readFileSync, writeFileSync } from 'node:fs';

const GOAL_BYTES = 300_000;

const seconds = (/** @type {number} */ milliseconds) => (milliseconds / 1000).toFixed(2);
const ratio = (/** @type {number} */ own, /** @type {number} */ peer) => (own / peer).toFixed(2);
const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(0);
const row = (/** @type {(string | number)[]} */ ...cells) => `| ${cells.join(' | ')} |`;

/**
 * Writes the page of benchmark results.
 * @param {string} file
 * @param {{
 *   machine: { cpu: string, cores: number, load: number, node: string, browser: string },
 *   viewport: { width: number, height: number },
 *   comparisons: { id: string, name: string, rows: number, zones: number, runs: number,
 *     allDrawnMs: { app: number, bare: number }, frameMs: { app: number, bare: number },
 *     startUp: { group: string, files: number, gzippedBytes: number }[] }[],
 *   builds: { id: string, rows: number, seconds: number, bytes: number }[],
 * }} results
 */
export function writeBenchmarks(file, { machine, viewport, comparisons, builds }) {
  const startUp = comparisons[0]?.startUp ?? [];
  const own = startUp.find(({ group }) => group === 'own code')?.gzippedBytes ?? Number.NaN;
  const lines = [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\`. ${machine.cores} cores (${machine.cpu}), Node ${machine.node.slice(1)}, ${machine.browser} with software rendering`,
    `(SwiftShader), ${viewport.width} × ${viewport.height}. A graphics card gives other times; compare the columns, not the seconds. Load average at the end: ${machine.load.toFixed(1)}; above
${machine.cores} the machine had other work as well.`,
    '',
    '## Beside a bare Cesium page',
    '',
    'The bare page has CesiumJS 1.145.0, every widget off, request-render mode, no imagery, and the same tilesets and camera. The app has the same tiles and its own',
    'ground, legend, panels, and where the city has them zones and shelters, which the bare page does not draw. Runs alternate; medians.',
    '',
    row(
      'city',
      'elements',
      'zones',
      'runs',
      'all drawn, app (s)',
      'bare (s)',
      'ratio',
      'frame, app (ms)',
      'bare (ms)',
      'ratio',
    ),
    row('---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:'),
    ...comparisons.map(({ name, rows, zones, runs, allDrawnMs, frameMs }) =>
      row(
        name,
        rows,
        zones,
        runs,
        seconds(allDrawnMs.app),
        seconds(allDrawnMs.bare),
        ratio(allDrawnMs.app, allDrawnMs.bare),
        frameMs.app.toFixed(0),
        frameMs.bare.toFixed(0),
        ratio(frameMs.app, frameMs.bare),
      ),
    ),
    '',
    '- *All drawn*: from the start of the navigation, with an empty cache, to the end of the last frame before nothing was drawn or requested for 2 s.',
    '- *Frame*: median time of the frames while the map is dragged, until the picture is there (one pixel is read back).',
    '',
    '## Start-up bytes',
    '',
    `What the browser fetches of the app before the first city is drawn, gzipped. Goal for our own code with its interface libraries: at most ${kilobytes(GOAL_BYTES)} kB; now ${kilobytes(own)} kB.`,
    '',
    row('part', 'files', 'kB gzipped'),
    row('---', '---:', '---:'),
    ...startUp.map(({ group, files, gzippedBytes }) => row(group, files, kilobytes(gzippedBytes))),
    '',
    '## Building a package',
    '',
    row('city', 'elements', 'seconds', 'elements per second', 'package (MB)'),
    row('---', '---:', '---:', '---:', '---:'),
    ...builds.map(({ id, rows, seconds: taken, bytes }) =>
      row(id, rows, taken.toFixed(1), (rows / taken).toFixed(0), (bytes / 1e6).toFixed(1)),
    ),
    '',
    'One process, reading the sources to the finished package, median of three.',
    '',
  ];
  // The other sections have benchmarks of their own (`--only`), which write into the same page.
  const live = /^## Live exposure$[\s\S]*?(?=^## |$(?![\s\S]))/m.exec(readFileSync(file, 'utf8'))?.[0];
  writeFileSync(file, [...lines, ...(live ? [live.trimEnd(), ''] : [])].join('\n'));
}
