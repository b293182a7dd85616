import { buildModuleUrl, Credit, ImageryLayer, TileMapServiceImageryProvider, type Viewer } from 'cesium';

/** Camera heights between which the world map fades in, metres. */
const FADE_METERS = [60_000, 400_000] as const;

/** Natural Earth II from the app's own files: seen far out, gone near the ground, where it is too coarse to tell anything. */
export function attachWorldMap(viewer: Viewer): () => void {
  const layer = ImageryLayer.fromProviderAsync(
    TileMapServiceImageryProvider.fromUrl(buildModuleUrl('Assets/Textures/NaturalEarthII'), {
      credit: new Credit('Natural Earth II', true),
    }),
  );
  viewer.imageryLayers.add(layer);
  const forget = viewer.scene.preRender.addEventListener(() => {
    const height = viewer.camera.positionCartographic.height;
    const alpha = Math.min(Math.max((height - FADE_METERS[0]) / (FADE_METERS[1] - FADE_METERS[0]), 0), 1);
    layer.show = alpha > 0;
    layer.alpha = alpha;
  });
  return () => {
    forget();
    if (!viewer.isDestroyed()) viewer.imageryLayers.remove(layer, true);
  };
}
