/**
 * Standing of a figure or text of a rule pack as it is written in files: checked against its source, or still to be
 * checked.
 */
export const CHECKED = '已核';
export const TO_CHECK = '待核';
