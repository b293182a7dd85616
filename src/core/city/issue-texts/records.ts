/** Texts of issues about single records: their geometry, attributes and ids. */
export const RECORD_TEXTS = {
  'geometry.invalidPoint': {
    zh: '{file} 第 {row} 条有非数字的坐标点，已去掉这些点。',
    en: 'Record {row} of {file} has points that are no numbers; they were left out.',
  },
  'geometry.unclosedRing': {
    zh: '{file} 第 {row} 条的环未闭合，已闭合。',
    en: 'A ring of record {row} of {file} was not closed; it has been closed.',
  },
  'geometry.duplicatePoint': {
    zh: '{file} 第 {row} 条有重复点，已合并。',
    en: 'Record {row} of {file} repeats points; they were merged.',
  },
  'geometry.emptyRing': {
    zh: '{file} 第 {row} 条有面积为零的环，已去掉。',
    en: 'Record {row} of {file} has a ring without area; it was left out.',
  },
  'geometry.selfIntersection': {
    zh: '{file} 第 {row} 条的轮廓自相交，已修复。',
    en: 'The outline of record {row} of {file} crossed itself; it was repaired.',
  },
  'geometry.unusable': {
    zh: '{file} 第 {row} 条没有可用的几何，已跳过。',
    en: 'Record {row} of {file} has no usable geometry and was left out.',
  },
  'geometry.noOutline': {
    zh: '{file} 中对象 {id} 的平面轮廓无法求得。',
    en: 'The plan outline of object {id} in {file} could not be found.',
  },
  'geometry.surfaceDropped': {
    zh: '{file} 中对象 {id} 有 {surfaces} 个退化面（不足三个点），已去掉。',
    en: 'Object {id} in {file} has {surfaces} degenerate surfaces (fewer than three points); they were left out.',
  },
  'attribute.notNumber': {
    zh: '{file} 第 {row} 条的 {field} = “{value}” 不是数字，按未知处理。',
    en: '{field} = "{value}" in record {row} of {file} is no number and counts as unknown.',
  },
  'attribute.implausible': {
    zh: '{file} 第 {row} 条的 {field} = {value} 不合理，按未知处理。',
    en: '{field} = {value} in record {row} of {file} is not plausible and counts as unknown.',
  },
  'element.duplicateId': {
    zh: '{file} 第 {row} 条的编号 {id} 已在 {first} 出现，已跳过。',
    en: 'Id {id} in record {row} of {file} was already met at {first}; the record was left out.',
  },
  'element.pieceJoined': {
    zh: '{file} 第 {row} 条是被文件边界切开的建筑 {id} 的一块，已并入该建筑。',
    en: 'Record {row} of {file} is a piece of building {id}, cut at the border of two files; it was joined to it.',
  },
  'element.partFolded': {
    zh: '{file} 第 {row} 条 {id} 是建筑 {root} 的组成部分，已并入该建筑。',
    en: 'Record {row} of {file} ({id}) is a part of building {root} and was folded into it.',
  },
  'zone.hazardUnknown': {
    zh: '{file} 第 {row} 条分区的灾种“{value}”无法识别，记为“其他”。',
    en: 'The hazard "{value}" of zone record {row} in {file} is not known; it is kept as "other".',
  },
  'zone.levelUnknown': {
    zh: '{file} 第 {row} 条分区的等级“{value}”无法识别，记为未定级。可在配方 attributes.level.map 中给出对应。',
    en: 'The level "{value}" of zone record {row} in {file} is not known; the zone stays unrated. Map it in attributes.level.map of the recipe.',
  },
  'zone.levelByRule': {
    zh: '{file} 第 {row} 条分区的等级由 PLATEAU 缺省规则得出（{level}）。',
    en: 'The level of zone record {row} in {file} follows from the default PLATEAU rule ({level}).',
  },
  'shelter.flagUnclear': {
    zh: '{file} 第 {row} 条避难场所的 {column} = “{value}” 含义不明，按未知处理。',
    en: '{column} = "{value}" of shelter record {row} in {file} is not clear and counts as unknown.',
  },
  'facility.kindUnknown': {
    zh: '{file} 第 {row} 条设施的类型“{value}”不认识，按“其他”计入重要设施。',
    en: 'Kind “{value}” of facility record {row} of {file} is not known; it counts as a critical facility of another kind.',
  },
  'pipe.classUnknown': {
    zh: '{file} 第 {row} 条管线的类别“{value}”不认识，类别记为未知。',
    en: 'Class “{value}” of pipe record {row} of {file} is not known; its class is kept as unknown.',
  },
  'facility.noPosition': {
    zh: '{file} 第 {row} 条设施没有可用的位置，已跳过。',
    en: 'Facility record {row} in {file} has no usable position and was left out.',
  },
  'shelter.noPosition': {
    zh: '{file} 第 {row} 条避难场所没有可用的位置，已跳过。',
    en: 'Shelter record {row} in {file} has no usable position and was left out.',
  },
} as const;
