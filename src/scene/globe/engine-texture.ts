import { type Scene, Texture } from 'cesium';

declare module 'cesium' {
  /** The engine's wrapper of a texture on the graphics card (1.145.0): exported, but not in its declarations. */
  class Texture {
    constructor(options: {
      context: unknown;
      width: number;
      height: number;
      flipY: boolean;
      source?: { width: number; height: number; arrayBufferView: Uint8Array };
      sampler?: unknown;
    });
    readonly width: number;
    readonly height: number;
    copyFrom(options: {
      xOffset: number;
      yOffset: number;
      source: { width: number; height: number; arrayBufferView: Uint8Array };
    }): void;
    destroy(): void;
    isDestroyed(): boolean;
  }
}

/** Colours of pixels as red, green, blue, opacity; rows from the top. */
export interface TexturePart {
  x: number;
  y: number;
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A texture without content that takes parts in; first row = row 0, sampled at t = 0. */
export function createTexture(scene: Scene, width: number, height: number): Texture {
  const { context } = scene as unknown as { context: unknown };
  return new Texture({ context, width, height, flipY: false });
}

/** Brings pixels into a part of a texture; they show in the next frame. */
export function writeTexture(texture: Texture, { x, y, width, height, pixels }: TexturePart): void {
  texture.copyFrom({ xOffset: x, yOffset: y, source: { width, height, arrayBufferView: pixels } });
}

/** The same texture for one who destroys what he is given: materials do. */
export function lendTexture(texture: Texture): Texture {
  return Object.create(texture, { destroy: { value: () => {} } }) as Texture;
}
