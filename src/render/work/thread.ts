/** What a thread is handed of Word's jobs, all of it plain data, and what it does with it. */
import type { Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import type { Document } from '../../model/document/document.ts';
import { FONT_ROLES } from '../../model/document/font-role.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { Style } from '../context.ts';
import { commonCharacters } from '../fonts/common.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';
import { openFace } from '../fonts/open-face.ts';
import { openingBytes } from '../fonts/prepared.ts';
import { expectCharacters } from '../fonts/subset.ts';
import { type TellNews, WORD_JOBS, type WordAnswers, type WordJob } from './word-jobs.ts';

type FaceData = Omit<FontFace, 'covers' | 'measure'>;

interface Fonts {
  /** What is known of the font files: others under the same names are opened anew. */
  files: string;
  faces: FaceData[];
  fallbacks: FaceData[];
  /** Code points of all documents of the build, see expectCharacters. */
  expected: readonly number[];
}

interface WordTask extends Fonts {
  kind: WordJob;
  /** JSON of the document. */
  tree: string;
  theme: Theme;
}

/** Loads what writes Word files, before there is one to write. */
export const PREPARE = { kind: 'prepare' } as const;

/** The same for the fonts, when it is known which characters they will be asked for. */
type FontsTask = Fonts & { kind: 'fonts' };

const plain = ({ covers: _, measure: __, ...data }: FontFace): FaceData => data;

const plainFonts = ({ faces, fallbacks }: FontSet, files: string, expected: readonly number[]): Fonts => ({
  files,
  faces: FONT_ROLES.map((role) => plain(faces[role])),
  fallbacks: fallbacks.map(plain),
  expected,
});

export const wordTask = (
  kind: WordJob,
  tree: string,
  { theme, fonts }: Style,
  files: string,
  expected: readonly number[],
): WordTask => ({ kind, tree, theme, ...plainFonts(fonts, files, expected) });

export const fontsTask = (fonts: FontSet, files: string, expected: readonly number[]): FontsTask => ({
  kind: 'fonts',
  ...plainFonts(fonts, files, expected),
});

/** Runs in the thread. Out: the answer of a job; of what is only got ready there is none. */
export async function runWordTask(
  task: WordTask | FontsTask | typeof PREPARE,
  effects: Effects,
  tell: TellNews,
): Promise<WordAnswers[WordJob] | undefined> {
  if (task.kind === 'prepare') {
    await import('../docx/render.ts');
    return undefined;
  }
  expectCharacters(task.expected, effects);
  const fonts = await fontsOf(task, effects);
  if (task.kind === 'fonts') {
    const { measuringFont } = await import('../docx/pages/measuring-font.ts');
    // What the program itself writes is not known yet: with these there is hardly ever a character missing.
    await measuringFont(fonts, commonCharacters(), effects);
    return undefined;
  }
  const document = JSON.parse(task.tree) as Document;
  return WORD_JOBS[task.kind](document, { theme: task.theme, fonts, effects }, tell);
}

const opened = new WeakMap<Effects, Map<string, Promise<FontSet>>>();

/** The faces of a build are opened once in each thread. */
function fontsOf({ faces, fallbacks, files }: Fonts, effects: Effects): Promise<FontSet> {
  const sets = madeOnce(opened, effects, () => new Map());
  const name = JSON.stringify([files, faces, fallbacks]);
  return madeOnce(sets, name, () => openAll(faces, fallbacks, effects));
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
