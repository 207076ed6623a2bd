/** Messages of archiving. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const quoted = (names: readonly string[], most = 12): string => someOf(names, most, '个');

// What has been built

export const nothingBuilt = (out: string, period: string): Diagnostic =>
  diagnostic(
    'nothingBuilt',
    'error',
    '没有可归档的文稿：这一期还没有生成过，或者生成清单 manifest.json 缺失、不完整。',
    { file: out },
    `先运行 diaodu build ${period} 生成文稿，再归档。`,
  );

export const builtByOther = (out: string, found: string, own: string, period: string): Diagnostic =>
  diagnostic(
    'builtByOther',
    'error',
    `文稿由 ${found} 版程序生成，现在是 ${own} 版。`,
    { file: out },
    `重新运行 diaodu build ${period}，使归档的文稿与程序一致。`,
  );

export const inputsChanged = (
  files: readonly string[],
  outputs: readonly string[],
  period: string,
): Diagnostic =>
  diagnostic(
    'inputsChanged',
    'error',
    `生成以后数据或模板有改动，文稿已不是最新：${quoted(files)}。`,
    undefined,
    `涉及的文稿：${quoted(outputs)}。`,
    `重新运行 diaodu build ${period}（催报函用 diaodu remind ${period}），再归档。`,
  );

export const outputChanged = (file: string): Diagnostic =>
  diagnostic(
    'outputChanged',
    'error',
    '文件与生成时不一致，生成以后被改动过。',
    { file },
    '在 Word 或 Excel 中改过的文件不能作为本程序的生成结果归档：把修改写进数据或模板，删除改过的文件，再重新生成。',
  );

export const outputMissing = (file: string): Diagnostic =>
  diagnostic(
    'outputMissing',
    'error',
    '生成清单里有这个文件，但文件已不在。',
    { file },
    '重新生成，再归档。',
  );

export const outputUnknown = (file: string): Diagnostic =>
  diagnostic(
    'outputUnknown',
    'error',
    '这个文件不在生成清单里，来历不明，不能归档。',
    { file },
    '是旧文件的，删去或移走；是本期文稿的，重新生成。',
  );

/** A paper changed by hand or sent out, that was kept beside what took its place. */
export const outputAside = (file: string): Diagnostic =>
  diagnostic(
    'outputAside',
    'error',
    '这是生成新稿时另存的（手改稿、并入手改的新稿，或者发出过的原件），不在生成清单里，不能归档。',
    { file },
    '把它移到别的文件夹（不必删去），再归档；手改的内容还没有移到新稿的，先移；发出过的原件另行归档。',
  );

export const draftNotArchived = (file: string): Diagnostic =>
  diagnostic(
    'draftNotArchived',
    'error',
    '这是征求意见稿，不能归档。',
    { file },
    '处理完核对发现后，不加 --draft 重新生成。',
  );

// What the archivist decides

export const archiveSettingsMissing = (file: string): Diagnostic =>
  diagnostic(
    'archiveSettingsMissing',
    'error',
    '缺少归档信息文件。',
    { file },
    '把程序目录的 data/2022/archive.yaml（空表）复制到这里，其中的全宗号、档号、保管期限、密级、成文日期、署名等由档案人员填写，写法见 docs/archive.md。',
  );

export const settingMissing = (at: Origin, what: string, key: string): Diagnostic =>
  diagnostic('settingMissing', 'error', `没有填写${what}（${key}）。`, at);

export const itemFieldMissing = (at: Origin, item: string, what: string, key: string): Diagnostic =>
  diagnostic('itemFieldMissing', 'error', `${item}没有填写${what}（${key}）。`, at);

export const documentsUnfiled = (at: Origin, period: string, names: readonly string[]): Diagnostic =>
  diagnostic(
    'documentsUnfiled',
    'error',
    `有${names.length}份文稿没有归入任何一件：${quoted(names)}。`,
    at,
    `在 periods 下的 ${period} 里加一件（items），documents 写文稿名；“*”表示其余全部，文件夹以“/”结尾；不归档的写在 excluded 里。`,
    '写法：- { documents: ["文稿名"], number: 档号, date: 成文日期, signed: 署名, retention: 保管期限, secrecy: 密级 }',
  );

/** `candidates`: what it may mean, the likeliest first; several that begin so, or those that are most alike. */
export const itemNamesNothing = (at: Origin, name: string, candidates: readonly string[]): Diagnostic =>
  diagnostic(
    'itemNamesNothing',
    'error',
    `没有名为“${name}”的文稿。`,
    at,
    candidates.length === 0
      ? '文稿名照输出文件夹中的文件名写，不带扩展名。'
      : candidates.length === 1
        ? `是不是想写“${candidates[0]}”？`
        : `相近的文稿：${quoted(candidates, 6)}；写到能认出是哪一份为止。`,
  );

export const documentTwice = (at: Origin, name: string): Diagnostic =>
  diagnostic('documentTwice', 'error', `“${name}”归入了两件，一份文稿只能归入一件。`, at);

/** `elsewhere`: the period that has it, where it is another one. */
export const numberTwice = (at: Origin, number: string, elsewhere = ''): Diagnostic =>
  diagnostic(
    'numberTwice',
    'error',
    `档号“${number}”${elsewhere === '' ? '重复' : `与 ${elsewhere} 的一件重复`}，每件应有自己的档号。`,
    at,
  );

/** The number carries the code of another 保管期限. */
export const numberSaysOtherwise = (at: Origin, number: string, said: string, given: string): Diagnostic =>
  diagnostic(
    'numberSaysOtherwise',
    'warning',
    `档号“${number}”中的代码表示保管期限${said}，填写的保管期限是${given}，请核对。`,
    at,
  );

export const archivedTooEarly = (at: Origin, date: string, archivedOn: string): Diagnostic =>
  diagnostic(
    'archivedTooEarly',
    'error',
    `成文日期 ${date} 晚于归档日期 ${archivedOn}。`,
    at,
    '核对这两个日期，改正写错的一个。',
  );

export const numberUnusable = (at: Origin, number: string): Diagnostic =>
  diagnostic(
    'numberUnusable',
    'error',
    `档号“${number}”不能用作文件夹名。`,
    at,
    '档号用字母、数字、汉字和“-”“·”，不用空格和 \\ / : * ? " < > |。',
  );

/** A paper that says of itself that it is somebody's draft, filed as what was issued. */
export const draftFiled = (at: Origin, titles: readonly string[]): Diagnostic =>
  diagnostic(
    'draftFiled',
    'warning',
    `归入这一件的${titles.map((title) => `《${title}》`).join('、')}首页印有“代拟稿”，不是印发的文本。`,
    at,
    '已经印发的，在该文稿模板的 document.yaml 中把 marks 改为 []，重新生成后再归档；没有印发的，写入 excluded。',
  );

export const secretRefused = (at: Origin | undefined, title: string, secrecy: string): Diagnostic =>
  diagnostic(
    'secretRefused',
    'error',
    `《${title}》标明“${secrecy}”，属于国家秘密，本程序不予归档。`,
    at,
    '本程序和所在电脑不是涉密信息系统，只处理公开和内部文件；请按保密规定在涉密系统中办理，并检查涉密内容为何出现在这里。',
  );

export const printedOtherwise = (
  at: Origin,
  what: string,
  printed: string,
  given: string,
  title: string,
): Diagnostic =>
  diagnostic(
    'printedOtherwise',
    'error',
    `《${title}》上印的${what}是“${printed}”，归档信息写的是“${given}”，两者应一致。`,
    at,
  );

export const packageReplaced = (zip: string, kept: string): Diagnostic =>
  diagnostic(
    'packageReplaced',
    'warning',
    `这一期以前归过档，内容与这次不同，以前的归档包另存为“${kept}”。`,
    { file: zip },
    '以前的归档包已经移交的，向接收单位说明以哪一个为准；没有用的，自行删去。',
  );

export const placeTaken = (folder: string, names: readonly string[]): Diagnostic =>
  diagnostic(
    'placeTaken',
    'error',
    `归档包要整个替换这个文件夹，但里面有别的东西：${quoted(names)}。`,
    { file: folder },
    '移走这些文件，或用 --out 另选位置。',
  );

export const sm3Missing = (): Diagnostic =>
  diagnostic(
    'sm3Missing',
    'error',
    '运行环境不支持 SM3 摘要算法，不能生成归档包。',
    undefined,
    '改用官方发行的 Node.js 20 或更新版本（自带支持 SM3 的密码库）。',
  );

export const selfCheckFailed = (property: string, what: string, found: string): Diagnostic =>
  diagnostic('selfCheckFailed', 'error', `自检未通过（${property}·${what}）：${found}。`, undefined);

// Checking a package

export const packageMissing = (path: string): Diagnostic =>
  diagnostic(
    'packageMissing',
    'error',
    '没有这个归档包。',
    { file: path },
    '写归档包的 .zip 文件或文件夹的路径。',
  );

export const noPackage = (path: string): Diagnostic =>
  diagnostic(
    'noPackage',
    'error',
    '这不是归档包：没有 说明文件.TXT、文件目录.XML 和摘要清单。',
    { file: path },
    '写 diaodu archive 生成的“归档包”文件夹或 .zip 的路径。',
  );

/** One file that was taken out of a package, or has nothing to do with any. */
export const fileNoPackage = (path: string, extension: string): Diagnostic =>
  diagnostic(
    'fileNoPackage',
    'error',
    `这是单个 ${extension} 文件，不是归档包；归档包是 diaodu archive 生成的文件夹或 .zip。`,
    { file: path },
    '写归档包的文件夹或 .zip 的路径；归档包里的文件不能单独核验，要连同整个归档包一起核验。',
  );

export const zipUnreadable = (path: string): Diagnostic =>
  diagnostic(
    'zipUnreadable',
    'error',
    '压缩包读不出来：不是 zip 文件，或者没有传完、已经损坏。',
    { file: path },
    '换用另一份，或者从原处重新拷贝。',
  );

export const zipRewritten = (path: string): Diagnostic =>
  diagnostic(
    'zipRewritten',
    'error',
    '包内各文件的摘要均相符，但压缩包的外层数据不是归档时的样子（已损坏，或用别的程序重新压缩过）。',
    { file: path },
    '重新压缩过的，解压以后对文件夹核验；否则换用另一份。',
  );

export const entryUnsafe = (file: string): Diagnostic =>
  diagnostic('entryUnsafe', 'error', '压缩包里的路径不正常（绝对路径、“..”或重名）。', { file });

export const packageInside = (path: string, folder: string): Diagnostic =>
  diagnostic(
    'packageInside',
    'error',
    `这不是归档包本身，归档包在其中的“${folder}”里（高了一层）。`,
    { file: path },
    `核验 ${path.replace(/[/\\]$/, '')}/${folder}。`,
  );

export const packagePartMissing = (file: string): Diagnostic =>
  diagnostic('packagePartMissing', 'error', '归档包缺少这个必备文件。', { file });

export const listBroken = (file: string, line: number): Diagnostic =>
  diagnostic('listBroken', 'error', `摘要清单被改动：第${line}行不是规定的写法或次序。`, { file, line });

export const listsDiffer = (file: string, only: string): Diagnostic =>
  diagnostic('listsDiffer', 'error', `只在“${only}”中列出，另一份摘要清单没有。`, { file });

export const digestDiffers = (file: string, algorithm: string): Diagnostic =>
  diagnostic('digestDiffers', 'error', `内容与 ${algorithm} 摘要不符，归档以后被改动或已损坏。`, { file });

export const fileLost = (file: string): Diagnostic =>
  diagnostic('fileLost', 'error', '清单中有，归档包里没有这个文件（丢失或改了名）。', { file });

export const fileAdded = (file: string): Diagnostic =>
  diagnostic('fileAdded', 'error', '归档包里多出这个文件，清单中没有（后加的或改了名）。', { file });

export const fileRenamed = (file: string, before: string): Diagnostic =>
  diagnostic('fileRenamed', 'error', `文件改了名，内容没有变，归档时为“${before}”。`, { file }, '改回原名。');

export const folderAdded = (folder: string): Diagnostic =>
  diagnostic('folderAdded', 'error', '归档包里多出这个空文件夹（后加的，或者其中的文件不在了）。', {
    file: folder,
  });

export const xmlBroken = (file: string, line: number, reason: string): Diagnostic =>
  diagnostic('xmlBroken', 'error', `XML 不完整或写法有误：${reason}。`, { file, line });

export const xmlAgainstSchema = (file: string, what: string): Diagnostic =>
  diagnostic('xmlAgainstSchema', 'error', `不符合结构规定：${what}。`, { file });

/** The digests tell whether it was changed; a later program may have another. */
export const schemaOther = (file: string): Diagnostic =>
  diagnostic(
    'schemaOther',
    'warning',
    '与本程序现用的结构规定不同。',
    { file },
    '归档包是另一版本的程序生成的，属正常；是本版本生成的，说明被改动过。',
  );

export const catalogueDiffers = (file: string, what: string): Diagnostic =>
  diagnostic('catalogueDiffers', 'error', `与归档包的内容对不上：${what}。`, { file });

export const builtUnreadable = (file: string): Diagnostic =>
  diagnostic('builtUnreadable', 'error', '生成清单的写法有误，不能与文稿、数据核对。', { file });

export const fileUnusable = (file: string, what: string): Diagnostic =>
  diagnostic('fileUnusable', 'error', `文件不可用：${what}。`, { file });
