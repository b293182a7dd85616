/** Texts of issues about 3D Tiles, own and adopted. */
export const TILES_TEXTS = {
  'tiles.surfaceUndrawn': {
    zh: '要素 {id} 有 {count} 个面退化（面积接近零），未绘制。',
    en: 'Element {id} has {count} degenerate surfaces (next to no area) that are not drawn.',
  },
  'tiles.contentAbsent': {
    zh: '瓦片集引用的 {file} 不存在；其余瓦片照常使用。',
    en: '{file} is named by the tileset but absent; the other tiles are used.',
  },
  'tiles.contentCut': {
    zh: '瓦片 {file} 被截断或损坏（{detail}），已跳过；其余瓦片照常使用。',
    en: 'Tile {file} is cut or damaged ({detail}) and was left out; the other tiles are used.',
  },
  'tiles.unknownFormat': {
    zh: '瓦片 {file} 的格式无法识别。',
    en: 'Tile {file} is of no known format.',
  },
  'tiles.legacyGltf': {
    zh: '瓦片 {file} 内为 glTF 1.0，已过时且不支持。请用当前工具重新导出。',
    en: 'Tile {file} carries glTF 1.0, which is outdated and not supported. Export it again with a current tool.',
  },
  'tiles.foreignAddress': {
    zh: '瓦片集引用了文件夹以外的地址 {file}，未读取。',
    en: 'The tileset names {file}, which lies outside its folder; it was not read.',
  },
  'tiles.badTileset': {
    zh: '{file} 不是可用的瓦片集：{detail}',
    en: '{file} is not a usable tileset: {detail}',
  },
  'tiles.noFeatures': {
    zh: '瓦片 {file} 未区分要素，整个瓦片按一个要素处理。',
    en: 'Tile {file} does not tell its features apart; it is taken as one element.',
  },
  'tiles.compositeIds': {
    zh: '组合瓦片 {file} 各部分的要素编号重复，无法在场景中拾取；数据表仍包含全部要素。',
    en: 'The parts of composite tile {file} reuse feature ids, so they cannot be picked in the scene; the table has them all.',
  },
  'tiles.hugeGeometricError': {
    zh: '{file} 的几何误差为 {value}，异常大；已原样保留，部分软件可能无法正确显示。',
    en: '{file} states a geometric error of {value}, which is abnormally large; it is kept as it is, and some viewers may fail on it.',
  },
  'tiles.wrongVersion': {
    zh: '{file} 声明为 3D Tiles {version}，却使用了 1.1 的隐式切分；已按 1.1 读取。',
    en: '{file} declares 3D Tiles {version} but uses the implicit tiling of 1.1; it is read as 1.1.',
  },
  'tiles.noId': {
    zh: '瓦片 {file} 的要素没有编号字段，编号由文件名和序号生成。',
    en: 'The features of tile {file} have no id attribute; ids are made from file name and number.',
  },
  'tiles.notOnEarth': {
    zh: '瓦片 {file} 的坐标不在地球表面，其要素没有位置，未列入数据表。',
    en: 'Tile {file} does not lie on the surface of the earth; its features have no place and are not in the table.',
  },
  'tiles.emptyColumn': {
    zh: '字段 {field} 在所有记录中均为 0 或空，按“未知”处理；原值保留。',
    en: 'Field {field} holds 0 or nothing in every record and is taken as unknown; the source value is kept.',
  },
  'height.contradictsMesh': {
    zh: '要素 {id} 的属性高度 {stated} 米与三维模型高度 {measured} 米不符；采用模型高度并标记为推算，原属性保留。',
    en: 'Element {id}: the stated height of {stated} m contradicts the {measured} m of its model; the model height is used, marked as derived, and the source value is kept.',
  },
} as const;
