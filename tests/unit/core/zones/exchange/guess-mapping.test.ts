import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../../../../src/core/formats/source-record.ts';
import { guessMapping } from '../../../../../src/core/zones/exchange/guess-mapping.ts';
import { mapZoneRecord } from '../../../../../src/core/zones/exchange/map-zone-record.ts';
import { summariseLayer } from '../../../../../src/core/zones/exchange/summarise-layer.ts';

function layerOf(...rows: Record<string, unknown>[]) {
  const records = rows.map(
    (properties, index): SourceRecord => ({ row: index + 1, id: null, properties, geometry: null }),
  );
  return { name: 'a', records, declaredCrs: null, impliedCrs: null };
}

describe('guessing what source fields mean', () => {
  it('knows Chinese names, and the words of hazard and level', () => {
    const layer = layerOf(
      { 隐患点编号: 'H1', 隐患点名称: '北坡', 灾害类型: '滑坡', 风险等级: 'Ⅰ', 重现期: '50年一遇', 空: null },
      { 隐患点编号: 'H2', 隐患点名称: '南坡', 灾害类型: '外星人', 风险等级: '低', 重现期: '很久', 空: '' },
    );
    const mapping = guessMapping(summariseLayer(layer).fields);
    expect(mapping.fields).toEqual({
      id: '隐患点编号',
      name: '隐患点名称',
      hazard: '灾害类型',
      level: '风险等级',
      returnPeriodYears: '重现期',
    });
    const told: string[] = [];
    const [first, second] = layer.records.map((record) =>
      mapZoneRecord(record, mapping, 'x', (code, { value }) => told.push(`${code} ${value}`)),
    );
    expect(first).toMatchObject({ name: '北坡', hazard: 'landslide', level: 'red', returnPeriodYears: 50 });
    expect(first!.source).toBe(layer.records[0]!.properties);
    expect(second).toMatchObject({ hazard: 'other', level: 'blue' });
    expect(second!.returnPeriodYears).toBeUndefined();
    expect(told.sort()).toEqual(['zone.fieldUnread 很久', 'zone.hazardUnknown 外星人']);
  });

  it('finds hazard and level by their values where the names say nothing', () => {
    const layer = layerOf({ F1: '高', F2: 'flood' }, { F1: '中', F2: 'flood' }, { F1: '低', F2: 'gas' });
    expect(guessMapping(summariseLayer(layer).fields).fields).toEqual({ hazard: 'F2', level: 'F1' });
  });

  it('never guesses from which end bare numbers count, and takes no word for more than it is', () => {
    const layer = layerOf({ LEVEL: 1, hazard: 'constructor' }, { LEVEL: 4, hazard: '__proto__' });
    const mapping = guessMapping(summariseLayer(layer).fields);
    expect(mapping).toMatchObject({ fields: { level: 'LEVEL' }, levels: {} });
    const codes: string[] = [];
    const zone = mapZoneRecord(layer.records[0]!, mapping, 'x', (code) => codes.push(code));
    expect(zone).toMatchObject({ hazard: 'other' });
    expect(zone.level).toBeUndefined();
    expect(codes.sort()).toEqual(['zone.hazardUnknown', 'zone.levelUnmapped']);
  });

  it('puts defaults where the source is empty, and reads dates', () => {
    const layer = layerOf({ start: '2025/3/9', who: '' }, { start: '2025-02-30', who: '水务局' });
    const mapping = {
      fields: { validFrom: 'start', responsible: 'who' },
      defaults: { responsible: '应急局', hazard: 'flood' },
      hazards: { flood: 'flood' as const },
      levels: {},
    };
    const [first, second] = layer.records.map((record) => mapZoneRecord(record, mapping, 'x', () => undefined));
    expect(first).toMatchObject({ hazard: 'flood', responsible: '应急局', validFrom: '2025-03-09' });
    expect(second).toMatchObject({ responsible: '水务局' });
    expect(second!.validFrom).toBeUndefined();
  });
});
