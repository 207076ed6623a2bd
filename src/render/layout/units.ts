/** Points are 1/72 inch, an inch is 25.4 mm. */
export const MM_PER_POINT = 25.4 / 72;
export const POINTS_PER_MM = 72 / 25.4;
/** The browser's pixels are 1/96 inch. */
export const MM_PER_PIXEL = 25.4 / 96;
