import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkShelters } from '../../../../src/core/evacuation/check-shelters.ts';
import { shelterCollectionSchema } from '../../../../src/core/evacuation/shelter.ts';
import { zoneCollectionSchema } from '../../../../src/core/zones/zone.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { freshFolder } from '../../fresh-folder.ts';

const run = promisify(execFile);
const SOURCES = ['citymodels/plateau/numazu', 'shelters/jp-numazu-emergency.geojson', '3dtiles/plateau-numazu-1.1'];

describe('shelters of numazu', () => {
  it.skipIf(SOURCES.some((source) => realDataPath(source) === null))(
    'one of 105 emergency places and none of 51 shelters lies in a landslide zone',
    async () => {
      const folder = freshFolder('numazu');
      await run(process.execPath, ['tools/city.mjs', 'build', 'tests/real/numazu.json', '--out', `${folder}/numazu`], {
        maxBuffer: 2 ** 26,
      });
      const read = async (file: string) => JSON.parse(await readFile(`${folder}/numazu/${file}`, 'utf8')) as unknown;
      const shelters = shelterCollectionSchema.parse(await read('shelters.geojson')).features;
      const zones = zoneCollectionSchema.parse(await read('zones.geojson')).features;
      const slides = zones.filter((zone) => zone.properties.hazard === 'landslide');
      const of = (dataset: string) => shelters.filter((shelter) => shelter.properties.dataset === dataset);
      expect([slides.length, of('emergency-places').length, of('evacuation-shelters').length]).toEqual([81, 105, 51]);
      const [found, ...others] = checkShelters(of('emergency-places'), slides);
      expect(others).toEqual([]);
      const name = shelters.find((shelter) => shelter.properties.id === found?.shelterId)?.properties.name;
      expect(name).toBe('第三地区センター');
      // Its source designates it for landslides all the same: told, not flagged.
      expect(found).toMatchObject({ flagged: false, hazards: [{ hazard: 'landslide', designation: 'designated' }] });
      expect(checkShelters(of('evacuation-shelters'), slides)).toEqual([]);
    },
  );
});
