import type { Issue, Outcome } from '../core/city/issue.ts';

export interface FetchOptions {
  signal?: AbortSignal | undefined;
  /** Time for the whole answer, body included; 30 s when not given. */
  timeoutMs?: number | undefined;
  headers?: Record<string, string> | undefined;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** File as an issue names it: the path of its address, without the host of this page. */
export function nameOfUrl(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]+\//i, '').replace(/[?#].*$/, '');
  return path || url;
}

function explainFailure(
  error: unknown,
  url: string,
  timeout: AbortSignal,
  timeoutMs: number,
  signal?: AbortSignal,
): Issue {
  const place = { file: nameOfUrl(url) };
  if (signal?.aborted) return { code: 'fetch.cancelled', severity: 'note', place };
  if (timeout.aborted) {
    return { code: 'fetch.timeout', severity: 'error', place, values: { seconds: Math.round(timeoutMs / 100) / 10 } };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'fetch.unreachable', severity: 'error', place, values: { detail } };
}

/**
 * Fetches a file and reads its body within a time limit.
 * Errors: `fetch.notFound`, `fetch.status` (value `status`), `fetch.timeout` (value `seconds`), `fetch.unreachable`
 * (value `detail`), `fetch.cancelled`; each names the file.
 */
export async function fetchBody<T>(
  url: string,
  options: FetchOptions,
  read: (response: Response) => Promise<T>,
): Promise<Outcome<T>> {
  const { signal, headers, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    const response = await fetch(url, { signal: either, ...(headers ? { headers } : {}) });
    const place = { file: nameOfUrl(url) };
    if (response.status === 404) return { ok: false, issue: { code: 'fetch.notFound', severity: 'error', place } };
    if (!response.ok) {
      const values = { status: response.status };
      return { ok: false, issue: { code: 'fetch.status', severity: 'error', place, values } };
    }
    return { ok: true, value: await read(response) };
  } catch (error) {
    return { ok: false, issue: explainFailure(error, url, timeout, timeoutMs, signal) };
  }
}
