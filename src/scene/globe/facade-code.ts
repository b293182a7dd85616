/** Tones by class of use (`useClassOf`), factors on the theme's roof and wall. */
const ROOF_TONES = [
  [1, 1, 1],
  [1.0, 0.95, 0.9],
  [0.9, 0.95, 1.0],
  [1.0, 0.94, 0.95],
  [0.8, 0.92, 1.06],
  [1.05, 0.9, 0.79],
  [1.05, 1.06, 1.07],
  [0.96, 0.98, 0.9],
];
const WALL_TONES = [
  [1, 1, 1],
  [1.05, 0.99, 0.91],
  [0.89, 0.97, 1.06],
  [1.0, 0.91, 0.93],
  [0.9, 0.93, 0.98],
  [1.1, 0.92, 0.78],
  [1.1, 1.11, 1.12],
  [1.02, 1.01, 0.9],
];
/** Windows by class of use: width in parts of a bay, sill and head in parts of a storey. */
const WINDOWS = [
  [0.46, 0.3, 0.76],
  [0.48, 0.28, 0.78],
  [0.88, 0.24, 0.86],
  [0.76, 0.18, 0.8],
  [0.84, 0.58, 0.86],
  [0.66, 0.3, 0.82],
  [0.58, 0.3, 0.78],
  [0.6, 0.26, 0.84],
];
/** Colour of the light behind windows by class of use. */
const LAMPS = [
  [1.0, 0.83, 0.56],
  [1.0, 0.8, 0.5],
  [0.93, 0.95, 0.98],
  [1.0, 0.88, 0.66],
  [0.98, 0.93, 0.78],
  [0.97, 0.95, 0.86],
  [0.9, 0.97, 1.0],
  [1.0, 0.9, 0.7],
];

function table(name: string, rows: readonly (readonly number[])[]): string {
  const vectors = rows.map((row) => `vec3(${row.map((value) => value.toFixed(3)).join(', ')})`);
  return `const vec3 ${name}[${rows.length}] = vec3[${rows.length}](${vectors.join(', ')});\n`;
}

/**
 * For the fragment shader of our own tiles: storey lines, windows, tones by use. Every pattern is its mean over the
 * pixel, so that it fades into the tone of the wall with distance and does not shimmer.
 * - `bandCover`: part of the pixel at x that lies in the bands low … high of each whole step.
 * - `wallRelief`: lines between storeys, a lighter coping, and the shade in which a building meets the ground.
 * - `windowCover`: a storey that the top cuts off has no window.
 * - `litPart`: whole windows near, their share where a pixel holds several.
 */
export const FACADE_CODE = `
${table('ROOF_TONES', ROOF_TONES)}${table('WALL_TONES', WALL_TONES)}${table('WINDOWS', WINDOWS)}${table('LAMPS', LAMPS)}
float hashed(vec3 seed) {
  vec3 p = fract(seed * vec3(0.1031, 0.1030, 0.0973));
  p += dot(p, p.yxz + 33.33);
  return fract((p.x + p.y) * p.z);
}
float bandsUpTo(float x, float low, float high) {
  return floor(x) * (high - low) + clamp(fract(x) - low, 0.0, high - low);
}
float bandCover(float x, float low, float high, float pixel) {
  float wide = max(pixel, 0.001);
  return (bandsUpTo(x + 0.5 * wide, low, high) - bandsUpTo(x - 0.5 * wide, low, high)) / wide;
}
struct Wall {
  float along;
  float bay;
  float storey;
  float toTop;
  vec2 pixel;
  float edgePixels;
  bool isWall;
  bool hasWindows;
};
Wall wallAt(vec3 division, vec2 storeys) {
  Wall wall;
  wall.along = division.x / 255.0;
  wall.bay = wall.along * division.z;
  float bottom = storeys.x / 64.0;
  float top = storeys.y / 64.0;
  wall.storey = mix(bottom, top, division.y / 255.0);
  wall.toTop = top - wall.storey;
  wall.pixel = vec2(fwidth(wall.bay), fwidth(wall.storey));
  wall.isWall = storeys.y > 0.5;
  wall.hasWindows = wall.isWall && division.z > 0.5;
  float across = min(wall.along, 1.0 - wall.along) / max(fwidth(wall.along), 1e-6);
  float upright = min(wall.storey - bottom, wall.toTop) / max(wall.pixel.y, 1e-6);
  wall.edgePixels = wall.isWall ? min(across, upright) : 1e3;
  return wall;
}
float wallRelief(Wall wall) {
  if (!wall.isWall) return 1.0;
  float line = bandCover(wall.storey, 0.0, 0.07, wall.pixel.y) * step(0.04, wall.storey);
  float coping = 1.0 - smoothstep(0.1, 0.1 + max(wall.pixel.y, 0.02), wall.toTop);
  float contact = exp(-1.6 * wall.storey);
  return (1.0 - 0.17 * line) * (1.0 + 0.05 * coping) * (1.0 - 0.3 * contact);
}
float windowCover(Wall wall, int use) {
  vec3 window = WINDOWS[use];
  float across = bandCover(wall.bay, 0.5 - 0.5 * window.x, 0.5 + 0.5 * window.x, wall.pixel.x);
  float upright = bandCover(wall.storey, window.y, window.z, wall.pixel.y);
  return across * upright * step(0.0, wall.toTop - 1.0 + fract(wall.storey) + 0.02);
}
float litShare(int use) {
  return use < 4 ? u_litHomes[use] : u_litPublic[use - 4];
}
float litPart(Wall wall, int use, float row, vec3 localNormal) {
  float share = litShare(use);
  vec3 cell = vec3(floor(wall.bay) + 31.0 * floor(localNormal.x * 5.0 + 0.5), floor(wall.storey) + 57.0 * floor(localNormal.y * 5.0 + 0.5), mod(row, 4096.0));
  float chance = hashed(cell);
  float coarse = smoothstep(0.45, 1.3, max(wall.pixel.x, wall.pixel.y));
  float near = step(chance, share) * mix(0.7, 1.0, hashed(cell + 7.0));
  return mix(near, share * 0.85, coarse);
}
vec3 roofTone(int use, float row, vec3 localNormal) {
  float pitched = smoothstep(0.99, 0.95, localNormal.z);
  vec3 tiled = vec3(0.86, 0.79, 0.75);
  return ROOF_TONES[use] * mix(vec3(1.0), tiled, pitched) * (0.955 + 0.09 * hashed(vec3(row, 3.0, 1.0)));
}
vec3 wallTone(int use, float row) {
  return WALL_TONES[use] * (0.955 + 0.09 * hashed(vec3(row, 5.0, 2.0)));
}`;
