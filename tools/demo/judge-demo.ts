import { existsSync } from 'node:fs';
import { readPackage } from '../package/read-package.ts';
import { isWhole } from '../package/target-folder.ts';
import { TOOL } from '../package/tool-version.ts';

/**
 * Judges what is in the folder of the demo city before the app is served.
 * @returns `missing`: nothing there; `upToDate`: a whole package of this version of the tools, or a city of the user's
 * own (not synthetic), which is never replaced; `outOfDate`: a demo of other tools, or one that is damaged.
 */
export async function judgeDemo(folder: string): Promise<'missing' | 'upToDate' | 'outOfDate'> {
  if (!existsSync(folder)) return 'missing';
  const found = await readPackage(folder);
  if (!found.ok) return 'outOfDate';
  const { synthetic, tool } = found.value;
  if (!synthetic) return 'upToDate';
  return tool.version === TOOL.version && (await isWhole(folder, found.value)) ? 'upToDate' : 'outOfDate';
}
