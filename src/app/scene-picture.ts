/** Draws the scene now and hands out its canvas, readable until the next frame; `null` while there is no scene. */
export const scenePicture: { take: (() => HTMLCanvasElement) | null } = { take: null };
