import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoPlan } from './demo-plan.ts';
import { generateDemo } from './generate-demo.ts';

/**
 * Writes the demo's sources into a folder of its own, replacing what was there.
 * @returns Path of the recipe.
 */
export async function writeDemo(plan: DemoPlan, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, text } of generateDemo(plan)) await writeFile(path.join(folder, name), text);
  return path.join(folder, 'recipe.json');
}
