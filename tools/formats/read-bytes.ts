import { readFile } from 'node:fs/promises';
import type { IssuePlace, Outcome } from '../../src/core/city/issue.ts';

/** Reads a whole file. Errors: `file.unreadable` with the system's word (`ENOENT`, `EACCES` …) in `detail`. */
export async function readBytes(file: string, place: IssuePlace): Promise<Outcome<Uint8Array>> {
  try {
    return { ok: true, value: await readFile(file) };
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'EIO';
    return { ok: false, issue: { code: 'file.unreadable', severity: 'error', place, values: { detail } } };
  }
}
