import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../src/core/city/issue-texts.ts';
import { recipeSchema } from '../../../src/core/city/recipe.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const read = (document: string) => readFileSync(path.join(ROOT, document), 'utf8');

/** Files of a package or of a build: they exist after a run, not in a clone. */
const MADE_LATER = /^(tiles\/|dist\/|node_modules\/|test-results\/|buildings\/|my-city\/)/;

/** Code spans that read as a path of this repository: a known top folder and a slash. */
function pathsNamed(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  return spans.filter((span) => /^(src|tools|tests|docs|public|\.ci)\//.test(span) && !/[<*…]/.test(span));
}

function linksOf(document: string): string[] {
  return [...read(document).matchAll(/\]\(([^)#\s]+)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => path.posix.join(path.posix.dirname(document), target));
}

describe('the documents', () => {
  it.each(documents)('%s names only paths that exist', (document) => {
    const named = [...pathsNamed(read(document)), ...linksOf(document)].filter((file) => !MADE_LATER.test(file));
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it.each(documents)('%s names only issue codes that have a text', (document) => {
    const topics = new Set(ISSUE_CODES.map((code) => code.split('.')[0]));
    const named = [...read(document).matchAll(/`([a-z][A-Za-z0-9]*)\.([a-z][A-Za-z]+)`/g)]
      .filter(([, topic, word]) => topics.has(topic) && !/^(json|ts|md|mjs|html|geojson|parquet)$/.test(word ?? ''))
      .map(([, topic, word]) => `${topic}.${word}`);
    expect(named.filter((code) => !ISSUE_CODES.includes(code))).toEqual([]);
  });

  it('shows a recipe that is valid', () => {
    const block = /```json\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
    expect(recipeSchema.safeParse(JSON.parse(block)).error).toBeUndefined();
  });

  it('says the two commands, and the continuous integration runs nothing else', () => {
    const script = readFileSync(path.join(ROOT, '.ci/run'), 'utf8');
    const commands = script.split('\n').filter((line) => line && !line.startsWith('#') && !/^(set|cd) /.test(line));
    expect(commands).toEqual(['npm ci', 'npm test']);
    expect(read('README.md')).toContain('npm ci && npm start');
    expect(read('README.md')).toContain('npm ci && npm test');
  });
});
