/** What the rest of render needs to know of fonts: for each role one whole font file, and what covers its gaps. */
import type { FontRole } from '../../model/document/font-role.ts';

/** office: a real office font installed on this machine · user: added by `diaodu fonts` · package: ships with us · system: a free font of the system. */
export type FontOrigin = 'office' | 'user' | 'package' | 'system';

/** Two files of one face that were got ready beforehand (prepared.ts): their paths, or their names in a folder. */
export interface PreparedFont {
  /** Without outlines: which characters it has, and how wide they are. */
  metrics: string;
  /** With the characters that texts are written in. */
  usual: string;
}

/** Where a face is to be read from, and whether there is any use in it. */
export type FontFile = Pick<FontFace, 'path' | 'prepared' | 'covers'>;

export interface FontFace {
  role: FontRole;
  /** The font's own family name, e.g. Noto Serif SC; also the CSS family used. */
  family: string;
  /** Absolute path of one TrueType-outline font file holding the whole face. */
  path: string;
  /** Of the same face, where it was got ready beforehand: absolute paths. */
  prepared?: PreparedFont | undefined;
  weight: number;
  origin: FontOrigin;
  /** True when it only stands in for the face the standard asks for. */
  standIn: boolean;
  /** Whether the face has a glyph for this character. */
  covers(codePoint: number): boolean;
  /** Advance width of a text in ems (without letter-spacing). */
  measure(text: string): number;
}

export interface FontSet {
  faces: Record<FontRole, FontFace>;
  /** Tried in order, glyph by glyph, where a role's face has a gap. */
  fallbacks: FontFace[];
}
