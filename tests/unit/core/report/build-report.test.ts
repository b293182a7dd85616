import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../../src/core/report/build-report.ts';
import { formatCsv } from '../../../../src/core/report/csv.ts';
import type { ReportDocument, ReportTable } from '../../../../src/core/report/report-document.ts';
import type { ReportInput } from '../../../../src/core/report/report-input.ts';
import { exposureOf, MANIFEST, reportInput } from './report-fixture.ts';

function report(change: Partial<ReportInput> = {}): ReportDocument {
  const built = buildReport(reportInput(change));
  if (!built.ok) throw new Error(built.issue.code);
  return built.value;
}

function table(document: ReportDocument, id: string): ReportTable {
  const found = document.sections.flatMap((section) => section.tables).find((entry) => entry.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

describe('buildReport', () => {
  it('takes totals from the union, not from the rows, and keeps them unrounded', () => {
    const levels = table(report(), 'exposure-by-level');
    expect(levels.rows.map((row) => row.footprint)).toEqual([100.4, 50.4]);
    expect(levels.totals[0]?.footprint).toBe(150.8);
  });

  it('tells a sum as unknown when no building had a value, as zero when there is no building', () => {
    const zones = table(report(), 'exposure-by-zone');
    expect(zones.rows.map((row) => row.night)).toEqual([null, 0]);
    expect(zones.rows.map((row) => row.unknownPeople)).toEqual([2, 0]);
  });

  it('prints zones with buildings, keeps all for the CSV, and says how many were zero', () => {
    const document = report();
    expect(table(document, 'exposure-by-zone').printedRows).toBe(1);
    expect(table(document, 'exposure-by-zone').rows).toHaveLength(2);
    expect(document.sections[1]?.notes.join()).toContain('另有 1 个风险区');
  });

  it('names shelters in zones, with their designation, and flags the undesignated', () => {
    const inside = table(report(), 'shelters-in-zones');
    expect(inside.rows.map((row) => [row.name, row.designation, row.flag])).toEqual([
      ['=HYPERLINK("x") #panic() *粗*', '未指定', '需核实'],
      ['第二小学', '已指定', ''],
    ]);
    expect(inside.flaggedRows).toEqual([0]);
    expect(report().summary.join('\n')).toContain('2 处避难场所位于至少一个风险区内，其中 1 处');
  });

  it('measures zone areas in the project CRS', () => {
    const [first] = table(report(), 'zones').rows;
    // 0.002° square at 32° N: 188.9 m × 221.8 m on the ellipsoid.
    expect(Number(first?.area)).toBeGreaterThan(41_700);
    expect(Number(first?.area)).toBeLessThan(42_100);
  });

  it('says when exposure is missing, stale, or has no zones to be measured in', () => {
    expect(report({ exposure: { status: 'missing' } }).summary.join()).toContain('尚未计算暴露');
    const result = { rule: 'r', zones: [], byLevel: {}, union: exposureOf(0, 0) };
    expect(report({ exposure: { status: 'stale', result } }).summary.join()).toContain('已过期');
    const without = report({ zones: [], findings: [] });
    expect(without.summary.join()).not.toContain('没有建筑的占地');
    expect(without.sections[1]?.tables).toHaveLength(0);
  });

  it('promises no zones, exposure or shelter check that the package does not have', () => {
    expect(report().title).toBe('示例城：风险区、暴露与避难场所报告');
    const bare = { zones: [], shelters: [], findings: [] };
    const chinese = report(bare);
    expect(chinese.title).toBe('示例城：城市模型报告');
    expect(chinese.subtitle).toBe('CIM 三维城市模型');
    expect(chinese.summary).toEqual([
      '本数据包含建筑 1,664 栋。',
      '本数据包没有风险区与避难场所：不作暴露统计，也不作避难场所核查。',
    ]);
    expect(chinese.figures[0]?.caption).toMatch(/^示例城：建筑（/);
    const english = report({ ...bare, locale: 'en' });
    expect(english.summary[1]).toBe(
      'The package has no risk zones and no shelters: there is no exposure and no shelter check.',
    );
    expect(`${english.title} ${english.subtitle} ${english.figures[0]?.caption}`).not.toMatch(/zone|exposure|shelter/);
    const unchecked = report({ zones: [], findings: [] });
    expect(unchecked.summary.join()).not.toContain('位于至少一个风险区');
    expect(unchecked.sections[2]?.paragraphs).toEqual(['数据包没有风险区，无法核查避难场所是否位于风险区内。']);
    const noShelters = report({ shelters: [], findings: [] });
    expect(noShelters.title).toBe('示例城：风险区与暴露报告');
    expect(noShelters.summary[1]).toBe('本数据包没有避难场所：不作避难场所核查。');
  });

  it('tells its extent without minus signs', () => {
    const extentOf = (extent: [number, number, number, number]) =>
      report({ manifest: { ...MANIFEST, extent } }).meta.find((entry) => entry.label.startsWith('范围'))?.value;
    expect(extentOf([-74.01, 40.6, -73.95, 40.7])).toBe('74.0100–73.9500°\u00a0W, 40.6000–40.7000°\u00a0N');
    expect(extentOf([-0.1, -0.2, 0.3, -0.1])).toBe('0.1000°\u00a0W–0.3000°\u00a0E, 0.2000–0.1000°\u00a0S');
  });

  it('states the map review number, else that the map is not reviewed', () => {
    expect(report().figures[0]?.reviewStatement).toBe('内部使用 未经审图');
    expect(report({ mapReviewNumber: 'GS(2026)1' }).figures[0]?.reviewStatement).toBe('审图号：GS(2026)1');
    const reviewed = { ...MANIFEST, mapReviewNumber: 'GS(2025)9' };
    expect(report({ manifest: reviewed, mapReviewNumber: 'GS(2026)1' }).figures[0]?.reviewStatement).toContain('9');
  });

  it('marks demo data on every page and names absent tiles', () => {
    expect(report({ manifest: { ...MANIFEST, synthetic: true } }).header).toContain('演示数据（合成）');
    const limits = report().sections.find((section) => section.heading === '局限');
    expect(limits?.paragraphs.join()).toContain('buildings/4/1/1.b3dm');
  });

  it('has no Chinese of its own in English', () => {
    const english = report({ locale: 'en', zones: [], shelters: [], findings: [] });
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u);
  });

  it('refuses an unknown project CRS', () => {
    const built = buildReport(reportInput({ manifest: { ...MANIFEST, projectCrs: 'EPSG:1' } }));
    expect(built).toMatchObject({ ok: false, issue: { code: 'crs.unknown' } });
  });
});

describe('pipes in the report', () => {
  const dataset = { ...MANIFEST.datasets[0]!, id: 'pipes', kind: 'pipes' as const };
  const pipes = (own: number, pipesMeters: number) => ({ ...exposureOf(own, own * 50), pipesMeters });
  const change = {
    manifest: { ...MANIFEST, datasets: [...MANIFEST.datasets, dataset] },
    exposure: {
      status: 'ready' as const,
      result: {
        rule: 'footprint-share-1',
        zones: [
          { id: 'a', ...pipes(2, 1200.4) },
          { id: 'b', ...pipes(0, 300.25) },
        ],
        byLevel: { red: pipes(2, 1200.4), unrated: pipes(0, 200.1) },
        union: pipes(2, 1400.5),
      },
    },
  };

  it('have a column in metres in both tables, unrounded in the CSV, and a sentence that counts every part once', () => {
    const document = report(change);
    const levels = table(document, 'exposure-by-level');
    expect(levels.columns.find(({ key }) => key === 'pipes')).toMatchObject({ label: '管线长度', unit: 'm' });
    expect(levels.totals[0]?.pipes).toBe(1400.5);
    expect(formatCsv(levels)).toContain('1400.5');
    expect(formatCsv(table(document, 'exposure-by-zone'))).toContain('300.25');
    expect(document.summary.join()).toContain('管线 1,401 m');
    const english = report({ ...change, locale: 'en' });
    expect(table(english, 'exposure-by-zone').columns.map(({ label }) => label)).toContain('Pipes');
    expect(english.summary.join()).toContain('1,401 m of pipe');
  });

  it('keep a zone in print that holds pipes and no building', () => {
    const document = report(change);
    expect(table(document, 'exposure-by-zone').printedRows).toBe(2);
    expect(document.sections[1]?.notes.join()).not.toContain('另有');
  });

  it('are not spoken of where the package has none', () => {
    const document = report();
    expect(table(document, 'exposure-by-level').columns.map(({ key }) => key)).not.toContain('pipes');
    expect(JSON.stringify([document.summary, document.sections[1]?.notes])).not.toContain('管线');
  });
});
