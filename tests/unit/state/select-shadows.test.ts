import { describe, expect, it } from 'vitest';
import { captureView } from '../../../src/state/capture-view.ts';
import { INITIAL_WORKSPACE } from '../../../src/state/initial-workspace.ts';
import { selectShadows } from '../../../src/state/select-shadows.ts';
import { viewFacts } from '../../../src/state/view-facts.ts';
import type { WorkspaceState } from '../../../src/state/workspace.ts';

const drawn = (level: 'low' | 'medium' | 'high'): WorkspaceState => ({
  ...INITIAL_WORKSPACE,
  ...viewFacts.qualityDrawn(INITIAL_WORKSPACE, level),
});

describe('selectShadows', () => {
  it('follows the level that is drawn until someone switches them', () => {
    expect([drawn('low'), drawn('medium'), drawn('high')].map(selectShadows)).toEqual([false, false, true]);
    const off = { ...drawn('high'), ...viewFacts.shadowsSwitched(drawn('high'), false) };
    expect(selectShadows(off)).toBe(false);
    const on = { ...drawn('low'), ...viewFacts.shadowsSwitched(drawn('low'), true) };
    expect(selectShadows({ ...on, ...viewFacts.qualityDrawn(on, 'medium') })).toBe(true);
    expect(on.quality.choice).toBe('auto');
  });

  it('a saved view keeps the shadows that were seen', () => {
    const position = { lon: 0, lat: 0, ellipsoidalHeightMeters: 100 };
    const seen = { ...drawn('high'), camera: { position, headingDegrees: 0, pitchDegrees: -30 } };
    expect(captureView(seen)?.sun.shadows).toBe(true);
    expect(captureView({ ...seen, quality: drawn('medium').quality })?.sun.shadows).toBe(false);
  });
});
