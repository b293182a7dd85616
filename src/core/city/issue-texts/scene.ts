/** Texts of problems that arise while a city is looked at. */
export const SCENE_TEXTS = {
  'tile.failed': {
    zh: '图层 {layer} 的瓦片 {file} 无法加载（{message}）。其余瓦片照常显示；表格和统计不受影响。',
    en: 'Tile {file} of layer {layer} could not be loaded ({message}). The other tiles are shown; tables and counts are unaffected.',
  },
  'scene.contextLost': {
    zh: '图形上下文丢失，场景已按原视角重建。',
    en: 'The graphics context was lost; the scene was rebuilt with the same view.',
  },
  'scene.shadingFailed': {
    zh: '图层 {layer} 无法按本软件的光照绘制（{message}）：模型照原样显示，其上不显示风险区。',
    en: 'Layer {layer} cannot be drawn with the light of this software ({message}): its models are shown as they are, without zones on them.',
  },
  'scene.layerFailed': {
    zh: '图层 {layer} 无法绘制，已不再显示（{message}）。其余图层、列表、统计和报告不受影响。',
    en: 'Layer {layer} cannot be drawn and is left out ({message}). The other layers, lists, counts and report are unaffected.',
  },
  'scene.groundMapFailed': {
    zh: '底图图层 {layer}（{file}）没有完整绘出：{message}。其余图层照常显示。',
    en: 'Layer {layer} of the base map ({file}) is not drawn in full: {message}. Everything else is shown.',
  },
  'scene.terrainFailed': {
    zh: '地形不能读取（{message}），改用由建筑和高程推得的概略地面。',
    en: 'The terrain cannot be read ({message}); a coarse ground derived from the package is drawn in its place.',
  },
  'scene.renderFailed': {
    zh: '三维场景停止绘制：{message}。列表、统计和报告仍可使用；重新加载页面可恢复场景。',
    en: 'The 3D scene stopped drawing: {message}. Lists, counts and report still work; reload the page to get the scene back.',
  },
  'catalog.noSuchCity': {
    zh: '目录 {file} 中没有城市 {id}，已打开第一个城市。',
    en: 'The catalog {file} has no city {id}; the first one was opened.',
  },
} as const;
