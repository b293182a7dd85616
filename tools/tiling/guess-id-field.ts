import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import { findSourceId } from '../elements/normalise-attributes.ts';

/** A feature as far as its identity goes. */
interface Identifiable {
  /** Number in its content. */
  id: number;
  lookup: Record<string, unknown>;
}

/** Finds the source id of one feature; `null` when it has none. */
export type IdOf = (feature: Identifiable) => string | null;

const LIKELY = [/^gml[_:]?id$/i, /building_?id$/i, /^(uuid|guid|fid|oid|objectid)$/i, /id$/i];

/**
 * Chooses the attribute that identifies features across tiles: the recipe's, else a usual name, else the first whose
 * name ends in "id". A guessed attribute that only repeats the feature's number in its tile is no identity, since
 * numbers restart in every tile.
 */
export function chooseIdField(features: readonly Identifiable[], dataset: RecipeDataset): IdOf {
  const usual: IdOf = (feature) => findSourceId(feature.lookup, dataset);
  if (dataset.attributes?.id) return usual;
  const names = Object.keys(features[0]?.lookup ?? {});
  const guessed = LIKELY.flatMap((pattern) => names.filter((name) => pattern.test(name)));
  const candidates: IdOf[] = [
    usual,
    ...guessed.map(
      (name): IdOf =>
        ({ lookup }) =>
          ['string', 'number'].includes(typeof lookup[name]) && lookup[name] !== '' ? String(lookup[name]) : null,
    ),
  ];
  const identifies = (of: IdOf) => {
    const ids = features.map(of);
    return (
      ids.some((id) => id !== null) &&
      !features.every((feature, at) => ids[at] === null || ids[at] === String(feature.id))
    );
  };
  return candidates.find(identifies) ?? (() => null);
}
