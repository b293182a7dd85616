import { expect, it } from 'vitest';
import { listSourceAttributes } from '../../../src/features/inspect/list-source-attributes.ts';

it('tells markup as text, sets out JSON strings, leaves empty values unknown', () => {
  const html = '<img src=x onerror="alert(1)">';
  const listed = listSourceAttributes(
    JSON.stringify({ html, json: '{"a":[1]}', broken: '{a', none: null, empty: '', n: 0 }),
  );
  expect(Object.fromEntries(listed.map(({ key, value }) => [key, value]))).toEqual({
    html,
    json: '{\n  "a": [\n    1\n  ]\n}',
    broken: '{a',
    none: null,
    empty: null,
    n: '0',
  });
});

it('shows text that is no JSON object as it is', () => {
  expect(listSourceAttributes('not json')).toEqual([{ key: 'source', label: 'source', value: 'not json' }]);
});
