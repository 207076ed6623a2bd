/** Messages about the file of a plan document: why it cannot be read, and how it was read. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

export const sourceEmpty = (file: string): Diagnostic =>
  diagnostic('sourceEmpty', 'error', '文件是空的。', { file }, '核对是否选错了文件。');

export const sourceTooBig = (file: string): Diagnostic =>
  diagnostic(
    'sourceTooBig',
    'error',
    '文件过大，不像一份工作计划。',
    { file },
    '只保留计划正文，删去图片后再导入。',
  );

export const sourceTooLong = (file: string, most: number): Diagnostic =>
  diagnostic(
    'sourceTooLong',
    'error',
    `文件超过${most}行，不像一份工作计划。`,
    { file },
    '只保留计划正文后再导入。',
  );

export const sourceOldWord = (file: string, encrypted: boolean): Diagnostic =>
  encrypted
    ? diagnostic(
        'sourceOldWord',
        'error',
        '文件设有打开密码，无法读取。',
        { file },
        '用 Word 或 WPS 打开，取消密码后另存为 .docx。',
      )
    : diagnostic(
        'sourceOldWord',
        'error',
        '这是旧版 .doc（或 .wps）文件，无法读取。',
        { file },
        '用 Word 或 WPS 打开后另存为 .docx，或另存为纯文本（.txt）。',
      );

export const sourceForeign = (file: string, kind: string): Diagnostic =>
  diagnostic(
    'sourceForeign',
    'error',
    `这是 ${kind} 文件，不能直接导入。`,
    { file },
    '把正文复制到 Word 或 WPS 中存为 .docx，或存为纯文本（.txt）。',
  );

export const sourceBinary = (file: string): Diagnostic =>
  diagnostic(
    'sourceBinary',
    'error',
    '文件不是文本，也不是 .docx。',
    { file },
    '计划应为 .docx，或 UTF-8、GBK 编码的 .txt。',
  );

export const docxBroken = (file: string): Diagnostic =>
  diagnostic(
    'docxBroken',
    'error',
    '.docx 文件已损坏，打不开。',
    { file },
    '用 Word 或 WPS 打开后另存一份再导入。',
  );

/** Whole, but boxes or tables stand in each other without end. */
export const docxNested = (file: string, deepest: number): Diagnostic =>
  diagnostic(
    'docxNested',
    'error',
    `.docx 正文中的表格、文本框、内容控件一层套一层，超过${deepest}层，不像一份工作计划。`,
    { file },
    '把正文复制到新文档中，粘贴时选“只保留文本”，存为 .docx 或 .txt 再导入。',
  );

export const docxProtected = (file: string): Diagnostic =>
  diagnostic('docxProtected', 'error', '文件是加密的压缩包，无法读取。', { file }, '解除密码后再导入。');

export const docxNotWord = (file: string, names: readonly string[]): Diagnostic =>
  diagnostic(
    'docxNotWord',
    'error',
    names.some((name) => name.startsWith('xl/'))
      ? '这是电子表格，不是 Word 文档。'
      : '这是压缩包，里面没有 Word 正文。',
    { file },
    '计划应为 .docx 或 .txt；表格形式的计划可粘贴到 Word 中另存为 .docx。',
  );

export const docxTooBig = (file: string): Diagnostic =>
  diagnostic(
    'docxTooBig',
    'error',
    '.docx 解压后的正文过大，不像一份工作计划，已停止读取。',
    { file },
    '把计划正文复制到新文档中再导入。',
  );

export const sourceEncoding = (file: string, name: string): Diagnostic =>
  diagnostic('sourceEncoding', 'info', `文件不是 UTF-8 编码，已按 ${name.toUpperCase()} 读取。`, { file });

export const docxTrackedChanges = (file: string, count: number): Diagnostic =>
  diagnostic(
    'docxTrackedChanges',
    'warning',
    `文档带有修订痕迹，已按接受全部修订读取（略去删除的文字${count}处）。`,
    { file },
    '在 Word 中接受或拒绝修订后重新导入。',
  );
