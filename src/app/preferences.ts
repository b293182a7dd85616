import { type Locale, READOUTS, type Readout, type Theme } from '../state/workspace.ts';

const KEY = 'rencheng.preferences';

interface Preferences {
  locale?: Locale;
  theme?: Theme;
  readout?: Readout;
}

/** Language, theme and coordinate system that the reader chose before; empty where storage is forbidden or holds something else. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const { locale, theme, readout } = stored as Record<string, unknown>;
    const knownReadout = READOUTS.find((known) => known === readout);
    return {
      ...(locale === 'zh-CN' || locale === 'en' ? { locale } : {}),
      ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(knownReadout ? { readout: knownReadout } : {}),
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
