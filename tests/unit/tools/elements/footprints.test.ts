import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeDataset } from '../../../../src/core/city/recipe.ts';
import { measurePlanArea } from '../../../../src/core/geometry/plan-area.ts';
import { isTilesetSource, readElements } from '../../../../tools/elements/read-elements.ts';
import { collectingContext } from './collecting-context.ts';
import { recipeOver, squareFeature } from './read-from-folder.ts';

async function read(files: Record<string, string>, dataset: Partial<RecipeDataset> = {}, recipe: Partial<Recipe> = {}) {
  const over = await recipeOver(files, dataset, recipe);
  const context = collectingContext();
  const answer = await readElements(over.dataset, over.loaded, context);
  return {
    answer,
    context,
    elements: answer.ok ? answer.value.elements : [],
    refusal: answer.ok ? null : answer.issue,
  };
}

const A = squareFeature(4.3, 51.9, { id: 'a', height: 12 });
const B = squareFeature(4.301, 51.9, { id: 'b', height: '7.5 m', building: 'apartments' });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('forms of GeoJSON footprints', () => {
  it.each([
    ['a collection', collection(A, B)],
    ['a bare array', JSON.stringify([A, B])],
    ['one feature per line', `${JSON.stringify(A)}\n${JSON.stringify(B)}\n`],
    ['a text sequence', `\u001e${JSON.stringify(A)}\n\u001e${JSON.stringify(B)}\n`],
    ['a byte-order mark', `\ufeff${collection(A, B)}`],
  ])('reads %s', async (_, text) => {
    const { elements, context } = await read({ 'a.geojson': text });
    expect(elements.map((one) => one.attributes.id)).toEqual(['a', 'b']);
    expect(elements.map((one) => one.attributes.heightMeters)).toEqual([12, 7.5]);
    expect(elements[1]?.attributes.use).toBe('residential');
    expect(context.counts()).toEqual({});
    // 0.0002° at 51.9° N: 13.74 m × 22.25 m on the ellipsoid, UTM scale 0.9996–1.0004.
    expect(elements[0]?.attributes.footprintAreaSquareMeters).toBeGreaterThan(303);
    expect(elements[0]?.attributes.footprintAreaSquareMeters).toBeLessThan(308);
  });

  it('keeps source attributes untouched and what nobody states unknown', async () => {
    const { elements } = await read({ 'a.json': collection(squareFeature(4.3, 51.9, { id: 1, note: '<b>x</b>' })) });
    expect(elements[0]?.source).toEqual({ id: 1, note: '<b>x</b>' });
    const { heightMeters, storeysAbove, peopleNight, baseHeightMeters, use } = elements[0]!.attributes;
    expect([heightMeters, storeysAbove, peopleNight, baseHeightMeters, use]).toEqual([null, null, null, null, null]);
  });

  it('counts label points and other geometry that is no polygon', async () => {
    const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [4.3, 51.9] } };
    const line = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[4.3, 51.9]] } };
    const { elements, context } = await read({ 'a.json': collection(A, point, line, { type: 'x' }) });
    expect(elements).toHaveLength(1);
    expect(context.counts()).toEqual({ 'geojson.labelPoint': 1, 'geojson.notPolygon': 1, 'geojson.notFeature': 1 });
    expect(context.issues.map((issue) => issue.place.row).sort()).toEqual([2, 3, 4]);
  });
});

describe('bad numbers', () => {
  it.each([
    ['bare NaN', 'NaN', 'attribute.notNumber'],
    ['a text', '"tall"', 'attribute.notNumber'],
    ['negative', '-4', 'attribute.implausible'],
    ['absurd', '99999', 'attribute.implausible'],
  ])('makes %s unknown and says where', async (_, written, code) => {
    const text = collection(A, B).replace('"height":12', `"height":${written}`);
    const { elements, context } = await read({ 'a.json': text });
    expect(elements.map((one) => one.attributes.heightMeters)).toEqual([null, 7.5]);
    expect(context.counts()).toEqual({ [code]: 1 });
    expect(context.issues[0]?.place).toMatchObject({ file: 'a.json', layer: 'buildings', row: 1, id: 'a' });
  });
});

describe('cut files', () => {
  const whole = collection(A, B);

  it.each([10, 60, whole.length - 1])('refuses a one-document file cut at byte %i by name', async (length) => {
    const { refusal } = await read({ 'cut.json': whole.slice(0, length) });
    expect(refusal).toMatchObject({ code: 'json.cut', place: { file: 'cut.json', layer: 'buildings', byte: length } });
  });

  it('tells damage in the middle from a cut', async () => {
    const { refusal } = await read({ 'bad.json': whole.replace('"height":12', '"height":12 x') });
    expect(refusal?.code).toBe('json.invalid');
  });

  it('keeps the sound lines of a newline-delimited file', async () => {
    const lines = [A, B, squareFeature(4.302, 51.9, { id: 'c' })].map((one) => JSON.stringify(one)).join('\n');
    const { elements, context } = await read({ 'a.ndjson': lines.slice(0, -30) });
    expect(elements.map((one) => one.attributes.id)).toEqual(['a', 'b']);
    expect(context.issues).toMatchObject([{ code: 'record.unreadable', place: { file: 'a.ndjson', row: 3 } }]);
  });

  it('keeps the others when the first line is bad', async () => {
    const { elements, context } = await read({ 'a.geojsonl': `{"type":"Fea\n${JSON.stringify(B)}\n` });
    expect(elements.map((one) => one.attributes.id)).toEqual(['b']);
    expect(context.issues).toMatchObject([{ code: 'record.unreadable', place: { row: 1 } }]);
  });

  it('refuses a document that holds something else', async () => {
    const { refusal } = await read({ 'a.json': '{"type":"unavailable"}' });
    expect(refusal).toMatchObject({ code: 'geojson.notFeatures', values: { found: 'unavailable' } });
  });
});

describe('coordinate systems', () => {
  it('names likely systems when projected numbers come without one', async () => {
    const text = JSON.stringify([squareFeature(90_500, 436_000, { id: 'a' }, 20)]);
    const { refusal } = await read({ 'a.json': text }, {}, { projectCrs: 'EPSG:28992' });
    expect(refusal?.code).toBe('crs.missing');
    expect(refusal?.values?.candidates).toContain('EPSG:28992');
  });

  it('reads them with the CRS of the recipe', async () => {
    const text = JSON.stringify([squareFeature(90_500, 436_000, { id: 'a' }, 20)]);
    const { elements } = await read({ 'a.json': text }, { crs: 'EPSG:28992' }, { projectCrs: 'EPSG:28992' });
    expect(elements[0]?.attributes.footprintAreaSquareMeters).toBeCloseTo(400, 6);
  });

  it('does not take degrees for the planar default of the recipe', async () => {
    const planar = { crs: 'EPSG:28992', projectCrs: 'EPSG:28992' };
    const { answer } = await read({ 'a.json': collection(A) }, {}, planar);
    expect(answer.ok && answer.value.crs).toBe('EPSG:4326');
  });

  it('believes the file and reports a contradiction', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
    const feature = squareFeature(90_500, 436_000, { id: 'a' }, 20);
    const text = JSON.stringify({ type: 'FeatureCollection', crs, features: [feature] });
    const { elements, context, answer } = await read({ 'a.json': text }, { crs: 'EPSG:4326' });
    expect(elements).toHaveLength(1);
    expect(answer.ok && answer.value.crs).toBe('EPSG:28992');
    expect(context.counts()).toEqual({ 'crs.contradiction': 1 });
  });

  it('refuses swapped axes with the values', async () => {
    const swapped = squareFeature(51.9, 4.3, { id: 'a' });
    const { refusal } = await read({ 'a.json': collection(swapped) });
    expect(refusal).toMatchObject({ code: 'crs.swapped', values: { x: 51.9, y: 4.3 } });
  });

  it('refuses swapped axes beyond 90 degrees', async () => {
    const swapped = squareFeature(39.9, 116.4, { id: 'a' });
    const { refusal } = await read({ 'a.json': collection(swapped) }, {}, { projectCrs: 'EPSG:4548' });
    expect(refusal?.code).toBe('crs.swapped');
  });

  it('warns about data at 0, 0, and refuses it where the CRS may not be used', async () => {
    const text = collection(squareFeature(0, 0, { id: 'a' }));
    expect((await read({ 'a.json': text })).context.counts()).toEqual({ 'crs.nullIsland': 1 });
    const elsewhere = await read({ 'a.json': text }, {}, { projectCrs: 'EPSG:28992' });
    expect(elsewhere.refusal?.code).toBe('crs.outsideArea');
    expect(elsewhere.context.counts()).toEqual({ 'crs.nullIsland': 1 });
  });

  it('warns about data in the open sea', async () => {
    const sea = await read({ 'a.json': collection(squareFeature(3.2, 57.5, { id: 'a' })) });
    expect(sea.elements).toHaveLength(1);
    expect(sea.context.issues).toMatchObject([
      { code: 'crs.openSea', severity: 'warning', values: { lon: 3.2, lat: 57.5 } },
    ]);
  });

  it('refuses data outside the area of use, unless forced', async () => {
    const far = collection(squareFeature(20, 51.9, { id: 'a' }));
    expect((await read({ 'a.json': far })).refusal?.code).toBe('crs.outsideArea');
    const forced = await read({ 'a.json': far }, { force: true });
    expect(forced.elements).toHaveLength(1);
    expect(forced.context.counts()).toEqual({ 'crs.outsideArea': 1 });
  });

  it('leaves out single records that lie elsewhere', async () => {
    const { elements, context } = await read({ 'a.json': collection(A, squareFeature(0, 0, { id: 'x' }), B) });
    expect(elements.map((one) => one.attributes.id)).toEqual(['a', 'b']);
    expect(context.issues).toMatchObject([
      { code: 'crs.nullIsland' },
      { code: 'crs.recordOutside', place: { row: 2 } },
    ]);
  });

  it('refuses an unknown code and a project CRS that is not metric', async () => {
    expect((await read({ 'a.json': collection(A) }, { crs: 'EPSG:1' })).refusal?.code).toBe('crs.unknown');
    const degrees = await read({ 'a.json': collection(A) }, {}, { projectCrs: 'EPSG:4326' });
    expect(degrees.refusal?.code).toBe('crs.projectUnsuitable');
  });
});

describe('damaged outlines', () => {
  const broken = (ring: (readonly (number | null)[])[]) => ({
    type: 'Feature',
    properties: { id: 'a' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  });
  const ring = A.geometry.coordinates[0]!;

  it.each([
    ['unclosed', ring.slice(0, 4), 'geometry.unclosedRing'],
    ['repeating points', [ring[0]!, ...ring], 'geometry.duplicatePoint'],
    ['self-intersecting', [ring[0]!, ring[2]!, ring[1]!, ring[3]!, ring[0]!], 'geometry.selfIntersection'],
    ['with a point that is no number', [ring[0]!, [null, 51.9], ...ring.slice(1)], 'geometry.invalidPoint'],
  ])('mends a ring that is %s and counts it', async (_, damaged, code) => {
    const { elements, context } = await read({ 'a.json': collection(broken(damaged), B) });
    expect(elements).toHaveLength(2);
    expect(context.counts()).toEqual({ [code]: 1 });
    expect(measurePlanArea(elements[0]!.footprint)).toBeGreaterThan(100);
  });

  it('skips an outline without area and counts it', async () => {
    const { elements, context } = await read({ 'a.json': collection(broken([ring[0]!, ring[1]!, ring[0]!]), B) });
    expect(elements.map((one) => one.attributes.id)).toEqual(['b']);
    expect(context.counts()['geometry.unusable']).toBe(1);
  });
});

describe('ids across files', () => {
  it('keeps the first of equal records and counts the rest', async () => {
    const { elements, context } = await read({ 'a.json': collection(A), 'b.json': collection(A, B) });
    expect(elements.map((one) => one.attributes.id)).toEqual(['a', 'b']);
    expect(context.issues).toMatchObject([{ code: 'element.duplicateId', place: { file: 'b.json', row: 1, id: 'a' } }]);
  });

  it('joins the pieces of a building cut at the border of two files', async () => {
    const west = squareFeature(4.3, 51.9, { id: 'a' });
    const east = squareFeature(4.3002, 51.9, { id: 'a' });
    const { elements, context } = await read({ 'a.json': collection(west), 'b.json': collection(east) });
    expect(elements).toHaveLength(1);
    expect(context.counts()).toEqual({ 'element.pieceJoined': 1 });
    expect(elements[0]?.attributes.footprintAreaSquareMeters).toBeGreaterThan(606);
  });

  it('makes ids from file and record when the source has none', async () => {
    const { elements } = await read({
      'a.json': collection(squareFeature(4.3, 51.9, {}), squareFeature(4.301, 51.9, {})),
    });
    expect(elements.map((one) => one.attributes.id)).toEqual(['buildings:a.json:1', 'buildings:a.json:2']);
  });

  it('folds building parts into their building', async () => {
    const building = squareFeature(4.3, 51.9, { id: 1, kind: 'building', height: 10 });
    const tower = squareFeature(
      4.3,
      51.9,
      { id: 2, kind: 'building_part', root_id: 1, min_height: 10, height: 40 },
      0.0001,
    );
    const orphan = squareFeature(4.302, 51.9, { id: 3, kind: 'building_part', root_id: 9, height: 5 });
    const { elements, context } = await read({ 'a.json': collection(building, tower, orphan) });
    expect(elements.map((one) => one.attributes.id)).toEqual(['1', '3']);
    expect(elements[0]?.attributes.heightMeters).toBe(40);
    expect(elements[0]?.derived).toEqual({ heightMeters: 'height.from-parts' });
    expect(elements[0]?.shape).toMatchObject({
      type: 'extrusion',
      parts: [
        { bottomMeters: 0, topMeters: 10 },
        { bottomMeters: 10, topMeters: 40 },
      ],
    });
    expect(context.counts()).toEqual({ 'element.partFolded': 1 });
  });

  it('keeps the outline under a part that floats, and lets a part that stands on it replace it', async () => {
    const building = squareFeature(4.3, 51.9, { id: 1, kind: 'building', height: 10 });
    const part = (bottom: number) =>
      squareFeature(4.3, 51.9, { id: 2, kind: 'building_part', root_id: 1, min_height: bottom, height: 40 });
    const floating = await read({ 'a.json': collection(building, part(10)) });
    expect(floating.elements[0]?.shape).toMatchObject({ parts: [{ topMeters: 10 }, { bottomMeters: 10 }] });
    const standing = await read({ 'a.json': collection(building, part(0)) });
    expect(standing.elements[0]?.shape).toMatchObject({ parts: [{ bottomMeters: 0, topMeters: 40 }] });
  });
});

describe('recipe attributes', () => {
  it('maps fields and values, and constants', async () => {
    const feature = squareFeature(4.3, 51.9, { nr: 'x1', vloeren: '3', gebruik: 'woon' });
    const attributes = {
      id: 'nr',
      storeysAbove: 'vloeren',
      use: { field: 'gebruik', map: { woon: 'residential' } },
      structure: { value: 'masonry' },
    };
    const { elements } = await read({ 'a.json': collection(feature) }, { attributes });
    expect(elements[0]?.attributes).toMatchObject({
      id: 'x1',
      storeysAbove: 3,
      use: 'residential',
      structure: 'masonry',
    });
  });
});

describe('what is read', () => {
  it('tells tilesets apart', () => {
    const dataset = { id: 'b', kind: 'buildings' as const };
    expect(isTilesetSource({ ...dataset, source: '../x/tileset.json' })).toBe(true);
    expect(isTilesetSource({ ...dataset, source: 'buildings.json' })).toBe(false);
  });

  it('refuses sources that lead to no file', async () => {
    const { refusal } = await read({ 'a.json': collection(A) }, { source: 'absent-*.json' });
    expect(refusal).toMatchObject({ code: 'source.absent', place: { file: 'absent-*.json', layer: 'buildings' } });
  });
});
