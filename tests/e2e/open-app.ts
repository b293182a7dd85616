import { expect, type Page } from '@playwright/test';

const TILES_TIMEOUT = 120_000;

/** Waits until every tile in view is here and the frames that show it have been drawn. */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('canvas') && document.querySelector('.status-bar [data-tiles="0"]'),
    undefined,
    { timeout: TILES_TIMEOUT },
  );
  await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** Opens a city and waits until it is drawn. */
export async function openCity(page: Page, cityId: string, lang: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  await page.goto(`?city=${cityId}&lang=${lang}`, { waitUntil: 'commit' });
  await expect(page.locator('.layer-line').first()).toBeVisible();
  await waitUntilDrawn(page);
}

/** Opens a tab of the assess mode by its place: zones 0, exposure 1, shelters 2, object 3. */
export async function openAssessTab(page: Page, place: number): Promise<void> {
  await page.locator('.mode-switch input[value="assess"] + label').click();
  await expect(page.locator('.context [role="tab"]')).toHaveCount(4);
  await page.locator('.context [role="tab"]').nth(place).click();
}

/** Opens the list of data issues. */
export async function openIssues(page: Page): Promise<void> {
  await page.locator('.mode-switch input[value="explore"] + label').click();
  if ((await page.locator('.context').count()) === 0) await page.keyboard.press('p');
  await page.locator('.context [role="tab"]').nth(1).click();
}

/** Switches a layer of the rail. */
export async function toggleLayer(page: Page, layerId: string): Promise<void> {
  const layer = page.locator(`.layer-line[data-layer="${layerId}"]`);
  const off = await layer.getAttribute('data-off');
  await layer.locator('.mantine-Switch-track').click();
  await expect(layer).toHaveAttribute('data-off', off === 'true' ? 'false' : 'true');
}

/** Picture of the scene without what lies over it. */
export function pictureScene(page: Page): Promise<Buffer> {
  return page.locator('canvas').first().screenshot();
}

/** Clicks over the scene, outwards from its middle, until the inspector shows an element; the place that showed one. */
export async function inspectSomeElement(page: Page): Promise<{ x: number; y: number } | null> {
  const canvas = await page.locator('canvas').first().boundingBox();
  if (!canvas) return null;
  const steps = [0, 0.04, -0.04, 0.08, -0.08, 0.12];
  for (const dy of steps) {
    for (const dx of steps) {
      const place = { x: canvas.x + canvas.width * (0.5 + dx), y: canvas.y + canvas.height * (0.55 + dy) };
      await page.mouse.click(place.x, place.y);
      const shown = await page
        .locator('[data-inspected="element"]')
        .waitFor({ timeout: 2500 })
        .then(
          () => true,
          () => false,
        );
      if (shown) return place;
    }
  }
  return null;
}

/** A place of the page where two pictures of the scene differ all around, `null` where they are the same. */
export async function findDifference(
  page: Page,
  before: Buffer,
  after: Buffer,
): Promise<{ x: number; y: number } | null> {
  const place = await page.evaluate(
    async (pictures) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (!context) throw new Error('no 2D canvas');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = await Promise.all(pictures.map(read));
      if (!a || !b) return null;
      const differs = (x: number, y: number) => {
        const at = (y * a.width + x) * 4;
        return [0, 1, 2].some((band) => Math.abs((a.data[at + band] ?? 0) - (b.data[at + band] ?? 0)) > 8);
      };
      // Left and right lie the rail and the panel.
      for (let y = 60; y < a.height - 60; y += 1) {
        for (let x = 290; x < a.width - 360; x += 1) {
          let whole = true;
          for (let dy = -3; dy <= 3 && whole; dy += 1) {
            for (let dx = -3; dx <= 3 && whole; dx += 1) whole = differs(x + dx, y + dy);
          }
          if (whole) return { x, y };
        }
      }
      return null;
    },
    [before.toString('base64'), after.toString('base64')],
  );
  const canvas = await page.locator('canvas').first().boundingBox();
  return place && canvas ? { x: canvas.x + place.x, y: canvas.y + place.y } : null;
}
