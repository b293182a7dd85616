import { existsSync, statSync } from 'node:fs';
import { verifyPackage } from '../verify/verify-package.ts';
import type { Command } from './command.ts';
import { explainIssue } from './explain-issue.ts';
import { resolveTyped } from './project-paths.ts';

/** `city verify`: checks a package from its stored bytes. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    zh: '核验城市包的完整性与几何、编号、面积。',
    en: 'Checks a package: files, ids, areas, geometry, tiles.',
  },
  usage: 'DIR',
  operands: [1, 1],
  options: {},
  async run({ positionals }, io) {
    const folder = resolveTyped(positionals[0] ?? '');
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      return explainIssue({ code: 'file.absent', severity: 'error', place: { file: folder } }, io);
    }
    const report = await verifyPackage(folder, { progress: io.progress, report: () => undefined, signal: io.signal });
    for (const [name, count] of Object.entries(report.checked)) io.say(`  ${name}: ${count}`);
    for (const { code, where } of report.inherited) io.say(`  (inherited) ${code}: ${where}`);
    for (const { code, where } of report.faults) io.say(`  FAULT ${code}: ${where}`);
    io.say(report.ok ? 'ok' : `${report.faults.length} faults`);
    return { exitCode: report.ok ? 0 : 1, json: report };
  },
};
