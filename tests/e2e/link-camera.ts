import type { Page } from '@playwright/test';

type Vector = readonly [number, number, number];

/** A camera as a link states it: degrees, metres above the ellipsoid, heading clockwise from north. */
export interface LinkedCamera {
  lon: number;
  lat: number;
  height: number;
  heading: number;
  pitch: number;
}

const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const RADIANS = Math.PI / 180;
/** Of the longer side of the view, as the engine's cameras have it. */
const FIELD_OF_VIEW = 60 * RADIANS;

function earthCentred(lon: number, lat: number, height: number): Vector {
  const [sin, cos] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  const normal = SEMI_MAJOR / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
  const radius = (normal + height) * cos;
  const z = (normal * (1 - ECCENTRICITY_SQUARED) + height) * sin;
  return [radius * Math.cos(lon * RADIANS), radius * Math.sin(lon * RADIANS), z];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function sum(...parts: readonly (readonly [number, Vector])[]): Vector {
  return [0, 1, 2].map((axis) => parts.reduce((total, [times, v]) => total + times * (v[axis] ?? 0), 0)) as [
    number,
    number,
    number,
  ];
}

/** East, north and up at a place, earth-centred. */
function axesAt(lon: number, lat: number): { east: Vector; north: Vector; up: Vector } {
  const [sinLon, cosLon] = [Math.sin(lon * RADIANS), Math.cos(lon * RADIANS)];
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  return {
    east: [-sinLon, cosLon, 0],
    north: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
  };
}

/** A camera that looks from `range` metres away at a place on the ground. */
export function cameraAt(
  [lon, lat]: readonly [number, number],
  groundHeight: number,
  range: number,
  heading: number,
  pitch: number,
): LinkedCamera {
  const back = range * Math.cos(pitch * RADIANS);
  const north = -back * Math.cos(heading * RADIANS);
  const east = -back * Math.sin(heading * RADIANS);
  const metersPerDegree = (Math.PI / 180) * SEMI_MAJOR;
  return {
    lon: Number((lon + east / (metersPerDegree * Math.cos(lat * RADIANS))).toFixed(6)),
    lat: Number((lat + north / metersPerDegree).toFixed(6)),
    height: Number((groundHeight - range * Math.sin(pitch * RADIANS)).toFixed(1)),
    heading,
    pitch,
  };
}

/** The `view` of a link. */
export function linkOf({ lon, lat, height, heading, pitch }: LinkedCamera): string {
  return [lon.toFixed(6), lat.toFixed(6), height.toFixed(1), heading.toFixed(1), pitch.toFixed(1)].join(',');
}

/**
 * Where a place is seen in the page, reckoned from the link's camera and the size of the canvas alone: an ideal
 * perspective camera over WGS 84, nothing of the app.
 */
export async function createSight(page: Page, camera: LinkedCamera) {
  const box = await page.locator('.globe canvas').first().boundingBox();
  if (!box) throw new Error('there is no canvas');
  const eye = earthCentred(camera.lon, camera.lat, camera.height);
  const { east, north, up } = axesAt(camera.lon, camera.lat);
  const [h, p] = [camera.heading * RADIANS, camera.pitch * RADIANS];
  const forward = sum([Math.cos(p) * Math.sin(h), east], [Math.cos(p) * Math.cos(h), north], [Math.sin(p), up]);
  const right = sum([Math.cos(h), east], [-Math.sin(h), north]);
  const over = cross(right, forward);
  const focal = Math.max(box.width, box.height) / 2 / Math.tan(FIELD_OF_VIEW / 2);
  return (lon: number, lat: number, height: number): { x: number; y: number } => {
    const way = sum([1, earthCentred(lon, lat, height)], [-1, eye]);
    const depth = dot(way, forward);
    if (depth <= 0) throw new Error('behind the camera');
    return {
      x: box.x + box.width / 2 + (focal * dot(way, right)) / depth,
      y: box.y + box.height / 2 - (focal * dot(way, over)) / depth,
    };
  };
}
