/** Planar frame of the fixture city. */
export const PROJECT_CRS = 'EPSG:4548';
