import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import { parseJsonDocument } from '../../src/core/formats/json-document.ts';

/** One boundary surface: rings of vertices in source coordinates (x, y, z), open, exterior first. */
export interface CityJsonSurface {
  /** Semantic type as written (`RoofSurface` …), `null` when the geometry has none. */
  semantic: string | null;
  rings: (readonly [number, number, number])[][];
}

/** One geometry of a city object, flattened to its surfaces (all shells). */
export interface CityJsonGeometry {
  type: string;
  /** Level of detail as a number (`2.2`). */
  lod: number;
  surfaces: CityJsonSurface[];
}

/** One city object as it stands in the file. */
export interface CityJsonObject {
  id: string;
  /** Position in the file, from 1. */
  row: number;
  type: string;
  parents: string[];
  attributes: Record<string, unknown>;
  geometries: CityJsonGeometry[];
  /** Geometry types that carry no surfaces here (points, lines, instances). */
  skippedGeometries: string[];
}

/** A CityJSON file: its CRS as declared (`null` = none) and its objects in file order. */
export interface CityJsonFile {
  version: string;
  crs: string | null;
  objects: CityJsonObject[];
}

type Json = Record<string, unknown>;
type Vertex = readonly [number, number, number];

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readVertices(document: Json, transform: Json): Vertex[] {
  const scale = asArray(transform.scale).map(Number);
  const translate = asArray(transform.translate).map(Number);
  return asArray(document.vertices).map((vertex) => {
    const at = (axis: number): number => {
      const value = asArray(vertex)[axis];
      return typeof value === 'number' ? value * (scale[axis] ?? 1) + (translate[axis] ?? 0) : Number.NaN;
    };
    return [at(0), at(1), at(2)];
  });
}

/** Depth of nesting between the boundaries array and a surface, by geometry type (CityJSON 2.0 §3.2). */
const SURFACE_DEPTH: Record<string, number> = {
  MultiSurface: 0,
  CompositeSurface: 0,
  Solid: 1,
  MultiSolid: 2,
  CompositeSolid: 2,
};

function collectSurfaces(
  boundaries: unknown,
  values: unknown,
  depth: number,
  types: readonly (string | null)[],
  vertices: readonly Vertex[],
): CityJsonSurface[] {
  return asArray(boundaries).flatMap((inner, index) => {
    const value = Array.isArray(values) ? (values as readonly unknown[])[index] : values;
    if (depth > 0) return collectSurfaces(inner, value, depth - 1, types, vertices);
    const rings = asArray(inner).map((ring) =>
      asArray(ring).map((vertex): Vertex => vertices[Number(vertex)] ?? [Number.NaN, Number.NaN, Number.NaN]),
    );
    return [{ semantic: typeof value === 'number' ? (types[value] ?? null) : null, rings }];
  });
}

function readGeometry(geometry: Json, vertices: readonly Vertex[]): CityJsonGeometry | null {
  const type = String(geometry.type);
  const depth = SURFACE_DEPTH[type];
  if (depth === undefined) return null;
  const semantics = asObject(geometry.semantics);
  const types = asArray(semantics.surfaces).map((surface) => {
    const name = asObject(surface).type;
    return typeof name === 'string' ? name : null;
  });
  const surfaces = collectSurfaces(geometry.boundaries, semantics.values ?? null, depth, types, vertices);
  return { type, lod: Number.parseFloat(String(geometry.lod)) || 0, surfaces };
}

function readObjects(document: Json, vertices: readonly Vertex[], firstRow: number): CityJsonObject[] {
  return Object.entries(asObject(document.CityObjects)).map(([id, value], index) => {
    const object = asObject(value);
    const raw = asArray(object.geometry).map(asObject);
    const geometries = raw.map((geometry) => readGeometry(geometry, vertices));
    return {
      id,
      row: firstRow + index,
      type: String(object.type),
      parents: asArray(object.parents).map(String),
      attributes: asObject(object.attributes),
      geometries: geometries.filter((geometry) => geometry !== null),
      skippedGeometries: raw.filter((_, at) => geometries[at] === null).map((geometry) => String(geometry.type)),
    };
  });
}

function declaredCrs(document: Json): string | null {
  const metadata = asObject(document.metadata);
  // 1.0: `urn:ogc:def:crs:EPSG::7415`; 1.1 and 2.0: an opengis URL; some writers of 1.0 put `crs.epsg`.
  if (typeof metadata.referenceSystem === 'string' && metadata.referenceSystem !== '') return metadata.referenceSystem;
  const epsg = asObject(metadata.crs).epsg;
  return typeof epsg === 'number' || typeof epsg === 'string' ? `EPSG:${epsg}` : null;
}

function refuseVersion(document: Json, place: IssuePlace): Outcome<never> | null {
  if (document.type !== 'CityJSON') {
    const found = String(document.type ?? 'object').slice(0, 40);
    return { ok: false, issue: { code: 'cityjson.notCityJson', severity: 'error', place, values: { found } } };
  }
  const version = String(document.version);
  if (/^(1\.[01]|2\.0)(\.\d+)?$/.test(version)) return null;
  return { ok: false, issue: { code: 'cityjson.version', severity: 'error', place, values: { version } } };
}

function parseSequence(
  text: string,
  place: IssuePlace,
  report: (issue: { code: string; severity: 'warning'; place: IssuePlace }) => void,
): Outcome<CityJsonFile> {
  let header: Json | null = null;
  const objects: CityJsonObject[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const here = { ...place, row: index + 1 };
    const parsed = parseJsonDocument(line, here);
    if (!header) {
      if (!parsed.ok) return parsed;
      header = asObject(parsed.value);
      const refused = refuseVersion(header, place);
      if (refused) return refused;
    } else if (!parsed.ok) report({ code: 'record.unreadable', severity: 'warning', place: here });
    else {
      const feature = asObject(parsed.value);
      const vertices = readVertices(feature, asObject(header.transform));
      objects.push(...readObjects(feature, vertices, objects.length + 1));
    }
  }
  return { ok: true, value: { version: String(header?.version), crs: declaredCrs(header ?? {}), objects } };
}

/**
 * Reads CityJSON 1.0, 1.1, 2.0 (one document) and CityJSONSeq (one feature per line after a header).
 * Vertices are returned in source units after the file's transform; wrong vertex numbers become NaN.
 * Errors: `json.cut`, `json.invalid`, `cityjson.notCityJson`, `cityjson.version`. Reports `record.unreadable` for bad
 * lines of a sequence and keeps the rest. Limits: appearance is ignored; points, lines and instances carry no surface.
 * Source: CityJSON 2.0.1 specification §§2–4.
 */
export function parseCityJson(
  bytes: Uint8Array,
  place: IssuePlace,
  report: (issue: { code: string; severity: 'warning'; place: IssuePlace }) => void,
): Outcome<CityJsonFile> {
  const text = new TextDecoder().decode(bytes);
  const secondLine = text.indexOf('\n') + 1;
  if (secondLine > 0 && /^\s*\{\s*"type"\s*:\s*"CityJSONFeature"/.test(text.slice(secondLine, secondLine + 200))) {
    return parseSequence(text, place, report);
  }
  const parsed = parseJsonDocument(text, place);
  if (!parsed.ok) return parsed;
  const document = asObject(parsed.value);
  const refused = refuseVersion(document, place);
  if (refused) return refused;
  const vertices = readVertices(document, asObject(document.transform));
  const objects = readObjects(document, vertices, 1);
  return { ok: true, value: { version: String(document.version), crs: declaredCrs(document), objects } };
}
