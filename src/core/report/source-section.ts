import type { CityManifest } from '../city/city-manifest.ts';
import { buildTable } from './build-table.ts';
import { formatNumber } from './format-value.ts';
import type { ReportLocale, ReportSection, ReportTable } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { shortenPaths } from './shorten-paths.ts';
import { reportText } from './texts.ts';
import { datumName, kindName, localized } from './vocabulary.ts';

/** Absent tiles told by name; the rest are counted. */
const NAMED_TILES = 12;

function sourceTable(manifest: CityManifest, locale: ReportLocale): ReportTable {
  return buildTable(locale, {
    id: 'sources',
    caption: 'tabSources',
    columns: [
      { key: 'title', label: 'colTitle', kind: 'text', widthFraction: 2.4 },
      { key: 'kind', label: 'colKind', kind: 'text' },
      { key: 'count', label: 'colRecords', kind: 'number' },
      { key: 'crs', label: 'colCrs', kind: 'text', widthFraction: 1.4 },
      { key: 'datum', label: 'colDatum', kind: 'text', widthFraction: 2.8 },
      { key: 'licence', label: 'colLicence', kind: 'text', widthFraction: 3.8 },
    ],
    rows: manifest.datasets.map((dataset) => ({
      title: localized(dataset.title, locale),
      kind: kindName(dataset.kind, locale),
      count: dataset.count,
      crs: dataset.crs,
      datum: datumName(dataset.heightDatum, locale),
      licence:
        [dataset.attribution ?? manifest.attribution, dataset.licence ?? manifest.licence]
          .filter((part) => part !== undefined)
          .join(locale === 'en' ? ' — ' : '；') || null,
    })),
  });
}

function ruleTable(manifest: CityManifest, locale: ReportLocale): ReportTable {
  return buildTable(locale, {
    id: 'rules',
    caption: 'tabRules',
    columns: [
      { key: 'rule', label: 'colRule', kind: 'text', widthFraction: 2.2 },
      { key: 'standing', label: 'colStanding', kind: 'text' },
      { key: 'text', label: 'colText', kind: 'text', widthFraction: 5 },
      { key: 'rows', label: 'colRows', kind: 'number' },
    ],
    rows: manifest.rules.map((rule) => ({
      rule: rule.id,
      standing: reportText(locale, rule.standing === 'derived' ? 'standingDerived' : 'standingAssumed'),
      text: localized(rule.text, locale),
      rows: rule.count,
    })),
  });
}

function issueTable(manifest: CityManifest, locale: ReportLocale): ReportTable {
  const texts = shortenPaths(
    manifest.issues.map((issue) => localized(issue.text, locale)),
    manifest.datasets.flatMap((dataset) => dataset.sources),
  );
  const severities = { error: 'severityError', warning: 'severityWarning', note: 'severityNote' } as const;
  return buildTable(locale, {
    id: 'issues',
    caption: 'tabIssues',
    columns: [
      { key: 'severity', label: 'colSeverity', kind: 'text' },
      { key: 'text', label: 'colText', kind: 'text', widthFraction: 6 },
      { key: 'count', label: 'colCount', kind: 'number' },
      { key: 'code', label: 'colCode', kind: 'text', widthFraction: 2.4 },
    ],
    rows: manifest.issues.map((issue, index) => ({
      severity: reportText(locale, severities[issue.severity]),
      text: texts[index] ?? null,
      count: issue.count,
      code: issue.code,
    })),
  });
}

/** The section on method and sources: counting rule, fingerprint, datasets with licences, derivations, import issues. */
export function buildSourceSection(input: ReportInput): ReportSection {
  const { locale, manifest } = input;
  return {
    heading: reportText(locale, 'methodHeading'),
    paragraphs: [
      ...(input.exposure.status === 'missing'
        ? []
        : [reportText(locale, 'methodRule', { rule: input.exposure.result.rule })]),
      reportText(locale, 'methodTables'),
      reportText(locale, 'methodBasis', {
        hash: manifest.inputHash,
        tool: manifest.tool.name,
        version: manifest.tool.version,
      }),
    ],
    tables: [
      sourceTable(manifest, locale),
      ...(manifest.rules.length > 0 ? [ruleTable(manifest, locale)] : []),
      ...(manifest.issues.length > 0 ? [issueTable(manifest, locale)] : []),
    ],
    notes: [
      ...(manifest.rules.length === 0 ? [reportText(locale, 'noRules')] : []),
      ...(manifest.issues.length === 0 ? [reportText(locale, 'noIssues')] : []),
    ],
  };
}

function tellAbsent(absent: readonly string[], locale: ReportLocale): string {
  const names = absent.slice(0, NAMED_TILES).join(', ');
  if (absent.length <= NAMED_TILES) return names;
  return reportText(locale, 'limitsAbsentMore', { names, count: formatNumber(absent.length, 0, locale) });
}

/** The section on what the report cannot say, with the tiles that the source lacks by name. */
export function buildLimitSection(manifest: CityManifest, locale: ReportLocale): ReportSection {
  const absent = manifest.tilesets.flatMap((tileset) => tileset.absentContents.map((uri) => `${tileset.id}/${uri}`));
  return {
    heading: reportText(locale, 'limitsHeading'),
    paragraphs: [
      ...(absent.length > 0 ? [reportText(locale, 'limitsAbsent', { names: tellAbsent(absent, locale) })] : []),
      reportText(locale, 'limitsOther'),
    ],
    tables: [],
    notes: [],
  };
}
