import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Issue, Outcome } from '../../core/city/issue.ts';
import { listStrategyChoices, type StrategyChoice } from '../../core/zones/list-strategy-choices.ts';
import type { StrategyLibrary } from '../../core/zones/strategy-library.ts';
import { loadStrategies } from '../../data/load-strategies.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

export interface Strategies {
  status: 'loading' | 'ready' | 'failed';
  /** The library with the user's own entries; the own ones alone while it is not here. */
  choices: StrategyChoice[];
  issue: Issue | null;
  retry: () => void;
}

const EMPTY: StrategyLibrary = { version: 1, entries: [] };

let loaded: Promise<Outcome<StrategyLibrary>> | null = null;

/** Asked once for the page; a failure is forgotten, so that asking again tries again. */
function askLibrary(): Promise<Outcome<StrategyLibrary>> {
  loaded ??= loadStrategies(new URL('rules/strategies.json', document.baseURI).href).then((outcome) => {
    if (!outcome.ok) loaded = null;
    return outcome;
  });
  return loaded;
}

/** The deployment's strategy library with the user's own entries laid over it. */
export function useStrategies(): Strategies {
  const own = useWorkspace((state) => state.document.strategies);
  const [answer, setAnswer] = useState<Outcome<StrategyLibrary> | null>(null);
  const retry = useCallback(() => void askLibrary().then(setAnswer), []);
  useEffect(retry, [retry]);
  const library = answer?.ok ? answer.value : EMPTY;
  const choices = useMemo(() => listStrategyChoices(library, own), [library, own]);
  return {
    status: answer ? (answer.ok ? 'ready' : 'failed') : 'loading',
    choices,
    issue: answer && !answer.ok ? answer.issue : null,
    retry,
  };
}
