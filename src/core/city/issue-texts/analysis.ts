/** Texts of issues of tables and computations. */
export const ANALYSIS_TEXTS = {
  'table.noColumn': {
    zh: '数据表 {file} 缺少列 {column}。请重新生成城市包。',
    en: 'Table {file} has no column {column}. Build the package again.',
  },
  'table.noRow': {
    zh: '数据表 {file} 没有第 {index} 行（从 0 起）。',
    en: 'Table {file} has no row {index} (from 0).',
  },
  'exposure.zoneOutside': {
    zh: '{file} 的分区 {id} 整个位于城市数据范围之外，其统计为零。请核对坐标系与坐标轴顺序。',
    en: 'Zone {id} of {file} lies wholly outside the data of the city, so its exposure is zero. Check its CRS and axis order.',
  },
  'exposure.unknownSession': {
    zh: '后台计算没有这一组分区，需要重新发送。',
    en: 'The background computation does not hold these zones; they must be sent again.',
  },
  'worker.cancelled': { zh: '计算已取消。', en: 'The computation was cancelled.' },
  'worker.disposed': { zh: '后台计算已关闭。', en: 'The background computation has been closed.' },
} as const;
