import type { RiskLevel, ZoneHazard } from '../../city/hazard.ts';
import { normaliseHazard } from '../normalise-hazard.ts';
import { normaliseLevel } from '../normalise-level.ts';
import { ZONE_TARGETS, type ZoneMapping, type ZoneTarget } from './zone-mapping.ts';
import type { SourceField } from './zone-source.ts';

/** Usual names of a zone's fields, best first; compared without case, blanks, hyphens and underscores. */
const USUAL_NAMES: Record<ZoneTarget, readonly string[]> = {
  id: 'id zoneid 编号 分区编号 隐患点编号 风险区编号 统一编号 代码 code 共通id gmlid objectid fid'.split(' '),
  name: 'name zonename 名称 分区名称 隐患点名称 风险区名称 灾害点名称 区域名称 title mc'.split(' '),
  hazard: 'hazard hazardtype 灾种 灾害类型 灾害种类 隐患类型 风险类型 类型 type'.split(' '),
  level: 'level risklevel riskclass 风险等级 等级 危险等级 危险性等级 危险性 风险级别 级别 rank class dj fxdj'.split(
    ' ',
  ),
  intensity: 'intensity 强度 淹没水深 水深 烈度 depth waterdepth'.split(' '),
  intensityUnit: 'intensityunit intunit intensityu 强度单位 单位 unit'.split(' '),
  returnPeriodYears: 'returnperiodyears returnperiod retperiod returnper 重现期 频率 rp'.split(' '),
  strategy: 'strategy 发展策略 策略 管控策略 防治措施 measures'.split(' '),
  requirements: 'requirements requiremen requiremnt require 管控要求 控制要求 要求'.split(' '),
  responsible: 'responsible responsibl custodian 责任单位 责任主体 负责单位 管理单位 owner'.split(' '),
  validFrom: 'validfrom 有效期起 生效日期 开始日期 起始日期 startdate'.split(' '),
  validTo: 'validto 有效期止 失效日期 结束日期 截止日期 enddate'.split(' '),
  status: 'status 状态 审批状态'.split(' '),
  reviewer: 'reviewer 审核人 审查人 批准人'.split(' '),
  note: 'note notes 备注 说明 description remark remarks bz'.split(' '),
};

const plain = (name: string) => name.toLowerCase().replace(/[\s_\-.·（）()]/g, '');

/** Words of at least half of the records are known to be hazards or levels. */
function isMostly(field: SourceField, known: (word: string) => boolean): boolean {
  if (field.filledCount === 0) return false;
  const sum = field.values.reduce((total, { text, count }) => total + (known(text) ? count : 0), 0);
  return sum * 2 >= field.filledCount;
}

function guessByName(fields: readonly SourceField[], taken: ReadonlySet<string>, target: ZoneTarget): string | null {
  const free = fields.filter(({ name, filledCount }) => filledCount > 0 && !taken.has(name));
  for (const usual of USUAL_NAMES[target]) {
    const found = free.find(({ name }) => plain(name) === usual);
    if (found) return found.name;
  }
  return null;
}

function guessByValues(fields: readonly SourceField[], taken: ReadonlySet<string>, target: ZoneTarget): string | null {
  const known =
    target === 'hazard'
      ? (word: string) => normaliseHazard(word) !== null
      : target === 'level'
        ? (word: string) => normaliseLevel(word) !== null
        : null;
  if (!known) return null;
  return fields.find((field) => !taken.has(field.name) && isMostly(field, known))?.name ?? null;
}

/** Hazards by the words of a field, those that are known; the others are for a person to say. */
export function guessHazards(field: SourceField | undefined): Record<string, ZoneHazard> {
  const pairs = (field?.values ?? []).map(({ text }) => [text, normaliseHazard(text)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, ZoneHazard] => pair[1] !== null));
}

/** Levels by the words of a field, those that are known; bare numbers never, since sources count from either end. */
export function guessLevels(field: SourceField | undefined): Record<string, RiskLevel> {
  const pairs = (field?.values ?? []).map(
    ({ text }) => [text, text.toLowerCase() === 'unrated' ? ('unrated' as const) : normaliseLevel(text)] as const,
  );
  return Object.fromEntries(
    pairs.filter((pair): pair is readonly [string, NonNullable<(typeof pair)[1]>] => !!pair[1]),
  );
}

/**
 * Guesses which source fields are which fields of a zone: by usual Chinese and English names (also as a shapefile cuts
 * them), hazard and level else by their values; and what the words of hazard and level mean.
 * @param fields Fields of one layer. Empty ones are never taken; every source field is used once at most.
 */
export function guessMapping(fields: readonly SourceField[]): ZoneMapping {
  const taken = new Set<string>();
  const found: ZoneMapping['fields'] = {};
  for (const guess of [guessByName, guessByValues]) {
    for (const target of ZONE_TARGETS) {
      const name = found[target] === undefined ? guess(fields, taken, target) : null;
      if (name === null) continue;
      found[target] = name;
      taken.add(name);
    }
  }
  const fieldOf = (target: ZoneTarget) => fields.find(({ name }) => name === found[target]);
  return {
    fields: found,
    defaults: {},
    hazards: guessHazards(fieldOf('hazard')),
    levels: guessLevels(fieldOf('level')),
  };
}
