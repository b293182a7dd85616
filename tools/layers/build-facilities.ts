import { FACILITY_KINDS, type Facility, type FacilityKind } from '../../src/core/city/facility.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import { readAttribute, textOf } from '../elements/read-attribute.ts';
import { decideLayerFrame } from './decide-layer-frame.ts';
import { findRecordId } from './find-record-id.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';
import { pointOfRecord } from './point-of-record.ts';

const USUAL_FIELDS = {
  name: ['name', '名称', '设施名称', 'NAME'],
  kind: ['kind', '类型', '设施类型', '类别', 'amenity', 'class', 'fclass'],
} as const;

const WORDS: Record<FacilityKind, string> = {
  hospital: '医院 综合医院 急救中心 卫生院 clinic doctors',
  school: '学校 中学 小学 幼儿园 大学 college university kindergarten',
  fireStation: '消防站 消防 消防救援站 fire_station',
  police: '公安 派出所 公安局',
  government: '政府 行政 应急指挥中心 townhall public_building',
  care: '养老院 福利院 养老 nursing_home social_facility',
  power: '变电站 电厂 电力 substation plant generator',
  water: '水厂 泵站 供水 water_works pumping_station waterworks',
  communication: '通信 基站 通信枢纽 telecom telephone_exchange',
  fuel: '加油站 燃气站 燃气 gas_station',
  transport: '交通枢纽 车站 火车站 机场 bus_station station aerodrome',
  other: '其他 其它',
};
const KIND_OF_WORD = new Map(
  FACILITY_KINDS.flatMap((kind) =>
    [kind, ...WORDS[kind].split(' ')].map((word) => [word.toLowerCase(), kind] as const),
  ),
);

/**
 * Builds critical facilities from the records of one file; sites given as polygons stand at their centre of area. A
 * word that is not known makes a facility of kind `other`, which counts like the rest.
 * Errors: those of CRS and placement. Reports `facility.noPosition`, `facility.kindUnknown`, `crs.recordOutside` per row.
 */
export function buildFacilities(read: LayerRecords, file: LayerFile): Outcome<{ features: Facility[]; crs: string }> {
  const { report } = file.context;
  const found = read.records.flatMap((record) => {
    const place = { ...file.place, row: record.row };
    const position = pointOfRecord(record);
    if (position) return [{ record, place, position }];
    report({ code: 'facility.noPosition', severity: 'warning', place });
    return [];
  });
  const positions = found.map((one) => one.position);
  const placement = decideLayerFrame(read, positions, file);
  if (!placement.ok) return placement;
  const { frame, lies } = placement.value;
  const features = found.flatMap(({ record, place, position: [x, y] }): Facility[] => {
    if (!lies(x, y)) {
      report({ code: 'crs.recordOutside', severity: 'warning', place, values: { x, y } });
      return [];
    }
    const find = (name: keyof typeof USUAL_FIELDS) =>
      textOf(readAttribute(record.properties, file.dataset.attributes?.[name], USUAL_FIELDS[name]));
    const word = find('kind');
    const kind = word === null ? undefined : KIND_OF_WORD.get(word.trim().toLowerCase());
    if (!kind) report({ code: 'facility.kindUnknown', severity: 'note', place, values: { value: word ?? '–' } });
    const [lon, lat] = frame.source.toLonLat(x, y);
    const id = findRecordId(record, file);
    const properties = {
      id,
      name: find('name'),
      kind: kind ?? 'other',
      dataset: file.dataset.id,
      source: record.properties,
    };
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties }];
  });
  return { ok: true, value: { features, crs: frame.source.code } };
}
