import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../core/zones/zone.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { editZone } from './edit-zone.ts';
import { TextField } from './TextField.tsx';

const LONGEST_LINE = 500;
const NONE: readonly string[] = [];

/** Control requirements of a zone, a line each: write, reorder, remove. */
export function RequirementList({ zone, locked }: { zone: Zone; locked: boolean }) {
  const { t } = useTranslation('zones');
  const { id } = zone.properties;
  const lines = zone.properties.requirements ?? NONE;
  // Two lines may say the same; how often a text came before tells them apart.
  const keys = lines.map((line, place) => `${lines.slice(0, place).filter((one) => one === line).length} ${line}`);
  const put = (next: readonly string[]): void =>
    editZone(id, { requirements: next.length > 0 ? [...next] : undefined });
  const swap = (place: number, other: number): void => {
    const next = [...lines];
    [next[place], next[other]] = [lines[other]!, lines[place]!];
    put(next);
  };
  return (
    <fieldset className="requirements">
      <legend>{t('field.requirements')}</legend>
      {lines.length === 0 && locked ? <p className="panel-note">{t('notStated')}</p> : null}
      <ol>
        {lines.map((line, place) => (
          <li key={keys[place]}>
            <TextField
              label={t('requirement.line', { number: place + 1 })}
              hideLabel
              value={line}
              lines
              maxLength={LONGEST_LINE}
              locked={locked}
              onKeep={(text) =>
                put(
                  text.trim() === ''
                    ? lines.filter((_, other) => other !== place)
                    : lines.map((other, at) => (at === place ? text.trim() : other)),
                )
              }
            />
            {locked ? null : (
              <span className="requirement-tools">
                <IconButton
                  label={t('requirement.up', { number: place + 1 })}
                  icon={<IconArrowUp size={14} />}
                  size={22}
                  disabled={place === 0}
                  onClick={() => swap(place, place - 1)}
                />
                <IconButton
                  label={t('requirement.down', { number: place + 1 })}
                  icon={<IconArrowDown size={14} />}
                  size={22}
                  disabled={place === lines.length - 1}
                  onClick={() => swap(place, place + 1)}
                />
                <IconButton
                  label={t('requirement.remove', { number: place + 1 })}
                  icon={<IconX size={14} />}
                  size={22}
                  onClick={() => put(lines.filter((_, other) => other !== place))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {locked ? null : <NewRequirement onAdd={(line) => put([...lines, line])} />}
    </fieldset>
  );
}

function NewRequirement({ onAdd }: { onAdd: (line: string) => void }) {
  const { t } = useTranslation('zones');
  const [text, setText] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <form className="requirement-new" onSubmit={add}>
      <TextInput
        size="xs"
        value={text}
        maxLength={LONGEST_LINE}
        placeholder={t('requirement.new')}
        aria-label={t('requirement.new')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="light"
        disabled={text.trim() === ''}
        leftSection={<IconPlus size={14} aria-hidden />}
      >
        {t('requirement.add')}
      </Button>
    </form>
  );
}
