import path from 'node:path';
import type { Outcome } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import { checkPlacement } from '../elements/check-placement.ts';
import { decideSourceFrame, type FrameQuestion, type SourceFrame } from '../elements/source-frame.ts';
import { type HeightRaster, parseAsciiGrid } from '../formats/ascii-grid.ts';
import { readBytes } from '../formats/read-bytes.ts';
import { type LoadedRecipe, resolveSources, sourceName } from '../package/load-recipe.ts';
import type { BuildContext } from '../package/progress.ts';
import { createElevation, type Elevation } from './elevation.ts';

/** An elevation model as read, with what the manifest says of it. */
export interface ReadTerrain {
  elevation: Elevation;
  cells: number;
  frame: SourceFrame;
  files: string[];
}

function countEmpty({ heights }: HeightRaster): number {
  return heights.reduce((sum, height) => sum + (Number.isNaN(height) ? 1 : 0), 0);
}

/**
 * Reads the elevation model of a terrain dataset: one Esri ASCII raster.
 * Errors: `source.absent`, `file.unreadable`, `terrain.severalSources`, `terrain.formatUnknown`, those of
 * `parseAsciiGrid`, of CRS and placement; `raster.empty` without a single height.
 * Reports `raster.holesFilled` with the number of cells without a height.
 */
export async function readTerrain(
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  context: BuildContext,
): Promise<Outcome<ReadTerrain>> {
  const sources = await resolveSources(dataset, loaded);
  if (!sources.ok) return sources;
  const [source, another] = sources.value;
  const place = { file: source === undefined ? '' : sourceName(source, loaded), layer: dataset.id };
  const refuse = (code: string): Outcome<never> => ({ ok: false, issue: { code, severity: 'error', place } });
  if (source === undefined || another !== undefined) return refuse('terrain.severalSources');
  if (path.extname(source).toLowerCase() !== '.asc') return refuse('terrain.formatUnknown');
  const bytes = await readBytes(source, place);
  if (!bytes.ok) return bytes;
  const parsed = parseAsciiGrid(new TextDecoder().decode(bytes.value), place);
  if (!parsed.ok) return parsed;
  const raster = parsed.value;
  const question: FrameQuestion = { declared: null, sample: [raster.x, raster.y], place, dataset, loaded, context };
  const frame = decideSourceFrame(question);
  if (!frame.ok) return frame;
  const checked = checkPlacement(frame.value, [[raster.x, raster.y]], question);
  if (!checked.ok) return checked;
  const empty = countEmpty(raster);
  if (empty === raster.heights.length) return refuse('raster.empty');
  if (empty > 0) context.report({ code: 'raster.holesFilled', severity: 'warning', place, values: { count: empty } });
  return {
    ok: true,
    value: {
      elevation: createElevation(raster, frame.value),
      cells: raster.heights.length,
      frame: frame.value,
      files: [place.file],
    },
  };
}
