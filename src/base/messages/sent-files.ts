/** Messages on files that came in and can't be opened, or are something else. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { returnFormats } from './hints.ts';

const SAVE_AS = '用 Excel 或 WPS 打开后另存为 .xlsx 再报。';

export const fileNotFound = (file: string): Diagnostic =>
  diagnostic('fileNotFound', 'error', '没有这个文件或文件夹。', { file }, '核对路径；含空格的要加引号。');

export const nothingToCollect = (file: string): Diagnostic =>
  diagnostic('nothingToCollect', 'warning', '文件夹中没有报表。', { file });

export const notAReturn = (file: string, kind: string): Diagnostic =>
  diagnostic(
    'notAReturn',
    'error',
    `这是${kind}，不是填报表，未收。`,
    { file },
    `${returnFormats()}；请在下发的填报表上填写。`,
  );

/** Office systems export such files as .xls; Excel opens them, with a warning. */
export const webPage = (file: string): Diagnostic =>
  diagnostic(
    'webPage',
    'error',
    '这份表格其实是网页（办公系统导出的“xls”常是这样），不是 Excel 文件，未收。',
    { file },
    '用 Excel 或 WPS 打开，另存为 .xlsx 再收。',
  );

/** What Excel and WPS call so in “另存为”; some office systems export it as .xls. */
export const xmlTable = (file: string): Diagnostic =>
  diagnostic(
    'xmlTable',
    'error',
    '这份表格是“XML 表格 2003”格式（一种文本格式，有的办公系统导出的“xls”也是它），读不了，未收。',
    { file },
    '用 Excel 或 WPS 打开，另存为 .xlsx 再收。',
  );

export const archiveFile = (file: string): Diagnostic =>
  diagnostic(
    'archiveFile',
    'error',
    '这是压缩包，未收。',
    { file },
    '解压后再收其中的填报表；.zip 可以直接收，.rar、.7z 和在压缩包里又套了两层以上的不能。',
  );

export const lockedZip = (file: string): Diagnostic =>
  diagnostic(
    'lockedZip',
    'error',
    '压缩包设了密码，未收。',
    { file },
    '输入密码解压后，再收其中的填报表；或请报送单位取消密码重新发送。',
  );

export const emptyZip = (file: string): Diagnostic =>
  diagnostic('emptyZip', 'error', '压缩包是空的。', { file }, '请报送单位重新发送。');

export const crowdedZip = (file: string, most: number): Diagnostic =>
  diagnostic(
    'crowdedZip',
    'error',
    `压缩包里的文件太多，一次最多收${most}个，未收。`,
    { file },
    '解压后只收其中的填报表。',
  );

/** --unit and --again say something of one file. */
export const severalInZip = (file: string, files: number, option: string): Diagnostic =>
  diagnostic(
    'severalInZip',
    'error',
    `压缩包里有${files}个文件，用 ${option} 一次只能收一份，未收。`,
    { file },
    '解压后只收要指明的那一份。',
  );

export const mailFile = (file: string): Diagnostic =>
  diagnostic(
    'mailFile',
    'error',
    '这是一封邮件，未收。',
    { file },
    '打开邮件，把附件中的填报表另存出来再收。',
  );

export const wrongExtension = (file: string, extension: string, kind: string): Diagnostic =>
  diagnostic('wrongExtension', 'info', `文件名以“${extension}”结尾，内容却是 ${kind} 格式，已按内容读取。`, {
    file,
  });

export const collectingAlready = (): Diagnostic =>
  diagnostic(
    'collectingAlready',
    'error',
    '这个工作区里正在收表（另一个窗口或另一台电脑上的 diaodu collect 还没有结束），这次没有收。',
    undefined,
    '等它结束再收一次；上次是中途断电等意外中断的，过10分钟再试。',
  );

export const fileHeld = (file: string): Diagnostic =>
  diagnostic(
    'fileHeld',
    'error',
    '文件读不出来，多半是正在 Excel 或 WPS 中打开着，未收。',
    { file },
    '关闭它再收一次；仍读不出的，看看有没有读取权限。',
  );

export const emptyFile = (file: string): Diagnostic =>
  diagnostic('emptyFile', 'error', '文件是空的。', { file }, '请报送单位重新发送。');

export const encryptedFile = (file: string): Diagnostic =>
  diagnostic('encryptedFile', 'error', '表格设了打开密码，无法读取。', { file }, '取消密码后重新报送。');

export const truncatedFile = (file: string): Diagnostic =>
  diagnostic(
    'truncatedFile',
    'error',
    '文件不完整或已损坏，打不开。',
    { file },
    '多为传输中断所致，请报送单位重新发送。',
  );

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

export const fileTooLarge = (file: string, bytes: number, limit: number): Diagnostic =>
  diagnostic(
    'fileTooLarge',
    'error',
    `文件太大（${megabytes(bytes)}），上限为${megabytes(limit)}，未读取。`,
    { file },
    '填报表一般不到1 MB；删去图片、附件和多余的工作表后重报。',
  );

export const unpacksTooLarge = (file: string, bytes: number, limit: number): Diagnostic =>
  diagnostic(
    'unpacksTooLarge',
    'error',
    `文件解压后过大（${megabytes(bytes)}），上限为${megabytes(limit)}，疑似异常文件，未读取。`,
    { file },
    '核对来源；确为填报表的，复制到下发的空表中另存后重报。',
  );

export const tooManyRows = (at: Origin, limit: number): Diagnostic =>
  diagnostic(
    'tooManyRows',
    'error',
    `工作表太大，${limit}行（或 4 MB）以后仍有内容，未读取。`,
    at,
    '请在下发的填报表上填写，删去无关的行。',
  );

export const emptyRowsCut = (at: Origin, limit: number): Diagnostic =>
  diagnostic('emptyRowsCut', 'info', `工作表第${limit}行以后只有空行，未读取。`, at);

export const brokenWorkbook = (file: string): Diagnostic =>
  diagnostic('brokenWorkbook', 'error', '打不开这份表格。', { file }, SAVE_AS);

export const macrosIgnored = (file: string): Diagnostic =>
  diagnostic('macrosIgnored', 'warning', '表格带有宏，未运行，只读取了单元格内容。', { file }, SAVE_AS);

export const externalLinks = (file: string): Diagnostic =>
  diagnostic(
    'externalLinks',
    'warning',
    '表格链接了其他文件，未打开链接，有关单元格取其上次保存的结果。',
    { file },
    '请把链接的单元格改为数值。',
  );

export const unknownEncoding = (file: string): Diagnostic =>
  diagnostic(
    'unknownEncoding',
    'error',
    '文字编码无法识别，应为 UTF-8 或 GBK。',
    { file },
    '用 Excel 或 WPS 打开后另存为 .xlsx，或“CSV UTF-8”。',
  );

export const gbkText = (file: string): Diagnostic =>
  diagnostic('gbkText', 'info', '文件为 GBK 编码，已转换。', { file });
