import type { CustomShader, Scene, Texture } from 'cesium';
import { TextureUniform, UniformType } from 'cesium';
import { ROW_COLORS_WIDTH } from '../../core/style/row-colors.ts';
import { createTexture, writeTexture } from './engine-texture.ts';

/**
 * For the fragment shader of tiles whose features know their row: the colour of a row, opacity 0 where it has none.
 * It is looked up on the graphics card, so that it is right in the frame in which a tile arrives.
 */
export const ROW_COLOR_CODE = `
vec4 rowColor(float row) {
  int at = int(row + 0.5);
  ivec2 size = textureSize(u_rowColors, 0);
  ivec2 place = ivec2(at % ${ROW_COLORS_WIDTH}, at / ${ROW_COLORS_WIDTH});
  return place.x < size.x && place.y < size.y ? texelFetch(u_rowColors, place, 0) : vec4(0.0);
}`;

/** The uniform that `ROW_COLOR_CODE` reads. */
export function rowColorUniforms() {
  const value = new TextureUniform({ typedArray: new Uint8Array(4), width: 1, height: 1, repeat: false });
  return { u_rowColors: { type: UniformType.SAMPLER_2D, value } };
}

/** Colours of the rows of a table on the graphics card. */
export class RowColorTexture {
  readonly #scene: Scene;
  #texture: Texture | null = null;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Whole lines of colours as `colorRows` makes them; `null` leaves every row as it is. */
  show(rgba: Uint8Array | null): void {
    const height = rgba ? rgba.length / (ROW_COLORS_WIDTH * 4) : 0;
    if (this.#texture?.height !== height) {
      this.#texture?.destroy();
      this.#texture = rgba ? createTexture(this.#scene, ROW_COLORS_WIDTH, height) : null;
    }
    if (this.#texture && rgba)
      writeTexture(this.#texture, { x: 0, y: 0, width: ROW_COLORS_WIDTH, height, pixels: rgba });
  }

  /** Lets a shader look the colours up; call it before the shader is given to a tileset. */
  serve(shader: CustomShader): void {
    const { uniformMap } = shader as unknown as { uniformMap: Record<string, () => Texture | undefined> };
    const blank = uniformMap.u_rowColors;
    uniformMap.u_rowColors = () => this.#texture ?? blank?.();
  }

  dispose(): void {
    this.show(null);
  }
}
