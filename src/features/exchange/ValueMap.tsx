import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_FIELD_VALUES, type SourceField } from '../../core/zones/exchange/zone-source.ts';

interface ValueMapProps<T extends string> {
  title: string;
  field: SourceField;
  choices: readonly { value: T; label: string }[];
  map: Record<string, T>;
  onChange: (map: Record<string, T>) => void;
  aside?: ReactNode;
}

/** What the words of a field mean, word by word with how often each stands there. */
export function ValueMap<T extends string>({ title, field, choices, map, onChange, aside }: ValueMapProps<T>) {
  const { t, i18n } = useTranslation('exchange');
  const choose = (text: string, value: string | null): void => {
    const chosen = choices.find((choice) => choice.value === value);
    const { [text]: _before, ...others } = map;
    onChange(chosen ? ({ ...others, [text]: chosen.value } as Record<string, T>) : (others as Record<string, T>));
  };
  const words = [...field.values].sort((a, b) => a.text.localeCompare(b.text, i18n.language, { numeric: true }));
  return (
    <fieldset className="exchange-values">
      <legend>
        {title} {aside}
      </legend>
      <ul>
        {words.map(({ text, count }) => (
          <li key={text} data-open={!Object.hasOwn(map, text)}>
            <span className="exchange-word" title={text}>
              {text}
            </span>
            <span className="number">{t('values.count', { count })}</span>
            <Select
              size="xs"
              clearable
              aria-label={t('values.meaning', { word: text })}
              placeholder={t('values.open')}
              clearButtonProps={{ 'aria-label': t('mapping.clear') }}
              data={[...choices]}
              value={Object.hasOwn(map, text) ? (map[text] ?? null) : null}
              onChange={(value) => choose(text, value)}
            />
          </li>
        ))}
      </ul>
      {field.distinctCount > MOST_FIELD_VALUES ? (
        <p className="panel-note">{t('values.more', { count: field.distinctCount - MOST_FIELD_VALUES })}</p>
      ) : null}
    </fieldset>
  );
}
