import type { IssuePlace } from '../../src/core/city/issue.ts';
import type { AttributeName, RecipeDataset } from '../../src/core/city/recipe.ts';
import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import type { BuildContext } from '../package/progress.ts';
import type { ElementAttributes } from './city-element.ts';
import { normaliseUse } from './normalise-use.ts';
import { readAttribute, textOf } from './read-attribute.ts';

/** Usual field names, tried in order when the recipe maps nothing (CityGML, CityJSON, OpenStreetMap, 3DBAG). */
const USUAL_FIELDS: Record<AttributeName, readonly string[]> = {
  id: ['id', '@id', 'identificatie', 'gml_id', 'gml:id', 'osm_id', 'buildingID'],
  name: ['name', 'gml:name', '名称'],
  address: ['address', 'addr:full', 'addr_full', '地址'],
  use: ['use', 'usage', 'function', 'kind_detail', 'building:use', 'building_use', 'building', '用途'],
  structure: ['structure', 'structureType', 'building:structure', '结构'],
  codeLevel: ['codeLevel'],
  yearBuilt: [
    'yearBuilt',
    'yearOfConstruction',
    'oorspronkelijk_bouwjaar',
    'oorspronkelijkbouwjaar',
    'year_built',
    'start_date',
  ],
  storeysAbove: [
    'storeysAbove',
    'storeysAboveGround',
    'building:levels',
    'building_levels',
    'levels',
    'storeys',
    'floors',
    '层数',
  ],
  storeysBelow: ['storeysBelow', 'storeysBelowGround', 'building:levels:underground'],
  height: ['height', 'measuredHeight', 'building:height', 'Height', 'HEIGHT', '高度'],
  groundFloorHeight: ['groundFloorHeight'],
  footprintArea: [],
  floorArea: ['floorArea', 'totalFloorArea', 'grossFloorArea', '建筑面积'],
  peopleDay: ['peopleDay'],
  peopleNight: ['peopleNight'],
  value: [],
};

/** Plausible ranges; what lies outside is unknown and reported. The highest building so far has 828 m and 163 storeys. */
const RANGES = {
  yearBuilt: [500, 2100],
  storeysAbove: [0, 200],
  storeysBelow: [0, 20],
  height: [0.1, 1000],
  groundFloorHeight: [-50, 100],
  floorArea: [0, 10_000_000],
  peopleDay: [0, 1_000_000],
  peopleNight: [0, 1_000_000],
  value: [0, Number.MAX_VALUE],
} as const;

type NumberName = keyof typeof RANGES;

/** Finds an element's own id by recipe or usual field names; `null` when the source has none. */
export function findSourceId(source: Record<string, unknown>, dataset: RecipeDataset): string | null {
  return textOf(readAttribute(source, dataset.attributes?.id, USUAL_FIELDS.id));
}

function addressOf(source: Record<string, unknown>, dataset: RecipeDataset): string | null {
  const whole = textOf(readAttribute(source, dataset.attributes?.address, USUAL_FIELDS.address));
  if (whole !== null || dataset.attributes?.address) return whole;
  const street = textOf(readAttribute(source, undefined, ['addr:street', 'addr_street']));
  const number = textOf(readAttribute(source, undefined, ['addr:housenumber', 'addr_housenumber']));
  return street === null ? null : number === null ? street : `${number} ${street}`;
}

/**
 * Brings the source attributes of one element to the normalised columns. Values that are no number or not plausible
 * become unknown and are reported as `attribute.notNumber` or `attribute.implausible` with file and row.
 * @param id Final id of the element. Areas and base height come from the geometry, not from here.
 */
export function normaliseAttributes(
  source: Record<string, unknown>,
  id: string,
  dataset: RecipeDataset,
  place: IssuePlace,
  context: BuildContext,
): ElementAttributes {
  const find = (name: AttributeName) => readAttribute(source, dataset.attributes?.[name], USUAL_FIELDS[name]);
  const number = (name: NumberName): number | null => {
    const found = find(name);
    if (!found) return null;
    const value =
      name === 'yearBuilt' && typeof found.value === 'string'
        ? found.value.replace(/^(\d{4})-\d\d.*$/, '$1')
        : found.value;
    const reading = normaliseNumber(value);
    if (reading.kind === 'absent') return null;
    const told = { field: found.field ?? name, value: String(found.value).slice(0, 40) };
    if (reading.kind === 'invalid') {
      context.report({ code: 'attribute.notNumber', severity: 'warning', place, values: told });
      return null;
    }
    const [low, high] = RANGES[name];
    if (reading.value >= low && reading.value <= high) return reading.value;
    context.report({ code: 'attribute.implausible', severity: 'warning', place, values: told });
    return null;
  };
  const useWord = textOf(find('use'));
  return {
    id,
    dataset: dataset.id,
    name: textOf(find('name')),
    address: addressOf(source, dataset),
    use: useWord === null ? null : normaliseUse(useWord),
    structure: textOf(find('structure')),
    codeLevel: textOf(find('codeLevel')),
    yearBuilt: number('yearBuilt'),
    storeysAbove: number('storeysAbove'),
    storeysBelow: number('storeysBelow'),
    heightMeters: number('height'),
    groundFloorHeightMeters: number('groundFloorHeight'),
    baseHeightMeters: null,
    footprintAreaSquareMeters: null,
    floorAreaSquareMeters: number('floorArea'),
    peopleDay: number('peopleDay'),
    peopleNight: number('peopleNight'),
    value: number('value'),
  };
}
