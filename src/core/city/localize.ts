import type { LocalizedText } from './city-manifest.ts';

/** The text of one language; an empty one gives way to the other. Locale as BCP 47, Chinese when it begins with `zh`. */
export function localize(text: LocalizedText, locale: string): string {
  return locale.startsWith('zh') ? text.zh || text.en : text.en || text.zh;
}
