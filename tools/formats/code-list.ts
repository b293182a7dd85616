import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SaxesParser } from 'saxes';

/** Parses a GML 3.1 simple dictionary: code (`gml:name` of a definition) → meaning (`gml:description`). */
function parseCodeList(text: string): Map<string, string> {
  const meanings = new Map<string, string>();
  const parser = new SaxesParser();
  let inDefinition = false;
  let [code, meaning, current] = ['', '', ''];
  parser.on('opentag', (tag) => {
    if (tag.name.endsWith(':Definition')) [inDefinition, code, meaning] = [true, '', ''];
    current = '';
  });
  parser.on('text', (piece) => {
    current += piece;
  });
  parser.on('closetag', (tag) => {
    if (tag.name.endsWith(':Definition')) {
      if (code) meanings.set(code, meaning);
      inDefinition = false;
    } else if (inDefinition && tag.name.endsWith(':name')) code = current.trim();
    else if (inDefinition && tag.name.endsWith(':description')) meaning = current.trim();
    current = '';
  });
  parser.on('error', () => undefined);
  parser.write(text).close();
  return meanings;
}

/** Meanings of coded values, looked up in the code lists that lie beside the data. */
export interface CodeLists {
  /** @returns `null` when the list is absent or does not have the code. */
  meaningOf(codeSpace: string, code: string): Promise<string | null>;
  /** Lists that were asked for and are not there, by file name. */
  absent: Set<string>;
}

/**
 * Opens the code lists that a CityGML file points to with relative `codeSpace` addresses; each is read once.
 * Addresses with a scheme are never fetched.
 * @param file Absolute path of the CityGML file.
 */
export function openCodeLists(file: string): CodeLists {
  const lists = new Map<string, Promise<Map<string, string> | null>>();
  const absent = new Set<string>();
  return {
    absent,
    meaningOf: async (codeSpace, code) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(codeSpace)) return null;
      const target = path.resolve(path.dirname(file), codeSpace);
      let list = lists.get(target);
      if (!list) {
        list = readFile(target, 'utf8').then(
          (text) => parseCodeList(text.replace(/^\uFEFF/, '')),
          () => null,
        );
        lists.set(target, list);
      }
      const meanings = await list;
      if (!meanings) absent.add(path.basename(target));
      return meanings?.get(code) ?? null;
    },
  };
}
