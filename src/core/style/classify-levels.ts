import { RISK_LEVELS } from '../city/hazard.ts';
import type { BuildingClass, ClassifiedRows } from './building-classes.ts';
import { levelStyle } from './level-style.ts';

/**
 * Puts rows into a class per risk level and one for those in no zone, which keep their own look; levels without rows are
 * left out.
 * @param levels Place in `RISK_LEVELS` by row; beyond its end = in no zone.
 */
export function classifyLevels(levels: Uint8Array): ClassifiedRows {
  const counts = new Float64Array(RISK_LEVELS.length + 1);
  for (const level of levels) counts[Math.min(level, RISK_LEVELS.length)]! += 1;
  const all: BuildingClass[] = RISK_LEVELS.map((level, at) => ({
    meaning: { kind: 'level', level },
    color: levelStyle(level).fill,
    count: counts[at]!,
  }));
  all.push({ meaning: { kind: 'outside' }, color: null, count: counts[RISK_LEVELS.length]! });
  const classes = all.filter(({ count }) => count > 0);
  const placeOf = Uint8Array.from(all, (each) => Math.max(0, classes.indexOf(each)));
  const classOfRow = new Uint8Array(levels.length);
  for (let row = 0; row < levels.length; row += 1)
    classOfRow[row] = placeOf[Math.min(levels[row]!, RISK_LEVELS.length)]!;
  return { classes, classOfRow };
}
