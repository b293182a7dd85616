import briefingZh from '../features/briefing/messages/zh-CN.json';
import inspectZh from '../features/inspect/messages/zh-CN.json';
import paletteZh from '../features/palette/messages/zh-CN.json';
import rowsZh from '../features/rows/messages/zh-CN.json';
import sunZh from '../features/sun/messages/zh-CN.json';
import tourZh from '../features/tour/messages/zh-CN.json';

/** Chinese texts of what is opened after the first view: they travel when it is. */
export const LATER_MESSAGES = {
  briefing: briefingZh,
  inspect: inspectZh,
  palette: paletteZh,
  rows: rowsZh,
  sun: sunZh,
  tour: tourZh,
} as const;
