import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/** Puts a section into the page of results, in place of the one of the same title. @param {string} title @param {string[]} lines */
export function writeSection(title, lines) {
  const parts = readFileSync(PAGE, 'utf8').split(/^(?=## )/m);
  const kept = parts.filter((part) => !part.startsWith(`## ${title}\n`)).map((part) => part.trimEnd());
  const section = [`## ${title}`, '', ...lines].join('\n').trimEnd();
  writeFileSync(PAGE, `${[...kept, section].join('\n\n')}\n`);
}
