import type { SketchTool } from '../../core/zones/editing/sketch.ts';

/** Keys that take a tool: those that draw a new zone. */
export const DRAW_KEYS = {
  1: 'polygon',
  2: 'rectangle',
  3: 'circle',
  4: 'corridor',
  5: 'trace',
} as const satisfies Record<string, SketchTool>;

/** Keys that take a tool: those that change the selected zone. */
export const EDIT_KEYS = { e: 'reshape', r: 'transform', 6: 'hole', 7: 'part', 8: 'split' } as const satisfies Record<
  string,
  SketchTool
>;

/** Keys of an open outline. */
export const SKETCH_KEYS = ['Escape', 'Enter', 'Backspace', 'Delete', 'o'] as const;
export type SketchKey = (typeof SKETCH_KEYS)[number];
