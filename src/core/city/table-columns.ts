import type { ElementRow } from './element-row.ts';

/** One column of a city table; `double` and `int` are numbers, `wkb` is well-known binary, `json` is JSON text. */
export interface TableColumn {
  name: keyof ElementRow | 'geometry';
  type: 'int' | 'double' | 'text' | 'json' | 'wkb';
  nullable: boolean;
}

function column(name: TableColumn['name'], type: TableColumn['type'], nullable: boolean): TableColumn {
  return { name, type, nullable };
}

/**
 * Columns of a city table (`buildings.parquet`, `infrastructure.parquet`) in stored order: one row per element,
 * `ElementRow` plus `geometry`, the footprint in degrees (longitude, latitude; GeoParquet 1.1, WKB).
 */
export const TABLE_COLUMNS: readonly TableColumn[] = [
  column('row', 'int', false),
  column('id', 'text', false),
  column('dataset', 'text', false),
  column('name', 'text', true),
  column('address', 'text', true),
  column('use', 'text', true),
  column('structure', 'text', true),
  column('codeLevel', 'text', true),
  column('yearBuilt', 'int', true),
  column('storeysAbove', 'double', true),
  column('storeysBelow', 'double', true),
  column('heightMeters', 'double', true),
  column('groundFloorHeightMeters', 'double', true),
  column('baseHeightMeters', 'double', true),
  column('footprintAreaSquareMeters', 'double', true),
  column('floorAreaSquareMeters', 'double', true),
  column('peopleDay', 'double', true),
  column('peopleNight', 'double', true),
  column('value', 'double', true),
  column('lon', 'double', false),
  column('lat', 'double', false),
  column('xmin', 'double', false),
  column('ymin', 'double', false),
  column('xmax', 'double', false),
  column('ymax', 'double', false),
  column('derived', 'json', false),
  column('geometry', 'wkb', false),
  column('source', 'json', false),
];
