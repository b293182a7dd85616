import { spawnSync } from 'node:child_process';

/** Runs a script in the database that PGHOST, PGPORT, PGUSER and PGDATABASE name. @param {string} script */
export function runScript(script) {
  const { status, stdout, stderr } = spawnSync('psql', ['-qAtX', '-v', 'ON_ERROR_STOP=1'], {
    input: script,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr || 'psql is not here');
  return stdout.trim();
}

/** A ring as well-known text. @param {[number, number][]} ring open or closed */
export function toWkt(ring) {
  const closed = [...ring, ring[0] ?? [0, 0]];
  return `POLYGON((${closed.map(([x, y]) => `${x} ${y}`).join(',')}))`;
}

/**
 * Puts buildings into a table of the server, unless they are there: footprints and their centroids, both with a GiST index.
 * @param {string} name @param {{ geometry: [number, number][][][], floorAreaSquareMeters: number | null, peopleDay: number, peopleNight: number }[]} rows
 */
export function loadBuildings(name, rows) {
  // Invented buildings are the same every time; a table of another make would fail the comparison of answers.
  const there = runScript(`SELECT to_regclass('${name}')`) && runScript(`SELECT count(area) FROM ${name}`);
  if (Number(there) === rows.length) return;
  runScript(`DROP TABLE IF EXISTS ${name};
    CREATE TABLE ${name} (key int, shape geometry, floor_area float8, people_day float8, people_night float8);`);
  for (let from = 0; from < rows.length; from += 100_000) {
    const lines = rows.slice(from, from + 100_000).map((row, index) => {
      const wkt = toWkt(row.geometry[0]?.[0]?.slice(0, -1) ?? []);
      return [from + index, wkt, row.floorAreaSquareMeters ?? '\\N', row.peopleDay, row.peopleNight].join('\t');
    });
    runScript(`COPY ${name} FROM stdin;\n${lines.join('\n')}\n\\.\n`);
  }
  runScript(`ALTER TABLE ${name} ADD area float8, ADD place geometry;
    UPDATE ${name} SET area = ST_Area(shape), place = ST_Centroid(shape);
    CREATE INDEX ON ${name} USING gist (shape); CREATE INDEX ON ${name} USING gist (place);
    VACUUM ANALYZE ${name};`);
}

/**
 * Times a query inside the server, without connection and transfer: the fastest of some calls in one session,
 * which end when they took two seconds together.
 * @param {string} sql one row, one JSON column @param {number} calls @returns {{ ms: number, answer: any }}
 */
export function timeQuery(sql, calls) {
  const text = runScript(`SET max_parallel_workers_per_gather = 0; SET jit = off;
    CREATE OR REPLACE FUNCTION pg_temp.timed(sql text) RETURNS json LANGUAGE plpgsql AS $$
      DECLARE start timestamptz; answer json; ms float8; best float8 := 'Infinity'; spent float8 := 0;
      BEGIN
        FOR turn IN 1..${calls} LOOP
          start := clock_timestamp(); EXECUTE sql INTO answer;
          ms := extract(epoch FROM clock_timestamp() - start) * 1000; best := least(best, ms);
          spent := spent + ms; EXIT WHEN spent > 2000;
        END LOOP;
        RETURN json_build_object('ms', best, 'answer', answer);
      END $$;
    SELECT pg_temp.timed($query$ ${sql} $query$);`);
  return JSON.parse(text);
}
