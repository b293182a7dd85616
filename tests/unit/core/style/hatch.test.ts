import { describe, expect, it } from 'vitest';
import { drawHatchTile, type Hatch } from '../../../../src/core/style/hatch.ts';

/** What a pen was asked to draw, as text. */
function strokesOf(hatch: Hatch, size: number): string[] {
  const done: string[] = [];
  drawHatchTile(
    {
      beginPath: () => done.push('begin'),
      moveTo: (x, y) => done.push(`from ${x},${y}`),
      lineTo: (x, y) => done.push(`to ${x},${y}`),
      arc: (x, y, radius) => done.push(`dot ${x},${y} ${radius}`),
      stroke: () => done.push('stroke'),
      fill: () => done.push('fill'),
    },
    hatch,
    size,
  );
  return done;
}

describe('drawHatchTile', () => {
  it('draws lines that go on in the neighbouring tiles', () => {
    expect(strokesOf('horizontal', 10)).toEqual(['begin', 'from 0,5', 'to 10,5', 'stroke']);
    const diagonal = strokesOf('diagonal', 10);
    expect(diagonal).toEqual([
      'begin',
      'from -10,10',
      'to 0,0',
      'from 0,10',
      'to 10,0',
      'from 10,10',
      'to 20,0',
      'stroke',
    ]);
    expect(strokesOf('cross', 10)).toHaveLength(14);
  });

  it('draws a dot in the middle, and nothing without a hatch', () => {
    expect(strokesOf('dots', 10)).toEqual(['begin', 'dot 5,5 1.5', 'fill']);
    expect(strokesOf('none', 10)).toEqual([]);
  });
});
