import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { CITIES_FOLDER } from '../browser/city-test.ts';
import { test } from './app-test.ts';
import { pictureScene, toggleLayer, waitUntilDrawn } from './open-app.ts';

test.use({ viewport: { width: 900, height: 420 } });

/** A place in the middle of the river, west of all buildings and zones: between the banks some way in from its end. */
function findOpenWater(): [lon: number, lat: number] {
  const { features } = JSON.parse(readFileSync(`${CITIES_FOLDER}demo/water.geojson`, 'utf8')) as {
    features: { geometry: { coordinates: [number, number][][][] } }[];
  };
  const ring = features[0]?.geometry.coordinates[0]?.[0] ?? [];
  const byLongitude = [...ring].sort((a, b) => a[0] - b[0]);
  const [one, other] = [byLongitude[8], byLongitude[9]];
  if (!one || !other) throw new Error('the demo city has no river');
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}

async function readMiddle(page: Page): Promise<[number, number, number]> {
  const picture = (await pictureScene(page)).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    if (!pen) throw new Error('no 2D canvas');
    pen.drawImage(bitmap, -Math.round(bitmap.width / 2), -Math.round(bitmap.height / 2));
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue] as [number, number, number];
  }, picture);
}

/** Waits until the middle of the scene has a colour (`#rrggbb`, each band to 14 of 255). */
async function expectMiddle(page: Page, color: string): Promise<void> {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  await expect
    .poll(
      async () => {
        const found = await readMiddle(page);
        return Math.max(...found.map((band, index) => Math.abs(band - wanted[index]!)));
      },
      { timeout: 60_000, message: `middle of the scene is ${color}` },
    )
    .toBeLessThan(14);
}

async function openAt(page: Page, [lon, lat]: [number, number], lang: string): Promise<void> {
  await page.goto(`?city=demo&lang=${lang}&view=${lon},${lat},260,0,-90`, { waitUntil: 'commit' });
  await expect(page.locator('.layer-line').first()).toBeVisible();
  await waitUntilDrawn(page);
}

test('the base map lies on the ground in both themes, can be left out, and saved views bring it back', async ({
  page,
  conduct,
}) => {
  await openAt(page, findOpenWater(), 'en');
  await expectMiddle(page, '#b7d3e3');

  await page.locator('.mode-switch input[value="brief"] + label').click();
  await page.getByLabel('Name of the view').fill('River');
  await page.getByRole('button', { name: 'Save view' }).click();
  await toggleLayer(page, 'groundMap');
  await expectMiddle(page, '#e6e7e2');
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Save view' }).click();
  await toggleLayer(page, 'groundMap');
  await expectMiddle(page, '#16303f');

  await page.getByRole('button', { name: 'River', exact: true }).click();
  await expectMiddle(page, '#b7d3e3');

  await page.getByRole('button', { name: 'Present full screen' }).click();
  const presenter = page.locator('.presenter');
  await expect(presenter).toContainText('River');
  await expect(presenter).toContainText('1 / 2');
  await expect(page.locator('.top-bar')).toBeHidden();
  await expect(page.locator('.briefing-marks')).toContainText('Demo data (synthetic)');
  await page.keyboard.press('PageDown');
  await expect(presenter).toContainText('View 2');
  await expect(presenter).toContainText('2 / 2');
  await page.keyboard.press('Escape');
  await expect(presenter).toHaveCount(0);
  await expect(page.locator('.top-bar')).toBeVisible();
  expect(conduct.faults).toEqual([]);
});
