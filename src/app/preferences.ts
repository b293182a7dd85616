import { QUALITY_CHOICES, type QualityChoice } from '../core/style/quality.ts';
import { type Locale, READOUTS, type Readout, type Theme } from '../state/workspace.ts';

const KEY = 'rencheng.preferences';

interface Preferences {
  locale?: Locale;
  theme?: Theme;
  readout?: Readout;
  quality?: QualityChoice;
}

/** What the reader chose before; empty where storage is forbidden or holds something else. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const { locale, theme, readout, quality } = stored as Record<string, unknown>;
    const knownReadout = READOUTS.find((known) => known === readout);
    const knownQuality = QUALITY_CHOICES.find((known) => known === quality);
    return {
      ...(locale === 'zh-CN' || locale === 'en' ? { locale } : {}),
      ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(knownReadout ? { readout: knownReadout } : {}),
      ...(knownQuality ? { quality: knownQuality } : {}),
    };
  } catch {
    return {};
  }
}

/** Keeps them for the next visit, where storage allows. */
export function writePreferences(preferences: Preferences): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that forbids storage forgets the choice; nothing else depends on it.
  }
}
