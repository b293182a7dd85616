import type { Issue } from '../../src/core/city/issue.ts';
import { ATTRIBUTE_NAMES_BY_KIND, type Recipe, recipeSchema } from '../../src/core/city/recipe.ts';

/**
 * Finds the fields of a recipe that mean nothing: a misspelt `heightDatum` would otherwise be left out silently.
 * @param document The recipe as written. @param recipe The same, checked. @param file Name that the issues tell.
 * @returns One warning `recipe.unknownField` per field (values `field`, as a path, and `known`); may be empty.
 */
export function findUnknownFields(document: unknown, recipe: Recipe, file: string): Issue[] {
  const issues: Issue[] = [];
  const compare = (object: unknown, known: readonly string[], prefix: string) => {
    for (const name of Object.keys((object ?? {}) as object)) {
      if (known.includes(name)) continue;
      const values = { field: `${prefix}${name}`, known: known.join(' ') };
      issues.push({ code: 'recipe.unknownField', severity: 'warning', place: { file }, values });
    }
  };
  const { shape } = recipeSchema;
  const written = document as { assumptions?: unknown; datasets: unknown[] };
  compare(written, Object.keys(shape), '');
  compare(written.assumptions, Object.keys(shape.assumptions.unwrap().shape), 'assumptions.');
  recipe.datasets.forEach((dataset, index) => {
    compare(written.datasets[index], Object.keys(shape.datasets.element.shape), `datasets.${index}.`);
    const names = ATTRIBUTE_NAMES_BY_KIND[dataset.kind];
    if (names) compare(dataset.attributes, names, `datasets.${index}.attributes.`);
  });
  return issues;
}
