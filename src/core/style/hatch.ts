/** Hatch that tells a level without colour: in grey print and for colour-blind readers. */
export type Hatch = 'cross' | 'diagonal' | 'horizontal' | 'dots' | 'none';

/** The part of a drawing context that a hatch needs; line width and colours are set by whoever draws. */
export interface HatchPen {
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  stroke(): void;
  fill(): void;
}

/** Radius of a dot as a part of its tile. */
const DOT_PART = 0.15;

function traceDiagonals(pen: HatchPen, size: number, isCrossed: boolean): void {
  // The neighbours' lines reach into the corners of the tile: without them its seams would show.
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
    if (isCrossed) {
      pen.moveTo(shift, 0);
      pen.lineTo(shift + size, size);
    }
  }
}

/**
 * Draws one tile of a hatch, to be repeated in both directions without seams; the same on the map, on paper and in figures.
 * @param size Side of the square tile in the pen's unit, from 0,0; `none` draws nothing.
 */
export function drawHatchTile(pen: HatchPen, hatch: Hatch, size: number): void {
  if (hatch === 'none') return;
  const half = size / 2;
  pen.beginPath();
  if (hatch === 'dots') {
    pen.arc(half, half, size * DOT_PART, 0, Math.PI * 2);
    pen.fill();
    return;
  }
  if (hatch === 'horizontal') {
    pen.moveTo(0, half);
    pen.lineTo(size, half);
  } else {
    traceDiagonals(pen, size, hatch === 'cross');
  }
  pen.stroke();
}
