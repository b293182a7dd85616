import { Button, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ZONE_HAZARDS } from '../../core/city/hazard.ts';
import { CHECKED, TO_CHECK } from '../../core/city/standing.ts';
import type { StrategyEntry } from '../../core/workspace/workspace-document.ts';

const LEVELS = ['red', 'orange', 'yellow', 'blue'] as const;
const LANGUAGES = ['zh', 'en'] as const;
const LONGEST_TEXT = 2000;
const MOST_REQUIREMENTS = 20;

interface StrategyFormProps {
  entry: StrategyEntry;
  onKeep: (entry: StrategyEntry) => void;
  onCancel: () => void;
}

/** Requirements of one language, a line each; lines at the same place say the same in both. */
function readLines(texts: { zh: string; en: string }): StrategyEntry['requirements'] {
  const [zh, en] = LANGUAGES.map((language) => texts[language].split('\n').map((line) => line.trim())) as [
    string[],
    string[],
  ];
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, place) => ({
    zh: zh[place] ?? '',
    en: en[place] ?? '',
  })).filter((line) => line.zh !== '' || line.en !== '');
}

/** Writes an entry of the strategy library, in one language or both. */
export function StrategyForm({ entry, onKeep, onCancel }: StrategyFormProps) {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const [draft, setDraft] = useState(entry);
  const [lines, setLines] = useState({
    zh: entry.requirements.map((line) => line.zh).join('\n'),
    en: entry.requirements.map((line) => line.en).join('\n'),
  });
  const requirements = readLines(lines);
  const empty = draft.strategy.zh.trim() === '' && draft.strategy.en.trim() === '';
  const tooMany = requirements.length > MOST_REQUIREMENTS;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!empty && !tooMany) onKeep({ ...draft, requirements, source: draft.source.trim() });
  };
  return (
    <form className="strategy-form" onSubmit={submit}>
      <Select
        size="xs"
        label={t('field.hazard')}
        data={ZONE_HAZARDS.map((value) => ({ value, label: t(`vocabulary:hazard.${value}`) }))}
        value={draft.hazard}
        allowDeselect={false}
        onChange={(value) =>
          setDraft({ ...draft, hazard: ZONE_HAZARDS.find((known) => known === value) ?? draft.hazard })
        }
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('field.level')}
        data={LEVELS.map((value) => ({ value, label: t(`vocabulary:level.${value}`) }))}
        value={draft.level}
        onChange={(level) => setDraft({ ...draft, level })}
      />
      {LANGUAGES.map((language) => (
        <Textarea
          key={`strategy ${language}`}
          size="xs"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST_TEXT}
          label={`${t('field.strategy')} · ${t(`language.${language}`)}`}
          value={draft.strategy[language]}
          error={empty && language === 'zh' ? t('fault.strategy') : null}
          onChange={(event) =>
            setDraft({ ...draft, strategy: { ...draft.strategy, [language]: event.currentTarget.value } })
          }
        />
      ))}
      {LANGUAGES.map((language) => (
        <Textarea
          key={`requirements ${language}`}
          size="xs"
          autosize
          minRows={3}
          maxRows={8}
          label={`${t('field.requirements')} · ${t(`language.${language}`)}`}
          description={language === 'zh' ? t('library.linesHint') : null}
          value={lines[language]}
          error={tooMany && language === 'zh' ? t('fault.requirements', { most: MOST_REQUIREMENTS }) : null}
          onChange={(event) => setLines({ ...lines, [language]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        size="xs"
        label={t('library.sourceField')}
        maxLength={500}
        value={draft.source}
        onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
      />
      <Switch
        size="xs"
        label={t('library.verifiedField')}
        checked={draft.standing === CHECKED}
        onChange={(event) => setDraft({ ...draft, standing: event.currentTarget.checked ? CHECKED : TO_CHECK })}
      />
      <span className="zone-buttons">
        <Button size="xs" type="submit" disabled={empty || tooMany}>
          {t('library.keep')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </span>
    </form>
  );
}
