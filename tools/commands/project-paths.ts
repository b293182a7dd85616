import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT_NAME = 'cim-city-viewer';

function isProject(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === PROJECT_NAME;
}

/** Folder of the project: the nearest one above this code (source or bundle) that holds its package.json. */
export function findProjectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!isProject(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`${PROJECT_NAME}: project folder not found`);
    folder = parent;
  }
  return folder;
}

/** Absolute path of a path that the user typed; `npm run city` changes the folder, so the one it was typed in is asked of npm. */
export function resolveTyped(typed: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  return path.resolve(script === 'city' && typedIn ? typedIn : process.cwd(), typed);
}
