import type { ScreenPoint } from './screen-lens.ts';

/** Keys held with the pointer: Alt, nothing is snapped to; Shift, angles and proportions are kept. */
export interface PointerKeys {
  isFree: boolean;
  isConstrained: boolean;
}

/** What the pointer does to a sketch, in CSS pixels of the canvas. */
export interface SketchPointerEvents {
  /** A press at a place: true when something is grabbed there; the camera hears nothing of it then. */
  onPressed(at: ScreenPoint, pointer: { isTouch: boolean }): boolean;
  /** A grabbed thing is drawn along. */
  onDragged(at: ScreenPoint, keys: PointerKeys): void;
  /** `at` is `null` when the press was only a click. */
  onDropped(at: ScreenPoint | null, keys: PointerKeys): void;
  onDragLost(): void;
  onHovered(at: ScreenPoint, keys: PointerKeys): void;
  onClicked(at: ScreenPoint, keys: PointerKeys, isDouble: boolean): void;
  /** A click of the second button that did not move the camera. */
  onSecondClick(): void;
  onLeft(): void;
}

/** A press that moves less is a click. */
const CLICK_SLACK_PIXELS = 4;
const TOUCH_SLACK_PIXELS = 10;
const DOUBLE_CLICK_MS = 350;
const DOUBLE_CLICK_PIXELS = 6;

function keysOf({ altKey, shiftKey }: PointerEvent): PointerKeys {
  return { isFree: altKey, isConstrained: shiftKey };
}

interface Press {
  id: number;
  at: ScreenPoint;
  button: number;
  slack: number;
  isGrab: boolean;
  hasMoved: boolean;
}

/**
 * Listens to mouse, pen and touch before the engine does. A press on something that can be grabbed is kept from the
 * camera; every other one moves it as ever, and is a click when it did not move.
 */
export class SketchPointer {
  readonly #canvas: HTMLCanvasElement;
  readonly #events: SketchPointerEvents;
  readonly #abort = new AbortController();
  #press: Press | null = null;
  #lastClick: { at: ScreenPoint; time: number } | null = null;

  constructor(host: HTMLElement, canvas: HTMLCanvasElement, events: SketchPointerEvents) {
    this.#canvas = canvas;
    this.#events = events;
    const options = { capture: true, signal: this.#abort.signal };
    host.addEventListener('pointerdown', (event) => this.#down(event), options);
    host.addEventListener('pointermove', (event) => this.#move(event), options);
    host.addEventListener('pointerup', (event) => this.#up(event), options);
    host.addEventListener('pointercancel', (event) => this.#cancel(event), options);
    canvas.addEventListener('pointerleave', () => this.#events.onLeft(), { signal: this.#abort.signal });
  }

  /** Takes an event that came before there was a listener; the engine has heard it then. */
  replay(event: PointerEvent): void {
    if (event.type === 'pointerdown') this.#down(event, true);
    else if (event.type === 'pointermove') this.#move(event);
    else if (event.type === 'pointerup') this.#up(event);
  }

  dispose(): void {
    this.#abort.abort();
    const press = this.#press;
    if (press?.isGrab && this.#canvas.hasPointerCapture(press.id)) this.#canvas.releasePointerCapture(press.id);
  }

  #placeOf(event: PointerEvent): ScreenPoint {
    const box = this.#canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #down(event: PointerEvent, isPast = false): void {
    if (this.#press?.isGrab) {
      event.stopPropagation();
      return;
    }
    const isSecondFinger = this.#press !== null && event.pointerType === 'touch';
    if (event.target !== this.#canvas || isSecondFinger) {
      this.#press = null;
      return;
    }
    // The engine keeps presses from moving the focus: keys would go on into a field of a panel.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const at = this.#placeOf(event);
    const isTouch = event.pointerType === 'touch';
    const isGrab = event.button === 0 && this.#events.onPressed(at, { isTouch });
    const slack = isTouch ? TOUCH_SLACK_PIXELS : CLICK_SLACK_PIXELS;
    this.#press = { id: event.pointerId, at, button: event.button, slack, isGrab, hasMoved: false };
    if (!isGrab) return;
    event.stopPropagation();
    event.preventDefault();
    if (!isPast) this.#canvas.setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    const press = this.#press;
    const at = this.#placeOf(event);
    if (press && event.pointerId === press.id) {
      if (Math.hypot(at.x - press.at.x, at.y - press.at.y) > press.slack) press.hasMoved = true;
      // The engine hears of moves: it tells the place under the pointer, and without a press the camera rests.
      if (press.isGrab && press.hasMoved) this.#events.onDragged(at, keysOf(event));
      return;
    }
    if (!press && event.target === this.#canvas) this.#events.onHovered(at, keysOf(event));
  }

  #up(event: PointerEvent): void {
    const press = this.#press;
    if (!press) return;
    if (event.pointerId !== press.id) {
      if (press.isGrab) event.stopPropagation();
      return;
    }
    this.#press = null;
    const at = this.#placeOf(event);
    if (press.isGrab) {
      event.stopPropagation();
      this.#events.onDropped(press.hasMoved ? at : null, keysOf(event));
    } else if (!press.hasMoved && press.button === 0) this.#click(at, event);
    else if (!press.hasMoved && press.button === 2) this.#events.onSecondClick();
  }

  #cancel(event: PointerEvent): void {
    const press = this.#press;
    if (!press || event.pointerId !== press.id) return;
    this.#press = null;
    if (press.isGrab) this.#events.onDragLost();
  }

  #click(at: ScreenPoint, event: PointerEvent): void {
    const last = this.#lastClick;
    // When it happened, not when it is heard of: the click before may have kept the page busy.
    const time = event.timeStamp;
    const isDouble =
      last !== null &&
      time - last.time < DOUBLE_CLICK_MS &&
      Math.hypot(at.x - last.at.x, at.y - last.at.y) < DOUBLE_CLICK_PIXELS;
    this.#lastClick = isDouble ? null : { at, time };
    this.#events.onClicked(at, keysOf(event), isDouble);
  }
}
