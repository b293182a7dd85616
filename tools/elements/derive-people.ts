import type { Community } from '../../src/core/city/community.ts';
import type { Assumptions } from '../../src/core/city/recipe.ts';
import type { Projection } from '../../src/core/crs/projection.ts';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { isPointInPolygon } from '../../src/core/geometry/point-in-polygon.ts';
import type { BuildContext } from '../package/progress.ts';
import { measureCentroid } from '../tables/measure-centroid.ts';
import type { CityElement } from './city-element.ts';

const SPREAD_RULE = 'people.from-communities';
const DENSITY_RULE = 'people.from-density';

/** Where people come from besides the source itself. */
export interface PeopleSources {
  /** Of the project CRS, in which the footprints are. */
  projection: Projection;
  assumptions: Assumptions | undefined;
}

interface CommunityArea {
  community: Community;
  polygons: MultiPolygon2;
  homes: CityElement[];
}

function prepareAreas(communities: readonly Community[], projection: Projection): CommunityArea[] {
  return communities
    .filter((community) => community.properties.population !== null)
    .map((community) => ({
      community,
      homes: [],
      polygons: community.geometry.coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(([lon, lat]) => projection.fromLonLat(lon, lat))),
      ),
    }));
}

function isHome(element: CityElement): boolean {
  return element.attributes.use === 'residential' && element.footprint.length > 0;
}

/** Every home belongs to the first community that holds the centroid of its footprint. */
function settleHomes(elements: readonly CityElement[], areas: readonly CommunityArea[]): void {
  for (const element of elements) {
    if (!isHome(element)) continue;
    const centroid = measureCentroid(element.footprint);
    areas.find(({ polygons }) => isPointInPolygon(centroid, polygons))?.homes.push(element);
  }
}

/** Spreads what the homes with stated people leave of the population over the floor area of the others. */
function spreadPopulation({ community, homes }: CommunityArea, context: BuildContext): void {
  const { id, dataset, population } = community.properties;
  const stated = homes.reduce((sum, home) => sum + (home.attributes.peopleNight ?? 0), 0);
  const rest = (population ?? 0) - stated;
  const open = homes.filter((home) => home.attributes.peopleNight === null);
  const measured = open.filter((home) => (home.attributes.floorAreaSquareMeters ?? 0) > 0);
  const place = { layer: dataset, id };
  if (measured.length < open.length) {
    const values = { count: open.length - measured.length };
    context.report({ code: 'community.unknownFloorArea', severity: 'note', place, values });
  }
  if (rest === 0) return;
  if (rest < 0 || measured.length === 0) {
    const code = rest < 0 ? 'community.populationExceeded' : 'community.noResidentialArea';
    context.report({ code, severity: 'warning', place, values: { people: Math.abs(rest) } });
    return;
  }
  const total = measured.reduce((sum, home) => sum + (home.attributes.floorAreaSquareMeters ?? 0), 0);
  for (const home of measured) {
    home.attributes.peopleNight = (rest * (home.attributes.floorAreaSquareMeters ?? 0)) / total;
    home.derived.peopleNight = SPREAD_RULE;
  }
}

function assumeDensity(element: CityElement, assumptions: Assumptions): void {
  const { attributes, derived } = element;
  const density = attributes.use === null ? undefined : assumptions.peoplePer1000SquareMeters?.[attributes.use];
  if (!density || attributes.floorAreaSquareMeters === null) return;
  const thousands = attributes.floorAreaSquareMeters / 1000;
  if (attributes.peopleDay === null) {
    attributes.peopleDay = density.day * thousands;
    derived.peopleDay = DENSITY_RULE;
  }
  if (attributes.peopleNight === null) {
    attributes.peopleNight = density.night * thousands;
    derived.peopleNight = DENSITY_RULE;
  }
}

/**
 * Gives buildings people, in place, where the source states none: first the population of the communities, spread at
 * night over the floor area of the residential buildings inside, so that each community keeps its total; then the
 * recipe's assumed densities by use. Whatever neither reaches stays `null`.
 * @param buildings With footprints in metres of the project CRS and floor areas already derived.
 * @param communities In degrees; those without a population are passed over.
 * Reports: `community.noResidentialArea`, `community.populationExceeded` (the source states more people than live
 * there), `community.unknownFloorArea` (homes that get none because their floor area is unknown).
 */
export function derivePeople(
  buildings: readonly CityElement[],
  communities: readonly Community[],
  { projection, assumptions }: PeopleSources,
  context: BuildContext,
): void {
  const areas = prepareAreas(communities, projection);
  settleHomes(buildings, areas);
  for (const area of areas) spreadPopulation(area, context);
  if (assumptions) for (const building of buildings) assumeDensity(building, assumptions);
}
