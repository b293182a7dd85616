/** Texts of issues about packages and catalogs, and about building one. */
export const PACKAGE_TEXTS = {
  'city.newerVersion': {
    zh: '{file} 由更新版本的程序生成（包版本 {found}，本程序支持到 {supported}）。请更新本程序后再打开。',
    en: '{file} was written by a newer program (package version {found}; this one reads up to {supported}). Update this program, then open it again.',
  },
  'city.badShape': {
    zh: '{file} 不符合城市包清单格式：{path}（{detail}）。请重新生成城市包。',
    en: '{file} is not a valid city manifest: {path} ({detail}). Build the package again.',
  },
  'catalog.newerVersion': {
    zh: '{file} 由更新版本的程序生成（目录版本 {found}，本程序支持到 {supported}）。请更新本程序。',
    en: '{file} was written by a newer program (catalog version {found}; this one reads up to {supported}). Update this program.',
  },
  'catalog.badShape': {
    zh: '{file} 不符合城市目录格式：{path}（{detail}）。',
    en: '{file} is not a valid city catalog: {path} ({detail}).',
  },
  'catalog.kept': {
    zh: '{file} 无法读取（{reason}），未改动；城市包已生成，但未列入其中。',
    en: '{file} could not be read ({reason}) and was left as it is; the package is written but not listed in it.',
  },
  'package.exists': {
    zh: '{file} 已存在且内容不同。加 --force 可替换；原有内容未改动。',
    en: '{file} already exists with other content. Add --force to replace it; nothing has been changed.',
  },
  'package.foreignFolder': {
    zh: '{file} 已存在但不是城市包，为免误删不予替换。请换一个 --out。',
    en: '{file} exists and is not a city package; it is not replaced, so that nothing is lost. Choose another --out.',
  },
  'package.beingBuilt': {
    zh: '{file} 正由另一进程（{pid}）生成，请等它结束。若该进程与此无关，请删除 {file}.partial 后重试。',
    en: '{file} is being built by another process ({pid}); wait for it. If that process is something else, delete {file}.partial and try again.',
  },
  'package.empty': {
    zh: '没有任何可用的记录，未生成城市包。',
    en: 'No usable record was found; no package was written.',
  },
  'dataset.unsupported': {
    zh: '数据集 {layer} 的类型 {kind} 本版本尚不能导入，已跳过。',
    en: 'Dataset {layer} of kind {kind} cannot be imported by this version and was left out.',
  },
  'dataset.duplicateId': {
    zh: '配方中数据集编号 {layer} 重复。',
    en: 'The recipe names the dataset id {layer} twice.',
  },
  'zone.duplicateId': {
    zh: '编号 {id} 的分区出现多次，后者改名为 {newId}。',
    en: 'Zone id {id} occurs more than once; the later one is named {newId}.',
  },
  'pipe.duplicateId': {
    zh: '编号 {id} 的管线出现多次，后者改名为 {newId}。',
    en: 'Pipe id {id} occurs more than once; the later one is named {newId}.',
  },
  'ground.duplicateId': {
    zh: '编号 {id} 的底图要素出现多次，后者改名为 {newId}。',
    en: 'Id {id} of the base map occurs more than once; the later feature is named {newId}.',
  },
  'ground.classUnknown': {
    zh: '{file} 第 {row} 条的类别“{value}”不认识，按一般类别绘制。',
    en: 'Class “{value}” of record {row} of {file} is not known; it is drawn as the general one.',
  },
  'geojson.notLine': {
    zh: '{file} 第 {row} 条的几何类型 {type} 不是线，已跳过。',
    en: 'Record {row} of {file} is of geometry type {type}, not a line, and was left out.',
  },
  'shelter.duplicateId': {
    zh: '编号 {id} 的避难场所出现多次，后者改名为 {newId}。',
    en: 'Shelter id {id} occurs more than once; the later one is named {newId}.',
  },
  'community.duplicateId': {
    zh: '编号 {id} 的社区出现多次，后者改名为 {newId}。',
    en: 'Community id {id} occurs more than once; the later one is named {newId}.',
  },
  'element.noFootprint': {
    zh: '要素 {id} 没有可用的平面轮廓，已跳过。',
    en: 'Element {id} has no usable footprint and was left out.',
  },
  'community.noResidentialArea': {
    zh: '社区 {id} 内没有已知建筑面积的居住建筑，{people} 人未能分配。',
    en: 'Community {id} has no residential building with a known floor area; {people} people could not be spread.',
  },
  'community.populationExceeded': {
    zh: '社区 {id} 内建筑自带人口比社区人口多 {people} 人，未再分摊。',
    en: 'Buildings in community {id} state {people} more people than its population; nothing was spread.',
  },
  'community.unknownFloorArea': {
    zh: '社区 {id} 内有 {count} 栋居住建筑建筑面积未知，未分得人口。',
    en: '{count} residential buildings in community {id} have no known floor area and received no people.',
  },
  'dataset.severalTilesets': {
    zh: '数据集 {layer} 须恰好指向一个 tileset.json，请为每个瓦片集单列一个数据集。',
    en: 'Dataset {layer} must name exactly one tileset.json; give every tileset its own dataset.',
  },
  'file.absent': { zh: '找不到 {file}。', en: '{file} does not exist.' },
  'file.unreadable': { zh: '无法读取 {file}：{detail}', en: '{file} cannot be read: {detail}' },
  'table.unreadable': { zh: '无法读取数据表 {file}：{detail}', en: 'Table {file} cannot be read: {detail}' },
} as const;
