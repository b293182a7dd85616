/**
 * Runs in the page before anything else and knows no engine: it counts WebGL draw calls, waits for the picture after
 * each animation frame that drew, and keeps when the frame began and how long it took.
 */
export function frameProbe() {
  let draws = 0;
  /** @type {WebGL2RenderingContext | null} */
  let gl = null;
  const pixel = new Uint8Array(4);
  /** @type {{ start: number, milliseconds: number }[]} */
  const frames = [];
  const prototype = WebGL2RenderingContext.prototype;
  for (const name of /** @type {const} */ ([
    'drawElements',
    'drawArrays',
    'drawElementsInstanced',
    'drawArraysInstanced',
  ])) {
    const original = /** @type {(...args: number[]) => void} */ (prototype[name]);
    Object.assign(prototype, {
      /** @this {WebGL2RenderingContext} @param {number[]} args */
      [name](...args) {
        draws += 1;
        gl = this;
        original.apply(this, args);
      },
    });
  }
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const before = draws;
      const start = performance.now();
      callback(time);
      if (draws === before || !gl) return;
      // Reading one pixel waits until everything before it is drawn.
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      frames.push({ start, milliseconds: performance.now() - start });
    });
  Object.assign(window, { benchFrames: frames });
}
