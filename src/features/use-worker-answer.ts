import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Run } from '../state/workspace.ts';
import type { WorkerMessageName, WorkerRequest, WorkerResponse } from '../workers/protocol.ts';
import { cityWorker } from './city-worker.ts';

let runs = 0;

/**
 * Asks the worker and follows the answer; an older question is cancelled and its late answer dropped.
 * `key` tells questions apart; by default the payload as text, so give one when the payload is big.
 */
export function useWorkerAnswer<K extends WorkerMessageName>(
  name: K,
  payload: WorkerRequest<K> | null,
  key: string = JSON.stringify(payload),
): Run<WorkerResponse<K>> {
  const [answer, setAnswer] = useState<Run<WorkerResponse<K>>>({ status: 'idle' });
  const asked = useRef({ key, payload });
  useLayoutEffect(() => {
    asked.current = { key, payload };
  });
  useEffect(() => {
    const question = asked.current;
    if (!question.payload || question.key !== key) {
      setAnswer({ status: 'idle' });
      return undefined;
    }
    const abort = new AbortController();
    runs += 1;
    setAnswer({ status: 'running', run: runs, step: name, fraction: null });
    void cityWorker()
      .request(name, question.payload, { signal: abort.signal })
      .then((outcome) => {
        if (abort.signal.aborted) return;
        setAnswer(outcome.ok ? { status: 'ready', value: outcome.value } : { status: 'failed', issue: outcome.issue });
      });
    return () => abort.abort();
  }, [name, key]);
  return answer;
}
