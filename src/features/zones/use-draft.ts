import { useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Draft {
  /** What stands in the field. */
  text: string;
  /** Message that says why the text cannot be kept. */
  fault: string | null;
  change: (text: string) => void;
  /** Keeps the text as one step, when it is sound and new. */
  keep: () => void;
  drop: () => void;
}

/**
 * Text of a field while it is being typed. It is kept when the field is left, and when the field goes away under the
 * typist: a stroke is never lost.
 */
export function useDraft(
  value: string,
  keepText: (text: string) => void,
  check?: (text: string) => string | null,
): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const fault = draft === null ? null : (check?.(draft) ?? null);
  const keep = (): void => {
    if (draft === null || fault !== null) return;
    setDraft(null);
    if (draft !== value) keepText(draft);
  };
  const latest = useRef(keep);
  useLayoutEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
  return { text: draft ?? value, fault, change: setDraft, keep, drop: () => setDraft(null) };
}
