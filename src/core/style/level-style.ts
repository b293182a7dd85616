import type { RiskLevel } from '../city/hazard.ts';

/** Line pattern that tells a level without its colour; spacing and width are in pattern units of 8. */
export type HatchPattern = 'cross' | 'diagonal' | 'backDiagonal' | 'horizontal' | 'none';

/** How one risk level looks in the scene, the legend and the report. */
export interface LevelStyle {
  level: RiskLevel;
  /** Fill and hatch colour, CSS hex, per theme; checked for contrast against the theme's ground. */
  light: string;
  dark: string;
  /** Opacity of the fill below the hatch, 0 … 1. */
  fillOpacity: number;
  hatch: HatchPattern;
}

/**
 * Styles of 红 橙 黄 蓝 and unrated, from the highest level to the lowest. Every level has its own hatch, so that
 * levels stay apart in grey print and for colour-blind readers.
 */
export const LEVEL_STYLES: Record<RiskLevel, LevelStyle> = {
  red: { level: 'red', light: '#c92a2a', dark: '#ff6b6b', fillOpacity: 0.38, hatch: 'cross' },
  orange: { level: 'orange', light: '#d9620a', dark: '#ff9f43', fillOpacity: 0.36, hatch: 'diagonal' },
  yellow: { level: 'yellow', light: '#c99700', dark: '#ffd43b', fillOpacity: 0.34, hatch: 'backDiagonal' },
  blue: { level: 'blue', light: '#1c6fc9', dark: '#5aa9ff', fillOpacity: 0.32, hatch: 'horizontal' },
  unrated: { level: 'unrated', light: '#6b7680', dark: '#a5b0ba', fillOpacity: 0.28, hatch: 'none' },
};
