import type { Extent } from '../core/city/city-manifest.ts';
import type { ElementRow } from '../core/city/element-row.ts';
import type { Issue } from '../core/city/issue.ts';
import type { GroundLayerKind } from '../core/city/parse-ground.ts';
import type { RowSummary } from '../core/city/row-summary.ts';
import type { RankedCrs } from '../core/crs/rank-crs.ts';
import type { Box2 } from '../core/geometry/region.ts';
import type { ExposureResult } from '../core/risk/exposure.ts';
import type { BuildingFilter, EditedZone, LiveExposure, ZonePick } from '../core/risk/live-exposure.ts';
import type { FoundRow } from '../core/search/found-row.ts';
import type { NamedPlace } from '../core/search/named-places.ts';
import type { BuildingClass } from '../core/style/building-classes.ts';
import type { BuildingStyle } from '../core/style/building-style.ts';
import type { PackedSnapIndex } from '../core/zones/editing/packed-snap-index.ts';
import type { TalliedIssue } from '../core/zones/exchange/import-tally.ts';
import type { ZoneMapping } from '../core/zones/exchange/zone-mapping.ts';
import type { SourceLayerSummary } from '../core/zones/exchange/zone-source.ts';
import type { TopologyFinding } from '../core/zones/topology/topology-finding.ts';
import type { Zone } from '../core/zones/zone.ts';

/** Where a city table lies and in which planar CRS its areas are measured. */
export interface TableRequest {
  /** Absolute or page-relative URL of the Parquet file. */
  tableUrl: string;
  /** EPSG code of the project CRS, e.g. `EPSG:4547`. */
  projectCrs: string;
  /** URL of `facilities.geojson` of the package, when it has one; without it exposure counts no facility. */
  facilitiesUrl?: string;
  /** URL of `pipes.geojson` of the package, when it has one; without it exposure measures no pipe. */
  pipesUrl?: string;
}

/** Zones of a live question: those at rest travel once and are referred to by a key afterwards. */
export interface LiveZones {
  /** Key of the zones at rest; the worker keeps the last one per table. */
  session: string;
  /** Given when the key is new. A key that the worker does not know answers `exposure.unknownSession`. */
  resting?: readonly Zone[];
  edited: EditedZone | null;
}

/** A style by which the colour of a building tells something. */
export type TellingStyle = Exclude<BuildingStyle, { kind: 'plain' }>;

/** Rows in colour: `rgba` is a picture of `colorRows`, whole lines of 1,024 rows; opacity 0 leaves a row as it is. */
export interface ColouredRows {
  rgba: Uint8Array<ArrayBuffer>;
  classes: BuildingClass[];
}

/** Files of zones that were read: what a person must know to decide how they are taken. */
export interface ZoneSource {
  format: 'geojson' | 'shapefile' | 'geopackage' | 'kml';
  /** File as issues name it. */
  file: string;
  /** With the systems that its numbers can be in, nearest to the city first. */
  layers: (SourceLayerSummary & { candidates: RankedCrs[] })[];
  issues: Issue[];
}

/** How one layer of the files opened last becomes zones. */
export interface ZoneImport {
  layer: number;
  /** EPSG code of the numbers in the file. */
  crs: string;
  /** The file writes northing or latitude first. */
  isSwapped: boolean;
  mapping: ZoneMapping;
}

/** What an import would come to. */
export interface ZonePreview {
  zoneCount: number;
  recordCount: number;
  /** Zones of the first records. */
  first: Zone[];
  /** Ids of all zones. */
  ids: string[];
  /** West, south, east, north in degrees; `null` without a zone. */
  extent: Extent | null;
  issues: TalliedIssue[];
}

/** Zones to be written as a file; GeoJSON and KML are in longitude and latitude whatever `crs` says. */
export interface ZoneExport {
  format: ZoneSource['format'];
  crs: string;
  title: string;
  zones: Zone[];
}

/** Layers of a package that have names: of the base map, and `facilities.geojson`; URLs. */
export interface PlaceSources {
  groundUrls: Partial<Record<GroundLayerKind, string>>;
  facilitiesUrl?: string;
}

/**
 * The one table of worker messages: name → [request, response]. Every request may answer with issues in
 * place of a value; progress and abort belong to the client. A table is loaded once per URL and kept.
 */
export interface WorkerMessages {
  /** Reads the city table and answers its row count and the columns it has. */
  openTable: [TableRequest, { rows: number; columns: string[] }];
  /** Full rows by row number, in the order asked. */
  readRows: [TableRequest & { rows: number[] }, ElementRow[]];
  /** Exposure of the buildings of the table, and of the facilities and pipes of the package, under the zones. */
  measureExposure: [TableRequest & { zones: Zone[] }, ExposureResult];
  /** Exposure while a zone is being drawn; ask through `createExposureSession`, which drops late answers. */
  measureLive: [TableRequest & LiveZones & { focus: ZonePick | null }, LiveExposure];
  /** Rows of the exposed buildings behind a number, ascending. */
  rowsInZones: [TableRequest & LiveZones & { pick: ZonePick; where: BuildingFilter | null }, Uint32Array];
  /** Rings of the footprints in a box, metres of the project CRS, of `most` buildings at most: see `findOutlines`. */
  outlinesIn: [TableRequest & { box: Box2; most: number }, Float64Array[]];
  /** Middle lines of the streets of a package (`ways.geojson`), ready for snapping and tracing; no rails. Errors: `crs.*`, `loadJson`. */
  indexStreets: [{ url: string; projectCrs: string }, PackedSnapIndex];
  /** What a list says of rows, in the order asked. Errors: `table.noRow` and those of reading. */
  listRows: [TableRequest & { rows: Uint32Array }, RowSummary[]];
  /** Rows as CSV text in UTF-8 with byte order mark, in the order asked, unrounded; see `formatCsv`. */
  exportRows: [TableRequest & { rows: Uint32Array; columns: ExportColumn[] }, Uint8Array];
  /**
   * Rows whose name, address or id contains what was typed, `most` at most, best first: see `TextColumn`. Errors: those
   * of reading the table.
   */
  findRows: [TableRequest & { words: string; most: number }, FoundRow[]];
  /** Places of the ground by name, `most` at most, best first; `issues` say which layers could not be read. */
  findPlaces: [PlaceSources & { words: string; most: number }, { places: NamedPlace[]; issues: Issue[] }];
  /** A colour for every row of the table by a style, and what the colours mean. `zones` are read by the style `zoneLevel` alone. */
  colourRows: [TableRequest & { style: TellingStyle; zones: Zone[] }, ColouredRows];
  /** How zones lie to themselves and each other; gaps and slivers up to the tolerance count, see `checkTopology`. */
  checkTopology: [
    { projectCrs: string; zones: readonly Zone[]; toleranceMeters: number },
    { findings: TopologyFinding[]; issues: Issue[] },
  ];
  /** Ids of the zones that touch the footprint of a row. */
  zonesOfRow: [TableRequest & { zones: Zone[]; row: number }, string[]];
  /** Reads files of zones; those opened before are forgotten. */
  openZoneFiles: [{ files: File[]; cityExtent: Extent; projectCrs: string }, ZoneSource];
  /** What the import of a layer would come to. */
  previewZones: [ZoneImport, ZonePreview];
  /** Zones of the import previewed last, from a place in their list; `next` is where to go on, `null` at the end. */
  takeZones: [{ from: number }, { zones: Zone[]; next: number | null }];
  /** Writes zones as a file; `cut` counts texts that the format could not hold in full, by column. */
  writeZones: [ZoneExport, { bytes: Uint8Array; cut: { column: string; count: number }[] }];
}

/** One column of a list as CSV: its heading, and words for its codes. */
export interface ExportColumn {
  name: keyof ElementRow;
  /** Heading, its unit included. */
  label: string;
  /** Code of the table → word; codes without a word stay as they are. */
  words?: Record<string, string>;
}

export type WorkerMessageName = keyof WorkerMessages;
export type WorkerRequest<K extends WorkerMessageName> = WorkerMessages[K][0];
export type WorkerResponse<K extends WorkerMessageName> = WorkerMessages[K][1];

/** What travels between page and worker; outlines of a payload are packed on the way (`packOutlines`). */
export type WorkerInbound =
  | { type: 'request'; id: number; name: WorkerMessageName; payload: unknown }
  | { type: 'cancel'; id: number };
export type WorkerOutbound =
  | { type: 'progress'; id: number; step: string; fraction: number | null }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failed'; id: number; issue: Issue };
