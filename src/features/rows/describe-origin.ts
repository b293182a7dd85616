import i18next, { type TFunction } from 'i18next';
import type { RowOrigin } from '../../state/workspace.ts';

function tellUse(code: string | null, t: TFunction<['rows', 'vocabulary']>): string {
  if (code === null) return t('vocabulary:unknown');
  const key = `vocabulary:use.${code}`;
  return i18next.exists(key) ? t(key as 'vocabulary:use.other') : code;
}

/** Says in words where chosen rows come from: the zone or level, and the part of it. */
export function describeOrigin({ pick, where, drawn }: RowOrigin, t: TFunction<['rows', 'vocabulary']>): string {
  const parts: string[] = [];
  if ('zone' in pick) parts.push(drawn && pick.zone === '' ? t('origin.newZone') : pick.zone || t('origin.zone'));
  else if ('level' in pick) parts.push(t('origin.level', { level: t(`vocabulary:level.${pick.level}`) }));
  else parts.push(t('origin.union'));
  if (where && 'use' in where) parts.push(t('origin.use', { use: tellUse(where.use, t) }));
  if (where && 'structure' in where) {
    parts.push(t('origin.structure', { structure: where.structure ?? t('vocabulary:unknown') }));
  }
  if (where && 'unknown' in where) parts.push(t(`origin.unknown.${where.unknown}`));
  return parts.join(' · ');
}
