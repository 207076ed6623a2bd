/** Which face stands for bold. */
import type { FontRole } from '../../model/document/font-role.ts';
import type { FontFace, FontSet } from './face.ts';

/** 小标宋, 黑体 and 楷体 are never emboldened (GB/T 9704 usage); 仿宋 and 宋体 may be. */
const MAY_BE_BOLD: readonly FontRole[] = ['body', 'song'];

/**
 * The real bold of the same family where the set has one, else 黑体: a bold smeared by the browser becomes a
 * nameless Type 3 font in the PDF. The face itself where bold is not allowed.
 */
export function strongFace(face: FontFace, fonts: FontSet): FontFace {
  if (!MAY_BE_BOLD.includes(face.role)) return face;
  const bold = Object.values(fonts.faces).find((f) => f.family === face.family && f.weight >= 600);
  return bold ?? fonts.faces.hei;
}
