import { ShaderMaterial, Vector2 } from 'three';

/**
 * First pass: height above ground into red (whole metres) and green (fraction), coverage into alpha.
 * `groundCorners` are the ground heights at the corners of `groundBox` (SW, SE, NW, NE), interpolated between.
 */
export const heightVertexShader = /* glsl */ `
uniform vec4 groundBox;
uniform vec4 groundCorners;
varying float vHeight;
void main() {
  vec4 place = modelMatrix * vec4(position, 1.0);
  vec2 share = clamp((place.xy - groundBox.xy) / max(groundBox.zw - groundBox.xy, vec2(0.001)), 0.0, 1.0);
  float ground = mix(mix(groundCorners.x, groundCorners.y, share.x), mix(groundCorners.z, groundCorners.w, share.x), share.y);
  vHeight = max(place.z - ground, 0.0);
  gl_Position = projectionMatrix * viewMatrix * place;
}`;

export const heightFragmentShader = /* glsl */ `
varying float vHeight;
void main() {
  float told = min(vHeight, 254.0) + 1.0;
  gl_FragColor = vec4(floor(told) / 255.0, fract(told), 0.0, 1.0);
}`;

const screenVertexShader = /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

/** Second pass: grey by height, a dark line where height jumps, a soft shadow towards the south-east. */
const shadeFragmentShader = /* glsl */ `
uniform sampler2D heights;
uniform vec2 pixel;
uniform float metersPerPixel;
varying vec2 vUv;
float heightAt(vec2 uv) {
  vec4 told = texture2D(heights, uv);
  return told.a < 0.5 ? -1.0 : told.r * 255.0 + told.g - 1.0;
}
void main() {
  float here = heightAt(vUv);
  float jump = 0.0;
  for (int i = 0; i < 4; i++) {
    vec2 side = i == 0 ? vec2(1.0, 0.0) : i == 1 ? vec2(-1.0, 0.0) : i == 2 ? vec2(0.0, 1.0) : vec2(0.0, -1.0);
    jump = max(jump, here - heightAt(vUv + side * pixel));
  }
  float shade = 0.0;
  for (int step = 1; step <= 14; step++) {
    float far = float(step) * 1.0;
    float other = heightAt(vUv + vec2(-0.7071, 0.7071) * far * pixel);
    if (other - max(here, 0.0) > far * metersPerPixel * 1.35) shade = 1.0;
  }
  if (here < 0.0) {
    gl_FragColor = vec4(0.16, 0.2, 0.24, shade * 0.2);
    return;
  }
  float tall = clamp(sqrt(here / 90.0), 0.0, 1.0);
  vec3 roof = mix(vec3(0.80, 0.815, 0.83), vec3(0.40, 0.445, 0.49), tall);
  roof *= 1.0 - 0.14 * shade;
  vec3 outline = roof * 0.66;
  gl_FragColor = vec4(mix(roof, outline, jump > 1.2 ? 1.0 : 0.0), 1.0);
}`;

/** Material of the second pass; its uniforms are set for every figure. */
export function createShadeMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: screenVertexShader,
    fragmentShader: shadeFragmentShader,
    uniforms: { heights: { value: null }, pixel: { value: new Vector2() }, metersPerPixel: { value: 1 } },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
}
