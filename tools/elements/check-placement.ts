import type { Extent } from '../../src/core/city/city-manifest.ts';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
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
export function isInsideAreaOfUse(frame: SourceFrame, x: number, y: number): boolean {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const [lon, lat] = frame.source.toLonLat(x, y);
  return lies(lon, lat, frame.source.areaOfUse) && lies(lon, lat, frame.project.areaOfUse);
}

function isNullIsland(frame: SourceFrame, x: number, y: number): boolean {
  const [lon, lat] = frame.source.toLonLat(x, y);
  return Math.abs(lon) < 0.5 && Math.abs(lat) < 0.5;
}

/**
 * Judges where the positions of one file lie before any is used: most of them must lie in the area of use of source and
 * project CRS. `force` of the dataset turns `crs.outsideArea` into a warning.
 * @param positions One position per record, source x (east) and y (north).
 * Errors: `crs.missing` with candidates (values are no degrees but nobody stated a CRS), `crs.swapped` (they fit with x
 * and y exchanged), `crs.nullIsland` (at 0, 0), `crs.outsideArea`.
 */
export function checkPlacement(
  frame: SourceFrame,
  positions: readonly (readonly [number, number])[],
  question: FrameQuestion,
): Outcome<null> {
  const usable = positions.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const outside = usable.filter(([x, y]) => !isInsideAreaOfUse(frame, x, y));
  const example = outside[0];
  if (!example || outside.length * 2 <= usable.length) return { ok: true, value: null };
  const [x, y] = example;
  const issue = (code: string, values: Issue['values']): Issue => ({
    code,
    severity: 'error',
    place: question.place,
    ...(values ? { values } : {}),
  });
  const crs = frame.source.code;
  const { dataset, loaded, declared } = question;
  const stated = declared ?? dataset.crs ?? loaded.recipe.crs;
  if (frame.source.geographic && (Math.abs(x) > 180 || Math.abs(y) > 180) && !stated) {
    return { ok: false, issue: issue('crs.missing', { x, y, candidates: suggestCrs(x, y, frame.project.code) }) };
  }
  const swapped = outside.filter((position) => isInsideAreaOfUse(frame, position[1], position[0]));
  if (swapped.length * 2 > outside.length) return { ok: false, issue: issue('crs.swapped', { x, y, crs }) };
  if (dataset.force) {
    question.context.report({
      ...issue('crs.outsideArea', { x, y, crs, project: frame.project.code, count: outside.length }),
      severity: 'warning',
    });
    return { ok: true, value: null };
  }
  if (isNullIsland(frame, x, y)) return { ok: false, issue: issue('crs.nullIsland', { x, y, crs }) };
  return {
    ok: false,
    issue: issue('crs.outsideArea', { x, y, crs, project: frame.project.code, count: outside.length }),
  };
}
