import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import { type Recipe, type RecipeDataset, recipeSchema } from '../../src/core/city/recipe.ts';
import { parseJsonDocument } from '../../src/core/formats/json-document.ts';
import { readBytes } from '../formats/read-bytes.ts';
import { findUnknownFields } from './find-unknown-fields.ts';

/** A recipe that was read and checked, with the folder that its relative sources start from. */
export interface LoadedRecipe {
  recipe: Recipe;
  /** Absolute path. */
  folder: string;
  /** What is odd about the recipe without stopping it; absent when nothing is. */
  doubts?: Issue[];
}

function refuse(code: string, place: Issue['place'], values: Record<string, string | number> = {}): Outcome<never> {
  return { ok: false, issue: { code, severity: 'error', place, values } };
}

/**
 * Reads and checks a recipe (package contract, version 1).
 * @param file Path of the recipe, relative to the working folder or absolute.
 * Errors: `file.unreadable`, `json.cut`, `json.invalid`, `recipe.version` (made for another version), `recipe.invalid`
 * (names the first wrong field), `dataset.duplicateId`. Fields that mean nothing are `doubts`.
 */
export async function loadRecipe(file: string): Promise<Outcome<LoadedRecipe>> {
  const absolute = path.resolve(file);
  const name = path.basename(file);
  const bytes = await readBytes(absolute, { file: name });
  if (!bytes.ok) return bytes;
  const document = parseJsonDocument(new TextDecoder().decode(bytes.value), { file: name });
  if (!document.ok) return document;
  const version = (document.value as { version?: unknown } | null)?.version;
  if (version !== undefined && version !== 1)
    return refuse('recipe.version', { file: name }, { version: String(version) });
  const parsed = recipeSchema.safeParse(document.value);
  if (!parsed.success) {
    const first = parsed.error.issues[0]!;
    return refuse('recipe.invalid', { file: name }, { field: first.path.join('.') || '(root)', reason: first.message });
  }
  const ids = parsed.data.datasets.map((dataset) => dataset.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) return refuse('dataset.duplicateId', { file: name, layer: repeated });
  const doubts = findUnknownFields(document.value, parsed.data, name);
  const loaded = { recipe: parsed.data, folder: path.dirname(absolute) };
  return { ok: true, value: doubts.length > 0 ? { ...loaded, doubts } : loaded };
}

async function expandSource(source: string, folder: string): Promise<string[]> {
  const absolute = path.resolve(folder, source);
  const found = await stat(absolute).catch(() => null);
  if (found?.isFile()) return [absolute];
  if (!/[*?[{]/.test(source)) return [];
  // Only the part before the first wildcard is a folder name; the rest stays a pattern.
  const parts = source.split('/');
  const wild = parts.findIndex((part) => /[*?[{]/.test(part));
  const base = path.resolve(folder, parts.slice(0, wild).join('/') || (source.startsWith('/') ? '/' : '.'));
  return glob(parts.slice(wild).join('/'), { cwd: base, absolute: true, onlyFiles: true });
}

/**
 * Finds the files of a dataset: each source is a path or a pattern (`*`, `**`, `?`), relative to the recipe or absolute.
 * @returns Absolute paths, sorted, each once.
 * Errors: `source.absent` for the first source that leads to no file.
 */
export async function resolveSources(dataset: RecipeDataset, loaded: LoadedRecipe): Promise<Outcome<string[]>> {
  const sources = typeof dataset.source === 'string' ? [dataset.source] : dataset.source;
  const files = new Set<string>();
  for (const source of sources) {
    const found = await expandSource(source, loaded.folder);
    if (found.length === 0) return refuse('source.absent', { file: source, layer: dataset.id });
    for (const file of found) files.add(path.normalize(file));
  }
  return { ok: true, value: [...files].sort() };
}

/** Folders of the sources that a recipe names absolutely: of the file, or what stands before the first wildcard. */
function absoluteFolders({ recipe }: LoadedRecipe): string[] {
  const sources = recipe.datasets.flatMap((dataset) => dataset.source);
  return sources.filter((source) => path.isAbsolute(source)).map((source) => path.dirname(source.split(/[*?[{]/)[0]!));
}

/**
 * Name of a source file as the user knows it, with forward slashes: relative to the recipe, or to the folder that an
 * absolute source names, so that a package tells nothing of the machine that built it.
 */
export function sourceName(file: string, loaded: LoadedRecipe): string {
  const folder = absoluteFolders(loaded).find((each) => !path.relative(each, file).startsWith('..')) ?? loaded.folder;
  return path.relative(folder, file).split(path.sep).join('/');
}
