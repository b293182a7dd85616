import type { Projection } from '../../core/crs/projection.ts';
import type { FigureFrame } from '../../core/report/figure-frame.ts';
import { drawHatchTile, type Hatch } from '../../core/style/hatch.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';

const FILL_OPACITY = 0.4;
/** Hatch spacing on paper, matched by the legend of the report. */
const HATCH_MILLIMETERS = 1.2;

type Pen = OffscreenCanvasRenderingContext2D;

function createHatch(target: Pen, hatch: Hatch, ink: string, size: number): CanvasPattern | null {
  const pen = new OffscreenCanvas(size, size).getContext('2d');
  if (!pen || hatch === 'none') return null;
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineWidth = Math.max(1, size / 9);
  drawHatchTile(pen, hatch, size);
  return target.createPattern(pen.canvas, 'repeat');
}

function tracePath(zone: Zone, frame: FigureFrame, projection: Projection, pixelsPerMeter: number): Path2D {
  const path = new Path2D();
  for (const ring of zone.geometry.coordinates.flat()) {
    ring.forEach((position, index) => {
      const [x, y] = projection.fromLonLat(position[0], position[1]);
      const across = (x - frame.extent[0]) * pixelsPerMeter;
      const down = (frame.extent[3] - y) * pixelsPerMeter;
      if (index === 0) path.moveTo(across, down);
      else path.lineTo(across, down);
    });
    path.closePath();
  }
  return path;
}

/**
 * Draws risk zones on a map bitmap: fill multiplied over the buildings, hatch and outline of the level, lower levels
 * first. Frame and zones meet in the plane of the project CRS.
 */
export function drawZones(pen: Pen, zones: readonly Zone[], frame: FigureFrame, projection: Projection): void {
  const pixelsPerMeter = pen.canvas.width / (frame.extent[2] - frame.extent[0]);
  const pixelsPerMillimeter = pen.canvas.width / frame.widthMillimeters;
  const size = Math.max(4, Math.round(HATCH_MILLIMETERS * pixelsPerMillimeter));
  const lowestFirst = [...zones].sort(
    (a, b) => levelStyle(b.properties.level).rank - levelStyle(a.properties.level).rank,
  );
  for (const zone of lowestFirst) {
    const style = levelStyle(zone.properties.level);
    const path = tracePath(zone, frame, projection, pixelsPerMeter);
    pen.globalCompositeOperation = 'multiply';
    pen.globalAlpha = FILL_OPACITY;
    pen.fillStyle = style.fill;
    pen.fill(path, 'evenodd');
    pen.globalCompositeOperation = 'source-over';
    pen.globalAlpha = 0.75;
    const hatch = createHatch(pen, style.hatch, style.inkLight, size);
    if (hatch) {
      pen.fillStyle = hatch;
      pen.fill(path, 'evenodd');
    }
    pen.globalAlpha = 1;
    pen.strokeStyle = style.inkLight;
    pen.lineWidth = Math.max(1, 0.25 * pixelsPerMillimeter);
    pen.stroke(path);
  }
}
