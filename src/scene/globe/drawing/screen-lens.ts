import { Cartesian4, Matrix4, type Scene } from 'cesium';

/** A place on the canvas, CSS pixels from its upper left corner. */
export interface ScreenPoint {
  x: number;
  y: number;
}

/** The camera of one frame as a plain projection: quicker for many points than asking the engine for each. */
export class ScreenLens {
  readonly #matrix: Matrix4;
  readonly width: number;
  readonly height: number;
  /** What `aim` found. */
  x = 0;
  y = 0;
  readonly #scratch = new Cartesian4();

  constructor(scene: Scene) {
    const { camera, canvas } = scene;
    this.#matrix = Matrix4.multiply(camera.frustum.projectionMatrix, camera.viewMatrix, new Matrix4());
    this.width = canvas.clientWidth;
    this.height = canvas.clientHeight;
  }

  /** Where earth-centred metres are seen; `null` behind the camera. */
  project(x: number, y: number, z: number): ScreenPoint | null {
    return this.aim(x, y, z) ? { x: this.x, y: this.y } : null;
  }

  /** As `project`, but leaves the place in `x` and `y`: for very many points. */
  aim(x: number, y: number, z: number): boolean {
    const clip = this.#scratch;
    clip.x = x;
    clip.y = y;
    clip.z = z;
    clip.w = 1;
    Matrix4.multiplyByVector(this.#matrix, clip, clip);
    if (clip.w <= 0) return false;
    this.x = ((clip.x / clip.w + 1) / 2) * this.width;
    this.y = ((1 - clip.y / clip.w) / 2) * this.height;
    return true;
  }

  isInView({ x, y }: Readonly<ScreenPoint>, margin: number): boolean {
    return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
  }
}
