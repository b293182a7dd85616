import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import type { CityElement, ElementAttributes } from '../elements/city-element.ts';
import { normaliseAttributes } from '../elements/normalise-attributes.ts';
import type { BuildContext } from '../package/progress.ts';
import { outlineTriangles } from './outline-triangles.ts';
import type { SourceAttributes } from './source-attributes.ts';

/** Everything the tiles tell of one element. */
export interface GatheredElement {
  id: string;
  attributes: SourceAttributes;
  /** Content that named it first. */
  uri: string;
  /** Number of its first feature in that content, from 0. */
  feature: number;
  /** x, y (project CRS) and ellipsoidal height per corner, nine numbers per triangle. */
  corners: number[];
}

/** A stated height further from the model's than both of these contradicts it. */
const TOLERANCE_METERS = 0.5;
const TOLERANCE_SHARE = 0.1;
/** A model lower than this is a flat outline and says nothing of the height. */
const FLAT_METERS = 0.1;

function heightRange(corners: readonly number[]): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 2; at < corners.length; at += 3) {
    low = Math.min(low, corners[at]!);
    high = Math.max(high, corners[at]!);
  }
  return { low, high };
}

/** Height by the model when the source states none or one that the model contradicts. */
function settleHeight(
  stated: number | null,
  measured: number,
  id: string,
  dataset: RecipeDataset,
  context: BuildContext,
): Pick<ElementAttributes, 'heightMeters'> & { derived: Record<string, string> } {
  if (!(measured >= FLAT_METERS)) return { heightMeters: stated, derived: {} };
  const rounded = Math.round(measured * 1000) / 1000;
  if (stated !== null) {
    const tolerance = Math.max(TOLERANCE_METERS, TOLERANCE_SHARE * measured);
    if (Math.abs(stated - measured) <= tolerance) return { heightMeters: stated, derived: {} };
    context.report({
      code: 'height.contradictsMesh',
      severity: 'note',
      place: { layer: dataset.id, id },
      values: { stated, measured: rounded },
    });
  }
  return { heightMeters: rounded, derived: { heightMeters: 'height.from-mesh' } };
}

/**
 * Makes the element of an adopted tileset: attributes normalised, footprint, base and (where the source has no credible
 * one) height from the mesh, marked as derived. The footprint is empty when the mesh covers no ground.
 * Issues: those of `normaliseAttributes`, `height.contradictsMesh`.
 */
export function describeAdopted(
  gathered: GatheredElement,
  dataset: RecipeDataset,
  kind: CityElement['kind'],
  context: BuildContext,
): CityElement {
  const { id, corners, uri, feature } = gathered;
  const { source, lookup } = gathered.attributes;
  const place = { file: uri, layer: dataset.id, row: feature + 1, id };
  const attributes = normaliseAttributes(lookup, id, dataset, place, context);
  const drawn = corners.length > 0;
  const { low, high } = heightRange(corners);
  const height = settleHeight(attributes.heightMeters, drawn ? high - low : 0, id, dataset, context);
  return {
    kind,
    attributes: {
      ...attributes,
      heightMeters: height.heightMeters,
      baseHeightMeters: drawn ? Math.round(low * 1000) / 1000 : null,
    },
    derived: { ...(drawn ? { geometry: 'footprint.from-mesh' } : {}), ...height.derived },
    source,
    footprint: outlineTriangles(corners),
    shape: { type: 'adopted' },
  };
}
