import paletteZh from '../features/palette/messages/zh-CN.json';
import tourZh from '../features/tour/messages/zh-CN.json';

/** Chinese texts of what is opened after the first view: they travel when it is. */
export const LATER_MESSAGES = { palette: paletteZh, tour: tourZh } as const;
