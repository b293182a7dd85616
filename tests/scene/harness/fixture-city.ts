import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { GroundSurface } from '../../../src/core/city/city-manifest.ts';
import { RISK_LEVELS, type RiskLevel } from '../../../src/core/city/hazard.ts';
import { createProjection, type Projection } from '../../../src/core/crs/projection.ts';
import type { Zone } from '../../../src/core/zones/zone.ts';
import type { CityElement } from '../../../tools/elements/city-element.ts';
import { buildTileset } from '../../../tools/tiling/build-tileset.ts';
import { makeShelter } from '../../unit/core/evacuation/make-shelter.ts';
import { makeZone, ringAround } from '../../unit/core/zones/make-zone.ts';
import { sampleElement, squareAt } from '../../unit/tools/tables/sample-element.ts';
import { PROJECT_CRS } from './project-crs.ts';
import type { SceneDescription } from './scene-description.ts';

const CENTER = { lon: 118.33, lat: 35.05 };
/** Every building stands at this height above the ellipsoid, far from zero so that a wrong ground is seen. */
export const BASE_HEIGHT_METERS = 47;
/** Every storey is this high. */
export const STOREY_METERS = 3;
/** Uses of the southern row of buildings from the west; all others have none. */
export const FIXTURE_USES = [
  'residential',
  'office',
  'commercial',
  'industrial',
  'education',
  'health',
  'public',
] as const;
const SIDE = 7;
const PITCH_METERS = 60;
const WIDTH_METERS = 30;

/** The fixture in plan: buildings in rows from the south-west, 60 m apart, 30 m wide. */
export interface FixtureCity {
  /** Longitude and latitude of a point given in metres east and north of the centre. */
  place(east: number, north: number): [lon: number, lat: number];
  /** The same point in metres of the project CRS. */
  project(east: number, north: number): [x: number, y: number];
  /** Centre of the building of a row, metres east and north of the city's centre, and its height. */
  building(row: number): { east: number; north: number; heightMeters: number };
  /** A square zone around a point, metres east and north of the centre. */
  zone(id: string, level: RiskLevel, east: number, north: number, halfMeters: number): Zone;
  scene: SceneDescription;
}

function building(row: number): { east: number; north: number; heightMeters: number } {
  const offset = ((SIDE - 1) / 2) * PITCH_METERS;
  return {
    east: (row % SIDE) * PITCH_METERS - offset,
    north: Math.floor(row / SIDE) * PITCH_METERS - offset,
    heightMeters: 9 + ((row * 7) % 5) * 6,
  };
}

function elementOf(row: number, x0: number, y0: number): CityElement {
  const { east, north, heightMeters } = building(row);
  const footprint = squareAt(x0 + east - WIDTH_METERS / 2, y0 + north - WIDTH_METERS / 2, WIDTH_METERS);
  const known = {
    heightMeters,
    baseHeightMeters: BASE_HEIGHT_METERS,
    footprintAreaSquareMeters: WIDTH_METERS ** 2,
    storeysAbove: heightMeters / STOREY_METERS,
    use: FIXTURE_USES[row] ?? null,
  };
  return sampleElement(`b${row}`, [footprint], known);
}

function openProjection(): Projection {
  const projection = createProjection(PROJECT_CRS);
  if (!projection.ok) throw new Error(projection.issue.code);
  return projection.value;
}

/**
 * Builds a small city with the project's own tiling: 49 blocks on a ground at 47 m, a zone of each level and an
 * unrated one between them, two shelters. Writes `tiles/tileset.json` and `scenes/scene.json` below the folder.
 */
export async function writeFixtureCity(folder: string): Promise<FixtureCity> {
  const projection = openProjection();
  const [x0, y0] = projection.fromLonLat(CENTER.lon, CENTER.lat);
  const place = (east: number, north: number): [number, number] => {
    const [lon, lat] = projection.toLonLat(x0 + east, y0 + north);
    return [lon, lat];
  };
  const rows = Array.from({ length: SIDE * SIDE }, (_, row) => row);
  const elements = rows.map((row) => elementOf(row, x0, y0));
  const context = { progress: () => {}, report: () => {}, signal: new AbortController().signal };
  await buildTileset(elements, { projectCrs: PROJECT_CRS, outFolder: path.join(folder, 'tiles'), rows }, context);
  const [west, south] = place(-400, -400);
  const [east, north] = place(400, 400);
  const ground: GroundSurface = {
    rule: 'stated',
    extent: [west, south, east, north],
    columns: 1,
    rows: 1,
    ellipsoidalHeightsMeters: [BASE_HEIGHT_METERS],
  };
  const zone = (id: string, level: RiskLevel, e: number, n: number, half: number): Zone => {
    const ring = ringAround(e, n, half).map(([a, b]) => place(a, b));
    return makeZone(id, [[ring]], { name: `${id} 区`, ...(level === 'unrated' ? {} : { level }) });
  };
  const scene: SceneDescription = {
    view: { key: 1, target: { extent: [...place(-230, -230), ...place(230, 230)] } },
    ground,
    sun: { instant: '2026-06-21T10:00:00+08:00', shadows: false },
    theme: 'light',
    tilesets: [{ id: 'buildings', url: 'tiles/tileset.json', rowLookup: 'row', index: null, opacity: 1 }],
    selectedRow: null,
    zones: RISK_LEVELS.map((level, index) => zone(level, level, -180 + index * 90, 0, 45)),
    zoneOpacity: 0,
    selectedZone: null,
    labels: false,
    shelters: [
      makeShelter('school', place(-30, -90), {}, { name: 'school' }),
      makeShelter('park', place(90, -90), {}, { name: 'park' }),
    ],
    flaggedIds: ['park'],
    lowPower: true,
  };
  await mkdir(path.join(folder, 'scenes'), { recursive: true });
  await writeFile(path.join(folder, 'scenes', 'scene.json'), JSON.stringify(scene));
  const project = (east: number, north: number): [number, number] => [x0 + east, y0 + north];
  return { place, project, building, zone, scene };
}
