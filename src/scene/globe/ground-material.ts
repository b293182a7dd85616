import { Color, Material, Matrix4, type Scene, type Texture } from 'cesium';
import { lendTexture } from './engine-texture.ts';
import type { SceneLight } from './scene-light.ts';
import type { SceneTheme } from './scene-theme.ts';
import { boundsUniform } from './zone-sampling.ts';
import type { ZoneSurface } from './zone-surface.ts';

/**
 * Ground: neutral colour with a faint metric grid near, nothing far out (Natural Earth shows there) nor where the base
 * map lies, dusk and night as a veil over both, and the painted zones above all. Positions come from the eye frame, so that a metre stays a metre at any place.
 */
const SOURCE = `
float gridLine(vec2 meters, float spacing, float width) {
  vec2 cell = meters / spacing;
  vec2 derivative = max(fwidth(cell), vec2(1e-6));
  vec2 distanceToLine = abs(fract(cell - 0.5) - 0.5) / derivative;
  float line = 1.0 - clamp(min(distanceToLine.x, distanceToLine.y) - width, 0.0, 1.0);
  return line * (1.0 - smoothstep(0.12, 0.35, max(derivative.x, derivative.y)));
}
bool isWithin(vec2 st) {
  return all(greaterThan(st, vec2(0.0))) && all(lessThan(st, vec2(1.0)));
}
vec4 sheetAt(sampler2D image, vec2 st) {
  return isWithin(st) ? texture(image, vec2(st.x, 1.0 - st.y)) : vec4(0.0);
}
vec4 restingZoneAt(vec2 meters) {
  vec2 st = (meters - boundsDetail.xy) * boundsDetail.zw;
  return isWithin(st) ? sheetAt(sheetDetail, st) : sheetAt(sheetOverview, (meters - boundsOverview.xy) * boundsOverview.zw);
}
czm_material czm_getMaterial(czm_materialInput materialInput) {
  czm_material material = czm_getDefaultMaterial(materialInput);
  vec2 meters = (eyeToLocal * vec4(-materialInput.positionToEyeEC, 1.0)).xy;
  float range = length(materialInput.positionToEyeEC);
  float nearness = 1.0 - smoothstep(nearRange, nearRange * 6.0, range);
  float lines = 0.55 * gridLine(meters, 100.0, 0.0) + 0.9 * gridLine(meters, 1000.0, 0.4);
  vec3 color = mix(baseColor.rgb, gridColor.rgb, clamp(lines, 0.0, 1.0) * gridColor.a);
  vec4 sketch = sheetAt(sheetSketch, (meters - boundsSketch.xy) * boundsSketch.zw);
  vec4 zone = restingZoneAt(meters);
  // Under the outline in the making nothing else may show: its thinnest part, the fill, covers half.
  float zoneAlpha = zone.a * zoneOpacity * (1.0 - smoothstep(0.0, 0.4, sketch.a));
  bool isMapped = isWithin((meters - boundsMap.xy) * boundsMap.zw);
  float base = isMapped ? veil.a : nearness;
  color = isMapped ? veil.rgb : mix(color, veil.rgb, veil.a);
  material.alpha = 1.0 - (1.0 - base) * (1.0 - zoneAlpha) * (1.0 - sketch.a);
  vec3 rested = color * base * (1.0 - zoneAlpha) + zone.rgb * zoneAlpha;
  material.diffuse = (rested * (1.0 - sketch.a) + sketch.rgb * sketch.a) / max(material.alpha, 0.001);
  return material;
}`;

/** Beyond this many metres from the eye the neutral ground gives way to the world map. */
const NEAR_RANGE_METERS = 120_000;

/** The sheets that the ground samples, by the part of their uniforms' names. */
const SHEETS = { Overview: 'overview', Detail: 'detail', Sketch: 'sketch' } as const;

/** The ground's material while it is attached. */
export interface GroundMaterial {
  setVeil(veil: SceneLight['veil']): void;
  dispose(): void;
}

/** Gives the globe its ground material and keeps it true to theme and zones. */
export function attachGroundMaterial(scene: Scene, surface: ZoneSurface, theme: SceneTheme): GroundMaterial {
  const material = new Material({
    fabric: {
      type: undefined,
      uniforms: {
        baseColor: Color.fromCssColorString(theme.ground),
        gridColor: Color.fromCssColorString(theme.grid),
        nearRange: NEAR_RANGE_METERS,
        sheetOverview: Material.DefaultImageId,
        sheetDetail: Material.DefaultImageId,
        sheetSketch: Material.DefaultImageId,
        boundsOverview: boundsUniform(null),
        boundsDetail: boundsUniform(null),
        boundsSketch: boundsUniform(null),
        boundsMap: boundsUniform(null),
        zoneOpacity: 0,
        veil: new Color(0, 0, 0, 0),
        eyeToLocal: Matrix4.toArray(Matrix4.IDENTITY),
      },
      source: SOURCE,
    },
    translucent: false,
  });
  scene.globe.material = material;
  const lent = new Map<Texture, Texture>();
  const lend = (texture: Texture): Texture => {
    const known = lent.get(texture) ?? lendTexture(texture);
    lent.set(texture, known);
    return known;
  };
  const forgetPaint = surface.subscribe(() => {
    const { paint } = surface;
    const sheets = Object.entries(SHEETS).map(([part, kind]) => ({ part, sheet: paint?.[kind] ?? null }));
    material.uniforms.zoneOpacity = paint?.opacity ?? 0;
    material.uniforms.boundsMap = boundsUniform(surface.map && { bounds: surface.map });
    for (const { part, sheet } of sheets) {
      material.uniforms[`sheet${part}`] = sheet ? lend(sheet.pattern) : Material.DefaultImageId;
      material.uniforms[`bounds${part}`] = boundsUniform(sheet);
    }
    const shown = new Set(sheets.flatMap(({ sheet }) => sheet?.pattern ?? []));
    for (const texture of lent.keys()) if (!shown.has(texture)) lent.delete(texture);
    scene.requestRender();
  });
  const forgetFrame = scene.preRender.addEventListener(() => {
    Matrix4.toArray(surface.eyeToLocal, material.uniforms.eyeToLocal);
  });
  return {
    setVeil: ({ color: [red, green, blue], strength }) => {
      material.uniforms.veil = new Color(red, green, blue, strength);
      scene.requestRender();
    },
    dispose: () => {
      forgetPaint();
      forgetFrame();
      if (!scene.isDestroyed()) scene.globe.material = undefined;
      material.destroy();
    },
  };
}
