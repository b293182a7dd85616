import type { Outcome } from '../../core/city/issue.ts';
import type { StrategyEntry } from '../../core/workspace/workspace-document.ts';
import type { DocumentChange, WorkspaceEdit } from '../../core/workspace/workspace-edit.ts';
import type { StrategyChoice } from '../../core/zones/list-strategy-choices.ts';
import { parseStrategyLibrary } from '../../core/zones/strategy-library.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordEdit } from '../record-edit.ts';
import { saveFile } from '../save-file.ts';

const FILE_NAME = 'strategies.json';
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;

type Values = WorkspaceEdit['step']['values'];

const own = (id: string): StrategyEntry | null => workspaceStore.getState().document.strategies[id] ?? null;

function changeOf(id: string, after: StrategyEntry | null): DocumentChange {
  return { collection: 'strategies', id, before: own(id), after };
}

const kindOf = ({ hazard, level }: StrategyEntry): Values => ({ hazard, level });

/** Puts an entry of the user's own, or a changed one of the deployment, into the library. */
export function saveStrategy(entry: StrategyEntry): void {
  if (JSON.stringify(own(entry.id)) === JSON.stringify(entry)) return;
  recordEdit({ code: 'strategy.saved', values: kindOf(entry) }, [changeOf(entry.id, entry)]);
}

/** Takes the user's entry out: a changed one is as the deployment delivers it again, an own one is gone. */
export function dropStrategy({ entry, origin }: StrategyChoice): void {
  const code = origin === 'changed' ? 'strategy.restored' : 'strategy.deleted';
  recordEdit({ code, values: kindOf(entry) }, [changeOf(entry.id, null)]);
}

/** Downloads the library with the user's entries in it, as a file that a deployment can ship. */
export function exportStrategies(choices: readonly StrategyChoice[]): void {
  const library = { version: 1, entries: choices.map(({ entry }) => entry) };
  saveFile(FILE_NAME, `${JSON.stringify(library, null, 2)}\n`, 'application/json');
}

/**
 * Takes the entries of a library file that differ from those here, as one step; how many they were.
 * Errors: `json.invalid`, `strategies.tooLarge`, those of `parseStrategyLibrary`.
 */
export async function importStrategies(file: File, known: readonly StrategyChoice[]): Promise<Outcome<number>> {
  const place = { file: file.name };
  if (file.size > LARGEST_FILE_BYTES) {
    const values = { megabytes: LARGEST_FILE_BYTES / 1024 / 1024 };
    return { ok: false, issue: { code: 'strategies.tooLarge', severity: 'error', place, values } };
  }
  let json: unknown;
  try {
    json = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    return { ok: false, issue: { code: 'json.invalid', severity: 'error', place, values: { reason } } };
  }
  const library = parseStrategyLibrary(json, file.name);
  if (!library.ok) return library;
  const here = new Map(known.map(({ entry }) => [entry.id, JSON.stringify(entry)]));
  const changes = library.value.entries
    .filter((entry) => here.get(entry.id) !== JSON.stringify(entry))
    .map((entry) => changeOf(entry.id, entry));
  if (changes.length > 0) recordEdit({ code: 'strategy.imported', values: { count: changes.length } }, changes);
  return { ok: true, value: changes.length };
}
