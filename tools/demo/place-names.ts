import type { BlockUse } from './blocks.ts';

const ESTATES = [
  '安宁',
  '康和',
  '瑞景',
  '锦绣',
  '翠湖',
  '枫林',
  '云溪',
  '清和',
  '怡安',
  '嘉禾',
  '紫荆',
  '望江',
  '德馨',
  '静安',
  '和园',
  '秀水',
];
const ESTATE_KINDS = ['苑', '里', '花园', '小区', '庭', '居'];
const WORKS = ['东塘机械', '长江仪表', '宏远电缆', '新光化工', '恒达纺织', '金桥包装', '永固建材', '天和食品'];
const OFFICES = ['中汇', '世纪', '环宇', '国信', '鼎盛', '银河', '时代', '华章'];

/**
 * Name of what stands on the `index`-th block of its use; all names are made up.
 * @returns e.g. `安宁苑`, `韧城第三中学`, `恒达纺织厂`.
 */
export function namePlace(use: BlockUse, index: number): string {
  const nth = `${index + 1}`;
  const from = (names: readonly string[]) => names[index % names.length] ?? '';
  const again = (names: readonly string[]) => (index < names.length ? '' : `${Math.floor(index / names.length) + 1}`);
  switch (use) {
    case 'school':
      return `韧城第${nth}${index % 3 === 2 ? '中学' : '小学'}`;
    case 'hospital':
      return `韧城第${nth}人民医院`;
    case 'park':
      return `${from(ESTATES)}公园`;
    case 'factory':
      return `${from(WORKS)}${again(WORKS)}厂`;
    case 'offices':
      return `${from(OFFICES)}${again(OFFICES)}`;
    default:
      return `${from(ESTATES)}${ESTATE_KINDS[Math.floor(index / ESTATES.length) % ESTATE_KINDS.length]}`;
  }
}
