import path from 'node:path';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import type { Projection } from '../../src/core/crs/projection.ts';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../src/core/geometry/plan-area.ts';
import { measureSignedArea } from '../../src/core/geometry/signed-area.ts';
import { readTable, type StoredRow } from '../tables/read-table.ts';
import type { FaultList } from './fault-list.ts';

/** Areas are stored as measured before the footprint went to degrees and back. */
const AREA_TOLERANCE = 1e-5;
const AREA_TOLERANCE_SQUARE_METERS = 1e-3;
const BOX_TOLERANCE_DEGREES = 1e-9;

function isClosed(ring: MultiPolygon2[number][number]): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

function verifyRings(geometry: MultiPolygon2, where: string, faults: FaultList): void {
  for (const polygon of geometry) {
    polygon.forEach((ring, index) => {
      if (!isClosed(ring)) faults.add('table.ringOpen', where);
      if (measureSignedArea(ring) > 0 !== (index === 0)) faults.add('table.ringDirection', where);
    });
  }
}

function verifyBox(row: StoredRow, geometry: MultiPolygon2, where: string, faults: FaultList): void {
  const positions = geometry.flatMap((polygon) => polygon[0] ?? []);
  const sides: readonly [number, number][] = [
    [row.xmin, positions.reduce((least, [x]) => Math.min(least, x), Infinity)],
    [row.ymin, positions.reduce((least, [, y]) => Math.min(least, y), Infinity)],
    [row.xmax, positions.reduce((most, [x]) => Math.max(most, x), -Infinity)],
    [row.ymax, positions.reduce((most, [, y]) => Math.max(most, y), -Infinity)],
  ];
  if (sides.some(([stored, measured]) => !(Math.abs(stored - measured) <= BOX_TOLERANCE_DEGREES))) {
    faults.add('table.box', where);
  }
  const inside = row.lon >= row.xmin && row.lon <= row.xmax && row.lat >= row.ymin && row.lat <= row.ymax;
  if (!inside) faults.add('table.centroid', where);
}

function verifyArea(
  row: StoredRow,
  geometry: MultiPolygon2,
  projection: Projection,
  where: string,
  faults: FaultList,
): void {
  const projected = geometry.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => projection.fromLonLat(lon, lat))),
  );
  const measured = measurePlanArea(projected);
  const stored = row.footprintAreaSquareMeters;
  const tolerance = Math.max(AREA_TOLERANCE_SQUARE_METERS, measured * AREA_TOLERANCE);
  if (stored === null || !(Math.abs(stored - measured) <= tolerance)) {
    faults.add('table.footprintArea', `${where}: ${stored} m² stored, ${measured.toFixed(3)} m² measured`);
  }
}

const NEVER_NEGATIVE = [
  'heightMeters',
  'storeysAbove',
  'storeysBelow',
  'floorAreaSquareMeters',
  'peopleDay',
  'peopleNight',
] as const;

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function verifyValues(row: StoredRow, manifest: CityManifest, where: string, faults: FaultList): void {
  if (!manifest.datasets.some((dataset) => dataset.id === row.dataset)) faults.add('table.dataset', where);
  for (const name of NEVER_NEGATIVE) {
    const value = row[name];
    if (value !== null && !(value >= 0 && Number.isFinite(value)))
      faults.add('table.value', `${where}: ${name} ${value}`);
  }
  const derived = parseObject(row.derived);
  if (!derived || !parseObject(row.source)) faults.add('table.json', where);
  for (const rule of Object.values(derived ?? {})) {
    if (!manifest.rules.some((each) => each.id === rule)) faults.add('table.rule', `${where}: ${String(rule)}`);
  }
}

/**
 * Checks a city table: as many rows as the manifest says, rows numbered from 0, ids once per dataset, sound and
 * correctly directed footprints, boxes, centroids and areas that agree with them, readable source and derivations.
 * @returns The rows, or `null` when the table cannot be read.
 * Faults: `table.unreadable`, `table.rowCount`, `table.rowNumber`, `table.duplicateId`, `table.geometry`,
 * `table.ringOpen`, `table.ringDirection`, `table.box`, `table.centroid`, `table.footprintArea`, `table.dataset`,
 * `table.value`, `table.json`, `table.rule`.
 */
export async function verifyTable(
  folder: string,
  entry: CityManifest['tables'][string],
  manifest: CityManifest,
  projection: Projection,
  faults: FaultList,
): Promise<StoredRow[] | null> {
  const read = await readTable(path.join(folder, entry.file)).catch(() => null);
  if (!read?.ok) {
    faults.add('table.unreadable', entry.file);
    return null;
  }
  const rows = read.value;
  if (rows.length !== entry.rows)
    faults.add('table.rowCount', `${entry.file}: ${rows.length} rows, ${entry.rows} listed`);
  const ids = new Set<string>();
  rows.forEach((row, index) => {
    faults.count('rows');
    const where = `${entry.file} row ${index} (${row.id})`;
    if (row.row !== index) faults.add('table.rowNumber', where);
    const key = `${row.dataset}\n${row.id}`;
    if (ids.has(key)) faults.add('table.duplicateId', where);
    ids.add(key);
    verifyValues(row, manifest, where, faults);
    if (!row.geometry) {
      faults.add('table.geometry', where);
      return;
    }
    verifyRings(row.geometry, where, faults);
    verifyBox(row, row.geometry, where, faults);
    verifyArea(row, row.geometry, projection, where, faults);
  });
  return rows;
}
