/** Word measures in twips (1/20 pt), half points, eighths of a point and, for drawings, pixels at 96 to the inch. */
const MM_PER_INCH = 25.4;

export const twipsOfMm = (mm: number): number => Math.floor((mm / MM_PER_INCH) * 1440);
export const twipsOfPt = (pt: number): number => Math.round(pt * 20);
export const mmOfPt = (pt: number): number => (pt / 72) * MM_PER_INCH;
export const mmOfTwips = (twips: number): number => (twips / 1440) * MM_PER_INCH;
export const halfPoints = (pt: number): number => Math.round(pt * 2);
export const pixelsOfMm = (mm: number): number => Math.round((mm / MM_PER_INCH) * 96);

/** Word writes colours without the #. */
export const hex = (colour: string): string => colour.slice(1);
