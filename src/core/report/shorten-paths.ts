/** A file in a text: folders, then a name with an ending, and perhaps a line after it. */
const PATH = /[^\s,;:，；。、：（）()[\]“”"]*\/[^\s,;，；。、：（）()[\]“”"]*\.[A-Za-z0-9]+(?::\d+)?/g;
/** Longest word that is printed whole; identifiers of sources can be as long as they like. */
const WORD_CHARACTERS = 44;
/** Longest text of one example. */
const TEXT_CHARACTERS = 280;

function lastSegments(path: string, count: number): string {
  return path.split('/').slice(-count).join('/');
}

function withoutLine(path: string): string {
  return path.replace(/:\d+$/, '');
}

function cutWord(word: string): string {
  const room = (WORD_CHARACTERS - 1) / 2;
  return word.length > WORD_CHARACTERS ? `${word.slice(0, Math.ceil(room))}…${word.slice(-Math.floor(room))}` : word;
}

/**
 * Texts for print: every file by the shortest end of its path that no other file of the texts or of `files` shares,
 * long identifiers and texts cut with an ellipsis. Web addresses stay as they are.
 * @param files further paths that a short name must not be mistaken for.
 */
export function shortenPaths(texts: readonly string[], files: readonly string[]): string[] {
  const isAddress = (path: string) => path.startsWith('//');
  const found = texts.flatMap((text) => [...text.matchAll(PATH)].map(([path]) => withoutLine(path)));
  const known = [...new Set([...files, ...found])].filter((path) => !isAddress(path));
  const shorten = (path: string) => {
    const whole = withoutLine(path);
    const depth = whole.split('/').length;
    for (let count = 1; count < depth; count += 1) {
      const short = lastSegments(whole, count);
      if (!known.some((other) => other !== whole && lastSegments(other, count) === short)) {
        return `${short}${path.slice(whole.length)}`;
      }
    }
    return path;
  };
  return texts.map((text) => {
    const told = text.replace(PATH, (path) => (isAddress(path) ? path : shorten(path)));
    const cut = told.replace(/[A-Za-z0-9_.{}-]+/g, cutWord);
    return cut.length > TEXT_CHARACTERS ? `${cut.slice(0, TEXT_CHARACTERS - 1)}…` : cut;
  });
}
