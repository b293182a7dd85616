/** Texts of issues about recipes, source files and their formats. */
export const SOURCE_TEXTS = {
  aborted: { zh: '已中止。', en: 'Aborted.' },
  'recipe.version': {
    zh: '配方 {file} 的版本 {version} 不受支持；本程序读取版本 1。',
    en: 'Recipe {file} is of version {version}; this program reads version 1.',
  },
  'recipe.unknownField': {
    zh: '配方 {file} 的字段 {field} 不认识，未起作用。可用字段：{known}。',
    en: 'Recipe {file}: field {field} is not known and has no effect. Known here: {known}.',
  },
  'attribute.fieldAbsent': {
    zh: '数据集 {layer} 没有任何记录在字段 {field} 中有值，而配方以它作为 {name}。',
    en: 'No record of dataset {layer} has a value in field {field}, which the recipe names as {name}.',
  },
  'recipe.invalid': {
    zh: '配方 {file} 的 {field} 有误：{reason}',
    en: 'Recipe {file}: {field} is wrong ({reason}).',
  },
  'source.absent': {
    zh: '数据集 {layer} 的来源 {file} 找不到任何文件。',
    en: 'Source {file} of dataset {layer} leads to no file.',
  },
  'dataset.empty': {
    zh: '数据集 {layer}（{file}）没有可用的记录。',
    en: 'Dataset {layer} ({file}) has no usable record.',
  },
  'json.cut': {
    zh: '{file} 在第 {byte} 字节处中断：文件不完整。请重新获取该文件。',
    en: '{file} ends early, at byte {byte}: the file is cut. Fetch it again.',
  },
  'json.invalid': { zh: '{file} 不是有效的 JSON：{reason}', en: '{file} is not valid JSON: {reason}' },
  'record.unreadable': {
    zh: '{file} 第 {row} 行无法读取，已跳过。',
    en: 'Line {row} of {file} cannot be read and was left out.',
  },
  'geojson.notFeatures': {
    zh: '{file} 不含要素集合（内容类型为 {found}）。',
    en: '{file} holds no features (it is of type {found}).',
  },
  'geojson.notFeature': {
    zh: '{file} 第 {row} 条不是要素，已跳过。',
    en: 'Record {row} of {file} is no feature and was left out.',
  },
  'geojson.labelPoint': {
    zh: '{file} 第 {row} 条是注记点，不是轮廓，已跳过。',
    en: 'Record {row} of {file} is a label point, not an outline, and was left out.',
  },
  'geojson.notPolygon': {
    zh: '{file} 第 {row} 条的几何类型 {type} 不是面，已跳过。',
    en: 'Record {row} of {file} is of geometry type {type}, not a polygon, and was left out.',
  },
  'cityjson.notCityJson': {
    zh: '{file} 不是 CityJSON（type 为 {found}）。',
    en: '{file} is not CityJSON (its type is {found}).',
  },
  'cityjson.version': {
    zh: '{file} 的 CityJSON 版本 {version} 不受支持；支持 1.0、1.1、2.0。',
    en: '{file} is CityJSON {version}; versions 1.0, 1.1 and 2.0 are supported.',
  },
  'cityjson.typeSkipped': {
    zh: '{file} 中类型为 {type} 的对象 {id} 不属于本数据集，已跳过。',
    en: 'Object {id} of type {type} in {file} does not belong to this dataset and was left out.',
  },
  'cityjson.geometrySkipped': {
    zh: '{file} 中对象 {id} 的几何 {type} 没有面，已跳过。',
    en: 'Geometry {type} of object {id} in {file} has no surfaces and was left out.',
  },
  'shapefile.damaged': {
    zh: '{file} 的文件头无法读取：不是 Shapefile 或已损坏。',
    en: 'The header of {file} cannot be read: no shapefile, or a damaged one.',
  },
  'shapefile.cut': {
    zh: '{file} 在第 {row} 条之后中断；此前的记录已保留，其余丢失。',
    en: '{file} ends early after record {row}; the records before are kept, the rest is lost.',
  },
  'shapefile.noTable': {
    zh: '{file} 缺少可读的 .dbf 属性表，属性未知。',
    en: '{file} has no readable .dbf table; its attributes are unknown.',
  },
  'text.encodingGuessed': {
    zh: '{file} 未声明文字编码，按 {encoding} 读取。',
    en: '{file} does not state its text encoding; it was read as {encoding}.',
  },
  'gml.damaged': {
    zh: '{file} 没有可读的 CityGML 对象：{reason}',
    en: '{file} has no readable CityGML member: {reason}',
  },
  'gml.cut': {
    zh: '{file} 从第 {row} 个对象起中断或损坏（{reason}）；此前的对象已保留。',
    en: '{file} breaks at member {row} ({reason}); the members before are kept.',
  },
  'plateau.codeListAbsent': {
    zh: '{file} 引用的代码表 {list} 不在数据旁，代码保持原样。',
    en: 'Code list {list} of {file} does not lie beside the data; its codes are kept as they are.',
  },
  'csv.noCoordinates': {
    zh: '{file} 中找不到经纬度或坐标列（列名：{columns}）。请在配方 attributes 中填写 lon 与 lat。',
    en: '{file} has no coordinate columns (columns: {columns}). Name them as lon and lat in the attributes of the recipe.',
  },
  'csv.fieldCount': {
    zh: '{file} 第 {row} 行的字段数与表头不符。',
    en: 'Row {row} of {file} has another number of fields than its header.',
  },
  'raster.badHeader': {
    zh: '{file} 的栅格表头不完整：需要 ncols、nrows、xllcorner（或 xllcenter）、yllcorner（或 yllcenter）、cellsize。',
    en: 'The header of raster {file} is incomplete: it needs ncols, nrows, xllcorner (or xllcenter), yllcorner (or yllcenter) and cellsize.',
  },
  'raster.tooLarge': {
    zh: '{file} 有 {cells} 个格网，超过上限 {most}。请裁剪或降低分辨率。',
    en: '{file} has {cells} cells, more than {most}. Clip it or make it coarser.',
  },
  'raster.cut': {
    zh: '{file} 不完整：表头说有 {expected} 个高程，只有 {found} 个。',
    en: '{file} is cut: its header tells of {expected} heights, there are {found}.',
  },
  'raster.empty': {
    zh: '{file} 没有任何有效高程。',
    en: '{file} has no height at all.',
  },
  'raster.holesFilled': {
    zh: '{file} 有 {count} 个无值格网，已由相邻高程补齐。',
    en: '{file} has {count} cells without a height; they were filled from their neighbours.',
  },
  'terrain.severalSources': {
    zh: '地形数据集 {layer} 应只有一个高程栅格。',
    en: 'Terrain dataset {layer} wants exactly one raster of heights.',
  },
  'terrain.formatUnknown': {
    zh: '地形 {file} 的格式不能读取；现支持 Esri ASCII 栅格（.asc），可用 gdal_translate -of AAIGrid 转换。',
    en: 'Terrain {file} is of a format that is not read; Esri ASCII rasters (.asc) are, gdal_translate -of AAIGrid makes them.',
  },
} as const;
