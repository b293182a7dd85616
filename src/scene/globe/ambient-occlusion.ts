import { PostProcessStage, PostProcessStageComposite, type Viewer } from 'cesium';

/** Metres from which surfaces shade one another: near the eye, and more per metre of distance from it. */
const REACH_METERS = 7;
const REACH_PER_METER = 0.006;
/** Sine of the angle above a surface that still counts as flat: the ground is made of large facets. */
const FLAT = 0.1;
const STRENGTH = 1.5;
const MOST = 0.5;

// The engine's own conversion of depth keeps four digits far out, its own stage shows that as stripes and grain.
const DEPTH_CODE = `
uniform sampler2D depthTexture;
in vec2 v_textureCoordinates;
bool isSkyAt(vec2 st) {
  return texture(depthTexture, st).r >= 1.0;
}
float distanceAt(vec2 st) {
  float depth = texture(depthTexture, st).r;
#ifdef LOG_DEPTH
  return exp2(depth * czm_log2FarDepthFromNearPlusOne) - 1.0 + czm_currentFrustum.x;
#else
  vec2 range = czm_currentFrustum;
  return range.x * range.y / (range.y - depth * (range.y - range.x));
#endif
}`;

// Each pixel of a block of four by four looks in directions of its own; the blur over such a block brings them together.
const OCCLUSION_FRAGMENT = `${DEPTH_CODE}
vec2 lens() {
  return vec2(czm_projection[0][0], czm_projection[1][1]);
}
// A place between two pixels has the depth of one of them: it is moved there, else flat ground would show stripes.
vec3 positionAt(vec2 place) {
  vec2 size = vec2(textureSize(depthTexture, 0));
  vec2 st = (floor(place * size) + 0.5) / size;
  return distanceAt(st) * vec3((2.0 * st - 1.0) / lens(), -1.0);
}
vec3 shorter(vec3 a, vec3 b) {
  return dot(a, a) < dot(b, b) ? a : b;
}
vec3 normalAt(vec3 here) {
  vec2 pixel = 1.0 / vec2(textureSize(depthTexture, 0));
  vec2 st = v_textureCoordinates;
  vec3 across = shorter(positionAt(st + vec2(pixel.x, 0.0)) - here, here - positionAt(st - vec2(pixel.x, 0.0)));
  vec3 upright = shorter(positionAt(st + vec2(0.0, pixel.y)) - here, here - positionAt(st - vec2(0.0, pixel.y)));
  return normalize(cross(across, upright));
}
float shadeFrom(vec2 st, vec3 here, vec3 normal, float reach) {
  if (st != clamp(st, 0.0, 1.0)) return 0.0;
  vec3 there = positionAt(st) - here;
  float away = max(length(there), 0.001);
  return max(dot(normal, there) / away - ${FLAT}, 0.0) * max(1.0 - away / reach, 0.0);
}
void main() {
  out_FragColor = vec4(1.0);
  if (isSkyAt(v_textureCoordinates)) return;
  vec3 here = positionAt(v_textureCoordinates);
  vec3 normal = normalAt(here);
  float reach = ${REACH_METERS.toFixed(1)} + ${REACH_PER_METER} * -here.z;
  vec2 spread = min(0.5 * reach / -here.z, 0.12) * lens();
  vec2 cell = mod(floor(gl_FragCoord.xy), 4.0);
  float turn = (cell.x + 0.25 * cell.y) * 0.392699;
  float start = fract(0.25 * cell.y + 0.125 * cell.x + 0.125);
  float shade = 0.0;
  for (int way = 0; way < 4; way += 1) {
    float angle = turn + 1.570796 * float(way);
    vec2 direction = vec2(cos(angle), sin(angle)) * spread;
    for (int step = 0; step < 4; step += 1) {
      shade += shadeFrom(v_textureCoordinates + direction * (float(step) + start + 0.1) / 4.0, here, normal, reach);
    }
  }
  float nearness = 1.0 - smoothstep(8000.0, 20000.0, -here.z);
  out_FragColor = vec4(vec3(1.0 - min(${(STRENGTH / 8).toFixed(4)} * shade, ${MOST}) * nearness), 1.0);
}`;

const BLUR_FRAGMENT = `${DEPTH_CODE}
uniform sampler2D colorTexture;
uniform sampler2D occlusionTexture;
void main() {
  out_FragColor = texture(colorTexture, v_textureCoordinates);
  if (isSkyAt(v_textureCoordinates)) return;
  float here = distanceAt(v_textureCoordinates);
  vec2 texel = 1.0 / vec2(textureSize(occlusionTexture, 0));
  vec2 sum = vec2(0.0);
  for (int x = 0; x < 4; x += 1) {
    for (int y = 0; y < 4; y += 1) {
      vec2 st = v_textureCoordinates + (vec2(x, y) - 1.5) * texel;
      float weight = exp(-abs(distanceAt(st) - here) / (0.5 + 0.004 * here)) + 0.0001;
      sum += weight * vec2(texture(occlusionTexture, st).r, 1.0);
    }
  }
  out_FragColor.rgb *= sum.x / sum.y;
}`;

/** Darkens softly where surfaces stand close to one another; half of the pixels each way are asked. Returns the remover. */
export function attachAmbientOcclusion({ scene }: Viewer): () => void {
  const occlusion = new PostProcessStage({ fragmentShader: OCCLUSION_FRAGMENT, textureScale: 0.5 });
  const blur = new PostProcessStage({
    fragmentShader: BLUR_FRAGMENT,
    uniforms: { occlusionTexture: occlusion.name },
  });
  const stages = new PostProcessStageComposite({ stages: [occlusion, blur], inputPreviousStageTexture: false });
  scene.postProcessStages.add(stages);
  scene.requestRender();
  return () => {
    if (scene.isDestroyed()) return;
    scene.postProcessStages.remove(stages);
    scene.requestRender();
  };
}
