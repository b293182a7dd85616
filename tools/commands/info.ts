import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import { loadRecipe } from '../package/load-recipe.ts';
import { readPackage } from '../package/read-package.ts';
import { summarisePackage } from '../package/summarise-package.ts';
import type { Command } from './command.ts';
import { explainIssue } from './explain-issue.ts';
import { printPackage } from './print-package.ts';
import { findProjectRoot, resolveTyped } from './project-paths.ts';

/** Package that a folder holds, or that a recipe builds by default. */
async function findPackage(typed: string): Promise<Outcome<CityManifest>> {
  if (!existsSync(typed))
    return { ok: false, issue: { code: 'file.absent', severity: 'error', place: { file: typed } } };
  if (statSync(typed).isDirectory()) return readPackage(typed);
  const recipe = await loadRecipe(typed);
  return recipe.ok ? readPackage(path.join(findProjectRoot(), 'tiles', recipe.value.recipe.id)) : recipe;
}

/** `city info`: what a package holds. */
export const infoCommand: Command = {
  name: 'info',
  summary: { zh: '显示城市包的内容与数据问题。', en: 'Tells what a package holds and what was wrong with its data.' },
  usage: 'DIR|RECIPE',
  operands: [1, 1],
  options: {},
  async run({ positionals }, io) {
    const found = await findPackage(resolveTyped(positionals[0] ?? ''));
    if (!found.ok) return explainIssue(found.issue, io);
    printPackage(found.value, io);
    return { exitCode: 0, json: summarisePackage(found.value) };
  },
};
