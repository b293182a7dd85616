import { Cartesian2, Cartesian3, Cartographic, Math as CesiumMath, type Viewer } from 'cesium';
import type { GeodeticPosition } from '../../../core/geometry/coordinates.ts';
import { groundUnder } from '../pointer.ts';
import type { ScreenPoint } from './screen-lens.ts';

/** A place on what is seen: ground, roof or wall. */
export interface SurfaceHit extends GeodeticPosition {
  isGround: boolean;
}

/** `surface`: what is seen under the pointer, roofs too; `ground`: the ground behind it. */
export type ProbeDepth = 'surface' | 'ground';

/** A surface this near to the ground is the ground, which is known more exactly than depth tells. */
const GROUND_TOLERANCE_METERS = 0.5;
const GROUND_TOLERANCE_OF_RANGE = 0.001;
/** A graphics card that is busier than this long is not waited for. */
const PATIENCE_MS = 400;

interface Wanted {
  screen: ScreenPoint;
  depth: ProbeDepth;
  since: number;
  onHit: (hit: SurfaceHit | null) => void;
}

/**
 * Finds the surface under screen positions. The depth of a frame lies on the graphics card: reading it before the card
 * has finished would hold the page up, so a moving pointer's is read when the card says that it is done.
 */
export class SurfaceProbe {
  readonly #viewer: Viewer;
  readonly #gl: WebGL2RenderingContext | null;
  readonly #forget: () => void;
  #fence: WebGLSync | null = null;
  #wanted: Wanted | null = null;
  #request: number | null = null;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
    this.#gl = viewer.scene.canvas.getContext('webgl2');
    this.#forget = viewer.scene.postRender.addEventListener(() => this.#setFence());
  }

  /** The surface now, on a fresh frame: for a click, where the place must be right whatever it takes. */
  exact(screen: ScreenPoint, depth: ProbeDepth): SurfaceHit | null {
    this.forgetWanted();
    if (depth === 'surface') {
      // The depth of a position is only right after a fresh frame and before any other hit test.
      this.#viewer.scene.requestRender();
      this.#viewer.render();
    }
    return this.#read(screen, depth);
  }

  /** The surface as soon as it can be had without waiting; of several wishes only the newest is answered. */
  soon(screen: ScreenPoint, depth: ProbeDepth, onHit: (hit: SurfaceHit | null) => void): void {
    this.#wanted = { screen, depth, onHit, since: this.#wanted?.since ?? performance.now() };
    this.#request ??= requestAnimationFrame(() => this.#tryRead());
  }

  /** A wish that is still open is not wanted any more. */
  forgetWanted(): void {
    this.#wanted = null;
    if (this.#request !== null) cancelAnimationFrame(this.#request);
    this.#request = null;
  }

  dispose(): void {
    this.forgetWanted();
    this.#forget();
    if (this.#fence) this.#gl?.deleteSync(this.#fence);
  }

  #setFence(): void {
    const gl = this.#gl;
    if (!gl) return;
    if (this.#fence) gl.deleteSync(this.#fence);
    this.#fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  #isCardDone(): boolean {
    const gl = this.#gl;
    return !gl || !this.#fence || gl.getSyncParameter(this.#fence, gl.SYNC_STATUS) === gl.SIGNALED;
  }

  #tryRead(): void {
    this.#request = null;
    const wanted = this.#wanted;
    if (!wanted || this.#viewer.isDestroyed()) return;
    const isLate = performance.now() - wanted.since > PATIENCE_MS;
    if (wanted.depth === 'surface' && !this.#isCardDone() && !isLate) {
      this.#request = requestAnimationFrame(() => this.#tryRead());
      return;
    }
    this.#wanted = null;
    wanted.onHit(this.#read(wanted.screen, isLate && !this.#isCardDone() ? 'ground' : wanted.depth));
  }

  #read({ x, y }: ScreenPoint, depth: ProbeDepth): SurfaceHit | null {
    const at = new Cartesian2(x, y);
    const { scene } = this.#viewer;
    const ground = groundUnder(this.#viewer, at);
    const onGround = ground && { ...ground, isGround: true };
    const position = depth === 'surface' && scene.pickPositionSupported ? scene.pickPosition(at) : undefined;
    const place = position && Cartographic.fromCartesian(position);
    if (!place) return onGround;
    const [lon, lat] = [CesiumMath.toDegrees(place.longitude), CesiumMath.toDegrees(place.latitude)];
    const range = Cartesian3.distance(this.#viewer.camera.positionWC, position);
    const tolerance = Math.max(GROUND_TOLERANCE_METERS, range * GROUND_TOLERANCE_OF_RANGE);
    const isGround =
      ground !== null &&
      Cartesian3.distance(position, Cartesian3.fromDegrees(ground.lon, ground.lat, ground.ellipsoidalHeightMeters)) <
        tolerance;
    return isGround ? onGround : { lon, lat, ellipsoidalHeightMeters: place.height, isGround: false };
  }
}
