import type { WayClass } from '../core/city/ground-feature.ts';
import { parseGroundLayer } from '../core/city/parse-ground.ts';
import { createProjection } from '../core/crs/projection.ts';
import { indexStreets } from '../core/zones/editing/index-streets.ts';
import { packSnapIndex } from '../core/zones/editing/packed-snap-index.ts';
import { nameOfUrl } from '../data/fetch-body.ts';
import { loadJson } from '../data/load-json.ts';
import type { Handler } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Ways that run on rails or under the ground: no street to draw along. */
const NO_STREETS: readonly WayClass[] = ['rail', 'metro'];

/** Reads the ways of a package and prepares them for snapping and tracing, in steps: other questions are answered meanwhile. */
export const answerStreets: Handler<'indexStreets'> = async ({ url, projectCrs }, { signal }) => {
  const projection = createProjection(projectCrs);
  if (!projection.ok) return projection;
  const json = await loadJson(url, { signal });
  if (!json.ok) return json;
  const ways = parseGroundLayer('network', json.value);
  if (!ways) {
    const place = { file: nameOfUrl(url), layer: 'ways' };
    return { ok: false, issue: { code: 'layer.notCollection', severity: 'error', place } };
  }
  const { fromLonLat } = projection.value;
  const lines = ways.features
    .filter(({ properties }) => !NO_STREETS.includes(properties.wayClass))
    .flatMap(({ geometry }) => geometry.coordinates)
    .map((line) => Float64Array.from(line.flatMap(([lon, lat]) => [...fromLonLat(lon, lat)])));
  const taken = await takeSteps(indexStreets(lines), signal);
  if (!taken) return { ok: false, issue: { code: 'worker.cancelled', severity: 'note', place: {} } };
  return { ok: true, value: packSnapIndex(taken.value) };
};
