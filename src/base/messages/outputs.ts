/** Messages on outputs that take the place of earlier ones. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

/** Said when Ctrl+C ends a command. */
export const INTERRUPTED = '已中断。已有的文件没有损坏，没做完的再运行一次即可，做完的不重做。';

/** `paths`: as the user may look for them. */
export const outputsRefused = (paths: readonly string[]): Diagnostic =>
  diagnostic(
    'outputsRefused',
    'error',
    `有${paths.length}个文件不能改写，多半是正在 Word、Excel、WPS 或阅读器中打开着：${paths.join('、')}。为免新旧文稿混在一起，这次一个文件也没有改。`,
    undefined,
    '关闭这些文件，再运行一次。',
  );

export const waitingForOutputs = (): string => '另一个 diaodu 正在写出文件，等它结束……';

/** Another program has been putting its outputs in place for minutes. */
export const outputsHeld = (): Diagnostic =>
  diagnostic(
    'outputsHeld',
    'error',
    '这个工作区里另有一个 diaodu（另一个窗口或另一台电脑上的）正在写出文件，等了两分钟还没有结束，这次没有写出。',
    undefined,
    '等它结束再运行一次；上次是中途断电等意外中断的，过10分钟再试。',
  );

/** @param asides where they are now */
export const handEditsSaved = (asides: readonly string[]): Diagnostic =>
  diagnostic(
    'handEditsSaved',
    'warning',
    `有${asides.length}个文件与上次生成时不同，多半有人手工改过，这次内容又有变化：原来的另存为${asides.join('、')}，原名的文件是新生成的，不含手工改动。`,
    undefined,
    '对照“手改稿”把改动移到新稿中；每次都要改的，改模板或数据。',
  );

/** What was changed by hand in a Word file, in the one that takes its place. */
export interface CarriedEdits {
  path: string;
  /** Places with tracked changes. */
  done: number;
  /** Places with a comment alone. */
  noted: number;
}

export const handEditsCarried = (files: readonly CarriedEdits[]): Diagnostic =>
  diagnostic(
    'handEditsCarried',
    'warning',
    `手改的文字已并入新稿，另存为${files
      .map(({ path, done, noted }) => {
        const parts = [
          done > 0 ? `${done}处标为修订` : '',
          noted > 0 ? `${noted}处未能并入，写在批注里` : '',
        ];
        return `${path}（${parts.filter((part) => part !== '').join('，')}）`;
      })
      .join('、')}。格式、图和图中文字的改动不在内。`,
    undefined,
    '在 Word、WPS 中打开，逐处核对，接受修订、删去批注，再以原来的文件名保存。',
  );

/** @param paths files with carried changes, made for a paper that is older than the one beside them */
export const handEditsOutdated = (paths: readonly string[]): Diagnostic =>
  diagnostic(
    'handEditsOutdated',
    'warning',
    `${paths.join('、')}是照以前的稿子并入的，原名的文件此后又有变化，其中的数可能已旧。`,
    undefined,
    '不要直接用作定稿；其中的改动已经移到原名的文件中的，把它删除。',
  );

export const handEditsLeft = (paths: readonly string[]): Diagnostic =>
  diagnostic(
    'handEditsLeft',
    'warning',
    `有${paths.length}个文件生成后有人手工改过，这次内容没有变化，没有动它：${paths.join('、')}。同一文稿的其他格式不含这些改动。`,
    undefined,
    '要恢复成生成时的样子，删除该文件再运行一次。',
  );

/** @param asides where letters stand now that have gone out */
export const lettersKept = (asides: readonly string[]): Diagnostic =>
  diagnostic(
    'lettersKept',
    'warning',
    `有${asides.length}个催报函文件印有文号或日期，多半已经发出，这次的内容不同或者不再需要，原件另存为${asides.join('、')}。`,
    undefined,
    '归档以前移到别的文件夹留存；没有发出的，可以删除。',
  );

/**
 * What stands beside new outputs and was made of other data.
 * @param again what makes all of them anew
 */
export const olderBeside = (names: readonly string[], again: string): Diagnostic =>
  diagnostic(
    'olderBeside',
    'warning',
    `有${names.length}份文稿没有重新生成，而数据在那以后有改动，与这次的文稿可能对不上：${someOf(names, 8, '份')}。`,
    undefined,
    `运行 ${again}，全部更新。`,
  );

/** Said after a build of what has been handed out before. */
export const erratumHint = (period: string): string =>
  `这一期的材料已经印发留底：运行 diaodu erratum ${period}，列出与发出去的相比要换哪几页，起草更正说明。`;
