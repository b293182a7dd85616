import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import type { Pipe } from '../../src/core/city/pipe.ts';
import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import type { SourceRecord } from '../../src/core/formats/source-record.ts';
import { type FoundAttribute, readAttribute, textOf } from '../elements/read-attribute.ts';
import { findRecordId } from './find-record-id.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';
import { normalisePipeClass, normalisePipeMaterial } from './normalise-pipe.ts';
import { placeLines } from './place-lines.ts';

/** Field names of survey tables after CJJ 61-2017, and English ones. */
const USUAL_FIELDS = {
  name: ['name', '名称', '管线名称', '道路名', '所在道路', 'NAME'],
  pipeClass: [
    'pipeClass',
    '管线类别',
    '管线类型',
    '管线种类',
    '管类',
    '类别',
    '类型',
    'class',
    'type',
    'utility',
    'substance',
  ],
  diameter: ['diameterMillimeters', '管径', '断面尺寸', '管径或断面', 'diameter', 'DN'],
  material: ['material', '材质', '管材'],
  depth: ['depthMeters', '埋深', '平均埋深', 'depth'],
  yearBuilt: ['yearBuilt', '建设年代', '建设日期', '建成年份', '埋设年代', '敷设年份', 'year', 'start_date'],
} as const;

/** Plausible ranges; what lies outside is unknown and reported. Pipes on bridges and racks lie above the ground. */
const RANGES = { diameter: [5, 15_000], depth: [-30, 200], yearBuilt: [1800, 2100] } as const;

type NumberName = keyof typeof RANGES;

/** Reads the attributes of one record, telling what is no number or not plausible. */
function createReader(record: SourceRecord, place: IssuePlace, { dataset, context }: LayerFile) {
  const find = (name: keyof typeof USUAL_FIELDS) =>
    readAttribute(record.properties, dataset.attributes?.[name], USUAL_FIELDS[name]);
  const tell = (code: string, name: NumberName, found: FoundAttribute) => {
    const values = { field: found.field ?? name, value: String(found.value).slice(0, 40) };
    context.report({ code, severity: 'warning', place, values });
    return null;
  };
  const number = (name: NumberName, read: (text: string) => string): number | null => {
    const found = find(name);
    if (!found) return null;
    const reading = normaliseNumber(typeof found.value === 'string' ? read(found.value.trim()) : found.value);
    if (reading.kind === 'absent') return null;
    if (reading.kind === 'invalid') return tell('attribute.notNumber', name, found);
    const [low, high] = RANGES[name];
    return reading.value >= low && reading.value <= high ? reading.value : tell('attribute.implausible', name, found);
  };
  return { find, number };
}

/** Width and height of a section written as `400×300`, millimetres. */
function ductOf(found: FoundAttribute | undefined): [number, number] | null {
  const match = /^(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)(?:\s*mm)?$/i.exec(textOf(found)?.trim() ?? '');
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  return width > 0 && height > 0 ? [width, height] : null;
}

const DIAMETER_MARKS = /^(?:dn|de|d|φ|ø)\s*|\s*mm$/gi;

function buildPipe(record: SourceRecord, place: IssuePlace, coordinates: [number, number][][], file: LayerFile): Pipe {
  const { find, number } = createReader(record, place, file);
  const word = textOf(find('pipeClass'));
  const pipeClass = word === null ? null : normalisePipeClass(word);
  if (!pipeClass) {
    file.context.report({ code: 'pipe.classUnknown', severity: 'note', place, values: { value: word ?? '–' } });
  }
  const duct = ductOf(find('diameter'));
  const material = textOf(find('material'));
  const year = number('yearBuilt', (text) => text.replace(/^(\d{4})\D.*$/, '$1'));
  return {
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates },
    properties: {
      id: findRecordId(record, file),
      name: textOf(find('name')),
      pipeClass,
      diameterMillimeters: duct ? null : number('diameter', (text) => text.replace(DIAMETER_MARKS, '')),
      ductMillimeters: duct,
      material: material === null ? null : normalisePipeMaterial(material),
      depthMeters: number('depth', (text) => text),
      yearBuilt: year === null ? null : Math.trunc(year),
      dataset: file.dataset.id,
      source: record.properties,
    },
  };
}

/**
 * Builds pipelines from the line records of one file, with the classes of CJJ 61; heights of the source are left out.
 * A class that is not known stays unknown and is counted; diameters are millimetres, depths metres.
 * Errors: those of CRS and placement. Reports `pipe.classUnknown`, `attribute.notNumber`, `attribute.implausible` and
 * what `placeLines` reports.
 */
export function buildPipes(read: LayerRecords, file: LayerFile): Outcome<{ features: Pipe[]; crs: string }> {
  const placed = placeLines(read, file);
  if (!placed.ok) return placed;
  const features = placed.value.placed.map(({ record, place, coordinates }) =>
    buildPipe(record, place, coordinates, file),
  );
  return { ok: true, value: { features, crs: placed.value.crs } };
}
