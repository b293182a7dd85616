/**
 * `npm run bench -- --only exposure [--runs N]`: live exposure beside PostGIS in one interleaved run; writes the section
 * "Live exposure" of `docs/benchmarks.md`. Needs `psql` and a database with PostGIS 3 (PGHOST, PGPORT, PGUSER,
 * PGDATABASE); its tables `bench_small` and `bench_large` are made anew.
 */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { loadBuildings, runScript, timeQuery, toWkt } from './ask-server.mjs';
import { inventBuildings, inventOutline, inventZones } from './invent-city.mjs';
import { median } from './measure-page.mjs';
import { writeSection } from './write-section.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LEVELS = ['red', 'orange', 'yellow', 'blue', 'unrated'];
const METERS = { fromLonLat: (/** @type {number} */ x, /** @type {number} */ y) => [x, y] };

/** @returns {Promise<any>} */
async function loadEngine() {
  const outfile = path.join(ROOT, 'node_modules', '.cache', 'bench', 'exposure-engine.mjs');
  const entryPoints = [path.join(ROOT, 'tests', 'bench', 'exposure-engine.ts')];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' });
  return import(pathToFileURL(outfile).href);
}

/** @param {() => any} work @returns {{ ms: number, answer: any }} */
function time(work) {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

/**
 * Runs steps to their end and keeps the longest, in processor time: what else the machine does is not ours.
 * @param {Generator<void, any>} steps
 */
function finish(steps) {
  let longest = 0;
  for (;;) {
    const start = process.cpuUsage();
    const step = steps.next();
    const { user, system } = process.cpuUsage(start);
    longest = Math.max(longest, (user + system) / 1000);
    if (step.done) return { longest, answer: step.value };
  }
}

/** Fails when two answers are not the same: counts exactly, sums to a millionth. @param {any} ours @param {any} theirs */
function compareAnswers(ours, theirs) {
  for (const [name, value] of Object.entries(theirs)) {
    const tolerance = Number.isInteger(value) ? 0 : 1e-6 * Math.abs(Number(value));
    if (!(Math.abs(ours[name] - Number(value)) <= tolerance)) {
      throw new Error(`${name}: ${ours[name]} here, ${value} in PostGIS`);
    }
  }
}

/** Calls of ours in a turn: a drag asks again and again, so the code is warm. */
const CALLS = 5;
const SERVER_CALLS = 3;

/**
 * Runs ours and theirs by turns, comparing the answers; the first turns warm up.
 * @param {string} task @param {number} runs @param {() => { ms: number, answer: any }} ours
 * @param {string} sql @param {(answer: any, theirs: any) => void} compare
 */
function race(task, runs, ours, sql, compare) {
  /** @type {number[]} */ const own = [];
  /** @type {number[]} */ const theirs = [];
  for (let run = -1; run < runs; run += 1) {
    const calls = Array.from({ length: run < 0 ? 2 * CALLS : CALLS }, ours);
    const server = timeQuery(sql, run < 0 ? 1 : SERVER_CALLS);
    compare(calls[0]?.answer, server.answer);
    if (run < 0) continue;
    own.push(Math.min(...calls.map(({ ms }) => ms)));
    theirs.push(server.ms);
  }
  const result = { task, runs, ms: median(own), peer: median(theirs) };
  console.error(
    `${task}: ${result.ms.toFixed(2)} ms, PostGIS ${result.peer.toFixed(1)} ms, ${(result.peer / result.ms).toFixed(0)} ×`,
  );
  return result;
}

const SUMS = `'floorAreaSquareMeters', coalesce(sum(floor_area * share), 0), 'peopleDay', coalesce(sum(people_day * share), 0),
  'peopleNight', coalesce(sum(people_night * share), 0), 'unknown', count(*) FILTER (WHERE floor_area IS NULL)`;

/** @param {any} engine @param {ReturnType<typeof inventBuildings>} city @param {number} runs */
function racePoints(engine, city, runs) {
  const places = runScript('SELECT ST_X(place), ST_Y(place) FROM bench_large ORDER BY key')
    .split('\n')
    .map((line) => line.split('|').map(Number));
  const column = (/** @type {(row: any) => number | null} */ read) =>
    Float64Array.from(city.rows, (row) => read(row) ?? Number.NaN);
  const coordinate = (/** @type {0 | 1} */ axis) => Float64Array.from(places, (place) => place[axis] ?? Number.NaN);
  const built = time(() =>
    engine.createPointSums(coordinate(0), coordinate(1), [
      column((row) => row.floorAreaSquareMeters),
      column((row) => row.peopleDay),
      column((row) => row.peopleNight),
    ]),
  );
  return [0.01, 0.1].map((share) => {
    const outline = inventOutline(city.side, share);
    const sql = `SELECT json_build_object('points', count(*), ${SUMS})
      FROM (SELECT *, 1 AS share FROM bench_large WHERE ST_Intersects('${toWkt(outline)}'::geometry, place)) b`;
    return race(
      `sums over ${city.count} building points, zone of ${share * 100} %`,
      runs,
      () => time(() => built.answer.sumInside(engine.prepareShape([[outline]]))),
      sql,
      ({ points, sums, unknown }, theirs) => {
        const [floorAreaSquareMeters, peopleDay, peopleNight] = sums;
        compareAnswers({ points, floorAreaSquareMeters, peopleDay, peopleNight, unknown: unknown[0] }, theirs);
      },
    );
  });
}

/** @param {any} engine @param {ReturnType<typeof inventBuildings>} city */
function startMeter(engine, city) {
  const grid = engine.createFootprintGrid(engine.collectFootprints(city.rows, METERS));
  const codes = { use: engine.codeColumn(city.use), structure: engine.codeColumn(city.use) };
  return { grid, meter: engine.createLiveMeter(grid, codes, { x: new Float64Array(), y: new Float64Array() }) };
}

/** @param {any} meter @param {any[]} resting @param {[number, number][]} outline */
function measureLive(meter, resting, outline) {
  const edited = { id: 'drawn', level: 'orange', shape: [[outline]] };
  const start = performance.now();
  const { longest, answer } = finish(meter.measure({ resting, edited }, { zoneId: 'drawn' }));
  return { ms: performance.now() - start, longest, answer };
}

/** @param {any} meter @param {string} table @param {ReturnType<typeof inventBuildings>} city @param {number} runs */
function raceShares(meter, table, city, runs) {
  return [0.01, 0.1].map((share) => {
    const outline = inventOutline(city.side, share);
    const zone = `'${toWkt(outline)}'::geometry`;
    const inside = `CASE WHEN ST_Covers(${zone}, shape) THEN area ELSE ST_Area(ST_Intersection(shape, ${zone})) END`;
    const sql = `SELECT json_build_object('buildings', count(*), 'footprintAreaSquareMeters', sum(inside), ${SUMS})
      FROM (SELECT *, inside / area AS share FROM (SELECT *, ${inside} AS inside FROM ${table}
        WHERE ST_Intersects(${zone}, shape)) a WHERE inside > 1e-6) b`;
    return race(
      `footprint shares over ${city.count}, zone of ${share * 100} %`,
      runs,
      () => measureLive(meter, [], outline),
      sql,
      ({ focus: { exposure } }, theirs) => compareAnswers({ ...exposure, unknown: exposure.unknown.floorArea }, theirs),
    );
  });
}

/** Footprints of a million with less than a square millimetre inside, at most. */
const SLIVERS = 5;

/** @param {any} engine @param {any} grid @param {ReturnType<typeof inventZones>} zones @param {number} runs */
function raceLevels(engine, grid, zones, runs) {
  runScript(`DROP TABLE IF EXISTS bench_zone; CREATE TABLE bench_zone (rank int, shape geometry);
    INSERT INTO bench_zone VALUES ${zones
      .map((zone) => `(${LEVELS.indexOf(zone.level)}, '${toWkt(zone.polygons[0]?.[0] ?? [])}')`)
      .join(',')}; ANALYZE bench_zone;`);
  // PostGIS is asked the cheaper question, whether the two meet; ours counts from a square millimetre inside.
  const sql = `SELECT json_object_agg(rank, buildings) FROM (SELECT rank, count(*) AS buildings FROM (
      SELECT b.key, min(z.rank) AS rank FROM bench_zone z JOIN bench_large b ON ST_Intersects(z.shape, b.shape)
      GROUP BY b.key) l GROUP BY rank) r`;
  return race(
    `highest level of ${grid.buildings.count} footprints under ${zones.length} zones`,
    runs,
    () => time(() => engine.levelOfBuildings(grid, zones)),
    sql,
    (levels, theirs) => {
      const counts = LEVELS.map(() => 0);
      for (const level of levels) if (level < counts.length) counts[level] = (counts[level] ?? 0) + 1;
      for (const [rank, count] of Object.entries(theirs)) {
        if (Math.abs((counts[Number(rank)] ?? 0) - count) > SLIVERS)
          throw new Error(`level ${rank}: ${count} in PostGIS`);
      }
    },
  );
}

/** A zone of 1 % and one of 10 % dragged over 500 others. @param {any} meter @param {number} side @param {any[]} zones */
function measureDrag(meter, side, zones) {
  return [0.01, 0.1].map((share) => {
    /** @type {number[]} */ const moves = [];
    let longest = 0;
    for (let move = 0; move < 40; move += 1) {
      const middle = /** @type {[number, number]} */ ([side * (0.4 + move * 0.005), side / 2]);
      const live = measureLive(meter, zones, inventOutline(side, share, middle));
      if (move < 5) continue;
      moves.push(live.ms);
      longest = Math.max(longest, live.longest);
    }
    return { share, ms: median(moves), most: Math.max(...moves), longest };
  });
}

/** Runs the exposure benchmark and writes its section. @param {number} runs */
export async function benchExposure(runs) {
  const engine = await loadEngine();
  const small = inventBuildings(100_000);
  const large = inventBuildings(1_000_000);
  console.error('loading PostGIS');
  loadBuildings('bench_small', small.rows);
  loadBuildings('bench_large', large.rows);
  const points = racePoints(engine, large, runs);
  const started = startMeter(engine, small);
  const { grid, meter } = startMeter(engine, large);
  // The worker does not keep rows; a heap full of them would slow every collection of garbage.
  for (const city of [small, large]) city.rows.length = 0;
  const races = [...points, ...raceShares(started.meter, 'bench_small', small, runs)];
  races.push(...raceShares(meter, 'bench_large', large, runs));
  const zones = inventZones(large.side);
  races.push(raceLevels(engine, grid, zones, 3));
  const drags = measureDrag(meter, large.side, zones);
  const cell = (/** @type {number} */ ms) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
  const version = runScript("SELECT postgis_lib_version() || ', PostgreSQL ' || current_setting('server_version')");
  writeSection('Live exposure', [
    `Written by \`npm run bench -- --only exposure\`: ${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.version.slice(1)}, PostGIS ${version}, one thread`,
    `each, load average ${(os.loadavg()[1] ?? 0).toFixed(1)}. Ours and PostGIS by turns; PostGIS with GiST indexes, everything in memory, timed inside the server. Zones are`,
    'concave with 200 corners. Every turn compares the answers: counts equal (levels: but for slivers under a square millimetre), sums to a',
    'millionth. The machine has other work as well, so a turn counts with the fastest of five calls of ours and of three in one session of',
    'PostGIS (fewer once they took two seconds); the table has the medians of the turns. Index builds are left out. For',
    'footprint shares ours also answers levels, union and the parts by use and structure.',
    '',
    '| task | runs | ours (ms) | PostGIS (ms) | ratio |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...races.map(
      ({ task, runs: times, ms, peer }) =>
        `| ${task} | ${times} | ${cell(ms)} | ${cell(peer)} | ${(peer / ms).toFixed(peer / ms < 20 ? 1 : 0)} |`,
    ),
    '',
    `Dragging a zone over ${zones.length} others on ${large.count} buildings, levels and union included; a step is the longest work between two looks at the`,
    'message queue:',
    '',
    '| zone | move, median (ms) | move, most (ms) | longest step (ms of processor time) |',
    '| --- | ---: | ---: | ---: |',
    ...drags.map(
      ({ share, ms, most, longest }) => `| ${share * 100} % | ${cell(ms)} | ${cell(most)} | ${cell(longest)} |`,
    ),
  ]);
}
