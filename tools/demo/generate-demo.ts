import { layCityBlocks } from './blocks.ts';
import { buildUpBlocks } from './buildings.ts';
import { drawCommunities } from './communities.ts';
import type { DemoPlan } from './demo-plan.ts';
import { DEMO_RECIPE } from './demo-recipe.ts';
import { placeFacilities } from './facilities.ts';
import { printFeatures } from './feature-collection.ts';
import { drawLandUse, drawWater, drawWays } from './ground-map.ts';
import { drawInfrastructure } from './infrastructure.ts';
import { drawPipes } from './pipes.ts';
import { createRandom } from './random.ts';
import { createRelief } from './relief.ts';
import { placeShelters } from './shelters.ts';
import { layStreetGrid } from './streets.ts';
import { drawZones } from './zones.ts';

/** A text file of the demo's sources. */
export interface DemoFile {
  name: string;
  text: string;
}

/**
 * Generates the sources of the synthetic demo city: GeoJSON files in CGCS2000 3-degree Gauss-Kruger (EPSG:4547, x = east,
 * y = north, z above the ellipsoid, metres) and the recipe that builds them. Equal plans give equal bytes.
 */
export function generateDemo(plan: DemoPlan): DemoFile[] {
  const random = createRandom(plan.seed);
  const relief = createRelief(plan, random.fork('relief'));
  const grid = layStreetGrid(plan, random.fork('streets'));
  const blocks = layCityBlocks(grid, relief, random.fork('blocks'));
  const built = buildUpBlocks(blocks, relief, random.fork('buildings'));
  const ways = drawWays(grid, relief);
  const themes = {
    buildings: built.flatMap((block) => block.buildings.map(({ feature }) => feature)),
    infrastructure: drawInfrastructure(grid, relief),
    communities: drawCommunities(built, relief, random.fork('communities')),
    zones: drawZones(built, relief, random.fork('zones')),
    shelters: placeShelters(built, relief, random.fork('shelters')),
    facilities: placeFacilities(built, relief),
    landuse: drawLandUse(blocks, grid, relief),
    water: drawWater(grid, relief),
    ways,
    pipes: drawPipes(ways, random.fork('pipes')),
  };
  return [
    ...Object.entries(themes).map(([name, features]) => ({
      name: `${name}.geojson`,
      text: printFeatures(name, features),
    })),
    { name: 'recipe.json', text: `${JSON.stringify(DEMO_RECIPE, null, 2)}\n` },
  ];
}
