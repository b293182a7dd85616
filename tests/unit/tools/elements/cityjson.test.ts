import { describe, expect, it } from 'vitest';
import type { RecipeDataset } from '../../../../src/core/city/recipe.ts';
import { measurePlanArea } from '../../../../src/core/geometry/plan-area.ts';
import { readElements } from '../../../../tools/elements/read-elements.ts';
import { measureRingNormal } from '../../../../tools/elements/surface-geometry.ts';
import { collectingContext } from './collecting-context.ts';
import { recipeOver } from './read-from-folder.ts';

type Json = Record<string, unknown>;

async function read(document: unknown, dataset: Partial<RecipeDataset> = {}, recipe: Json = {}) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const over = await recipeOver({ 'a.city.json': text }, dataset, { projectCrs: 'EPSG:28992', ...recipe });
  const context = collectingContext();
  const answer = await readElements(over.dataset, over.loaded, context);
  const refusal = answer.ok ? null : answer.issue;
  return { answer, context, elements: answer.ok ? answer.value.elements : [], refusal };
}

/** A box of 10 × 10 × 5 in millimetres of the transform; the faces look outwards. */
const VERTICES = [
  [0, 0, 0],
  [10_000, 0, 0],
  [10_000, 10_000, 0],
  [0, 10_000, 0],
  [0, 0, 5000],
  [10_000, 0, 5000],
  [10_000, 10_000, 5000],
  [0, 10_000, 5000],
];
const FACES = [[[0, 3, 2, 1]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]];
const SEMANTICS = { surfaces: [{ type: 'GroundSurface' }, { type: 'RoofSurface' }, { type: 'WallSurface' }] };

function cityJson(objects: Json, extra: Json = {}): Json {
  return {
    type: 'CityJSON',
    version: '2.0',
    metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
    transform: { scale: [0.001, 0.001, 0.001], translate: [90_000, 436_000, 1] },
    vertices: VERTICES,
    CityObjects: objects,
    ...extra,
  };
}

const solid = (lod = '1.2'): Json => ({ type: 'Solid', lod, boundaries: [FACES] });
const building = (geometry: Json, more: Json = {}): Json => ({ type: 'Building', geometry: [geometry], ...more });

describe('CityJSON geometry', () => {
  const labelled = { ...SEMANTICS, values: [0, 1, 2, 2, 2, 2] };

  it.each([
    ['MultiSurface', { type: 'MultiSurface', lod: '2', boundaries: FACES, semantics: labelled }],
    ['CompositeSurface', { type: 'CompositeSurface', lod: 2, boundaries: FACES, semantics: labelled }],
    ['Solid', { type: 'Solid', lod: '2', boundaries: [FACES], semantics: { ...labelled, values: [labelled.values] } }],
    [
      'MultiSolid',
      { type: 'MultiSolid', lod: '2', boundaries: [[FACES]], semantics: { ...labelled, values: [[labelled.values]] } },
    ],
    ['Solid without semantics', solid()],
    ['Solid with null semantics', { ...solid(), semantics: { ...SEMANTICS, values: [null] } }],
  ])('reads a %s', async (_, geometry) => {
    const { elements, context } = await read(cityJson({ b: building(geometry) }));
    const element = elements[0]!;
    expect(measurePlanArea(element.footprint)).toBeCloseTo(100, 6);
    expect(element.attributes.heightMeters).toBeCloseTo(5, 9);
    const surfaces = element.shape.type === 'surfaces' ? element.shape.surfaces : [];
    expect(surfaces.map((surface) => surface.semantic).sort()).toEqual([
      'ground',
      'roof',
      'wall',
      'wall',
      'wall',
      'wall',
    ]);
    const roof = surfaces.find((surface) => surface.semantic === 'roof')!;
    expect(measureRingNormal(roof.rings[0]!)[2]).toBeCloseTo(200, 6);
    expect(context.counts()).toEqual({ 'height.approximated': 1 });
  });

  it('turns roofs up and grounds down', async () => {
    const reversed = FACES.map((face) => [[...face[0]!].reverse()]);
    const geometry = { type: 'MultiSurface', lod: '2', boundaries: reversed, semantics: labelled };
    const { elements } = await read(cityJson({ b: building(geometry) }));
    const surfaces = elements[0]!.shape.type === 'surfaces' ? elements[0]!.shape.surfaces : [];
    expect(measureRingNormal(surfaces.find((one) => one.semantic === 'roof')!.rings[0]!)[2]).toBeGreaterThan(0);
    expect(measureRingNormal(surfaces.find((one) => one.semantic === 'ground')!.rings[0]!)[2]).toBeLessThan(0);
  });

  it('takes the highest level of detail and folds parts into one building', async () => {
    const low = { type: 'MultiSurface', lod: '0', boundaries: [[[0, 1, 2, 3]]] };
    const objects = {
      b: { type: 'Building', geometry: [low], attributes: { oorspronkelijk_bouwjaar: 1965 }, children: ['b-0'] },
      'b-0': {
        type: 'BuildingPart',
        geometry: [solid('1.2'), solid('2.2')],
        attributes: { dak: 'flat' },
        parents: ['b'],
      },
    };
    const { elements } = await read(cityJson(objects));
    expect(elements).toHaveLength(1);
    expect(elements[0]?.attributes).toMatchObject({ id: 'b', yearBuilt: 1965 });
    expect(elements[0]?.source).toEqual({ oorspronkelijk_bouwjaar: 1965, parts: { 'b-0': { dak: 'flat' } } });
    expect(elements[0]?.shape.type === 'surfaces' && elements[0].shape.surfaces).toHaveLength(6);
  });

  it('drops surfaces with bad vertex numbers and counts them', async () => {
    const geometry = { type: 'MultiSurface', lod: '1', boundaries: [...FACES, [[0, 1, 999]], [[0, 1, 1]]] };
    const { elements, context } = await read(cityJson({ b: building(geometry) }));
    expect(elements[0]?.shape.type === 'surfaces' && elements[0].shape.surfaces).toHaveLength(6);
    expect(context.issues.find((one) => one.code === 'geometry.surfaceDropped')).toMatchObject({
      place: { file: 'a.city.json', row: 1, id: 'b' },
      values: { surfaces: 2 },
    });
  });

  it('counts a building without surfaces and keeps the others', async () => {
    const { elements, context } = await read(cityJson({ a: { type: 'Building' }, b: building(solid()) }));
    expect(elements.map((one) => one.attributes.id)).toEqual(['b']);
    expect(context.counts()['geometry.unusable']).toBe(1);
  });
});

describe('CityJSON objects', () => {
  const objects = {
    b: building(solid()),
    r: { type: 'Road', geometry: [solid()] },
    t: { type: 'SolitaryVegetationObject' },
  };

  it('gives buildings to buildings and roads to infrastructure', async () => {
    const buildings = await read(cityJson(objects));
    expect(buildings.elements.map((one) => one.attributes.id)).toEqual(['b']);
    expect(buildings.context.counts()['cityjson.typeSkipped']).toBe(2);
    const infrastructure = await read(cityJson(objects), { id: 'infra', kind: 'infrastructure' });
    expect(infrastructure.elements.map((one) => [one.kind, one.attributes.id, one.attributes.use])).toEqual([
      ['infrastructure', 'r', 'road'],
    ]);
  });

  it('says when nothing fits', async () => {
    expect((await read(cityJson({ t: { type: 'PlantCover' } }))).refusal?.code).toBe('dataset.empty');
  });
});

describe('CityJSON files', () => {
  it.each([
    ['1.0', { metadata: { referenceSystem: 'urn:ogc:def:crs:EPSG::28992' } }, 'EPSG:28992'],
    ['1.1', { metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/28992' } }, 'EPSG:28992'],
    ['2.0', { metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' } }, 'EPSG:7415'],
  ])('reads version %s', async (version, extra, crs) => {
    const { answer } = await read(cityJson({ b: building(solid()) }, { version, ...extra }));
    expect(answer.ok && answer.value.crs).toBe(crs);
  });

  it('lifts NAP heights with EGM96 and says so; unknown heights stay as they are', async () => {
    const lifted = await read(cityJson({ b: building(solid()) }));
    // EGM96 undulation near Rotterdam: 43–44 m.
    expect(lifted.elements[0]?.attributes.baseHeightMeters).toBeGreaterThan(1 + 42.5);
    expect(lifted.elements[0]?.attributes.baseHeightMeters).toBeLessThan(1 + 44.5);
    expect(lifted.answer.ok && lifted.answer.value).toMatchObject({ heightDatum: 'EPSG:5709' });
    expect(lifted.answer.ok && lifted.answer.value.heightConversion).toContain('EGM96');
    const plain = { metadata: { referenceSystem: 'urn:ogc:def:crs:EPSG::28992' } };
    const unknown = await read(cityJson({ b: building(solid()) }, plain));
    expect(unknown.elements[0]?.attributes.baseHeightMeters).toBe(1);
    expect(unknown.answer.ok && unknown.answer.value.heightDatum).toBe('unknown');
    const offset = await read(cityJson({ b: building(solid()) }, plain), { heightDatum: { offsetMeters: 40 } });
    expect(offset.elements[0]?.attributes.baseHeightMeters).toBe(41);
    const stated = await read(cityJson({ b: building(solid()) }, plain), { heightDatum: 'EPSG:8888' });
    expect(stated.context.counts()).toEqual({ 'height.datumUnsupported': 1 });
  });

  it('refuses a file without CRS and names candidates', async () => {
    const { refusal } = await read(cityJson({ b: building(solid()) }, { metadata: {} }));
    expect(refusal).toMatchObject({ code: 'crs.missing', place: { file: 'a.city.json' } });
    expect(refusal?.values?.candidates).toContain('EPSG:28992');
  });

  it('refuses cut files, other versions and other documents by name', async () => {
    const text = JSON.stringify(cityJson({ b: building(solid()) }));
    expect((await read(text.slice(0, -40))).refusal).toMatchObject({
      code: 'json.cut',
      place: { file: 'a.city.json' },
    });
    expect((await read(cityJson({}, { version: '3.0' }))).refusal?.code).toBe('cityjson.version');
    expect((await read(cityJson({}, { type: 'CityJSONX' }))).refusal?.code).toBe('cityjson.notCityJson');
  });

  it('reads a sequence and keeps its sound lines', async () => {
    const header = cityJson({}, { vertices: [] });
    const feature = (id: string) => ({
      type: 'CityJSONFeature',
      id,
      vertices: VERTICES,
      CityObjects: { [id]: building(solid()) },
    });
    const lines = [header, feature('a'), feature('b'), feature('c')].map((one) => JSON.stringify(one)).join('\n');
    const { elements, context } = await read(lines.slice(0, -20));
    expect(elements.map((one) => one.attributes.id)).toEqual(['a', 'b']);
    expect(context.issues.find((one) => one.code === 'record.unreadable')?.place.row).toBe(4);
  });
});
