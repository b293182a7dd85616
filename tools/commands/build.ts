import path from 'node:path';
import { buildPackage } from '../package/build-package.ts';
import { createIssueCollector } from '../package/issue-collector.ts';
import { summarisePackage } from '../package/summarise-package.ts';
import type { Command } from './command.ts';
import { explainIssue } from './explain-issue.ts';
import { printIssues, printPackage } from './print-package.ts';
import { findProjectRoot, resolveTyped } from './project-paths.ts';

/** `city build`: a recipe becomes a city package. */
export const buildCommand: Command = {
  name: 'build',
  summary: { zh: '按配方生成城市包。', en: 'Builds a city package from a recipe.' },
  usage: 'RECIPE [--out DIR] [--force]',
  operands: [1, 1],
  options: { out: { type: 'string' }, force: { type: 'boolean' } },
  async run({ positionals, options }, io) {
    const { out } = options;
    const met = createIssueCollector();
    const built = await buildPackage(
      resolveTyped(positionals[0] ?? ''),
      {
        tilesFolder: path.join(findProjectRoot(), 'tiles'),
        force: options.force === true,
        ...(typeof out === 'string' ? { out: resolveTyped(out) } : {}),
      },
      { progress: io.progress, report: met.report, signal: io.signal },
    );
    if (!built.ok) {
      printIssues(met.counts(), io);
      return explainIssue(built.issue, io);
    }
    const { manifest, folder, written } = built.value;
    if (written) printPackage(manifest, io);
    else io.say(io.locale === 'zh' ? '已是最新，无需重新生成。' : 'Up to date.');
    io.say(folder);
    return { exitCode: 0, json: summarisePackage(manifest) };
  },
};
