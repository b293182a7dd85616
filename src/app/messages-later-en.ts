import paletteEn from '../features/palette/messages/en.json';
import tourEn from '../features/tour/messages/en.json';

/** English texts of what is opened after the first view: they travel when it is. */
export const LATER_MESSAGES = { palette: paletteEn, tour: tourEn } as const;
