import type { Block } from './blocks.ts';
import { blockCentre } from './blocks.ts';
import type { BuiltBlock } from './buildings.ts';
import { type DemoFeature, position } from './feature-collection.ts';
import type { Random } from './random.ts';
import type { Relief } from './relief.ts';

/** Effective area per person, m², of a class of shelter (GB 51143-2015 table 3.1.10). */
const AREA_PER_PERSON = { emergency: 1, fixedShort: 2, fixedMedium: 3, fixedLong: 4.5 } as const;
type ShelterClass = keyof typeof AREA_PER_PERSON;

/** Ground this high above the ellipsoid stays dry in the demo's floods. */
const DRY_HEIGHT_METERS = 28.5;

function areaOf(block: Block): number {
  return (block.s1 - block.s0) * (block.t1 - block.t0);
}

function chooseClass(block: Block, random: Random): ShelterClass {
  if (block.use === 'park') return areaOf(block) > 15_000 ? 'fixedLong' : 'fixedMedium';
  return random.pick(['fixedShort', 'fixedShort', 'emergency']);
}

/** Hazards that a place is designated for; a few were never assessed and stay unknown. */
function designate(block: Block, relief: Relief, random: Random): Record<string, boolean | null> {
  const dry = relief.groundHeight(blockCentre(block)) > DRY_HEIGHT_METERS;
  const open = block.use === 'park';
  return {
    洪水: dry,
    滑坡: random.chance(0.1) ? null : !relief.hills.some((hill) => Math.abs(hill.at[0] - block.s0) < hill.radiusMeters),
    风暴潮: false,
    地震: open || random.chance(0.7),
    海啸: false,
    火灾: open,
    内涝: random.chance(0.1) ? null : dry,
    火山: false,
  };
}

/** Shelters: every school, park and hospital, with class, effective area, capacity and eight designation flags. */
export function placeShelters(built: readonly BuiltBlock[], relief: Relief, random: Random): DemoFeature[] {
  const places = built.filter(
    ({ block }) => block.use === 'school' || block.use === 'park' || block.use === 'hospital',
  );
  return places.map(({ block, name }, index) => {
    const chance = random.fork(`shelter ${index}`);
    const shelterClass = chooseClass(block, chance);
    const areaSquareMeters = Math.round(areaOf(block) * (block.use === 'park' ? 0.55 : 0.22));
    return {
      type: 'Feature',
      properties: {
        编号: `BN-${String(index + 1).padStart(3, '0')}`,
        名称: `${name}应急避难场所`,
        地址: `${block.street}${Math.round(blockCentre(block)[0] / 10)}号`,
        类别: shelterClass,
        有效避难面积: areaSquareMeters,
        容纳人数: chance.chance(0.08) ? null : Math.floor(areaSquareMeters / AREA_PER_PERSON[shelterClass]),
        ...designate(block, relief, chance),
      },
      geometry: { type: 'Point', coordinates: position(relief.toMap(blockCentre(block))) },
    };
  });
}
