import { useEffect, useState } from 'react';
import type { Issue } from '../../core/city/issue.ts';
import type { WorkerClient } from '../../workers/client.ts';
import type { ZoneImport, ZonePreview } from '../../workers/protocol.ts';

export type PreviewRun =
  | { status: 'asking' }
  | { status: 'running'; fraction: number | null }
  | { status: 'failed'; issue: Issue }
  | { status: 'ready'; preview: ZonePreview };

/** Typing into a default value must not ask at every key. */
const PAUSE_MS = 150;

/** Asks what an import would come to, anew with every change of it; `null` asks nothing. The last answer stays until the next is here. */
export function useZonePreview(client: WorkerClient, request: ZoneImport | null): PreviewRun {
  const [run, setRun] = useState<PreviewRun>({ status: 'asking' });
  const key = JSON.stringify(request);
  useEffect(() => {
    const asked = JSON.parse(key) as ZoneImport | null;
    if (!asked) {
      setRun({ status: 'asking' });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const onProgress = (_step: string, fraction: number | null) => setRun({ status: 'running', fraction });
      const answer = await client.request('previewZones', asked, { signal, onProgress });
      if (signal.aborted) return;
      setRun(answer.ok ? { status: 'ready', preview: answer.value } : { status: 'failed', issue: answer.issue });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, key]);
  return run;
}
