/** What becomes of a colour in a black-and-white print. Colours are written #RRGGBB. */

/** Red, green and blue, 0 … 1. */
export const parts = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);

/** Relative luminance, 0 black … 1 white (IEC 61966-2-1, WCAG 2.1). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A level of sRGB as light, both 0 … 1. */
export const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

/** CIE 1976 lightness L*, 0 black … 100 white: equal distances look equal. */
export function lightness(colour: string): number {
  const y = luminance(colour);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27;
}

/** The grey of the same luminance, 0 … 1, as a level of sRGB: what a printer without colour should print. */
export function greyLevel(colour: string): number {
  const y = luminance(colour);
  return y <= 0.0031308 ? y * 12.92 : 1.055 * y ** (1 / 2.4) - 0.055;
}

/** Black or white, whichever contrasts more with the ground; never less than 4.5 : 1. */
export const inkOn = (ground: string): string => {
  const light = luminance(ground) + 0.05;
  return light / 0.05 >= 1.05 / light ? '#000000' : '#FFFFFF';
};
