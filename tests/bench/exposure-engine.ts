/** What the exposure benchmark calls, in one bundle. */
export { prepareShape } from '../../src/core/geometry/planar-shape.ts';
export { codeColumn } from '../../src/core/risk/building-codes.ts';
export { collectFootprints } from '../../src/core/risk/building-footprints.ts';
export { createFootprintGrid } from '../../src/core/risk/footprint-grid.ts';
export { levelOfBuildings } from '../../src/core/risk/level-of-buildings.ts';
export { createLiveMeter } from '../../src/core/risk/live-meter.ts';
export { createPointSums } from '../../src/core/risk/point-sums.ts';
