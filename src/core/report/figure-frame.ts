/** West, south, east, north in metres of the project CRS. */
export type ProjectedExtent = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** The geometry of a map figure on paper, exact to its scale. */
export interface FigureFrame {
  /** Ground covered, metres of the project CRS. */
  extent: ProjectedExtent;
  widthMillimeters: number;
  heightMillimeters: number;
  /** N of 1 : N. */
  scaleDenominator: number;
  scaleBar: ScaleBar;
  /** Round coordinates at which the frame carries ticks, metres. */
  ticksX: number[];
  ticksY: number[];
}

/** A scale bar of a round ground length. */
export interface ScaleBar {
  lengthMeters: number;
  lengthMillimeters: number;
  segments: number;
}

const SCALE_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const ROUND_STEPS = [1, 2, 5, 10];

function roundUp(value: number, steps: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((candidate) => candidate * power >= value * (1 - 1e-12)) ?? 10;
  return step * power;
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const fitting = ROUND_STEPS.filter((candidate) => candidate * power <= value * (1 + 1e-12));
  return (fitting.at(-1) ?? 1) * power;
}

/**
 * A scale bar of 1, 2 or 5 × 10ⁿ metres, not longer than the room it has.
 * @param scaleDenominator N of 1 : N, greater than 0.
 * @param roomMillimeters width on paper, greater than 0.
 */
export function buildScaleBar(scaleDenominator: number, roomMillimeters: number): ScaleBar {
  const lengthMeters = roundDown((roomMillimeters / 1000) * scaleDenominator);
  const leading = Math.round(lengthMeters / 10 ** Math.floor(Math.log10(lengthMeters)));
  return { lengthMeters, lengthMillimeters: (lengthMeters / scaleDenominator) * 1000, segments: leading === 5 ? 5 : 4 };
}

function ticksBetween(low: number, high: number): number[] {
  const step = roundUp((high - low) / 5, ROUND_STEPS);
  const ticks: number[] = [];
  for (let count = Math.ceil(low / step); count * step <= high; count += 1) ticks.push(count * step + 0);
  return ticks;
}

/**
 * Fits ground to paper: the roundest large scale at which the ground with a margin of 4 % fits the box; the
 * frame then shows exactly the ground that the paper holds at that scale, centred.
 * @param ground metres of the project CRS; an extent without area is given 100 m of room.
 * @param box paper in millimetres; the frame takes its full width and at most its height.
 */
export function fitFigure(
  ground: ProjectedExtent,
  box: { widthMillimeters: number; heightMillimeters: number },
): FigureFrame {
  const centreX = (ground[0] + ground[2]) / 2;
  const centreY = (ground[1] + ground[3]) / 2;
  const width = Math.max(ground[2] - ground[0], 100) * 1.04;
  const height = Math.max(ground[3] - ground[1], 100) * 1.04;
  const fitting = Math.max(width / box.widthMillimeters, height / box.heightMillimeters) * 1000;
  const scaleDenominator = roundUp(fitting, SCALE_STEPS);
  const widthMillimeters = box.widthMillimeters;
  const needed = (height / scaleDenominator) * 1000;
  const heightMillimeters = Math.min(box.heightMillimeters, Math.max(needed, widthMillimeters * 0.6));
  const halfX = (widthMillimeters / 2000) * scaleDenominator;
  const halfY = (heightMillimeters / 2000) * scaleDenominator;
  const extent: ProjectedExtent = [centreX - halfX, centreY - halfY, centreX + halfX, centreY + halfY];
  return {
    extent,
    widthMillimeters,
    heightMillimeters,
    scaleDenominator,
    scaleBar: buildScaleBar(scaleDenominator, 50),
    ticksX: ticksBetween(extent[0], extent[2]),
    ticksY: ticksBetween(extent[1], extent[3]),
  };
}
