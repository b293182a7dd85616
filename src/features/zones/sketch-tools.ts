import {
  type Icon,
  IconArrowsMove,
  IconCircle,
  IconCopyPlus,
  IconDirections,
  IconPolygon,
  IconRectangle,
  IconRoute,
  IconScissors,
  IconSquareOff,
  IconVectorBezier2,
} from '@tabler/icons-react';
import type { SketchTool } from '../../core/zones/editing/sketch.ts';
import { DRAW_KEYS, EDIT_KEYS } from './tool-keys.ts';

/** A tool of the bar: its sign and the key that takes it. */
export interface SketchToolEntry {
  tool: SketchTool;
  Icon: Icon;
  key: string;
}

const ICONS: Record<SketchTool, Icon> = {
  polygon: IconPolygon,
  rectangle: IconRectangle,
  circle: IconCircle,
  corridor: IconRoute,
  trace: IconDirections,
  reshape: IconVectorBezier2,
  transform: IconArrowsMove,
  hole: IconSquareOff,
  part: IconCopyPlus,
  split: IconScissors,
};

const entriesOf = (keys: Readonly<Record<string, SketchTool>>): SketchToolEntry[] =>
  Object.entries(keys).map(([key, tool]) => ({ tool, Icon: ICONS[tool], key }));

/** Tools that draw a new zone. */
export const DRAW_TOOLS: readonly SketchToolEntry[] = entriesOf(DRAW_KEYS);

/** Tools that change the outline of the selected zone. */
export const EDIT_TOOLS: readonly SketchToolEntry[] = [
  ...entriesOf({ e: EDIT_KEYS.e, r: EDIT_KEYS.r }),
  ...entriesOf({ 6: EDIT_KEYS[6], 7: EDIT_KEYS[7], 8: EDIT_KEYS[8] }),
];
