import { statSync } from 'node:fs';

/** Path that an address in a tileset or glTF stands for: query and fragment cut off, percent signs decoded where they can be. */
export function addressToPath(address: string): string {
  const bare = address.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** True when a plain file is there. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
