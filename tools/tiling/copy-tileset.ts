import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { addressToPath, isFile } from './locate-file.ts';
import type { TilesetWalk } from './walk-state.ts';

/** Addresses that a glTF or tileset.json names beside its contents: buffers, images, schemas. */
function addressesIn(bytes: Uint8Array): string[] {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const isText = /^\s*\{/.test(magic);
  if (!isText && magic !== 'glTF') return [];
  const text = isText
    ? Buffer.from(bytes).toString('utf8')
    : Buffer.from(bytes.subarray(20, 20 + Buffer.from(bytes).readUInt32LE(12))).toString('utf8');
  return [...text.matchAll(/"(?:uri|schemaUri)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)]
    .map((match) => String(JSON.parse(`"${match[1]}"`)))
    .filter((uri) => !uri.startsWith('data:') && !uri.includes('{'));
}

/**
 * Copies a tileset byte for byte: its documents, the contents that are there, and what these name beside themselves.
 * The root document is named `tileset.json`.
 * @returns files written, relative to the folder, sorted.
 */
export async function copyTileset(tilesetFile: string, walk: TilesetWalk, outFolder: string): Promise<string[]> {
  const rootFolder = dirname(tilesetFile);
  const [root, ...others] = walk.documents;
  const contents = walk.entries.flatMap((entry) => (entry.absent || entry.file === null ? [] : (entry.uri ?? [])));
  const named = new Set([...others, ...contents]);
  for (const uri of [...named, root!]) {
    const file = join(rootFolder, uri);
    for (const address of addressesIn(await readFile(file))) {
      const beside = join(dirname(file), addressToPath(address));
      const fromRoot = relative(rootFolder, beside).split(sep).join('/');
      if (!fromRoot.startsWith('..') && isFile(beside)) named.add(fromRoot);
    }
  }
  named.delete(root!);
  const files = [...named].sort();
  for (const uri of files) {
    await mkdir(dirname(join(outFolder, uri)), { recursive: true });
    await copyFile(join(rootFolder, uri), join(outFolder, uri));
  }
  await mkdir(outFolder, { recursive: true });
  await copyFile(tilesetFile, join(outFolder, 'tileset.json'));
  return ['tileset.json', ...files];
}
