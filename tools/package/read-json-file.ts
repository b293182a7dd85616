import { readFile } from 'node:fs/promises';
import type { Outcome } from '../../src/core/city/issue.ts';

/**
 * Reads a JSON file of a package or a recipe.
 * Errors: `file.absent`, `file.unreadable` (value `detail`), `json.cut` (value `detail`) when it is no whole JSON document.
 */
export async function readJsonFile(file: string): Promise<Outcome<unknown>> {
  const refuse = (code: string, detail: string): Outcome<never> => ({
    ok: false,
    issue: { code, severity: 'error', place: { file }, values: { detail } },
  });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return refuse(absent ? 'file.absent' : 'file.unreadable', error instanceof Error ? error.message : String(error));
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return refuse('json.cut', error instanceof Error ? error.message : String(error));
  }
}
