import type { IssuePlace } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import type { SourceRecord, SourceRecords } from '../../src/core/formats/source-record.ts';
import type { LoadedRecipe } from '../package/load-recipe.ts';
import type { BuildContext } from '../package/progress.ts';

/** One file of a vector layer that is being read. */
export interface LayerFile {
  /** `file` and `layer` of every issue about it. */
  place: IssuePlace & { file: string };
  path: string;
  dataset: RecipeDataset;
  loaded: LoadedRecipe;
  context: BuildContext;
}

/** Records of a layer file before they are placed; `implied` is the CRS that the format itself means. */
export interface LayerRecords extends SourceRecords {
  implied?: string;
}

/** A polygon record brought to longitude, latitude (degrees), rings mended, parts united. */
export interface PlacedPolygons {
  record: SourceRecord;
  place: IssuePlace;
  coordinates: [number, number][][][];
}

/** The features of a dataset, their source CRS (of the first file) and files relative to the recipe. */
export interface ReadLayer<T> {
  features: T[];
  crs: string;
  files: string[];
}
