import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../state/workspace.ts';

type Messages = Record<string, object>;

/** The texts travel by language: the first view waits for one of them only. */
const LOADERS: Record<Locale, () => Promise<{ MESSAGES: Messages }>> = {
  'zh-CN': () => import('./messages-zh.ts'),
  en: () => import('./messages-en.ts'),
};

/** Texts of what is opened after the first view. */
const LATER: Record<Locale, () => Promise<{ LATER_MESSAGES: Messages }>> = {
  'zh-CN': () => import('./messages-later-zh.ts'),
  en: () => import('./messages-later-en.ts'),
};

let usesLater = false;
let wanted: Locale | null = null;

/** Prepares the language that the page opens in; the texts are there when it resolves. */
export async function startLanguages(locale: Locale): Promise<void> {
  wanted = locale;
  const { MESSAGES } = await LOADERS[locale]();
  await i18next.use(initReactI18next).init({
    resources: { [locale]: { ...MESSAGES } },
    lng: locale,
    fallbackLng: false,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  document.documentElement.lang = locale;
}

/** Switches every text of the page and the language of the document once the texts are here; the last wish counts. */
export async function switchLanguage(locale: Locale): Promise<void> {
  wanted = locale;
  if (!i18next.hasResourceBundle(locale, 'app')) addTexts(locale, (await LOADERS[locale]()).MESSAGES);
  if (usesLater) await addLaterTexts(locale);
  if (wanted !== locale) return;
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** Fetches the texts of what is opened after the first view; from then on they come with every language. */
async function addLaterTexts(locale = i18next.language as Locale): Promise<void> {
  usesLater = true;
  if (!i18next.hasResourceBundle(locale, 'palette')) addTexts(locale, (await LATER[locale]()).LATER_MESSAGES);
}

/** Code of what is opened after the first view, once its texts are here too. */
export async function withLaterTexts<T>(module: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([module, addLaterTexts()]);
  return loaded;
}

function addTexts(locale: Locale, messages: Messages): void {
  for (const [namespace, texts] of Object.entries(messages)) i18next.addResourceBundle(locale, namespace, texts);
}
