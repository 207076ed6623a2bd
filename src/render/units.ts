/** Points are 1/72 inch, an inch is 25.4 mm. */
export const MM_PER_POINT = 25.4 / 72;
export const POINTS_PER_MM = 72 / 25.4;
