import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Degrees per metre near the sample place, roughly; the sample needs no more. */
const LAT = 1 / 110_900;
const LON = 1 / 96_200;
const ORIGIN = [114.01, 30.5] as const;

type Ring = [number, number][];

/** Closed counter-clockwise square; x, y, side in metres from the sample origin. */
export function sampleRing(x: number, y: number, side: number): Ring {
  const at = (dx: number, dy: number): [number, number] => [
    Number((ORIGIN[0] + (x + dx) * LON).toFixed(9)),
    Number((ORIGIN[1] + (y + dy) * LAT).toFixed(9)),
  ];
  return [at(0, 0), at(side, 0), at(side, side), at(0, side), at(0, 0)];
}

function feature(rings: Ring[], properties: Record<string, unknown>) {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } };
}

function collection(features: unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function sampleBuildings() {
  const buildings = Array.from({ length: 30 }, (_, index) =>
    feature([sampleRing((index % 6) * 40, Math.floor(index / 6) * 40, 12)], {
      id: `b${index}`,
      use: index % 3 === 0 ? 'residential' : 'office',
      height: index === 7 ? null : 10 + index,
      levels: index === 7 ? 4 : 3,
    }),
  );
  const yard = feature([sampleRing(300, 0, 40), [...sampleRing(310, 10, 20)].reverse()], { id: 'yard', height: 12 });
  return [...buildings, yard];
}

/**
 * Writes a small city of 31 buildings, a bridge, two zones, two shelters, two pipes and a community into a folder, with a recipe.
 * @returns Path of the recipe.
 */
export async function writeSampleRecipe(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  await write('buildings.geojson', collection(sampleBuildings()));
  await write('bridges.geojson', collection([feature([sampleRing(0, 400, 30)], { id: 'bridge', height: 3 })]));
  await write(
    'zones.geojson',
    collection([
      feature([sampleRing(-10, -10, 100)], { id: 'z1', name: '低洼区', hazard: 'flood', level: 'red' }),
      feature([sampleRing(50, 50, 100)], { id: 'z2', name: '坡脚', hazard: 'landslide', level: 'yellow' }),
    ]),
  );
  await write(
    'communities.geojson',
    collection([feature([sampleRing(-20, -20, 600)], { id: 'c1', name: '一社区', population: 500 })]),
  );
  const [ax = [0, 0], bx = [0, 0], cx = [0, 0]] = sampleRing(0, 5, 200);
  const pipe = (id: string, coordinates: unknown, properties: object) => ({
    type: 'Feature',
    properties: { id, ...properties },
    geometry: { type: 'LineString', coordinates },
  });
  await write(
    'pipes.geojson',
    collection([pipe('w1', [ax, bx], { 管线类别: '给水', 管径: 300 }), pipe('p1', [bx, cx], { 管线类别: '不明' })]),
  );
  await write(
    'shelters.csv',
    `id,name,lon,lat,flood,landslide\ns1,一中,${ORIGIN[0]},${ORIGIN[1]},1,0\ns2,二中,${ORIGIN[0] + 0.01},${ORIGIN[1]},1,1\n`,
  );
  const recipe = {
    version: 1,
    id: 'sample',
    name: { zh: '样例', en: 'Sample' },
    projectCrs: 'EPSG:4547',
    groundHeightMeters: 20,
    licence: 'CC0',
    datasets: [
      { id: 'homes', kind: 'buildings', source: 'buildings.geojson', crs: 'EPSG:4490' },
      { id: 'bridges', kind: 'infrastructure', source: 'bridges.geojson', crs: 'EPSG:4490' },
      { id: 'hazards', kind: 'zones', source: 'zones.geojson', crs: 'EPSG:4490' },
      { id: 'places', kind: 'shelters', source: 'shelters.csv', crs: 'EPSG:4490', attributes: {} },
      { id: 'lines', kind: 'pipes', source: 'pipes.geojson', crs: 'EPSG:4490' },
      { id: 'people', kind: 'communities', source: 'communities.geojson', crs: 'EPSG:4490' },
    ],
  };
  const file = path.join(folder, 'recipe.json');
  await writeFile(file, JSON.stringify(recipe));
  return file;
}
