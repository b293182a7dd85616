import type { BuiltBlock } from './buildings.ts';
import { closedRing, type DemoFeature } from './feature-collection.ts';
import type { Random } from './random.ts';
import type { Relief } from './relief.ts';
import { outlineStrip } from './strip.ts';

const NAMES = ['柳溪', '书香', '桥头', '望山', '江湾', '文昌', '安澜', '松竹', '南岸', '荷塘', '新工', '东塘'];

/** Floor area of housing per resident in the demo. */
const FLOOR_AREA_PER_RESIDENT = 34;

/** Communities (社区) with the population that their housing would hold, ± 15 %. */
export function drawCommunities(built: readonly BuiltBlock[], relief: Relief, random: Random): DemoFeature[] {
  const codes = [...new Set(built.map(({ block }) => block.community))];
  return codes.map((code, index) => {
    const own = built.filter(({ block }) => block.community === code);
    const blocks = own.map(({ block }) => block);
    const s = [Math.min(...blocks.map((block) => block.s0)), Math.max(...blocks.map((block) => block.s1))] as const;
    const low = Math.min(...blocks.map((block) => block.t0));
    const high = Math.max(...blocks.map((block) => block.t1));
    const housing = own
      .flatMap((block) => block.buildings)
      .filter(({ sketch }) => sketch.use === '住宅')
      .reduce((sum, building) => sum + building.floorAreaSquareMeters, 0);
    const ring = outlineStrip(
      s,
      () => low,
      () => high,
      relief,
    );
    return {
      type: 'Feature',
      properties: {
        id: code,
        name: `${NAMES[index % NAMES.length]}${index < NAMES.length ? '' : Math.floor(index / NAMES.length) + 1}社区`,
        population: Math.round((housing / FLOOR_AREA_PER_RESIDENT) * random.between(0.85, 1.15)),
      },
      geometry: { type: 'Polygon', coordinates: [closedRing(ring)] },
    };
  });
}
