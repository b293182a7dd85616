import { drawSketch, type SketchPicture } from './draw-sketch.ts';
import type { ScreenPoint } from './screen-lens.ts';

const LABEL_OFFSET_PIXELS = 18;

/** A canvas over the scene and the label that follows the pointer. */
export class SketchOverlay {
  readonly #canvas: HTMLCanvasElement;
  readonly #label: HTMLElement;

  constructor(canvas: HTMLCanvasElement, label: HTMLElement) {
    this.#canvas = canvas;
    this.#label = label;
  }

  /** Draws the sketch; the label stands beside the pointer, or is hidden without one. */
  draw(picture: SketchPicture, pointer: ScreenPoint | null): void {
    const { width, height } = picture.lens;
    const ratio = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== wide || this.#canvas.height !== high) {
      this.#canvas.width = wide;
      this.#canvas.height = high;
    }
    const pen = this.#canvas.getContext('2d');
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    drawSketch(pen, picture);
    this.#placeLabel(picture, pointer);
  }

  #placeLabel({ lens }: SketchPicture, pointer: ScreenPoint | null): void {
    const label = this.#label;
    label.style.visibility = pointer && label.childElementCount > 0 ? 'visible' : 'hidden';
    if (!pointer) return;
    const { offsetWidth, offsetHeight } = label;
    const isRight = pointer.x + LABEL_OFFSET_PIXELS + offsetWidth < lens.width;
    const isBelow = pointer.y + LABEL_OFFSET_PIXELS + offsetHeight < lens.height;
    const x = isRight ? pointer.x + LABEL_OFFSET_PIXELS : pointer.x - LABEL_OFFSET_PIXELS - offsetWidth;
    const y = isBelow ? pointer.y + LABEL_OFFSET_PIXELS : pointer.y - LABEL_OFFSET_PIXELS - offsetHeight;
    label.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}
