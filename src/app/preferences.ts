import type { Locale, Theme } from '../state/workspace.ts';

const KEY = 'rencheng.preferences';

interface Preferences {
  locale?: Locale;
  theme?: Theme;
}

/** Language and theme that the reader chose before; empty where storage is forbidden or holds something else. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const { locale, theme } = stored as Record<string, unknown>;
    return {
      ...(locale === 'zh-CN' || locale === 'en' ? { locale } : {}),
      ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    };
  } catch {
    return {};
  }
}

/** Keeps language and theme for the next visit, where storage allows. */
export function writePreferences(preferences: Preferences): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that forbids storage forgets the choice; nothing else depends on it.
  }
}
