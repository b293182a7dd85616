import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaletteEntry } from '../../../../src/features/palette/palette-entry.ts';
import { keepRecent, readRecents } from '../../../../src/features/palette/recents.ts';

function entry(id: string): PaletteEntry {
  return { key: `command ${id}`, kind: 'command', label: id, sub: '', rank: 3, target: { do: 'command', id } };
}

let stored: string | null = null;

beforeEach(() => {
  stored = null;
  const localStorage = {
    getItem: () => stored,
    setItem: (_key: string, text: string) => {
      stored = text;
    },
  };
  vi.stubGlobal('window', { localStorage });
});
afterEach(() => vi.unstubAllGlobals());

describe('recents', () => {
  it('keeps the newest first, each once, six of a city', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) keepRecent('here', entry(id));
    keepRecent('there', entry('z'));
    expect(readRecents('here').map(({ label }) => label)).toEqual(['b', 'g', 'f', 'e', 'd', 'c']);
    expect(readRecents('there').map(({ label }) => label)).toEqual(['z']);
  });

  it.each(['no json', '{"a":1}', '[{"city":"here"}]'])('passes over %s', (text) => {
    stored = text;
    expect(readRecents('here')).toEqual([]);
  });

  it('does without where storage is forbidden', () => {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new Error('SecurityError');
      },
    });
    expect(readRecents('here')).toEqual([]);
    expect(() => keepRecent('here', entry('a'))).not.toThrow();
  });
});
