/** Texts of problems with bringing zones in from files and writing them. */
export const EXCHANGE_TEXTS = {
  'zones.fileEmpty': {
    zh: '{file} 是空文件。请重新导出或传输。',
    en: '{file} is empty. Export or transfer it again.',
  },
  'zones.fileTooLarge': {
    zh: '{file} 有 {megabytes} MB，超过 {limit} MB 的上限。请先按区域或图层拆分。',
    en: '{file} has {megabytes} MB, more than the limit of {limit} MB. Split it by area or layer first.',
  },
  'zones.formatUnknown': {
    zh: '{file} 的内容不是 GeoJSON、Shapefile、GeoPackage 或 KML。请检查文件。',
    en: 'The content of {file} is neither GeoJSON, Shapefile, GeoPackage nor KML. Check the file.',
  },
  'zones.notKml': {
    zh: '{file} 的内容是 <{found}>，不是 KML。若是网页，请下载数据本身。',
    en: '{file} holds <{found}>, not KML. If it is a web page, download the data itself.',
  },
  'zones.archiveEmpty': {
    zh: '压缩包 {file} 中没有 Shapefile、GeoJSON、GeoPackage 或 KML。',
    en: 'The archive {file} holds no Shapefile, GeoJSON, GeoPackage or KML.',
  },
  'zones.noShape': {
    zh: '所选文件（如 {file}）中没有 .shp。请同时选择 .shp、.dbf、.prj、.cpg，或选择它们的压缩包。',
    en: 'The chosen files ({file} …) lack the .shp. Choose .shp, .dbf, .prj and .cpg together, or an archive of them.',
  },
  'zones.severalFiles': {
    zh: '一次导入一个文件（选了 {count} 个；Shapefile 的各部分可同时选）。',
    en: 'Import one file at a time ({count} were chosen; the parts of one shapefile go together).',
  },
  'zones.noPolygons': {
    zh: '{file} 中没有面（只有 {types}）。风险区须为面；点和线请先在 GIS 软件中生成缓冲区。',
    en: '{file} holds no polygons (only {types}). Zones are areas: buffer points and lines in a GIS first.',
  },
  'zones.tooManyRecords': {
    zh: '{file} 的记录超过 {most} 条，不能作为风险区导入。请先筛选。',
    en: '{file} has more than {most} records, too many for zones. Filter it first.',
  },
  'zones.tooManyVertices': {
    zh: '{file} 的顶点超过 {most} 个。请先简化或裁剪。',
    en: '{file} has more than {most} vertices. Simplify or clip it first.',
  },
  'zones.noSession': {
    zh: '导入的文件已不在内存中。请重新选择文件。',
    en: 'The files are no longer in memory. Choose them again.',
  },
  'zip.damaged': {
    zh: '压缩包 {file} 已损坏或不完整。请重新获取。',
    en: 'The archive {file} is damaged or cut. Get it again.',
  },
  'zip.encrypted': {
    zh: '压缩包 {file} 有密码。请先解压。',
    en: 'The archive {file} has a password. Unpack it first.',
  },
  'zip.tooLarge': {
    zh: '压缩包 {file} 解压后超过 {limit} MB，已停止。',
    en: 'The archive {file} unpacks to more than {limit} MB; it was stopped.',
  },
  'kml.cut': {
    zh: '{file} 不完整或有误（{reason}）；保留之前的 {kept} 个要素。',
    en: '{file} is cut or damaged ({reason}); the {kept} features before that are kept.',
  },
  'geopackage.damaged': {
    zh: '{file} 不是可读取的 GeoPackage：{reason}',
    en: '{file} is no GeoPackage that can be read: {reason}',
  },
  'geopackage.noLayers': {
    zh: '{file} 中没有矢量要素表。',
    en: '{file} holds no table of features.',
  },
  'geometry.heightsLeftOut': {
    zh: '{file} 第 {row} 条的坐标带有高程，风险区为平面，高程未保留。',
    en: 'Record {row} of {file} has heights; zones are plane, so they were left out.',
  },
  'geometry.noPlace': {
    zh: '{file} 第 {row} 条的坐标（经度 {lon}、纬度 {lat}）不在地球上，已跳过：坐标系有误。',
    en: 'Record {row} of {file} (longitude {lon}, latitude {lat}) is no place on the earth and was left out: the CRS is wrong.',
  },
  'geometry.partsUnited': {
    zh: '{file} 第 {row} 条有相互重叠的部分，已合并，以免重复计算。',
    en: 'Parts of record {row} of {file} overlap; they were united so that nothing is counted twice.',
  },
  'zone.levelUnmapped': {
    zh: '{file} 第 {row} 条的等级“{value}”没有对应，记为未定级。',
    en: 'The level "{value}" of record {row} in {file} has no meaning yet; the zone stays unrated.',
  },
  'zone.fieldUnread': {
    zh: '{file} 第 {row} 条的 {field} = “{value}” 无法读取，留空。',
    en: '{field} = "{value}" in record {row} of {file} cannot be read and stays empty.',
  },
  'zone.idRepeated': {
    zh: '{file} 第 {row} 条的编号 {id} 前面已出现，已加序号。',
    en: 'Id {id} of record {row} in {file} was met before; a number was added.',
  },
} as const;
