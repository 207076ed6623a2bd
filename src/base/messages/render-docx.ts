/** Messages of render/docx. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

/** No font file could be read, so lines are measured by guess. */
export const docxMeasuredByGuess = (): Diagnostic =>
  diagnostic(
    'docxMeasuredByGuess',
    'warning',
    'Word 文件：没有读到可用于排版测算的字体文件，目录页码按近似宽度估算，可能相差一两页',
    undefined,
    '运行 diaodu doctor 查看字体情况',
    '在 Word 中右键单击目录，选“更新域”，页码即按实际排版更新',
  );

/** Headings of the contents whose page is not known. */
export const docxPagesUnknown = (headings: readonly string[]): Diagnostic =>
  diagnostic(
    'docxPagesUnknown',
    'warning',
    `Word 文件：目录中有 ${headings.length} 个标题没有算出页码：${headings.join('、')}`,
    undefined,
    '在 Word 中右键单击目录，选“更新域”，页码即按实际排版补齐',
  );
