import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dropInput,
  giveSketchKey,
  holdInput,
  isHoldingInput,
  listenToKeys,
  stopListening,
} from '../../../../src/features/zones/early-input.ts';

class Canvas extends EventTarget {}

let page: EventTarget;
let canvas: Canvas;

/** An event of the pointer as the page hears it on the way down. */
function point(type: string, target: EventTarget = canvas): Event {
  const event = new Event(type);
  Object.defineProperty(event, 'target', { value: target });
  page.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  page = new EventTarget();
  canvas = new Canvas();
  vi.stubGlobal('window', page);
  vi.stubGlobal('HTMLCanvasElement', Canvas);
});

afterEach(() => {
  stopListening();
  dropInput();
  vi.unstubAllGlobals();
});

describe('early input', () => {
  it('is kept in order for the outline that is being opened, keys and clicks on the map alike', () => {
    const taken = vi.fn();
    point('pointerdown');
    holdInput();
    expect(isHoldingInput()).toBe(true);
    point('pointermove');
    const first = [point('pointerdown'), point('pointermove'), point('pointerup')];
    point('pointermove');
    point('pointerdown', new EventTarget());
    expect(giveSketchKey('Backspace')).toBe('given');
    const second = [point('pointerdown'), point('pointerup')];
    giveSketchKey('Enter');
    expect(listenToKeys(taken)).toEqual([...first, 'Backspace', ...second, 'Enter']);
    expect(isHoldingInput()).toBe(false);
    point('pointerdown');
    giveSketchKey('Enter');
    expect(taken.mock.calls).toEqual([['Enter']]);
    stopListening();
    expect(giveSketchKey('Enter')).toBe('unheard');
    expect(listenToKeys(taken)).toEqual([]);
  });

  it('of one tool is not meant for the next', () => {
    holdInput();
    point('pointerdown');
    point('pointerup');
    holdInput();
    giveSketchKey('o');
    expect(listenToKeys(vi.fn())).toEqual(['o']);
  });

  it('is forgotten by Escape, which then ends the opening', () => {
    holdInput();
    point('pointerdown');
    expect(giveSketchKey('Escape')).toBe('given');
    expect(giveSketchKey('Escape')).toBe('unheard');
    expect(listenToKeys(vi.fn())).toEqual([]);
  });

  it('is not kept while an outline listens, nor once none comes', () => {
    listenToKeys(vi.fn());
    holdInput();
    expect(isHoldingInput()).toBe(false);
    stopListening();
    holdInput();
    dropInput();
    expect(isHoldingInput()).toBe(false);
    expect(giveSketchKey('Delete')).toBe('unheard');
  });
});
