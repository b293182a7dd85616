import { beforeEach, describe, expect, it } from 'vitest';
import { stepView } from '../../../../src/features/briefing/show-view.ts';
import {
  deleteView,
  moveView,
  renameView,
  replaceView,
  saveView,
} from '../../../../src/features/briefing/view-edits.ts';
import { happened } from '../../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../../src/state/initial-workspace.ts';
import { selectViews } from '../../../../src/state/select-views.ts';
import { workspaceStore } from '../../../../src/state/workspace-store.ts';

const CAMERA = {
  position: { lon: 113.3, lat: 23.1, ellipsoidalHeightMeters: 900 },
  headingDegrees: 10,
  pitchDegrees: -40,
};
const names = () => selectViews(workspaceStore.getState().document).map((view) => view.name);
const view = (name: string) => selectViews(workspaceStore.getState().document).find((one) => one.name === name)!;

beforeEach(() => {
  workspaceStore.setState({
    ...INITIAL_WORKSPACE,
    camera: CAMERA,
    layers: { b: { visible: true, opacity: 1 }, zones: { visible: true, opacity: 1 } },
  });
});

describe('saved views', () => {
  it('keeps camera, layers, light and theme and brings them back', () => {
    happened.themeChosen('dark');
    saveView('old town');
    happened.themeChosen('light');
    happened.cameraSettled({ ...CAMERA, headingDegrees: 99 });
    workspaceStore.setState({ layers: { b: { visible: false, opacity: 0.2 }, zones: { visible: false, opacity: 1 } } });
    stepView(1);
    const { theme, layers, flight } = workspaceStore.getState();
    expect(theme).toBe('dark');
    expect(layers.b).toEqual({ visible: true, opacity: 1 });
    expect(flight?.target).toEqual(CAMERA);
  });

  it('leaves layers alone that the view does not know', () => {
    saveView('a');
    workspaceStore.setState({ layers: { later: { visible: false, opacity: 0.5 } } });
    happened.viewShown(view('a'));
    expect(workspaceStore.getState().layers).toEqual({ later: { visible: false, opacity: 0.5 } });
  });

  it('steps through the order and holds at both ends', () => {
    for (const name of ['a', 'b', 'c']) saveView(name);
    moveView(view('c'), -1);
    expect(names()).toEqual(['a', 'c', 'b']);
    const shown = () => workspaceStore.getState().shownViewId;
    stepView(1);
    expect(shown()).toBe(view('a').id);
    stepView(-1);
    expect(shown()).toBe(view('a').id);
    stepView(1);
    expect(shown()).toBe(view('c').id);
    stepView(1);
    stepView(1);
    expect(shown()).toBe(view('b').id);
  });

  it('undoes every change of the list', () => {
    saveView('a');
    saveView('b');
    const before = workspaceStore.getState().document;
    renameView(view('a'), 'A');
    happened.cameraSettled({ ...CAMERA, pitchDegrees: -80 });
    replaceView(view('b'));
    moveView(view('b'), -1);
    deleteView(view('A'));
    expect(names()).toEqual(['b']);
    for (let step = 0; step < 4; step += 1) happened.undone();
    expect(workspaceStore.getState().document).toEqual(before);
  });

  it('saves nothing before the camera is known', () => {
    workspaceStore.setState({ camera: null });
    saveView('a');
    expect(names()).toEqual([]);
  });
});
