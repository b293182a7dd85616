import type { GroundSurface, TileIndex } from '../../../src/core/city/city-manifest.ts';
import type { RiskLevel } from '../../../src/core/city/hazard.ts';
import type { ScenePick } from '../../../src/core/city/scene-pick.ts';
import type { Shelter } from '../../../src/core/evacuation/shelter.ts';
import type { CameraView } from '../../../src/core/geometry/camera-view.ts';
import type { QualityChoice, QualityLevel } from '../../../src/core/style/quality.ts';
import type { Sketch, SketchEvent } from '../../../src/core/zones/editing/sketch.ts';
import type { Zone } from '../../../src/core/zones/zone.ts';

/** Everything the harness page shows, as plain data. */
export interface SceneDescription {
  view: { key: number; target: CameraView | { extent: [number, number, number, number] } };
  ground: GroundSurface | null;
  sun: { instant: string; shadows: boolean };
  theme: 'light' | 'dark';
  tilesets: {
    id: string;
    url: string;
    rowLookup: 'row' | 'index';
    index: TileIndex | null;
    opacity: number;
    visible?: boolean;
  }[];
  selectedRow: number | null;
  /** Colour of every row as `#rrggbb`, `null` for none. */
  rowColors?: (string | null)[] | null;
  zones: Zone[];
  zoneOpacity: number;
  selectedZone: string | null;
  labels: boolean;
  shelters: Shelter[];
  flaggedIds: string[];
  lowPower: boolean;
  /** As the machine allows unless told. */
  quality?: QualityChoice;
  /** Outline in the making; the page advances it by the events that the layer tells. */
  sketch?: Sketch | null;
  /** Outline given to the zone surface as it is: closed ring in degrees. */
  outline?: { zoneId: string | null; level: RiskLevel; ring: [lon: number, lat: number][] } | null;
}

/** How the engine draws: samples per pixel, pixels of the canvas per CSS pixel, stages that work on the whole picture. */
export interface Effort {
  samples: number;
  pixelRatio: number;
  stages: number;
  isShadowSoft: boolean;
  groundError: number;
  tileError: number | null;
}

/** What a test asks of the harness page, as `window.harness`. */
export interface Harness {
  show(patch: Partial<SceneDescription>): void;
  unmount(): void;
  mount(): void;
  isMounted(): boolean;
  /** Resolves when all tiles in view are drawn; rejects after the time-out. */
  settled(timeoutMs: number): Promise<void>;
  /** Red, green, blue (0–255) at a CSS pixel of the canvas. */
  pixel(x: number, y: number): [number, number, number];
  /** The same of a block of pixels of one frame, row by row, three numbers each. */
  pixelsIn(x: number, y: number, width: number, height: number): number[];
  /** CSS pixel of a place, `null` behind the camera. */
  project(lon: number, lat: number, ellipsoidalHeightMeters: number): { x: number; y: number } | null;
  /** Height of the drawn ground. */
  heightAt(lon: number, lat: number): number | undefined;
  /** Milliseconds of one frame, median of `frames`. */
  frameTime(frames: number): number;
  /** Shows the patch and answers how many milliseconds later the zones are painted, frames left out. */
  paintTime(patch: Partial<SceneDescription>): Promise<number>;
  /** Moves the outline in the making so many times; milliseconds that the page needs for one, median. */
  outlineTime(outline: NonNullable<SceneDescription['outline']>, moves: number): number;
  /** Median time to lay the labels of a view that has moved, milliseconds: the page's part, before the frame is drawn. */
  labelTime(moves: number): number;
  /** Milliseconds in which the colours of so many rows are on the graphics card, median. */
  rowUploadTime(rows: number): number;
  loseContext(): void;
  drawnTiles(): number;
  /** Makes every later frame of the newest tileset fail: by an exception, or by a shader that cannot be compiled. */
  breakNewest(how: 'exception' | 'shader'): void;
  isSkyDrawn(): boolean;
  /** What the level of quality changes, as the engine has it. */
  effort(): Effort;
  /** Frames that the engine draws by itself in so many milliseconds. */
  framesWithin(milliseconds: number): Promise<number>;
  /** Whether the engine still draws by itself. */
  isDrawing(): boolean;
  /** The outline as the page has advanced it. */
  sketch(): Sketch | null;
  readonly events: {
    picks: (ScenePick | null)[];
    failed: { uri: string; message: string }[];
    settledViews: CameraView[];
    contextLost: number;
    qualities: QualityLevel[];
    renderFailed: string[];
    drawingFailed: { id: string; loss: string }[];
    sketch: SketchEvent[];
    committed: Sketch['shape'][];
  };
}
