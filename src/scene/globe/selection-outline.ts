import { Color, PostProcessStage, type Viewer } from 'cesium';

/** Pixels of the screen that the line around the selected building is wide, and the casing around the line. */
const LINE_PIXELS = 1.6;
const CASING_PIXELS = 1.4;

// The shader of the tiles leaves half of the opacity where the selected row is seen (`tileset-shader.ts`); nothing else
// in the picture has less than all of it.
const FRAGMENT = `
uniform sampler2D colorTexture;
uniform vec3 u_line;
uniform vec3 u_casing;
in vec2 v_textureCoordinates;
float chosenAt(vec2 pixels) {
  return clamp(2.0 - 2.0 * texture(colorTexture, v_textureCoordinates + pixels / czm_viewport.zw).a, 0.0, 1.0);
}
float chosenWithin(float radius) {
  float most = 0.0;
  for (int step = 0; step < 8; step += 1) {
    float angle = 0.785398 * float(step);
    most = max(most, chosenAt(radius * vec2(cos(angle), sin(angle))));
  }
  return most;
}
void main() {
  vec4 color = texture(colorTexture, v_textureCoordinates);
  float beside = 1.0 - clamp(2.0 - 2.0 * color.a, 0.0, 1.0);
  float casing = chosenWithin(czm_pixelRatio * ${(LINE_PIXELS + CASING_PIXELS).toFixed(1)});
  float line = casing > 0.0 ? chosenWithin(czm_pixelRatio * ${LINE_PIXELS.toFixed(1)}) : 0.0;
  vec3 drawn = mix(u_casing, u_line, line);
  out_FragColor = vec4(mix(color.rgb, drawn, max(casing, line) * beside), 1.0);
}`;

const LINE = Color.fromCssColorString('#ffffff');
const CASING = Color.fromCssColorString('#08324f');

/** Draws a light line with a dark casing around the part of the selected building that is seen; returns the remover. */
export function attachSelectionOutline({ scene }: Viewer): () => void {
  const { postProcessStages } = scene;
  const stage = postProcessStages.add(
    new PostProcessStage({ fragmentShader: FRAGMENT, uniforms: { u_line: LINE, u_casing: CASING } }),
  );
  scene.requestRender();
  return () => {
    if (scene.isDestroyed()) return;
    postProcessStages.remove(stage);
    scene.requestRender();
  };
}
