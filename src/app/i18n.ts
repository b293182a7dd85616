import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../state/workspace.ts';
import { MESSAGES } from './messages.ts';

/** Prepares both languages; they travel with the page, so a switch is immediate and needs no network. */
export function startLanguages(locale: Locale): void {
  void i18next.use(initReactI18next).init({
    resources: MESSAGES,
    lng: locale,
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
}

/** Switches every text of the page and the language of the document. */
export function switchLanguage(locale: Locale): void {
  void i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
