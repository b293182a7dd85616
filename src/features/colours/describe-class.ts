import type { TFunction } from 'i18next';
import { readBuildingUse } from '../../core/city/building-use.ts';
import type { ClassMeaning } from '../../core/style/building-classes.ts';
import type { BuildingStyle } from '../../core/style/building-style.ts';
import type { TellingColumn } from './telling-columns.ts';

type Telling = TFunction<['colours', 'vocabulary']>;

const SIGNIFICANT_DIGITS = 4;

function tellNumber(value: number, column: string, locale: string): string {
  // A year has no thousands.
  const useGrouping = column !== ('yearBuilt' satisfies TellingColumn);
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: SIGNIFICANT_DIGITS, useGrouping }).format(value);
}

function tellWord(word: string, column: string, t: Telling): string {
  const known = column === ('use' satisfies TellingColumn) ? readBuildingUse(word) : null;
  return known ? t(`vocabulary:use.${known}`) : word;
}

/** What a class of buildings is, in the reader's language. */
export function describeClass(meaning: ClassMeaning, style: BuildingStyle, t: Telling, locale: string): string {
  const column = style.kind === 'column' ? style.column : '';
  switch (meaning.kind) {
    case 'level':
      return t(`vocabulary:level.${meaning.level}`);
    case 'outside':
      return t('outside');
    case 'word':
      return tellWord(meaning.word, column, t);
    case 'rest':
      return t('rest', { count: meaning.words });
    case 'unknown':
      return t('vocabulary:unknown');
    case 'range': {
      const from = tellNumber(meaning.from, column, locale);
      return meaning.from === meaning.to ? from : `${from} – ${tellNumber(meaning.to, column, locale)}`;
    }
  }
}
