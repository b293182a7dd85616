import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeDataset } from '../../../../src/core/city/recipe.ts';
import { zoneSchema } from '../../../../src/core/zones/zone.ts';
import { readElements } from '../../../../tools/elements/read-elements.ts';
import { readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { collectingContext } from '../elements/collecting-context.ts';
import { recipeOver, squareFeature } from '../elements/read-from-folder.ts';
import { writeDbf, writeShp } from './write-shapefile.ts';

type Files = Record<string, string | Uint8Array>;

async function read(files: Files, dataset: Partial<RecipeDataset> = {}, recipe: Partial<Recipe> = {}) {
  const over = await recipeOver(files, { id: 'zones', kind: 'zones', ...dataset }, recipe);
  const context = collectingContext();
  const answer = await readVectorLayer('zones', over.dataset, over.loaded, context);
  return { answer, context, zones: answer.ok ? answer.value.features : [], refusal: answer.ok ? null : answer.issue };
}

const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('zones from GeoJSON', () => {
  it('keeps every property of the contract and the source untouched', async () => {
    const properties = {
      id: 'z1',
      name: '河谷',
      hazard: 'flood',
      level: 'red',
      intensity: { value: 1.5, unit: 'm' },
      returnPeriodYears: 100,
      strategy: '搬迁',
      requirements: ['禁止新建', '  '],
      responsible: '应急局',
      validFrom: '2026-01-01',
      validTo: '2030-01-01',
      status: 'approved',
      reviewer: '王',
      note: '<i>n</i>',
      extra: 7,
    };
    const { zones, context } = await read({ 'z.geojson': collection(squareFeature(4.3, 51.9, properties)) });
    expect(zoneSchema.safeParse(zones[0]).success).toBe(true);
    const { extra, ...told } = properties;
    expect(zones[0]?.properties).toEqual({ ...told, requirements: ['禁止新建'], dataset: 'zones', source: properties });
    expect(zones[0]?.geometry.coordinates[0]?.[0]?.[0]).toEqual([4.3, 51.9]);
    expect(context.counts()).toEqual({});
    expect(extra).toBe(7);
  });

  it('reads Chinese words and keeps what it does not know visible', async () => {
    const words = [
      { hazard: '滑坡', level: '橙色' },
      { hazard: '内涝', level: '低风险' },
      { hazard: '???', level: '3' },
    ];
    const features = words.map((one, index) => squareFeature(4.3 + index / 100, 51.9, { id: index, ...one }));
    const { zones, context } = await read({ 'z.geojson': collection(...features) });
    expect(zones.map(({ properties }) => [properties.hazard, properties.level])).toEqual([
      ['landslide', 'orange'],
      ['waterlogging', 'blue'],
      ['other', undefined],
    ]);
    expect(context.counts()).toEqual({ 'zone.hazardUnknown': 1, 'zone.levelUnknown': 1 });
  });

  it('maps by the recipe, with constants', async () => {
    const attributes = {
      hazard: { value: 'flood' },
      level: { field: 'grade', map: { '1': 'red', '2': 'yellow' } },
      intensity: 'depth',
      intensityUnit: { value: 'm' },
      returnPeriod: 'rp',
    };
    const feature = squareFeature(4.3, 51.9, { grade: 2, depth: '0.8', rp: '50' });
    const { zones } = await read({ 'z.geojson': collection(feature) }, { attributes });
    expect(zones[0]?.properties).toMatchObject({
      hazard: 'flood',
      level: 'yellow',
      intensity: { value: 0.8, unit: 'm' },
      returnPeriodYears: 50,
    });
  });

  it('unites overlapping polygons of one zone, so that nothing counts twice', async () => {
    const [a, b] = [squareFeature(4.3, 51.9, {}), squareFeature(4.3001, 51.9, {})];
    const coordinates = [a.geometry.coordinates, b.geometry.coordinates];
    const zone = { type: 'Feature', properties: { hazard: 'fire' }, geometry: { type: 'MultiPolygon', coordinates } };
    const { zones } = await read({ 'z.geojson': collection(zone) });
    expect(zones[0]?.geometry.coordinates).toHaveLength(1);
    const lons = zones[0]!.geometry.coordinates[0]![0]!.map(([lon]) => lon);
    expect(Math.max(...lons) - Math.min(...lons)).toBeCloseTo(0.0003, 9);
  });
});

describe('zones from Shapefile', () => {
  const ring = (x: number): [number, number][] => [
    [x, 51.9],
    [x, 51.901],
    [x + 0.001, 51.901],
    [x + 0.001, 51.9],
    [x, 51.9],
  ];
  const shp = writeShp([ring(4.3), ring(4.31)]);
  const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
  /** 洪水 and 红 in GBK; the column 名称 holds 东一区. */
  const gbk = (driver = 0) =>
    writeDbf(
      [
        { name: ascii('hazard'), width: 10, values: [hex('bae9cbae'), hex('bae9cbae')] },
        { name: ascii('level'), width: 10, values: [hex('baec'), ascii('blue')] },
        { name: hex('c3fbb3c6'), width: 20, values: [hex('b6abd2bbc7f8'), ascii('b')] },
      ],
      driver,
    );
  const utf8 = writeDbf([
    { name: ascii('hazard'), width: 10, values: [new TextEncoder().encode('洪水'), ascii('fire')] },
  ]);
  const prj = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]';

  it.each(['936', 'CP936', 'GBK', 'GB2312', 'gb18030'])('reads GBK text named %s', async (cpg) => {
    const files = { 'z.shp': shp, 'z.dbf': gbk(), 'z.cpg': cpg, 'z.prj': prj };
    const { zones, context } = await read(files, { source: 'z.shp' });
    expect(zones.map(({ properties }) => [properties.name, properties.hazard, properties.level])).toEqual([
      ['东一区', 'flood', 'red'],
      ['b', 'flood', 'blue'],
    ]);
    expect(context.counts()).toEqual({});
  });

  it('finds GBK by the language byte, or by trying and says so', async () => {
    const byDriver = await read({ 'z.shp': shp, 'z.dbf': gbk(0x4d), 'z.prj': prj }, { source: 'z.shp' });
    expect(byDriver.zones[0]?.properties.name).toBe('东一区');
    expect(byDriver.context.counts()).toEqual({});
    const byTrying = await read({ 'z.shp': shp, 'z.dbf': gbk(), 'z.prj': prj }, { source: 'z.shp' });
    expect(byTrying.zones[0]?.properties.name).toBe('东一区');
    expect(byTrying.context.counts()).toEqual({ 'text.encodingGuessed': 1 });
  });

  it('serves footprints of buildings too', async () => {
    const table = writeDbf([{ name: ascii('height'), width: 6, values: [ascii('12.5'), ascii('n/a')] }]);
    const files = { 'b.shp': shp, 'b.dbf': table, 'b.prj': prj };
    const over = await recipeOver(files, { source: 'b.shp' });
    const context = collectingContext();
    const answer = await readElements(over.dataset, over.loaded, context);
    expect(answer.ok && answer.value.elements.map((one) => one.attributes.heightMeters)).toEqual([12.5, null]);
    expect(context.issues).toMatchObject([{ code: 'attribute.notNumber', place: { file: 'b.shp', row: 2 } }]);
  });

  it('reads UTF-8 text', async () => {
    const { zones } = await read({ 'z.shp': shp, 'z.dbf': utf8, 'z.cpg': 'UTF-8', 'z.prj': prj }, { source: 'z.shp' });
    expect(zones.map((zone) => zone.properties.hazard)).toEqual(['flood', 'fire']);
  });

  it('keeps the records before a cut and says where', async () => {
    const { zones, context } = await read(
      { 'z.shp': shp.slice(0, -50), 'z.dbf': gbk(0x4d), 'z.prj': prj },
      { source: 'z.shp' },
    );
    expect(zones).toHaveLength(1);
    expect(context.issues).toMatchObject([{ code: 'shapefile.cut', place: { file: 'z.shp', row: 1 } }]);
  });

  it('refuses a file without CRS, and one that is no shapefile', async () => {
    const missing = await read({ 'z.shp': shp, 'z.dbf': gbk(0x4d) }, { source: 'z.shp' });
    expect(missing.refusal).toMatchObject({ code: 'crs.missing', place: { file: 'z.shp' } });
    expect((await read({ 'z.shp': 'hello' })).refusal?.code).toBe('shapefile.damaged');
  });

  it('reads the ESRI name of a CGCS2000 zone', async () => {
    const square: [number, number][] = [
      [500_000, 4_400_000],
      [500_000, 4_400_100],
      [500_100, 4_400_100],
      [500_100, 4_400_000],
      [500_000, 4_400_000],
    ];
    const named = 'PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"]]';
    const table = writeDbf([{ name: ascii('hazard'), width: 10, values: [ascii('fire')] }]);
    const files = { 'z.shp': writeShp([square]), 'z.dbf': table, 'z.prj': named };
    const { zones, answer } = await read(files, { source: 'z.shp' }, { projectCrs: 'EPSG:4548' });
    expect(answer.ok && answer.value.crs).toBe('EPSG:4548');
    expect(zones[0]?.geometry.coordinates[0]?.[0]?.[0]?.[0]).toBeCloseTo(117, 9);
  });
});

describe('zones from PLATEAU CityGML', () => {
  const member = (kind: string, body: string, x = 0) => `<core:cityObjectMember><${kind} gml:id="${kind}${x}">${body}
    <m:lod1MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>
    35.1 138.${8 + x} 0 35.1 138.${8 + x}1 0 35.11 138.${8 + x}1 0 35.11 138.${8 + x} 0 35.1 138.${8 + x} 0
    </gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></m:lod1MultiSurface></${kind}></core:cityObjectMember>`;
  const gml = (...members: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
    <core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:gml="http://www.opengis.net/gml" xmlns:urf="u" xmlns:uro="r" xmlns:wtr="w" xmlns:m="m">
    <gml:boundedBy><gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/6697" srsDimension="3"/></gml:boundedBy>
    ${members.join('\n')}</core:CityModel>`;
  const slide = '<urf:areaType codeSpace="lists/area.xml">2</urf:areaType><urf:zoneName>木の宮</urf:zoneName>';
  const flood =
    '<uro:floodingRiskAttribute><uro:WaterBodyRiverFloodingRiskAttribute><uro:rankOrg>3</uro:rankOrg></uro:WaterBodyRiverFloodingRiskAttribute></uro:floodingRiskAttribute>';
  const list =
    '<gml:Dictionary xmlns:gml="http://www.opengis.net/gml"><gml:dictionaryEntry><gml:Definition><gml:description>特別警戒区域</gml:description><gml:name>2</gml:name></gml:Definition></gml:dictionaryEntry></gml:Dictionary>';
  const japan = { projectCrs: 'EPSG:6676' };

  it('reads hazard, level and name by class, latitude first', async () => {
    const text = gml(member('urf:SedimentDisasterProneArea', slide), member('wtr:WaterBody', flood, 1));
    const files = { 'a_lsld_1.gml': text, 'lists/area.xml': list };
    const { zones, context } = await read(files, { source: 'a_lsld_1.gml' }, japan);
    expect(zones.map(({ properties }) => [properties.hazard, properties.level, properties.name])).toEqual([
      ['landslide', 'red', '木の宮'],
      ['flood', 'orange', null],
    ]);
    expect(zones[0]?.properties.source).toEqual({
      areaType: '2',
      'areaType (meaning)': '特別警戒区域',
      zoneName: '木の宮',
    });
    expect(zones[0]?.geometry.coordinates[0]?.[0]?.[0]).toEqual([138.8, 35.1]);
    expect(context.counts()).toEqual({ 'zone.levelByRule': 2 });
  });

  it('lets the recipe rate otherwise, and names absent code lists', async () => {
    const attributes = { level: { field: 'areaType', map: { '2': 'orange' } } };
    const files = { 'a_lsld_1.gml': gml(member('urf:SedimentDisasterProneArea', slide)) };
    const { zones, context } = await read(files, { attributes }, japan);
    expect(zones[0]?.properties.level).toBe('orange');
    expect(context.issues).toMatchObject([{ code: 'plateau.codeListAbsent', values: { list: 'area.xml' } }]);
  });

  it('keeps the members before a cut', async () => {
    const text = gml(member('wtr:WaterBody', flood), member('wtr:WaterBody', flood, 1));
    const { zones, context } = await read({ 'a_fld_1.gml': text.slice(0, -150) }, {}, japan);
    expect(zones).toHaveLength(1);
    expect(context.issues.find((one) => one.code === 'gml.cut')?.place).toMatchObject({ file: 'a_fld_1.gml', row: 2 });
    expect((await read({ 'a_fld_1.gml': '<a><b></a>' }, {}, japan)).refusal?.code).toBe('gml.damaged');
  });

  it('does not expand entities of a document type', async () => {
    const bomb = gml(member('wtr:WaterBody', flood.replace('3', '&lol;'))).replace(
      '<core:CityModel',
      '<!DOCTYPE x [<!ENTITY lol "3">]><core:CityModel',
    );
    const { answer } = await read({ 'a_fld_1.gml': bomb }, {}, japan);
    expect(answer.ok ? 'read' : answer.issue.code).toBe('gml.damaged');
  });
});

describe('communities', () => {
  it('reads population and leaves bad numbers unknown', async () => {
    const features = [
      squareFeature(4.3, 51.9, { id: 'a', 名称: '东社区', 人口: '1200' }),
      squareFeature(4.31, 51.9, { id: 'b', 人口: 'many' }),
    ];
    const over = await recipeOver({ 'c.geojson': collection(...features) }, { id: 'communities', kind: 'communities' });
    const context = collectingContext();
    const answer = await readVectorLayer('communities', over.dataset, over.loaded, context);
    const told = answer.ok
      ? answer.value.features.map(({ properties }) => [properties.name, properties.population])
      : [];
    expect(told).toEqual([
      ['东社区', 1200],
      [null, null],
    ]);
    expect(context.issues).toMatchObject([{ code: 'attribute.notNumber', place: { row: 2 } }]);
  });
});
