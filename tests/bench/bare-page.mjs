/** The peer: a page with nothing but CesiumJS, every widget off, and the same tilesets, camera and request-render mode. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CESIUM = path.join(ROOT, 'node_modules', 'cesium', 'Build', 'Cesium');
const MEDIA = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** @param {string[]} tilesets @param {number[]} view */
function bareHtml(tilesets, view) {
  return `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/cesium/Widgets/widgets.css"><style>html,body,#scene{margin:0;width:100%;height:100%;overflow:hidden}</style>
<div id="scene"></div><script>window.CESIUM_BASE_URL='/cesium/'</script><script src="/cesium/Cesium.js"></script><script>
const off = Object.fromEntries(['animation','baseLayer','baseLayerPicker','fullscreenButton','geocoder','homeButton','infoBox','navigationHelpButton','sceneModePicker','selectionIndicator','timeline','skyBox'].map((name) => [name, false]));
const viewer = new Cesium.Viewer('scene', { ...off, requestRenderMode: true, maximumRenderTimeChange: Infinity, scene3DOnly: true, msaaSamples: 1 });
const [lon, lat, height, heading, pitch] = ${JSON.stringify(view)};
viewer.camera.setView({ destination: Cesium.Cartesian3.fromDegrees(lon, lat, height), orientation: { heading: Cesium.Math.toRadians(heading), pitch: Cesium.Math.toRadians(pitch), roll: 0 } });
for (const url of ${JSON.stringify(tilesets)}) Cesium.Cesium3DTileset.fromUrl(url).then((tileset) => viewer.scene.primitives.add(tileset));
</script>`;
}

/**
 * Serves the bare page at `/`, Cesium at `/cesium/` and the packages at `/tiles/`, without a policy.
 * @param {{ tilesFolder: string, tilesets: string[], view: number[] }} options
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function serveBarePage({ tilesFolder, tilesets, view }) {
  const server = createServer((request, response) => {
    const url = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    if (url === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(bareHtml(tilesets, view));
      return;
    }
    const file = url.startsWith('/cesium/')
      ? path.join(CESIUM, url.slice(8))
      : path.join(tilesFolder, url.replace(/^\/tiles\//, ''));
    if (!existsSync(file)) {
      response.writeHead(404);
      response.end();
      return;
    }
    const type = MEDIA[/** @type {keyof typeof MEDIA} */ (path.extname(file))] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
