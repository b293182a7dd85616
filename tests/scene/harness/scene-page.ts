import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startServer } from '../../../tools/serve/serve.ts';
import { buildHarness } from './build-harness.ts';
import { type FixtureAdopted, writeFixtureAdopted } from './fixture-adopted.ts';
import { BASE_HEIGHT_METERS, type FixtureCity, writeFixtureCity } from './fixture-city.ts';
import { PROJECT_CRS } from './project-crs.ts';
import type { Harness, SceneDescription } from './scene-description.ts';

declare global {
  interface Window {
    harness: Harness;
  }
}

const SETTLE_MS = 60_000;

export type Rgb = [red: number, green: number, blue: number];
export type Point = { x: number; y: number };
type Tileset = SceneDescription['tilesets'][number];

/** The harness page, built and served with its cities. */
export interface SceneServer {
  url: string;
  city: FixtureCity;
  adopted: FixtureAdopted;
  mesh: FixtureAdopted;
  close(): Promise<void>;
}

export async function serveScenes(): Promise<SceneServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'globe-harness-'));
  await buildHarness(folder);
  const city = await writeFixtureCity(folder);
  const adopted = await writeFixtureAdopted(folder, PROJECT_CRS, 'adopted');
  const mesh = await writeFixtureAdopted(folder, PROJECT_CRS, 'mesh');
  const server = await startServer({ mounts: [{ path: '/', folder }], port: 0 });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, city, adopted, mesh, close };
}

/** The fixture as others deliver it, beside or instead of our own: with features, or as one mesh without any. */
export function foreignTileset(scenes: SceneServer, maker: 'adopted' | 'mesh'): Tileset {
  return {
    id: maker,
    url: `${maker}/tileset.json`,
    rowLookup: 'index',
    index: scenes[maker].index,
    opacity: 1,
    visible: true,
  };
}

/** Distance of two colours, 0–441. */
export function colorDistance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

/** One harness page: what it shows is changed by plain data and told by pixels. */
export class ScenePage {
  /** Requests to another host and complaints of the page, the policy's among them. */
  readonly seen = { foreign: [] as string[], complaints: [] as string[] };
  readonly page: Page;
  readonly scenes: SceneServer;

  private constructor(page: Page, scenes: SceneServer) {
    this.page = page;
    this.scenes = scenes;
  }

  static async open(page: Page, scenes: SceneServer): Promise<ScenePage> {
    const opened = new ScenePage(page, scenes);
    const { seen } = opened;
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.host !== new URL(scenes.url).host) seen.foreign.push(request.url());
    });
    page.on('console', (message) => {
      const expected = /favicon|GPU stall|status of 404/.test(`${message.text()} ${message.location().url}`);
      if (message.type() === 'error' && !expected) seen.complaints.push(message.text());
    });
    page.on('pageerror', (error) => seen.complaints.push(error.message));
    await page.goto(scenes.url);
    await page.waitForFunction(() => 'harness' in window);
    await opened.settle();
    return opened;
  }

  async settle(): Promise<void> {
    await this.page.evaluate((timeout) => window.harness.settled(timeout), SETTLE_MS);
  }

  async show(patch: Partial<SceneDescription>): Promise<void> {
    await this.page.evaluate((each) => window.harness.show(each), patch);
    await this.settle();
  }

  /** CSS pixel of a point, metres east and north of the city's centre and above its ground. */
  async screenOf(east: number, north: number, up: number): Promise<Point> {
    const [lon, lat] = this.scenes.city.place(east, north);
    const place = [lon, lat, BASE_HEIGHT_METERS + up] as const;
    const at = await this.page.evaluate(([a, b, c]) => window.harness.project(a, b, c), place);
    if (!at) throw new Error('behind the camera');
    return at;
  }

  /** Middle of the roof of a building on the screen. */
  async roofOf(row: number): Promise<Point> {
    const { east, north, heightMeters } = this.scenes.city.building(row);
    return this.screenOf(east, north, heightMeters);
  }

  async colorAt(at: Point): Promise<Rgb> {
    return this.page.evaluate(({ x, y }) => window.harness.pixel(x, y), at);
  }

  /** Looks at a point, metres east and north of the centre, from above it. */
  viewFrom(key: number, east: number, north: number, up: number, pitchDegrees: number): SceneDescription['view'] {
    const [lon, lat] = this.scenes.city.place(east, north);
    const position = { lon, lat, ellipsoidalHeightMeters: BASE_HEIGHT_METERS + up };
    return { key, target: { position, headingDegrees: 0, pitchDegrees } };
  }
}
