import { Cartesian4, type CustomShader, type Texture, TextureUniform, UniformType } from 'cesium';
import type { ZoneSheet, ZoneSurface } from './zone-surface.ts';

/** The sheets that a shader samples, by the part of their uniforms' names. */
const SHEETS = { Overview: 'overview', Detail: 'detail', Sketch: 'sketch' } as const;

/** For the fragment shader of a tileset: zones as plain fill, the outline in the making in place of what rests below it. */
export const ZONE_CODE = `
bool isWithin(vec2 st) {
  return all(greaterThan(st, vec2(0.0))) && all(lessThan(st, vec2(1.0)));
}
vec4 restingZoneAt(vec2 meters) {
  vec2 st = (meters - u_boundsDetail.xy) * u_boundsDetail.zw;
  if (isWithin(st)) return texture(u_sheetDetail, vec2(st.x, 1.0 - st.y));
  st = (meters - u_boundsOverview.xy) * u_boundsOverview.zw;
  return isWithin(st) ? texture(u_sheetOverview, vec2(st.x, 1.0 - st.y)) : vec4(0.0);
}
vec3 tintByZones(vec3 color, vec2 meters, float strength) {
  vec4 zone = restingZoneAt(meters);
  vec2 st = (meters - u_boundsSketch.xy) * u_boundsSketch.zw;
  vec4 sketch = isWithin(st) ? texture(u_sheetSketch, vec2(st.x, 1.0 - st.y)) : vec4(0.0);
  vec3 rested = mix(color, zone.rgb, zone.a * u_zoneOpacity * strength * (1.0 - sketch.a));
  return mix(rested, sketch.rgb, sketch.a * strength);
}`;

/** South-west corner in metres and the parts of the sheet per metre; all 0 without a sheet, which nothing is within. */
export function boundsUniform(sheet: Pick<ZoneSheet, 'bounds'> | null | undefined): Cartesian4 {
  if (!sheet) return new Cartesian4(0, 0, 0, 0);
  const { east, north, width, height } = sheet.bounds;
  return new Cartesian4(east, north, 1 / Math.max(width, 1), 1 / Math.max(height, 1));
}

/** The uniforms that `ZONE_CODE` reads; `followZones` fills them. */
export function zoneUniforms() {
  // Each uniform needs a value of its own: the engine copies new values into it.
  const bounds = () => ({ type: UniformType.VEC4, value: new Cartesian4() });
  const sheet = () => ({
    type: UniformType.SAMPLER_2D,
    value: new TextureUniform({ typedArray: new Uint8Array(4), width: 1, height: 1, repeat: false }),
  });
  return {
    u_zoneOpacity: { type: UniformType.FLOAT, value: 0 },
    u_boundsOverview: bounds(),
    u_boundsDetail: bounds(),
    u_boundsSketch: bounds(),
    u_sheetOverview: sheet(),
    u_sheetDetail: sheet(),
    u_sheetSketch: sheet(),
  };
}

type UniformMap = Record<string, () => Texture | undefined>;

/**
 * Lets a shader with `ZONE_CODE` sample the painted sheets; call it before the shader is given to a tileset. Returns its remover.
 */
export function followZones(shader: CustomShader, surface: ZoneSurface): () => void {
  // The engine only takes in pictures that it uploads for each shader anew; the sheets are on the graphics card already.
  const { uniformMap } = shader as unknown as { uniformMap: UniformMap };
  for (const [part, kind] of Object.entries(SHEETS)) {
    const blank = uniformMap[`u_sheet${part}`];
    uniformMap[`u_sheet${part}`] = () => surface.paint?.[kind]?.tint ?? blank?.();
  }
  return surface.subscribe(() => {
    const { paint } = surface;
    shader.setUniform('u_zoneOpacity', paint?.opacity ?? 0);
    for (const [part, kind] of Object.entries(SHEETS))
      shader.setUniform(`u_bounds${part}`, boundsUniform(paint?.[kind]));
  });
}
