const CROSS_ARTERIALS = ['望山', '安澜', '中正', '同济', '迎晖', '长风', '远志', '崇礼'];
const CROSS_STREETS = [
  '柳巷',
  '书院',
  '棋盘',
  '桂花',
  '梧桐',
  '鼓楼',
  '松涛',
  '竹溪',
  '石桥',
  '荷塘',
  '春熙',
  '枫林',
  '白鹭',
  '青石',
];
const LONG_STREETS = ['文昌', '永宁', '和平', '东兴', '泰安', '丰乐', '云岭', '五里', '康宁', '新园', '北苑', '明德'];

function cycle(names: readonly string[], index: number): string {
  const round = Math.floor(index / names.length);
  return `${names[index % names.length]}${round > 0 ? ('二三四五六七八九'[round - 1] ?? round + 1) : ''}`;
}

/** Name of the `index`-th street across the valley, counted from the west. */
export function crossStreetName(index: number, arterial: boolean): string {
  return arterial ? `${cycle(CROSS_ARTERIALS, Math.floor(index / 4))}大道` : `${cycle(CROSS_STREETS, index)}街`;
}

/** Name of the `index`-th street along the river, counted from the bank. */
export function longStreetName(side: 'north' | 'south', index: number, arterial: boolean): string {
  const bank = side === 'north' ? '北' : '南';
  if (index === 0) return `滨河${bank}路`;
  return arterial
    ? `${bank}${'一二三四五六七八九'[Math.floor(index / 4) - 1] ?? index}环路`
    : `${cycle(LONG_STREETS, index)}${bank}路`;
}
