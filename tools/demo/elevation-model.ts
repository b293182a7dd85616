import { DEMO_ORIGIN } from './demo-plan.ts';
import type { Relief } from './relief.ts';
import type { StreetGrid } from './streets.ts';

const CELL_METERS = 10;
/** The model goes on beyond the outermost streets. */
const REACH_METERS = 600;

/** The ground of the demo as an Esri ASCII raster of 10 m in its CRS, heights above the ellipsoid; the river is cut in. */
export function printElevationModel(grid: StreetGrid, relief: Relief): string {
  const length = grid.cross.at(-1)?.position ?? 0;
  const [south, north] = [grid.south.at(-1)?.position ?? 0, grid.north.at(-1)?.position ?? 0];
  const [x0, y0] = [-REACH_METERS, Math.floor(south) - REACH_METERS];
  const columns = Math.ceil((length + 2 * REACH_METERS) / CELL_METERS) + 1;
  const rows = Math.ceil((north - south + 2 * REACH_METERS) / CELL_METERS) + 1;
  const lines = Array.from({ length: rows }, (_, row) => {
    const y = y0 + (rows - 1 - row) * CELL_METERS;
    return Array.from({ length: columns }, (_cell, column) =>
      relief.groundHeight(relief.fromMap([x0 + column * CELL_METERS, y])).toFixed(2),
    ).join(' ');
  });
  const header = [
    `ncols ${columns}`,
    `nrows ${rows}`,
    `xllcenter ${DEMO_ORIGIN[0] + x0}`,
    `yllcenter ${DEMO_ORIGIN[1] + y0}`,
    `cellsize ${CELL_METERS}`,
  ];
  return `${[...header, ...lines].join('\n')}\n`;
}
