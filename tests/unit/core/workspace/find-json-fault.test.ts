import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../../src/core/workspace/find-json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the place where a text stops being JSON', () => {
  it('is told by line and column', () => {
    expect(findJsonFault('{"a": 1,\n "b": tru}')).toEqual({ line: 2, column: 7 });
    expect(findJsonFault('[1,\n2,\n]')).toEqual({ line: 3, column: 1 });
    expect(findJsonFault('{"a": [1, 2}')).toEqual({ line: 1, column: 12 });
    expect(findJsonFault('{"a": [1, 2')).toEqual({ line: 1, column: 12 });
    expect(findJsonFault('')).toEqual({ line: 1, column: 1 });
  });

  it('is there exactly when the engine refuses the text', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '\\', '0', '-', 'e', '.', 'a', '\n'),
      )
      .map(([text, place, wedge]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + wedge + text.slice(wedge ? at : at + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (text) => {
        expect(findJsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });
});
