import type { Extent } from '../../src/core/city/city-manifest.ts';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import { isOpenSea } from './is-open-sea.ts';
import type { FrameQuestion, SourceFrame } from './source-frame.ts';
import { suggestCrs } from './suggest-crs.ts';

/** Degrees beyond the area of use that are still accepted: cities lie across zone borders. */
const MARGIN_DEGREES = 1.5;

function lies(lon: number, lat: number, [west, south, east, north]: Extent): boolean {
  return (
    lon >= west - MARGIN_DEGREES &&
    lon <= east + MARGIN_DEGREES &&
    lat >= Math.max(-90, south - MARGIN_DEGREES) &&
    lat <= Math.min(90, north + MARGIN_DEGREES)
  );
}

/** True when a position lies where both the source CRS and the project CRS may be used. */
function isInsideAreaOfUse(frame: SourceFrame, x: number, y: number): boolean {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const [lon, lat] = frame.source.toLonLat(x, y);
  return lies(lon, lat, frame.source.areaOfUse) && lies(lon, lat, frame.project.areaOfUse);
}

/** A city is not wider than this: records further from the median position are strays. */
const FAR_DEGREES = 3;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Tells whether the position of a record (source x, y) belongs to its file: inside the area of use, near the others. */
export type PlacementTest = (x: number, y: number) => boolean;

function createPlacementTest(frame: SourceFrame, positions: readonly (readonly [number, number])[]): PlacementTest {
  const places = positions.map(([x, y]) => frame.source.toLonLat(x, y));
  const [midLon, midLat] = [median(places.map(([lon]) => lon)), median(places.map(([, lat]) => lat))];
  return (x, y) => {
    if (!isInsideAreaOfUse(frame, x, y)) return false;
    const [lon, lat] = frame.source.toLonLat(x, y);
    return Math.abs(lon - midLon) <= FAR_DEGREES && Math.abs(lat - midLat) <= FAR_DEGREES;
  };
}

function isNullIsland(frame: SourceFrame, x: number, y: number): boolean {
  const [lon, lat] = frame.source.toLonLat(x, y);
  return Math.abs(lon) < 0.5 && Math.abs(lat) < 0.5;
}

/** The middle of the data, when that lies far from any land and not at 0, 0, which has a warning of its own. */
function findOpenSea(
  frame: SourceFrame,
  positions: readonly (readonly [number, number])[],
): { lon: number; lat: number } | null {
  const places = positions.map(([x, y]) => frame.source.toLonLat(x, y));
  const [lon, lat] = [median(places.map(([one]) => one)), median(places.map(([, one]) => one))];
  const atZero = Math.abs(lon) < 0.5 && Math.abs(lat) < 0.5;
  return !atZero && isOpenSea(lon, lat) ? { lon, lat } : null;
}

/**
 * Judges where the positions of one file lie before any is used: most of them must lie in the area of use of source and
 * project CRS. `force` of the dataset turns `crs.outsideArea` into a warning and keeps every record.
 * @param positions One position per record, source x (east) and y (north).
 * @returns The test that single records must pass to be kept.
 * Errors: `crs.missing` with candidates (values are no degrees but nobody stated a CRS), `crs.swapped` (they fit with x
 * and y exchanged), `crs.outsideArea`. Reports `crs.nullIsland` for data at 0, 0, `crs.openSea` for data far from land.
 */
export function checkPlacement(
  frame: SourceFrame,
  positions: readonly (readonly [number, number])[],
  question: FrameQuestion,
): Outcome<PlacementTest> {
  const { dataset, loaded, declared, context, place } = question;
  const usable = positions.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const crs = frame.source.code;
  const stray = usable.find(([x, y]) => isNullIsland(frame, x, y));
  if (stray) {
    const values = { x: stray[0], y: stray[1], crs };
    context.report({ code: 'crs.nullIsland', severity: 'warning', place, values });
  }
  const sea = findOpenSea(frame, usable);
  if (sea) context.report({ code: 'crs.openSea', severity: 'warning', place, values: sea });
  const outside = usable.filter(([x, y]) => !isInsideAreaOfUse(frame, x, y));
  const example = outside[0];
  if (!example || outside.length * 2 <= usable.length) {
    return { ok: true, value: dataset.force ? () => true : createPlacementTest(frame, usable) };
  }
  const [x, y] = example;
  const refuse = (code: string, values: NonNullable<Issue['values']>): Outcome<never> => ({
    ok: false,
    issue: { code, severity: 'error', place, values },
  });
  const stated = declared ?? dataset.crs ?? loaded.recipe.crs;
  if (frame.source.geographic && (Math.abs(x) > 180 || Math.abs(y) > 180) && !stated) {
    return refuse('crs.missing', { x, y, candidates: suggestCrs(x, y, frame.project.code) });
  }
  const swapped = outside.filter((position) => isInsideAreaOfUse(frame, position[1], position[0]));
  if (swapped.length * 2 > outside.length) return refuse('crs.swapped', { x, y, crs });
  const values = { x, y, crs, project: frame.project.code, count: outside.length };
  if (!dataset.force) return refuse('crs.outsideArea', values);
  context.report({ code: 'crs.outsideArea', severity: 'warning', place, values });
  return { ok: true, value: () => true };
}
