import type { ExposureResult } from '../../src/core/risk/exposure.ts';
import { createIssueCollector } from '../package/issue-collector.ts';
import { measurePackageExposure } from '../package/measure-package-exposure.ts';
import type { Command, CommandIo } from './command.ts';
import { explainIssue } from './explain-issue.ts';
import { printIssues } from './print-package.ts';
import { resolveTyped } from './project-paths.ts';

function printExposure({ rule, byLevel, union, zones }: ExposureResult, io: CommandIo): void {
  const unit = io.locale === 'zh' ? '栋' : 'buildings';
  const tellPipes = ({ pipesMeters }: ExposureResult['union']) => {
    if (union.pipesMeters === 0) return '';
    return `, ${pipesMeters.toFixed(1)} m ${io.locale === 'zh' ? '管线' : 'of pipe'}`;
  };
  const told = (each: ExposureResult['union']) =>
    `${each.buildings} ${unit}, ${each.footprintAreaSquareMeters.toFixed(1)} m²${tellPipes(each)}`;
  io.say(rule);
  for (const zone of zones) io.say(`  ${zone.id}: ${told(zone)}`);
  for (const [level, each] of Object.entries(byLevel)) io.say(`  [${level}] ${told(each)}`);
  io.say(`  ∪ ${told(union)}`);
}

/** `city exposure`: what of a package lies in the zones of a file. */
export const exposureCommand: Command = {
  name: 'exposure',
  summary: {
    zh: '统计分区内的建筑、面积、人口与管线。',
    en: 'Counts buildings, areas, people and pipes inside zones.',
  },
  usage: 'DIR --zones FILE',
  operands: [1, 1],
  options: { zones: { type: 'string' } },
  async run({ positionals, options }, io) {
    const zones = options.zones;
    if (typeof zones !== 'string') {
      io.say('city exposure DIR --zones FILE');
      return { exitCode: 2, json: { error: { code: 'usage', text: '--zones FILE' } } };
    }
    const context = { progress: io.progress, report: () => undefined, signal: io.signal };
    const measured = await measurePackageExposure(resolveTyped(positionals[0] ?? ''), resolveTyped(zones), context);
    if (!measured.ok) return explainIssue(measured.issue, io);
    const met = createIssueCollector();
    for (const issue of measured.value.issues) met.report(issue);
    printExposure(measured.value.result, io);
    printIssues(met.counts(), io);
    return { exitCode: 0, json: measured.value.result };
  },
};
