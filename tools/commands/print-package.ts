import type { CityManifest, IssueCount } from '../../src/core/city/city-manifest.ts';
import { summarisePackage } from '../package/summarise-package.ts';
import type { CommandIo } from './command.ts';

/** Tells counted issues, most severe first, with a few places each. */
export function printIssues(issues: readonly IssueCount[], io: CommandIo): void {
  const { locale } = io;
  const example = locale === 'zh' ? '例如：' : 'e.g. ';
  for (const issue of issues) {
    const lead = issue.count > 1 ? example : '';
    io.say(`  ${issue.severity} ${issue.code} × ${issue.count}: ${lead}${issue.text[locale]}`);
    if (issue.examples.length > 0) io.say(`      ${issue.examples.slice(0, 3).join(' · ')}`);
  }
}

/** Tells a package on the terminal: what is in it and what was wrong with the data. */
export function printPackage(manifest: CityManifest, io: CommandIo): void {
  const { locale } = io;
  const summary = summarisePackage(manifest);
  const megabytes = (summary.bytes / 1e6).toFixed(1);
  io.say(`${manifest.name[locale]} (${manifest.id})  ${manifest.projectCrs}  ${megabytes} MB`);
  for (const dataset of manifest.datasets) {
    io.say(`  ${dataset.id} (${dataset.kind}): ${dataset.count}  ${dataset.crs}`);
  }
  for (const rule of manifest.rules) io.say(`  [${rule.standing}] ${rule.count} × ${rule.text[locale]}`);
  printIssues(manifest.issues, io);
}
