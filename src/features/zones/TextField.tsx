import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useDraft } from './use-draft.ts';

interface TextFieldProps {
  label: string;
  value: string;
  onKeep: (text: string) => void;
  /** Message that says why a text cannot be kept; `null` when it can. */
  check?: (text: string) => string | null;
  locked?: boolean;
  /** Several lines; Enter makes a new one. */
  lines?: boolean;
  type?: 'text' | 'date';
  numeric?: boolean;
  maxLength?: number;
  placeholder?: string;
  hideLabel?: boolean;
  aside?: ReactNode;
}

/** A field whose text becomes one undoable step when the field is left; Esc takes back what was typed. */
export function TextField(props: TextFieldProps) {
  const { label, value, onKeep, check, locked = false, lines, type = 'text', numeric, hideLabel, aside } = props;
  const draft = useDraft(value, onKeep, check);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && !lines) event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    draft.drop();
  };
  const field = {
    size: 'xs' as const,
    ...(hideLabel ? { 'aria-label': label } : { label }),
    value: draft.text,
    error: draft.fault,
    readOnly: locked,
    'data-locked': locked,
    maxLength: props.maxLength ?? 200,
    ...(props.placeholder && !locked ? { placeholder: props.placeholder } : {}),
    onBlur: draft.keep,
    onKeyDown,
  };
  if (lines) {
    return (
      <Textarea
        {...field}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...field}
      type={type}
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      {...(aside ? { rightSection: aside, rightSectionWidth: 'auto' } : {})}
      onChange={(event) => draft.change(event.currentTarget.value)}
    />
  );
}
