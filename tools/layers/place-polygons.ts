import type { Outcome } from '../../src/core/city/issue.ts';
import { polygonsOf } from '../../src/core/formats/polygons-of.ts';
import { mendPolygons } from '../elements/mend-footprint.ts';
import { unitePolygons } from '../elements/surface-geometry.ts';
import { decideLayerFrame } from './decide-layer-frame.ts';
import type { LayerFile, LayerRecords, PlacedPolygons } from './layer-record.ts';

/** Decimals of a degree that united zones are rounded to when exact clipping fails: 0.01 mm, 0.1 mm, 1 mm. */
const DEGREE_DECIMALS = [10, 9, 8] as const;

/**
 * Brings polygon records to longitude and latitude: CRS decided and checked, rings mended, the polygons of one record
 * united so that no part is counted twice. A single polygon in degrees keeps its numbers as they are written.
 * Errors: those of CRS and placement. Reports `geojson.notPolygon`, `crs.recordOutside`, `geometry.*` per record.
 */
export function placePolygons(read: LayerRecords, file: LayerFile): Outcome<{ placed: PlacedPolygons[]; crs: string }> {
  const { context } = file;
  const found = read.records.flatMap((record) => {
    const place = { ...file.place, row: record.row, ...(record.id === null ? {} : { id: String(record.id) }) };
    const polygons = polygonsOf(record.geometry);
    const [x, y] = polygons?.[0]?.[0]?.[0] ?? [];
    if (polygons && x !== undefined && y !== undefined) return [{ record, place, polygons, position: [x, y] as const }];
    const code = polygons ? 'geometry.unusable' : 'geojson.notPolygon';
    context.report({ code, severity: 'warning', place, values: { type: record.geometry?.type ?? 'null' } });
    return [];
  });
  const positions = found.map((one) => one.position);
  const placement = decideLayerFrame(read, positions, file);
  if (!placement.ok) return placement;
  const { lies, frame } = placement.value;
  const { source } = frame;
  const placed = found.flatMap(({ record, place, polygons, position }): PlacedPolygons[] => {
    const [x, y] = position;
    if (!lies(x, y)) {
      context.report({ code: 'crs.recordOutside', severity: 'warning', place, values: { x, y } });
      return [];
    }
    const degrees = polygons.map((polygon) =>
      polygon.map((ring) =>
        ring.map(([px = Number.NaN, py = Number.NaN]) =>
          Number.isFinite(px) && Number.isFinite(py) ? source.toLonLat(px, py) : [px, py],
        ),
      ),
    );
    const mended = mendPolygons(degrees, place, context);
    if (mended.length === 0) return [];
    const united =
      mended.length > 1
        ? (unitePolygons(
            mended.map((polygon) => [polygon]),
            DEGREE_DECIMALS,
          ) ?? mended)
        : mended;
    const coordinates = united.map((polygon) =>
      polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])),
    );
    return [{ record, place, coordinates }];
  });
  return { ok: true, value: { placed, crs: source.code } };
}
