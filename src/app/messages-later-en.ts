import briefingEn from '../features/briefing/messages/en.json';
import inspectEn from '../features/inspect/messages/en.json';
import paletteEn from '../features/palette/messages/en.json';
import rowsEn from '../features/rows/messages/en.json';
import sunEn from '../features/sun/messages/en.json';
import tourEn from '../features/tour/messages/en.json';

/** English texts of what is opened after the first view: they travel when it is. */
export const LATER_MESSAGES = {
  briefing: briefingEn,
  inspect: inspectEn,
  palette: paletteEn,
  rows: rowsEn,
  sun: sunEn,
  tour: tourEn,
} as const;
