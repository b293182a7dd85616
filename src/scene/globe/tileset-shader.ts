import {
  Cartesian3,
  Cartesian4,
  Color,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  Matrix4,
  UniformType,
} from 'cesium';
import { FACADE_CODE } from './facade-code.ts';
import { ROW_COLOR_CODE, rowColorUniforms } from './row-color-texture.ts';
import type { SceneLight } from './scene-light.ts';
import type { SceneTheme } from './scene-theme.ts';
import { ZONE_CODE, zoneUniforms } from './zone-sampling.ts';

/** How strongly zones colour roofs and walls; the ground beside them carries the full pattern. */
const ROOF_TINT = 0.55;
const WALL_TINT = 0.22;

const SHADE_CODE = `
vec3 lightOn(vec3 localNormal) {
  float sky = 1.0 + 0.13 * localNormal.z + 0.06 * localNormal.x;
  return u_skyLight * sky + u_sunLight * max(dot(localNormal, u_toLight), 0.0);
}
vec3 shade(vec3 color, vec3 localNormal) {
  return min(color * lightOn(localNormal), vec3(1.0));
}
float roofness(vec3 localNormal) {
  return smoothstep(0.35, 0.75, localNormal.z);
}
vec3 tintByZone(vec3 color, vec3 localNormal, vec2 meters) {
  return tintByZones(color, meters, mix(${WALL_TINT}, ${ROOF_TINT}, roofness(localNormal)));
}`;

// Where the engine leaves out back faces it does so only while opaque: faded, a roof would thicken by the walls behind
// it. A cut-out texture is cut where it is bare; left to the engine, fading would cut away all of it.
const FADE_CODE = `
#ifdef ALPHA_MODE_MASK
#define FADES_CUT_OUTS
#undef ALPHA_MODE_MASK
#endif
float fade(float alpha) {
#ifndef HAS_DOUBLE_SIDED_MATERIAL
  if (u_opacity < 1.0 && !gl_FrontFacing) discard;
#endif
#ifdef FADES_CUT_OUTS
  if (alpha < u_alphaCutoff) discard;
  return u_opacity;
#else
  return alpha * u_opacity;
#endif
}`;

// Where the source tells a colour or a highlight, night dims it no further than it can be told from others.
const TOLD_CODE = `
vec3 shadeTold(vec3 color, vec3 localNormal, float told) {
  vec3 light = lightOn(localNormal);
  float dim = max(0.0, 0.82 - dot(light, vec3(0.3, 0.5, 0.2)));
  return min(color * (light + told * dim), vec3(1.0));
}`;

// Opaque pixels are not blended: half of the opacity is a mark that `selection-outline.ts` finds in the picture.
const MARK_CODE = `
float marked(float selected) {
  return u_opacity < 1.0 ? fade(1.0) : 1.0 - 0.5 * selected;
}`;

// A colour that tells something is not mixed with that of a zone: it would tell something else.
// Tiles of ours without bays and storeys in their vertices, as earlier versions wrote them.
// Unlit colours are taken as linear and converted at the end; ours are meant as seen.
const ROW_FRAGMENT = `${ZONE_CODE}${ROW_COLOR_CODE}${SHADE_CODE}${TOLD_CODE}${FADE_CODE}${MARK_CODE}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 local = (u_eyeToLocal * vec4(fsInput.attributes.positionEC, 1.0)).xyz;
  vec3 localNormal = normalize(mat3(u_eyeToLocal) * normalize(fsInput.attributes.normalEC));
  float row = float(fsInput.metadata.row);
  vec4 told = rowColor(row);
  vec3 tinted = tintByZone(mix(u_wall, u_roof, roofness(localNormal)), localNormal, local.xy);
  vec3 color = mix(tinted, told.rgb, told.a);
  if (abs(row - u_hoveredRow) < 0.5) color = mix(color, u_hovered, 0.7);
  float selected = 1.0 - step(0.5, abs(row - u_selectedRow));
  color = mix(color, u_selected, 0.85 * selected);
  material.diffuse = czm_srgbToLinear(shadeTold(color, localNormal, told.a));
  material.alpha = marked(selected);
}`;

// A colour that tells something covers windows and tones; on its walls only lines and shade are left, its roof is that
// colour in the light alone.
const FACADE_FRAGMENT = `${ZONE_CODE}${ROW_COLOR_CODE}${SHADE_CODE}${TOLD_CODE}${FADE_CODE}${MARK_CODE}${FACADE_CODE}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 local = (u_eyeToLocal * vec4(fsInput.attributes.positionEC, 1.0)).xyz;
  vec3 localNormal = normalize(mat3(u_eyeToLocal) * normalize(fsInput.attributes.normalEC));
  float row = float(fsInput.metadata.row);
  int use = int(fsInput.metadata.useClass);
  Wall wall = wallAt(fsInput.attributes.wall, fsInput.attributes.storeys);
  vec4 told = rowColor(row);
  float selected = 1.0 - step(0.5, abs(row - u_selectedRow));
  float hovered = (1.0 - step(0.5, abs(row - u_hoveredRow))) * (1.0 - selected);
  float covered = max(told.a, max(0.85 * selected, 0.7 * hovered));
  vec3 tone = mix(u_wall * wallTone(use, row), u_roof * roofTone(use, row, localNormal), roofness(localNormal));
  vec3 color = tintByZone(tone, localNormal, local.xy);
  color = mix(mix(color, told.rgb, told.a), u_hovered, 0.7 * hovered);
  color = mix(color, u_selected, 0.85 * selected);
  float glass = wall.hasWindows ? windowCover(wall, use) * (1.0 - covered) : 0.0;
  color = mix(color, u_glass, 0.72 * glass) * wallRelief(wall);
  color = shadeTold(color, localNormal, covered);
  if (glass * u_lamps > 0.0) color = mix(color, LAMPS[use], glass * u_lamps * litPart(wall, use, row, localNormal));
  color = mix(color, u_edge, selected * (1.0 - smoothstep(1.2, 2.2, wall.edgePixels)));
  material.diffuse = czm_srgbToLinear(color);
  material.alpha = marked(selected);
}`;

// Adopted tiles often come without normals: the slope of the surface on the screen gives them. What the source left
// white takes our tones, its own colours and textures stay; the highlight is multiplied in afterwards as the feature's
// colour. The points of a point cloud have no slope; they count as facing up.
const ADOPTED_FRAGMENT = `${ZONE_CODE}${SHADE_CODE}${FADE_CODE}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 positionEC = fsInput.attributes.positionEC;
  vec3 slope = cross(dFdx(positionEC), dFdy(positionEC));
  vec3 local = (u_eyeToLocal * vec4(positionEC, 1.0)).xyz;
  vec3 localNormal = dot(slope, slope) > 0.0 ? normalize(mat3(u_eyeToLocal) * slope) : vec3(0.0, 0.0, 1.0);
  vec3 source = czm_linearToSrgb(material.diffuse);
#ifdef HAS_BASE_COLOR_TEXTURE
  float blankness = 0.0;
#else
  float blankness = smoothstep(0.75, 0.95, min(source.r, min(source.g, source.b)));
#endif
  vec3 tone = mix(u_source, mix(u_wall, u_roof, roofness(localNormal)), blankness);
  vec3 color = tintByZone(source * tone, localNormal, local.xy);
  material.diffuse = czm_srgbToLinear(shade(color, localNormal));
  material.alpha = fade(material.alpha);
}`;

/** For tilesets whose shading failed: as they came, only fainter. */
const PLAIN_FRAGMENT = `${FADE_CODE}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  material.alpha = fade(material.alpha);
}`;

const FRAGMENTS = { facade: FACADE_FRAGMENT, row: ROW_FRAGMENT, adopted: ADOPTED_FRAGMENT };

function rgb(css: string): Cartesian3 {
  const { red, green, blue } = Color.fromCssColorString(css);
  return new Cartesian3(red, green, blue);
}

/** What the shader shows; rows, −1 for none, count on our own tiles only. */
export interface ShaderState {
  theme: SceneTheme;
  light: SceneLight;
  /** Share of lit windows by class of use (`litWindowShares`). */
  litShares: readonly number[];
  opacity: number;
  selectedRow: number;
  hoveredRow: number;
}

/**
 * How the shader draws: `facade` for our own tiles, `row` for those of ours that know nothing of bays and storeys,
 * `adopted` for those of others.
 */
export interface ShaderKind {
  lookup: keyof typeof FRAGMENTS;
  translucent: boolean;
}

function translucencyOf({ lookup, translucent }: ShaderKind): CustomShaderTranslucencyMode {
  if (translucent) return CustomShaderTranslucencyMode.TRANSLUCENT;
  return lookup === 'adopted' ? CustomShaderTranslucencyMode.INHERIT : CustomShaderTranslucencyMode.OPAQUE;
}

/**
 * Shader of a tileset: calm light, zone tint and, where features carry their row, the highlight. The row is compared
 * on the graphics card, so a highlight is right in the frame in which a tile arrives.
 */
export function createTilesetShader(kind: ShaderKind): CustomShader {
  // Each uniform needs a value of its own: the engine copies new values into it.
  const vec3 = () => ({ type: UniformType.VEC3, value: new Cartesian3() });
  const vec4 = () => ({ type: UniformType.VEC4, value: new Cartesian4() });
  const float = (value: number) => ({ type: UniformType.FLOAT, value });
  return new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: translucencyOf(kind),
    uniforms: {
      u_roof: vec3(),
      u_wall: vec3(),
      u_source: vec3(),
      u_selected: vec3(),
      u_hovered: vec3(),
      u_glass: vec3(),
      u_edge: vec3(),
      u_toLight: vec3(),
      u_sunLight: vec3(),
      u_skyLight: vec3(),
      u_lamps: float(0),
      u_litHomes: vec4(),
      u_litPublic: vec4(),
      u_selectedRow: float(-1),
      u_hoveredRow: float(-1),
      u_opacity: float(1),
      ...zoneUniforms(),
      ...rowColorUniforms(),
      u_eyeToLocal: { type: UniformType.MAT4, value: Matrix4.clone(Matrix4.IDENTITY) },
    },
    fragmentShaderText: FRAGMENTS[kind.lookup],
  });
}

/** Shader that fades a tileset and changes nothing else, for one whose shading failed. */
export function createFadingShader(): CustomShader {
  return new CustomShader({
    translucencyMode: CustomShaderTranslucencyMode.TRANSLUCENT,
    uniforms: { u_opacity: { type: UniformType.FLOAT, value: 1 } },
    fragmentShaderText: PLAIN_FRAGMENT,
  });
}

/** Brings colours, light, opacity and highlighted rows into the shader. */
export function applyShaderState(shader: CustomShader, state: ShaderState): void {
  shader.setUniform('u_roof', rgb(state.theme.roof));
  shader.setUniform('u_wall', rgb(state.theme.wall));
  shader.setUniform('u_source', rgb(state.theme.source));
  shader.setUniform('u_selected', rgb(state.theme.selected));
  shader.setUniform('u_hovered', rgb(state.theme.hovered));
  shader.setUniform('u_glass', rgb(state.theme.glass));
  shader.setUniform('u_edge', rgb(state.theme.edge));
  const { light, litShares } = state;
  shader.setUniform('u_toLight', Cartesian3.fromArray([...light.direction]));
  shader.setUniform('u_sunLight', Cartesian3.fromArray([...light.sun]));
  shader.setUniform('u_skyLight', Cartesian3.fromArray([...light.sky]));
  shader.setUniform('u_lamps', light.windows);
  shader.setUniform('u_litHomes', Cartesian4.fromArray(litShares.slice(0, 4)));
  shader.setUniform('u_litPublic', Cartesian4.fromArray(litShares.slice(4)));
  shader.setUniform('u_opacity', state.opacity);
  shader.setUniform('u_selectedRow', state.selectedRow);
  shader.setUniform('u_hoveredRow', state.hoveredRow);
}
