import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Recipe, RecipeDataset } from '../../../../src/core/city/recipe.ts';
import type { LoadedRecipe } from '../../../../tools/package/load-recipe.ts';
import { freshFolder } from '../../fresh-folder.ts';

/** Project CRS of the small test cities: UTM zone 31N, around 4.3° E, 51.9° N. */
export const PROJECT_CRS = 'EPSG:32631';

/** Writes files into a fresh folder and answers a recipe over them. */
export async function recipeOver(
  files: Record<string, string | Uint8Array>,
  dataset: Partial<RecipeDataset>,
  recipe: Partial<Recipe> = {},
): Promise<{ loaded: LoadedRecipe; dataset: RecipeDataset }> {
  const folder = freshFolder('sources');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const full: RecipeDataset = { id: 'buildings', kind: 'buildings', source: Object.keys(files), ...dataset };
  const whole: Recipe = {
    version: 1,
    id: 'test',
    name: { zh: '试', en: 'test' },
    projectCrs: PROJECT_CRS,
    datasets: [full],
    ...recipe,
  };
  return { loaded: { recipe: whole, folder }, dataset: full };
}

/** A GeoJSON polygon feature: a square of `size` degrees with its lower left corner at lon, lat. */
export function squareFeature(
  lon: number,
  lat: number,
  properties: Record<string, unknown>,
  size = 0.0002,
): { type: 'Feature'; properties: Record<string, unknown>; geometry: { type: 'Polygon'; coordinates: number[][][] } } {
  const ring = [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}
