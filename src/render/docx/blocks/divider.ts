import { type FileChild, Paragraph, TextRun } from 'docx';
import type { DividerBlock } from '../../../model/document/document.ts';
import { titleLines } from '../../layout/title-lines.ts';
import { bookmarked } from '../parts/fields.ts';
import { fontsOf } from '../parts/run-fonts.ts';
import { halfPoints, twipsOfPt } from '../parts/units.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';
import { space } from './page-break.ts';

/** Where the mark, or a title without one, begins, as a share of the text's height. */
const DOWN = 0.34;

/** Page before a material: mark and title are one heading, which the volume's contents list. */
export function divider(block: DividerBlock, scope: Scope): FileChild[] {
  const { text, page } = scope.theme;
  const look = { font: fontsOf(scope.theme, text.dividerMark.font), size: halfPoints(text.dividerMark.size) };
  const mark = block.mark === '' ? [] : [...textRuns(block.mark, look), new TextRun({ break: 1 })];
  const lines = titleLines(block.title, 'dividerTitle', scope.theme);
  const title = lines.flatMap((line, i) =>
    i === 0 ? textRuns(line) : [new TextRun({ break: 1 }), ...textRuns(line)],
  );
  const runs = [...mark, ...title];
  const target = scope.targets.ofBlock.get(block);
  return [
    space(twipsOfPt(DOWN * page.linesPerPage * text.body.line)),
    new Paragraph({ style: STYLE.divider, children: target ? bookmarked(target.mark, runs) : runs }),
  ];
}
