import type { Outcome } from '../../core/city/issue.ts';
import { createProjection, type Projection } from '../../core/crs/projection.ts';
import type { FigureFrame } from '../../core/report/figure-frame.ts';
import { type CityPainter, createCityPainter } from './city-painter.ts';
import { buildCityScene } from './city-scene.ts';
import { drawZones } from './draw-zones.ts';
import type { FigureBitmap, FigureRequest, FigureResult } from './figure-request.ts';
import { type LoadedTileset, loadTileset, type TilesetView } from './load-tileset.ts';

const PAPER = '#f7f6f2';
const GRID = 'rgba(70, 90, 100, 0.16)';
const MILLIMETERS_PER_INCH = 25.4;

function coverAll(request: FigureRequest, projection: Projection): TilesetView & { origin: [number, number] } {
  const extents = request.frames.map(({ frame }) => frame.extent);
  const minX = Math.min(...extents.map((extent) => extent[0]));
  const minY = Math.min(...extents.map((extent) => extent[1]));
  const maxX = Math.max(...extents.map((extent) => extent[2]));
  const maxY = Math.max(...extents.map((extent) => extent[3]));
  const origin: [number, number] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const [lon, lat] = projection.toLonLat(...origin);
  // The frame is turned by the grid's convergence against true north: its diagonal covers it in any case.
  return { lon, lat, halfWidthMeters: Math.hypot(maxX - minX, maxY - minY) / 2, origin };
}

function drawGrid(pen: OffscreenCanvasRenderingContext2D, frame: FigureFrame): void {
  const pixelsPerMeter = pen.canvas.width / (frame.extent[2] - frame.extent[0]);
  pen.strokeStyle = GRID;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const x of frame.ticksX) {
    const across = Math.round((x - frame.extent[0]) * pixelsPerMeter) + 0.5;
    pen.moveTo(across, 0);
    pen.lineTo(across, pen.canvas.height);
  }
  for (const y of frame.ticksY) {
    const down = Math.round((frame.extent[3] - y) * pixelsPerMeter) + 0.5;
    pen.moveTo(0, down);
    pen.lineTo(pen.canvas.width, down);
  }
  pen.stroke();
}

async function drawFigure(
  frame: FigureFrame,
  request: FigureRequest,
  projection: Projection,
  buildings: (width: number, height: number) => OffscreenCanvas,
): Promise<FigureBitmap | null> {
  const pixelsPerMillimeter = request.dotsPerInch / MILLIMETERS_PER_INCH;
  const widthPixels = Math.round(frame.widthMillimeters * pixelsPerMillimeter);
  const heightPixels = Math.round(frame.heightMillimeters * pixelsPerMillimeter);
  const canvas = new OffscreenCanvas(widthPixels, heightPixels);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, widthPixels, heightPixels);
  drawGrid(pen, frame);
  pen.drawImage(buildings(widthPixels, heightPixels), 0, 0);
  drawZones(pen, request.zones, frame, projection);
  const png = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return { png, widthPixels, heightPixels, metersPerPixel: (frame.extent[2] - frame.extent[0]) / widthPixels };
}

async function loadTilesets(request: FigureRequest, view: TilesetView, signal: AbortSignal) {
  const loaded: { id: string; tileset: LoadedTileset }[] = [];
  for (const { id, url } of request.tilesets) {
    loaded.push({ id, tileset: await loadTileset(url, view, signal) });
  }
  return loaded;
}

/**
 * Draws the map bitmaps of a report: plan view straight down in the project CRS, north up, everything loaded,
 * buildings shaded by height above the ground, zones by level. Runs on a canvas away from the page and gives
 * all its memory back.
 * Errors: `crs.unknown`, `figure.noGraphics` (no WebGL or no canvas), `report.cancelled`.
 */
export async function renderFigures(request: FigureRequest, signal: AbortSignal): Promise<Outcome<FigureResult>> {
  const prepared = createProjection(request.projectCrs);
  if (!prepared.ok) return prepared;
  const projection = prepared.value;
  const { origin, ...view } = coverAll(request, projection);
  let painter: CityPainter;
  try {
    painter = createCityPainter();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, issue: { code: 'figure.noGraphics', severity: 'error', place: {}, values: { reason } } };
  }
  const loaded = await loadTilesets(request, view, signal);
  try {
    const meshes = loaded.flatMap(({ tileset }) => tileset.meshes);
    const scene = buildCityScene(meshes, origin, projection, request.ground);
    const bitmaps: FigureResult['bitmaps'] = {};
    for (const { id, frame } of request.frames) {
      if (signal.aborted) return { ok: false, issue: { code: 'report.cancelled', severity: 'note', place: {} } };
      const paint = (width: number, height: number) => painter.paint(scene, frame, origin, width, height);
      const bitmap = await drawFigure(frame, request, projection, paint);
      if (bitmap) bitmaps[id] = bitmap;
    }
    return {
      ok: true,
      value: { bitmaps, absent: loaded.flatMap(({ id, tileset }) => tileset.absent.map((url) => `${id}: ${url}`)) },
    };
  } finally {
    for (const { tileset } of loaded) tileset.dispose();
    painter.dispose();
  }
}
