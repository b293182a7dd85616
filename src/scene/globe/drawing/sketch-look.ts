import type { RiskLevel } from '../../../core/city/hazard.ts';
import { levelStyle } from '../../../core/style/level-style.ts';
import { sceneTheme } from '../scene-theme.ts';

/** Colours of a sketch, CSS notation. */
export interface SketchLook {
  ink: string;
  /** Edge of a handle: dark enough on white in both themes. */
  handleInk: string;
  /** Drawn wider under every line, so that it is seen on any ground. */
  halo: string;
  /** Inside of a handle. */
  handle: string;
  /** What is grabbed, chosen, under the pointer, or snapped to. */
  accent: string;
}

/** Colours of the sketch of a zone of this level. */
export function sketchLook(level: RiskLevel, theme: 'light' | 'dark'): SketchLook {
  const style = levelStyle(level);
  const { selected, labelHalo } = sceneTheme(theme);
  return {
    ink: theme === 'dark' ? style.inkDark : style.inkLight,
    halo: labelHalo,
    handleInk: style.inkLight,
    handle: '#ffffff',
    accent: selected,
  };
}
