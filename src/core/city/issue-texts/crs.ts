/** Texts of coordinate-system issues. */
export const CRS_TEXTS = {
  'crs.unknown': {
    zh: '坐标系 {crs} 不在支持列表中。请改用列表中的 EPSG 代码，或先转换数据。',
    en: 'Coordinate reference system {crs} is not supported. Use a listed EPSG code, or convert the data first.',
  },
} as const;
