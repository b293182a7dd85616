import type { Issue, Outcome } from '../core/city/issue.ts';
import { fetchBody, nameOfUrl } from './fetch-body.ts';

/** A file on a server whose parts are read as they are needed. */
export interface RemoteFile {
  byteLength: number;
  /** Bytes from `start` up to, not including, `end`. Throws `RemoteFileError`. */
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** A part could not be fetched; carries the issue that says why. */
export class RemoteFileError extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

/** Files up to this size are fetched whole with the first request. */
const WHOLE_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 120_000;

interface Part {
  bytes: ArrayBuffer;
  /** Size of the whole file; equal to the bytes when the server sent all. */
  total: number;
  type: string;
}

function fetchPart(url: string, start: number, end: number): Promise<Outcome<Part>> {
  const headers = { Range: `bytes=${start}-${end - 1}` };
  return fetchBody(url, { headers, timeoutMs: TIMEOUT_MS }, async (response) => {
    const bytes = await response.arrayBuffer();
    const range = response.status === 206 ? response.headers.get('content-range') : null;
    const total = Number(/\/(\d+)$/.exec(range ?? '')?.[1] ?? bytes.byteLength);
    return { bytes, total, type: response.headers.get('content-type') ?? '' };
  });
}

function holdWhole(bytes: ArrayBuffer): RemoteFile {
  return { byteLength: bytes.byteLength, slice: async (start, end) => bytes.slice(start, end) };
}

/**
 * Opens a file for reading in parts by HTTP Range; a file of up to 16 MB, or from a server without ranges, is fetched whole.
 * Errors: those of `fetchBody`, `fetch.wrongType` (values `expected`, `found`) for an HTML page in its place.
 * @param expected What the file should be, as the issue tells it.
 */
export async function openRemoteFile(url: string, expected: string): Promise<Outcome<RemoteFile>> {
  const first = await fetchPart(url, 0, WHOLE_BYTES);
  if (!first.ok) return first;
  const { bytes, total, type } = first.value;
  if (/^text\/html/i.test(type)) {
    const values = { expected, found: 'HTML' };
    return {
      ok: false,
      issue: { code: 'fetch.wrongType', severity: 'error', place: { file: nameOfUrl(url) }, values },
    };
  }
  if (bytes.byteLength >= total) return { ok: true, value: holdWhole(bytes) };
  const slice = async (start: number, end = total): Promise<ArrayBuffer> => {
    if (end <= bytes.byteLength) return bytes.slice(start, end);
    const part = await fetchPart(url, start, end);
    if (!part.ok) throw new RemoteFileError(part.issue);
    const sent = part.value.bytes;
    return sent.byteLength > end - start ? sent.slice(start, end) : sent;
  };
  return { ok: true, value: { byteLength: total, slice } };
}
