/** Word files are made in threads of their own, while the browser prints and this one prepares. */
import type { Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import type { Document } from '../model/document.ts';
import { FONT_ROLES, type Theme } from '../model/theme.ts';
import { commonCharacters } from './fonts/common.ts';
import type { FontFace, FontSet } from './fonts/face.ts';
import { openFace } from './fonts/open-face.ts';
import { openingBytes } from './fonts/prepared.ts';
import { expectCharacters } from './fonts/subset.ts';
import type { Rendered } from './formats.ts';
import { chooseCloser, closerOf, type Fill, type MeasureFill } from './last-page.ts';

type FaceData = Omit<FontFace, 'covers' | 'measure'>;

interface Fonts {
  /** Digest of the font files: other files under the same names are opened anew. */
  ground: string;
  faces: FaceData[];
  fallbacks: FaceData[];
  /** Code points of all documents of the build, see expectCharacters. */
  expected: readonly number[];
}

/** Plain data, so that it can be handed to a thread. */
export interface WordTask extends Fonts {
  /**
   * render: the file · measure: how many pages each section takes · last pages: by how much each is drawn in, for which
   * several layouts may be asked, one by the answer of the other.
   */
  kind: 'render' | 'measure' | 'last pages';
  /** JSON of the document. */
  tree: string;
  theme: Theme;
}

/** Loads what writes Word files, before there is one to write. */
export const PREPARE = { kind: 'prepare' } as const;

/** The same for the fonts, when it is known which characters they will be asked for. */
export type FontsTask = Fonts & { kind: 'fonts' };

export type WordAnswer =
  | { file: Outcome<Rendered> }
  | { fills: Fill[] }
  | { closer: number[] }
  | typeof READY;
const READY = { ready: true } as const;

const plain = ({ covers: _, measure: __, ...data }: FontFace): FaceData => data;

const plainFonts = ({ faces, fallbacks }: FontSet): Pick<Fonts, 'faces' | 'fallbacks'> => ({
  faces: FONT_ROLES.map((role) => plain(faces[role])),
  fallbacks: fallbacks.map(plain),
});

export const wordTask = (
  kind: WordTask['kind'],
  tree: string,
  { theme, fonts }: { theme: Theme; fonts: FontSet },
  ground: string,
  expected: readonly number[],
): WordTask => ({ kind, tree, theme, ground, ...plainFonts(fonts), expected });

export const fontsTask = (fonts: FontSet, ground: string, expected: readonly number[]): FontsTask => ({
  kind: 'fonts',
  ground,
  ...plainFonts(fonts),
  expected,
});

/** Of the job ‘last pages’: by how much each section is drawn in in the layout that is asked for next. */
export interface WordNews {
  closer: number[];
}

/** Runs in the thread. */
export async function runWordTask(
  task: WordTask | FontsTask | typeof PREPARE,
  effects: Effects,
  tell: (news: WordNews) => void,
): Promise<WordAnswer> {
  if (task.kind === 'prepare') {
    await import('./docx/render.ts');
    return READY;
  }
  expectCharacters(task.expected, effects);
  if (task.kind === 'fonts') {
    const { measuringFont } = await import('./docx/pages.ts');
    // What the program itself writes is not known yet: with these there is hardly ever a character missing.
    await measuringFont(await fontsOf(task, effects), commonCharacters(), effects);
    return READY;
  }
  const document = JSON.parse(task.tree) as Document;
  const context = { theme: task.theme, fonts: await fontsOf(task, effects), effects };
  if (task.kind === 'render') {
    const { renderDocx } = await import('./docx/render.ts');
    return { file: await renderDocx(document, context) };
  }
  const { measureWord } = await import('./docx/measure.ts');
  const fills: MeasureFill = (measured) => measureWord(measured, context);
  if (task.kind === 'measure') return { fills: await fills(document) };
  const told: MeasureFill = (measured) => {
    tell({ closer: closerOf(measured) });
    return fills(measured);
  };
  return { closer: await chooseCloser(document, task.theme, told) };
}

const opened = new WeakMap<Effects, Map<string, Promise<FontSet>>>();

/** The faces of a build are opened once in each thread. */
function fontsOf({ faces, fallbacks, ground }: Fonts, effects: Effects): Promise<FontSet> {
  const sets = opened.get(effects) ?? new Map<string, Promise<FontSet>>();
  opened.set(effects, sets);
  const name = JSON.stringify([ground, faces, fallbacks]);
  const set = sets.get(name) ?? openAll(faces, fallbacks, effects);
  sets.set(name, set);
  return set;
}

async function openAll(
  faces: readonly FaceData[],
  fallbacks: readonly FaceData[],
  effects: Effects,
): Promise<FontSet> {
  const files = new Map<string, ReturnType<typeof openFace>>();
  const open = async (data: FaceData): Promise<FontFace> => {
    if (!files.has(data.path)) {
      const bytes = await openingBytes(data, effects);
      files.set(data.path, bytes && openFace(bytes));
    }
    const face = files.get(data.path);
    return {
      ...data,
      covers: (code) => face?.covers(code) ?? false,
      measure: (text) => face?.measure(text) ?? 0,
    };
  };
  const byRole: Partial<FontSet['faces']> = {};
  for (const data of faces) byRole[data.role] = await open(data);
  const spare: FontFace[] = [];
  for (const data of fallbacks) spare.push(await open(data));
  return { faces: byRole as FontSet['faces'], fallbacks: spare };
}
