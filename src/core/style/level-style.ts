import type { RiskLevel } from '../city/hazard.ts';
import type { Hatch } from './hatch.ts';

/** How zones of one risk level are drawn; one source for map, legend, tables and report. */
export interface LevelStyle {
  level: RiskLevel;
  /** Message key of the level's name, e.g. `level.red`. */
  labelKey: string;
  /** Fill and hatch colour as `#rrggbb`. */
  fill: string;
  /** Outline and text on a light ground: at least 4.5 : 1 against white (WCAG 2.2, 1.4.3). */
  inkLight: string;
  /** Outline and text on a dark ground: at least 4.5 : 1 against #1b2027. */
  inkDark: string;
  hatch: Hatch;
  /** 0 = highest level; lower numbers are drawn above higher ones. */
  rank: number;
}

const STYLES: Record<RiskLevel, LevelStyle> = {
  red: {
    level: 'red',
    labelKey: 'level.red',
    fill: '#e0342c',
    inkLight: '#b3201a',
    inkDark: '#ff8078',
    hatch: 'cross',
    rank: 0,
  },
  orange: {
    level: 'orange',
    labelKey: 'level.orange',
    fill: '#f28c1e',
    inkLight: '#9a5200',
    inkDark: '#ffb25c',
    hatch: 'diagonal',
    rank: 1,
  },
  yellow: {
    level: 'yellow',
    labelKey: 'level.yellow',
    fill: '#f2cb1d',
    inkLight: '#7a6200',
    inkDark: '#f7dc5c',
    hatch: 'horizontal',
    rank: 2,
  },
  blue: {
    level: 'blue',
    labelKey: 'level.blue',
    fill: '#2f80d8',
    inkLight: '#1c5fa8',
    inkDark: '#82b8f2',
    hatch: 'dots',
    rank: 3,
  },
  unrated: {
    level: 'unrated',
    labelKey: 'level.unrated',
    fill: '#8b929c',
    inkLight: '#5a616b',
    inkDark: '#b4bbc5',
    hatch: 'none',
    rank: 4,
  },
};

/** Style of a risk level (红 橙 黄 蓝 of 突发事件应对法 art. 44's four warning levels; unrated grey). An absent level is unrated. */
export function levelStyle(level: RiskLevel | undefined): LevelStyle {
  return STYLES[level ?? 'unrated'];
}
