/** Texts of issues about coordinate systems, places on the earth and heights. */
export const CRS_TEXTS = {
  'crs.unknown': {
    zh: '坐标系 {crs} 不在支持列表中。请改用列表中的 EPSG 代码，或先转换数据。',
    en: 'Coordinate reference system {crs} is not supported. Use a listed EPSG code, or convert the data first.',
  },
  'crs.geocentric': {
    zh: '坐标系 {crs} 是地心直角坐标，不能用作平面坐标。请先转换为经纬度或投影坐标。',
    en: '{crs} is earth-centred and no plan coordinate system. Convert to longitude and latitude or a projection first.',
  },
  'crs.missing': {
    zh: '{file} 没有声明坐标系，配方也没有给出。坐标示例 {x}, {y}；可能是：{candidates}。请在配方中填写 crs，或先把数据转换为经纬度。',
    en: '{file} declares no coordinate reference system and the recipe names none. A position reads {x}, {y}; likely: {candidates}. State crs in the recipe, or convert the data to longitude and latitude.',
  },
  'crs.contradiction': {
    zh: '{file} 声明的坐标系为 {declared}，配方写的是 {recipe}；按文件的声明处理。',
    en: '{file} declares {declared}, the recipe says {recipe}; the file is believed.',
  },
  'crs.projectUnsuitable': {
    zh: '工程坐标系 {crs} 不是以米为单位的平面坐标系，不能量算面积。请改用高斯-克吕格或 UTM 分带。',
    en: 'Project CRS {crs} is not planar in metres, so areas cannot be measured. Choose a Gauss-Krüger or UTM zone.',
  },
  'crs.swapped': {
    zh: '{file} 的坐标 {x}, {y} 在 {crs} 中落在范围之外，对调 x、y 后则吻合：两轴写反了。请对调后重试。',
    en: 'Positions of {file} such as {x}, {y} lie outside {crs}, but fit with x and y exchanged: the axes are swapped. Exchange them and try again.',
  },
  'crs.nullIsland': {
    zh: '{file} 的数据落在经纬度 0, 0 附近（坐标 {x}, {y}，{crs}）：坐标或坐标系有误。',
    en: 'The data of {file} lies at 0, 0 (position {x}, {y} in {crs}): its coordinates or its CRS are wrong.',
  },
  'crs.outsideArea': {
    zh: '{file} 有 {count} 个位置（例如 {x}, {y}）在 {crs} 或工程坐标系 {project} 的适用范围之外。若确认无误，请在数据集上设 "force": true。',
    en: '{count} positions of {file}, such as {x}, {y}, lie outside the area of use of {crs} or of the project CRS {project}. If that is right, set "force": true on the dataset.',
  },
  'crs.recordOutside': {
    zh: '{file} 第 {row} 条（{x}, {y}）在坐标系适用范围之外或远离其余数据，已跳过。',
    en: 'Record {row} of {file} ({x}, {y}) lies outside the area of use of the CRS or far from all others, and was left out.',
  },
  'crs.openSea': {
    zh: '{file} 的数据（例如经度 {lon}、纬度 {lat}）落在开阔海面上：请核对坐标系、中央经线和坐标轴顺序。',
    en: 'The data of {file} (for example at longitude {lon}, latitude {lat}) lies in the open sea: check the CRS, its central meridian and the axis order.',
  },
  'height.approximated': {
    zh: '{file} 的高程基准 {datum} 以 EGM96 大地水准面近似换算为椭球高，可能有约 1 m 的系统偏差。',
    en: 'Heights of {file} in {datum} are brought to the ellipsoid with the EGM96 geoid, an approximation that may be off by about 1 m throughout.',
  },
  'height.datumUnsupported': {
    zh: '{file} 的高程基准 {datum} 不在支持列表中，高程按原值使用，基准记为未知。',
    en: 'Height datum {datum} of {file} is not supported; heights are used as they are and the datum is stated as unknown.',
  },
} as const;
