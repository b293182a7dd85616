import type { IssuePlace } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import type { LoadedRecipe } from '../package/load-recipe.ts';
import type { BuildContext } from '../package/progress.ts';
import type { CityElement } from './city-element.ts';
import type { SourceFrame } from './source-frame.ts';

/** One file of a dataset that is being read. */
export interface SourceFile {
  /** `file` and `layer` of every issue about it. */
  place: IssuePlace & { file: string };
  kind: CityElement['kind'];
  dataset: RecipeDataset;
  loaded: LoadedRecipe;
  context: BuildContext;
}

/** An element and the record it came from. */
export interface PlacedElement {
  element: CityElement;
  place: IssuePlace;
}

/** The elements of one file, in its order, and the frame they were read in. */
export interface ElementBatch {
  elements: PlacedElement[];
  frame: SourceFrame;
}
