/** Messages on what has been handed out, and on correcting it. */
import { formatDate } from '../chinese/date.ts';
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

/** @param again the command that makes them */
export const nothingFormal = (out: string, again: string): Diagnostic =>
  diagnostic(
    'nothingFormal',
    'error',
    '没有正式文稿的 PDF：这一期还没有生成过，只生成了 Word 或征求意见稿，或者生成清单 manifest.json 缺失、不完整。',
    { file: out },
    `先运行 ${again}。`,
  );

/** @param files what has been changed since */
export const papersOutdated = (files: readonly string[], again: string): Diagnostic =>
  diagnostic(
    'papersOutdated',
    'error',
    `文稿生成以后数据或模板又有改动，文稿已不是最新：${someOf(files, 8, '个')}。`,
    undefined,
    `先运行 ${again}，再运行这个命令。`,
  );

export const papersSpoiled = (files: readonly string[], again: string): Diagnostic =>
  diagnostic(
    'papersSpoiled',
    'error',
    `有${files.length}个 PDF 与生成时不一致或者已不在：${someOf(files, 8, '个')}。`,
    undefined,
    `删去其中改动过的，运行 ${again} 重新生成。`,
  );

/** @param on ISO date */
export const issuedAlready = (folder: string, no: number, on: string): Diagnostic =>
  diagnostic('issuedAlready', 'warning', `文稿与第${no}次（${formatDate(on)}）留底的完全相同，没有再留底。`, {
    file: folder,
  });

/** What went out is what lies there, so that what was lost of it could be kept again. */
export const issuedRestored = (folder: string, files: readonly string[]): Diagnostic =>
  diagnostic(
    'issuedRestored',
    'warning',
    `留底缺失或者被改动过，已照现在的文稿（与印发时完全相同）补齐：${someOf(files, 8, '个')}。`,
    { file: folder },
    '留底不要手改。',
  );

export const neverIssued = (period: string): Diagnostic =>
  diagnostic(
    'neverIssued',
    'error',
    '这一期没有印发留底，不知道发出去的是哪一稿，无从比较。',
    undefined,
    `材料分发以前运行 diaodu issue ${period}，留下底稿；以后有更正，再运行 diaodu erratum ${period}。`,
    '已经分发而没有留底的：先恢复到分发时的数据，生成，留底，再收更正的数据。',
  );

export const issuedDamaged = (files: readonly string[]): Diagnostic =>
  diagnostic(
    'issuedDamaged',
    'error',
    `印发留底缺失或者被改动过：${someOf(files, 8, '个')}。`,
    undefined,
    '从备份中恢复这个文件夹。留底不要手改。',
  );
