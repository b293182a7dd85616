import { expect, type Page } from '@playwright/test';
import type { SceneDescription } from './harness/scene-description.ts';
import { foreignTileset, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

const KINDS = ['Texture', 'Buffer', 'VertexArray', 'Framebuffer', 'Renderbuffer'] as const;
/** What the page holds: objects on the graphics card, and bytes of script. */
type Held = Record<(typeof KINDS)[number], number> & { heapBytes: number };

/** Counts what the page makes and gives back on the graphics card. */
function countObjects(kinds: readonly string[]): void {
  const live = new Map(kinds.map((kind) => [kind, new Set<unknown>()]));
  const gl = WebGL2RenderingContext.prototype as unknown as Record<string, (...passed: unknown[]) => unknown>;
  for (const [kind, objects] of live) {
    const [create, remove] = [gl[`create${kind}`], gl[`delete${kind}`]];
    gl[`create${kind}`] = function (...passed) {
      const made = create?.apply(this, passed);
      objects.add(made);
      return made;
    };
    gl[`delete${kind}`] = function (...passed) {
      objects.delete(passed[0]);
      return remove?.apply(this, passed);
    };
  }
  const count = () => Object.fromEntries([...live].map(([kind, objects]) => [kind, objects.size]));
  Object.assign(window, { countLiveObjects: count });
}

async function measureHeld(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const objects = await page.evaluate('countLiveObjects()');
  return { ...(objects as Held), heapBytes: usedSize };
}

test('five times from one city to another and back nothing is left behind', async ({ page, scenes }) => {
  await page.addInitScript(countObjects, KINDS);
  const scene = await ScenePage.open(page, scenes);
  const { ground, tilesets, zones } = scenes.city.scene;
  if (!ground) throw new Error('The fixture has no ground.');
  const first: Partial<SceneDescription> = { ground, tilesets, zones, zoneOpacity: 1 };
  const second: Partial<SceneDescription> = {
    ground: { ...ground, ellipsoidalHeightsMeters: [52] },
    tilesets: [foreignTileset(scenes, 'adopted'), foreignTileset(scenes, 'mesh')],
    zones: zones.slice(0, 2),
  };
  const goAndReturn = async (round: number): Promise<Held> => {
    await scene.show({ ...second, view: scene.viewFrom(round * 2, 60, -300, 260, -40) });
    await scene.show({ ...first, view: scene.viewFrom(round * 2 + 1, 0, -300, 300, -45) });
    return measureHeld(page);
  };
  // The first round fills what the engine keeps for good: compiled shaders, default textures, the pool of ground tiles.
  const before = await goAndReturn(1);
  let after = before;
  for (let round = 2; round <= 6; round += 1) after = await goAndReturn(round);
  expect(before.Texture).toBeGreaterThan(0);
  expect(before.Buffer).toBeGreaterThan(0);
  for (const kind of KINDS) expect.soft(after[kind], kind).toBeLessThanOrEqual(before[kind] + 2);
  expect(after.heapBytes).toBeLessThan(before.heapBytes * 1.05 + 1e6);
  expect(scene.seen.complaints).toEqual([]);
});
