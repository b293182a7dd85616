import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import { hashFile, listFilesBelow } from '../package/hash-files.ts';
import { MANIFEST_FILE } from '../package/read-package.ts';
import type { FaultList } from './fault-list.ts';

/**
 * Holds the files of a package against its manifest.
 * Faults: `file.missing`, `file.size`, `file.hash`, `file.extra`.
 */
export async function verifyFiles(folder: string, manifest: CityManifest, faults: FaultList): Promise<void> {
  for (const [name, listed] of Object.entries(manifest.files)) {
    faults.count('files');
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) {
      faults.add('file.missing', name);
      continue;
    }
    if (found.size !== listed.bytes) faults.add('file.size', `${name}: ${found.size} bytes, ${listed.bytes} listed`);
    else if ((await hashFile(file)).sha256 !== listed.sha256) faults.add('file.hash', name);
  }
  for (const name of await listFilesBelow(folder)) {
    if (name !== MANIFEST_FILE && !manifest.files[name]) faults.add('file.extra', name);
  }
}
