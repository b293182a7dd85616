import type { Outcome } from '../../src/core/city/issue.ts';
import { checkPlacement } from '../elements/check-placement.ts';
import { decideSourceFrame, type FrameQuestion, type SourceFrame } from '../elements/source-frame.ts';
import type { LayerFile, LayerRecords } from './layer-record.ts';

interface LayerFrame {
  frame: SourceFrame;
  /** Whether a position of the source lies where its CRS and the project CRS are used; the others are left out. */
  lies: (x: number, y: number) => boolean;
}

/**
 * Decides the CRS of one file of a vector layer and checks where its records lie.
 * @param positions One per record, x and y as the source writes them; may be empty.
 * Errors: those of CRS (`crs.missing`, `crs.unknown` …) and placement (`crs.swapped`, `crs.outsideArea`).
 */
export function decideLayerFrame(
  read: LayerRecords,
  positions: readonly (readonly [number, number])[],
  file: LayerFile,
): Outcome<LayerFrame> {
  const question: FrameQuestion = {
    ...file,
    planar: true,
    sample: positions[0],
    declared: read.crs,
    ...(read.implied === undefined ? {} : { implied: read.implied }),
  };
  const frame = decideSourceFrame(question);
  if (!frame.ok) return frame;
  const checked = checkPlacement(frame.value, positions, question);
  return checked.ok ? { ok: true, value: { frame: frame.value, lies: checked.value } } : checked;
}
