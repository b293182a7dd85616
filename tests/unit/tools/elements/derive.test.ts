import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Community } from '../../../../src/core/city/community.ts';
import type { Issue } from '../../../../src/core/city/issue.ts';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import type { CityElement } from '../../../../tools/elements/city-element.ts';
import { describeRule } from '../../../../tools/elements/derivation-rules.ts';
import { deriveAttributes } from '../../../../tools/elements/derive-attributes.ts';
import { derivePeople } from '../../../../tools/elements/derive-people.ts';
import { sampleElement, squareAt } from '../tables/sample-element.ts';

const made = createProjection('EPSG:4547');
if (!made.ok) throw new Error(made.issue.code);
const projection = made.value;

function collect() {
  const issues: Issue[] = [];
  const context = {
    progress: () => undefined,
    report: (issue: Issue) => void issues.push(issue),
    signal: new AbortController().signal,
  };
  return { issues, context };
}

/** Community over the square from x, y with a side of 1,000 m. */
function communityAt(id: string, x: number, population: number | null): Community {
  const ring = squareAt(x, 3_380_000, 1000)[0]!.map(
    (position) => [...projection.toLonLat(...position)] as [number, number],
  );
  return {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    properties: { id, name: null, population, dataset: 'communities', source: {} },
  };
}

function homeAt(id: string, x: number, floorArea: number | null, people: number | null = null): CityElement {
  return sampleElement(id, [squareAt(x, 3_380_100, 10)], {
    use: 'residential',
    floorAreaSquareMeters: floorArea,
    peopleNight: people,
  });
}

describe('deriveAttributes', () => {
  it('marks what it fills and leaves what is given', () => {
    const element = sampleElement('a', [squareAt(0, 0, 10)], { storeysAbove: 6 });
    deriveAttributes(element, undefined);
    expect(element.attributes).toMatchObject({
      footprintAreaSquareMeters: 100,
      heightMeters: 18,
      floorAreaSquareMeters: 600,
    });
    expect(element.derived).toEqual({
      footprintAreaSquareMeters: 'footprint-area.from-footprint',
      heightMeters: 'height.from-storeys',
      floorAreaSquareMeters: 'floor-area.from-storeys',
    });
    const given = sampleElement('b', [squareAt(0, 0, 10)], {
      storeysAbove: 6,
      heightMeters: 21,
      floorAreaSquareMeters: 480,
    });
    deriveAttributes(given, { storeyHeightMeters: 4 });
    expect(given.attributes).toMatchObject({ heightMeters: 21, floorAreaSquareMeters: 480 });
    expect(Object.keys(given.derived)).toEqual(['footprintAreaSquareMeters']);
  });

  it('uses the stated storey height and says that it is assumed', () => {
    const element = sampleElement('a', [squareAt(0, 0, 10)], { storeysAbove: 2 });
    deriveAttributes(element, { storeyHeightMeters: 4.5 });
    expect(element.attributes.heightMeters).toBe(9);
    expect(describeRule('height.from-storeys', { storeyHeightMeters: 4.5 })).toMatchObject({ standing: 'assumed' });
    expect(describeRule('height.from-storeys', { storeyHeightMeters: 4.5 }).text.zh).toContain('4.5 m');
  });

  it('invents neither storeys nor floor area from a height', () => {
    const element = sampleElement('a', [squareAt(0, 0, 10)], { heightMeters: 30 });
    deriveAttributes(element, { storeyHeightMeters: 3 });
    expect(element.attributes).toMatchObject({ storeysAbove: null, floorAreaSquareMeters: null });
  });
});

describe('derivePeople', () => {
  it('keeps the population of every community, whatever the floor areas', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 100_000 }),
        (areas, population) => {
          const homes = areas.map((area, index) => homeAt(`h${index}`, 500_010 + index * 20, area));
          derivePeople(
            homes,
            [communityAt('c', 500_000, population)],
            { projection, assumptions: undefined },
            collect().context,
          );
          const sum = homes.reduce((people, home) => people + (home.attributes.peopleNight ?? 0), 0);
          expect(Math.abs(sum - population)).toBeLessThan(population * 1e-12);
          expect(homes.every((home) => home.attributes.peopleDay === null)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('spreads by floor area within each community, around people that are stated', () => {
    const homes = [
      homeAt('a', 500_100, 300),
      homeAt('b', 500_200, 100),
      homeAt('c', 500_300, null, 20),
      homeAt('d', 501_100, 50),
    ];
    const { issues, context } = collect();
    const communities = [communityAt('west', 500_000, 100), communityAt('east', 501_000, 7)];
    derivePeople(homes, communities, { projection, assumptions: undefined }, context);
    expect(homes.map((home) => home.attributes.peopleNight)).toEqual([60, 20, 20, 7]);
    expect(homes[2]!.derived).toEqual({});
    expect(homes[0]!.derived).toEqual({ peopleNight: 'people.from-communities' });
    expect(issues).toEqual([]);
  });

  it('says who could not be housed', () => {
    const shop = sampleElement('s', [squareAt(500_100, 3_380_100, 10)], {
      use: 'commercial',
      floorAreaSquareMeters: 100,
    });
    const unmeasured = homeAt('u', 501_100, null);
    const crowded = homeAt('x', 502_100, 10, 50);
    const { issues, context } = collect();
    const communities = [communityAt('a', 500_000, 10), communityAt('b', 501_000, 10), communityAt('c', 502_000, 10)];
    derivePeople([shop, unmeasured, crowded], communities, { projection, assumptions: undefined }, context);
    expect([shop, unmeasured].map((element) => element.attributes.peopleNight)).toEqual([null, null]);
    expect(issues.map((issue) => [issue.code, issue.place.id])).toEqual([
      ['community.noResidentialArea', 'a'],
      ['community.unknownFloorArea', 'b'],
      ['community.noResidentialArea', 'b'],
      ['community.populationExceeded', 'c'],
    ]);
  });

  it('assumes densities only where the recipe states them', () => {
    const shop = sampleElement('s', [squareAt(0, 0, 10)], { use: 'commercial', floorAreaSquareMeters: 2000 });
    const school = sampleElement('e', [squareAt(0, 0, 10)], { use: 'education', floorAreaSquareMeters: 2000 });
    const assumptions = { peoplePer1000SquareMeters: { commercial: { day: 30, night: 1 } } };
    derivePeople([shop, school], [], { projection, assumptions }, collect().context);
    expect(shop.attributes).toMatchObject({ peopleDay: 60, peopleNight: 2 });
    expect(shop.derived).toEqual({ peopleDay: 'people.from-density', peopleNight: 'people.from-density' });
    expect(school.attributes).toMatchObject({ peopleDay: null, peopleNight: null });
    expect(describeRule('people.from-density', assumptions)).toMatchObject({ standing: 'assumed' });
  });
});
