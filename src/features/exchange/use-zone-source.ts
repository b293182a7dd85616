import { useEffect, useState } from 'react';
import type { CityManifest } from '../../core/city/city-manifest.ts';
import type { Issue } from '../../core/city/issue.ts';
import type { WorkerClient } from '../../workers/client.ts';
import type { ZoneSource } from '../../workers/protocol.ts';
import { startExchangeWorker } from './exchange-worker.ts';

export type SourceRun =
  | { status: 'reading' }
  | { status: 'failed'; issue: Issue }
  | { status: 'ready'; source: ZoneSource; client: WorkerClient };

/** Reads the given files in a worker of their own, which ends with the component. */
export function useZoneSource(
  files: readonly File[],
  { extent, projectCrs }: Pick<CityManifest, 'extent' | 'projectCrs'>,
): SourceRun {
  const [run, setRun] = useState<SourceRun>({ status: 'reading' });
  useEffect(() => {
    const client = startExchangeWorker();
    let current = true;
    setRun({ status: 'reading' });
    client.request('openZoneFiles', { files: [...files], cityExtent: extent, projectCrs }).then((answer) => {
      if (!current) return;
      setRun(answer.ok ? { status: 'ready', source: answer.value, client } : { status: 'failed', issue: answer.issue });
    });
    return () => {
      current = false;
      client.dispose();
    };
  }, [files, extent, projectCrs]);
  return run;
}
