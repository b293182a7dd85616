import path from 'node:path';
import { DEFAULT_DEMO_PLAN } from '../demo/demo-plan.ts';
import { writeDemo } from '../demo/write-demo.ts';
import { buildPackage } from '../package/build-package.ts';
import { summarisePackage } from '../package/summarise-package.ts';
import type { Command } from './command.ts';
import { explainIssue } from './explain-issue.ts';
import { printPackage } from './print-package.ts';
import { findProjectRoot, resolveTyped } from './project-paths.ts';

const LARGEST_SEED = 2 ** 32 - 1;

/** `city demo`: generates the synthetic demo city and builds it like any other; its sources stay in `.cache/demo`. */
export const demoCommand: Command = {
  name: 'demo',
  summary: { zh: '生成并构建合成的示范城市。', en: 'Generates and builds the synthetic demo city.' },
  usage: '[--out DIR] [--seed N] [--force]',
  operands: [0, 0],
  options: { out: { type: 'string' }, seed: { type: 'string' }, force: { type: 'boolean' } },
  async run({ options }, io) {
    const seed = options.seed === undefined ? DEFAULT_DEMO_PLAN.seed : Number(options.seed);
    if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) {
      io.say(io.locale === 'zh' ? '--seed 应为不小于 0 的整数。' : '--seed wants a whole number from 0.');
      return { exitCode: 2, json: { error: { code: 'usage', text: `--seed ${String(options.seed)}` } } };
    }
    const root = findProjectRoot();
    const recipe = await writeDemo({ ...DEFAULT_DEMO_PLAN, seed }, path.join(root, '.cache', 'demo', String(seed)));
    const built = await buildPackage(
      recipe,
      {
        tilesFolder: path.join(root, 'tiles'),
        force: options.force === true,
        ...(typeof options.out === 'string' ? { out: resolveTyped(options.out) } : {}),
      },
      { progress: io.progress, report: () => undefined, signal: io.signal },
    );
    if (!built.ok) return explainIssue(built.issue, io);
    const { manifest, folder, written } = built.value;
    if (written) printPackage(manifest, io);
    else io.say(io.locale === 'zh' ? '已是最新，无需重新生成。' : 'Up to date.');
    io.say(folder);
    return { exitCode: 0, json: summarisePackage(manifest) };
  },
};
