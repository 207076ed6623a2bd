import { type FileChild, Paragraph } from 'docx';
import type { CoverBlock } from '../../../model/document/document.ts';
import { linesOf } from '../../layout/title-lines.ts';
import { twipsOfPt } from '../parts/units.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';
import { space } from './page-break.ts';
import { marks } from './title.ts';

/** Where the title begins, as a share of the text's height, and the line left free at the foot. */
const TITLE_AT = 0.2;

/** Cover of a volume: title in the upper third, issuer and date at the foot; all lines are of exact height. */
export function cover(block: CoverBlock, scope: Scope): FileChild[] {
  const { text, page } = scope.theme;
  const height = page.linesPerPage * text.body.line;
  const lines = (texts: readonly string[], style: 'coverTitle' | 'coverText'): Paragraph[] =>
    linesOf(texts, style, scope.theme).map(
      (line) => new Paragraph({ style: STYLE[style], children: textRuns(line) }),
    );
  const above = marks(block.marks, scope);
  const title = lines(block.lines, 'coverTitle');
  const subtitle = lines(block.subtitle, 'coverText');
  const foot = lines([block.issuer, block.date], 'coverText');
  const down = TITLE_AT * height - above.length * text.mark.line;
  const used =
    TITLE_AT * height +
    title.length * text.coverTitle.line +
    (subtitle.length + foot.length + 2) * text.coverText.line;
  return [
    ...above,
    space(twipsOfPt(down)),
    ...title,
    space(twipsOfPt(text.coverText.line)),
    ...subtitle,
    space(twipsOfPt(height - used)),
    ...foot,
  ];
}
