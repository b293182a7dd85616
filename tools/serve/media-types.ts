import path from 'node:path';

/** Media types of package files that the static server does not know by itself. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.b3dm': 'application/octet-stream',
  '.i3dm': 'application/octet-stream',
  '.cmpt': 'application/octet-stream',
  '.pnts': 'application/octet-stream',
  '.subtree': 'application/octet-stream',
  '.parquet': 'application/vnd.apache.parquet',
  '.terrain': 'application/vnd.quantized-mesh',
  '.geojson': 'application/geo+json',
  '.glb': 'model/gltf-binary',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.mjs': 'text/javascript',
};

/** Media type of a URL path by its ending, or `null` when the static server's own table holds it. */
export function findMediaType(urlPath: string): string | null {
  return MEDIA_TYPES[path.posix.extname(urlPath).toLowerCase()] ?? null;
}
