import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import { groundHeightAt } from '../../src/core/city/ground-height.ts';
import { createProjection, type Projection } from '../../src/core/crs/projection.ts';
import type { LogEntry } from '../../src/core/workspace/edit-log.ts';
import type { WorkspaceEdit } from '../../src/core/workspace/workspace-edit.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { cameraAt, createSight, linkOf } from './link-camera.ts';
import { waitUntilDrawn } from './open-app.ts';
import { readLog } from './read-log.ts';

/** Metres east and north of the desk's middle, in the project CRS. */
export type Place = readonly [east: number, north: number];

/** Open ground in a city, where no building hides what is drawn. */
export interface Site {
  cityId: string;
  lon: number;
  lat: number;
}

const RANGE_METERS = 330;
const HEADING = 25;
const PITCH = -62;

/** A city opened for drawing, with the pointer told in metres and the results read from the browser's database. */
export class DrawingDesk {
  readonly page: Page;
  readonly #site: Site;
  readonly #projection: Projection;
  readonly #middle: readonly [number, number];
  readonly #heightAt: (lon: number, lat: number) => number;
  readonly #sight: Awaited<ReturnType<typeof createSight>>;
  /** Metres on the ground that a pixel spans at most. */
  readonly pixelMeters: number;

  private constructor(
    page: Page,
    site: Site,
    projection: Projection,
    heightAt: (lon: number, lat: number) => number,
    sight: Awaited<ReturnType<typeof createSight>>,
  ) {
    this.page = page;
    this.#site = site;
    this.#projection = projection;
    this.#middle = projection.fromLonLat(site.lon, site.lat);
    this.#heightAt = heightAt;
    this.#sight = sight;
    const [a, b] = [this.screenOf([0, 0]), this.screenOf([0, 1])];
    this.pixelMeters = 1 / Math.hypot(a.x - b.x, a.y - b.y);
  }

  static async open(page: Page, site: Site, folder: string): Promise<DrawingDesk> {
    const manifest = JSON.parse(await readFile(`${folder}${site.cityId}/city.json`, 'utf8')) as CityManifest;
    const projection = createProjection(manifest.projectCrs);
    if (!projection.ok) throw new Error(projection.issue.code);
    const { ground } = manifest;
    const heightAt = (lon: number, lat: number): number => (ground ? groundHeightAt(ground, lon, lat) : 0);
    const camera = cameraAt([site.lon, site.lat], heightAt(site.lon, site.lat), RANGE_METERS, HEADING, PITCH);
    await page.goto(`?city=${site.cityId}&lang=zh-CN&view=${linkOf(camera)}`, { waitUntil: 'commit' });
    await expect(page.locator('.layer-line').first()).toBeVisible();
    await page.locator('.mode-switch input[value="assess"] + label').click();
    await page.keyboard.press('l');
    await page.keyboard.press('p');
    await waitUntilDrawn(page);
    return new DrawingDesk(page, site, projection.value, heightAt, await createSight(page, camera));
  }

  get cityId(): string {
    return this.#site.cityId;
  }

  /** Where a place on the ground is seen in the page. */
  screenOf([east, north]: Place): { x: number; y: number } {
    const [lon, lat] = this.#projection.toLonLat(this.#middle[0] + east, this.#middle[1] + north);
    return this.#sight(lon, lat, this.#heightAt(lon, lat));
  }

  /** Rings of a zone in metres from the desk's middle, closing positions left out. */
  ringsOf(zone: Zone): Place[][] {
    return zone.geometry.coordinates.flatMap((polygon) =>
      polygon.map((ring) =>
        ring.slice(0, -1).map(([lon, lat]): Place => {
          const [x, y] = this.#projection.fromLonLat(lon, lat);
          return [x - this.#middle[0], y - this.#middle[1]];
        }),
      ),
    );
  }

  /** Takes a tool by its key and waits until the outline is open. */
  async take(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await expect(this.page.locator('.sketch-overlay')).toHaveCount(1);
  }

  /** `free`: with Alt, which snaps to nothing. */
  async click(place: Place, { free = true, double = false } = {}): Promise<void> {
    const { x, y } = this.screenOf(place);
    await this.page.mouse.move(x, y);
    if (free) await this.page.keyboard.down('Alt');
    else await this.#waitForTargets();
    if (double) await this.page.mouse.dblclick(x, y);
    else await this.page.mouse.click(x, y);
    if (free) await this.page.keyboard.up('Alt');
  }

  /** What can be snapped to near the pointer is fetched and prepared; the label beside the pointer says so until then. */
  async #waitForTargets(): Promise<void> {
    await this.page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
    await expect(this.page.locator('.sketch-awaited')).toHaveCount(0);
  }

  async drag(from: Place, to: Place, { free = true } = {}): Promise<void> {
    const [start, end] = [this.screenOf(from), this.screenOf(to)];
    await this.dragPixels(start, end, free);
  }

  async dragPixels(start: { x: number; y: number }, end: { x: number; y: number }, free: boolean): Promise<void> {
    await this.page.mouse.move(start.x, start.y);
    if (free) await this.page.keyboard.down('Alt');
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 2 });
    await this.page.mouse.move(end.x, end.y, { steps: 2 });
    await this.page.mouse.up();
    if (free) await this.page.keyboard.up('Alt');
  }

  /** Steps that are on disk and can be undone, oldest first. */
  async steps(): Promise<WorkspaceEdit[]> {
    const entries = await this.page.evaluate(readLog, this.#site.cityId);
    const [done, undone]: [WorkspaceEdit[], WorkspaceEdit[]] = [[], []];
    for (const entry of entries as LogEntry[]) {
      if (entry.kind === 'did') {
        done.push(entry.edit);
        undone.length = 0;
      } else {
        const [from, to] = entry.kind === 'undid' ? [done, undone] : [undone, done];
        const edit = from.pop();
        if (edit) to.push(edit);
      }
    }
    return done;
  }

  /** Waits for one more step than there were. */
  async nextStep(before: number): Promise<void> {
    await expect.poll(async () => (await this.steps()).length, { timeout: 20_000 }).toBe(before + 1);
  }
}
