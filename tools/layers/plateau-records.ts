import type { Outcome } from '../../src/core/city/issue.ts';
import { createProjection } from '../../src/core/crs/projection.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { type GmlFeature, readCityGmlFeatures } from '../formats/citygml-features.ts';
import { type CodeLists, openCodeLists } from '../formats/code-list.ts';
import { readBytes } from '../formats/read-bytes.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';

/** Facts of a PLATEAU record: the class of its feature, and the hazard that the class stands for. */
export const PLATEAU_CLASS = 'plateau:class';
export const PLATEAU_HAZARD = 'plateau:hazard';
/** Suffix of the property that carries the meaning of a coded value. */
const MEANING_SUFFIX = ' (meaning)';

/** Attribute group or feature class → hazard of the product (PLATEAU specification, packages fld, ifld, tnm, htd, lsld). */
const HAZARD_OF_ELEMENT: readonly [string, string][] = [
  ['WaterBodyRiverFloodingRiskAttribute', 'flood'],
  ['WaterBodyInlandFloodingRiskAttribute', 'waterlogging'],
  ['WaterBodyTsunamiRiskAttribute', 'tsunami'],
  ['WaterBodyHighTideRiskAttribute', 'stormSurge'],
  ['SedimentDisasterProneArea', 'landslide'],
];
const HAZARD_OF_PACKAGE: Record<string, string> = {
  fld: 'flood',
  ifld: 'waterlogging',
  tnm: 'tsunami',
  htd: 'stormSurge',
  lsld: 'landslide',
};

function hazardOf(feature: GmlFeature, path: string): string | null {
  const byClass = HAZARD_OF_ELEMENT.find(([element]) => feature.elements.has(element));
  if (byClass) return byClass[1];
  const fileClass = /_(fld|ifld|tnm|htd|lsld)_[^/\\]*$/.exec(path)?.[1];
  return fileClass ? (HAZARD_OF_PACKAGE[fileClass] ?? null) : null;
}

function toRings(polygon: readonly number[][], dimension: number, northFirst: boolean): number[][][] {
  return polygon.map((numbers) => {
    const ring: number[][] = [];
    for (let at = 0; at + dimension <= numbers.length; at += dimension) {
      const [first = Number.NaN, second = Number.NaN] = numbers.slice(at, at + 2);
      ring.push(northFirst ? [second, first] : [first, second]);
    }
    return ring;
  });
}

async function toProperties(feature: GmlFeature, codes: CodeLists): Promise<Record<string, unknown>> {
  const properties: Record<string, unknown> = {};
  for (const [name, { text, codeSpace }] of feature.values) {
    properties[name] = text;
    const meaning = codeSpace ? await codes.meaningOf(codeSpace, text) : null;
    if (meaning !== null) properties[`${name}${MEANING_SUFFIX}`] = meaning;
  }
  return properties;
}

/**
 * Reads one PLATEAU CityGML file of hazard areas into polygon records, x = east, y = north: coordinates are in the order
 * of their CRS (latitude first for EPSG:6697) and are turned here. Coded values keep their code and get their meaning
 * beside it when the code list lies next to the data; absent lists are told as `plateau.codeListAbsent`.
 * Errors: `file.unreadable`, `gml.damaged` when not one member could be read. Reports `gml.cut` for a broken end.
 */
export async function readPlateauRecords(file: LayerFile): Promise<Outcome<LayerRecords>> {
  const bytes = await readBytes(file.path, file.place);
  if (!bytes.ok) return bytes;
  const gml = readCityGmlFeatures(bytes.value);
  const { report } = file.context;
  if (gml.features.length === 0) {
    return {
      ok: false,
      issue: { code: 'gml.damaged', severity: 'error', place: file.place, values: { reason: gml.broken ?? '0' } },
    };
  }
  if (gml.broken !== null) {
    const place = { ...file.place, row: gml.features.length + 1 };
    report({ code: 'gml.cut', severity: 'warning', place, values: { reason: gml.broken } });
  }
  const crs = gml.srsName ? createProjection(gml.srsName) : null;
  // Only the URN and URL forms promise the authority's axis order; `EPSG:n` alone means x, y by long custom.
  const northFirst = crs?.ok === true && crs.value.northFirst && /^(urn:|https?:)/.test(gml.srsName ?? '');
  const codes = openCodeLists(file.path);
  const records: SourceRecord[] = [];
  for (const feature of gml.features) {
    const coordinates = feature.polygons.map((polygon) => toRings(polygon, gml.dimension, northFirst));
    const geometry = { type: 'MultiPolygon', coordinates };
    const properties = await toProperties(feature, codes);
    const hazard = hazardOf(feature, file.path);
    const facts = { [PLATEAU_CLASS]: feature.type, ...(hazard ? { [PLATEAU_HAZARD]: hazard } : {}) };
    records.push({ row: feature.row, id: feature.id, properties, facts, geometry });
  }
  for (const list of codes.absent)
    report({ code: 'plateau.codeListAbsent', severity: 'note', place: file.place, values: { list } });
  return { ok: true, value: { records, crs: gml.srsName } };
}
