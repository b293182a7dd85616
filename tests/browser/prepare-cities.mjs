/** Builds the packages that the journeys open, under `test-results/city/tiles`: the demo and the real ones that are here. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCli } from '../../tools/city.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Cities of `tests/real`; each is built when all its sources are on this machine. */
const REAL_CITIES = ['numazu', 'delfshaven', 'delft', 'nyc', 'sibbe', 'amsterdam'];

/** Folder of the packages; it is served as `/tiles/`. */
export const CITIES_FOLDER = path.join(ROOT, 'test-results', 'city', 'tiles');

/** @param {string} recipe @returns {string[]} */
function missingSources(recipe) {
  /** @type {{ datasets: { source: string | string[] }[] }} */
  const { datasets } = JSON.parse(readFileSync(recipe, 'utf8'));
  const starts = datasets.flatMap(({ source }) => source).map((source) => source.replace(/\/[^/]*[*?].*$/, ''));
  return starts.filter((source) => !existsSync(path.resolve(path.dirname(recipe), source)));
}

/** @returns {Promise<string[]>} Ids of the cities whose build failed. */
export async function prepareCities() {
  mkdirSync(CITIES_FOLDER, { recursive: true });
  const catalog = path.join(CITIES_FOLDER, 'catalog.json');
  if (!existsSync(catalog)) writeFileSync(catalog, JSON.stringify({ catalogVersion: 1, cities: [] }));
  const { runCli } = await loadCli();
  const failed = [];
  if ((await runCli(['demo', '--force', '--out', path.join(CITIES_FOLDER, 'demo')])) !== 0) failed.push('demo');
  for (const id of REAL_CITIES) {
    const recipe = path.join(ROOT, 'tests', 'real', `${id}.json`);
    const [missing] = missingSources(recipe);
    if (missing !== undefined) console.error(`${id}: skipped, its data is not here (${missing})`);
    else if ((await runCli(['build', recipe, '--force', '--out', path.join(CITIES_FOLDER, id)])) !== 0) failed.push(id);
  }
  return failed;
}
