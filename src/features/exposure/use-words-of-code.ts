import { useTranslation } from 'react-i18next';

/** Tells a normalised use or structure; a word of the source stays as it is, an absent one is unknown. */
export function useWordsOfCode(): (code: string | null) => string {
  const { t, i18n } = useTranslation('vocabulary');
  return (code) => {
    if (code === null) return t('unknown');
    return i18n.exists(`vocabulary:use.${code}`) ? i18n.t(`vocabulary:use.${code}` as 'vocabulary:use.other') : code;
  };
}
