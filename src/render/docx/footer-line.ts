/** The line at the foot of a page: its number outside, the document's mark (演示数据) on the other side. */
import { AlignmentType, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx';
import { field } from './parts/fields.ts';
import { halfPoints, twipsOfPt } from './parts/units.ts';
import type { Scope } from './scope.ts';
import { STYLE } from './styles/style-names.ts';
import { textRuns } from './text/text.ts';

/** Pages that a reader turns to: odd ones lie on the right. */
export type Side = 'odd' | 'even';

/** Without `numbered` the line holds the mark alone, in its place. The line “演示数据 … — 1 —”, mirrored on even pages, one character in from either side (GB/T 9704 7.5). */
export function footerLine(
  side: Side,
  mark: string,
  width: number,
  scope: Scope,
  numbered: boolean,
): Paragraph {
  const { pageNumber } = scope.theme.page;
  const inset = twipsOfPt(pageNumber.size) * pageNumber.sideCharacters;
  const markRuns = textRuns(mark, { size: halfPoints(scope.theme.text.note.size) });
  const indent = { left: inset, right: inset };
  const [outside, inside] =
    side === 'odd' ? [AlignmentType.RIGHT, AlignmentType.LEFT] : [AlignmentType.LEFT, AlignmentType.RIGHT];
  if (!numbered) return new Paragraph({ style: STYLE.footer, indent, alignment: inside, children: markRuns });
  if (mark === '')
    return new Paragraph({ style: STYLE.footer, indent, alignment: outside, children: numberRuns() });
  const tab = new TextRun({ children: [new Tab()] });
  const children = side === 'odd' ? [...markRuns, tab, ...numberRuns()] : [...numberRuns(), tab, ...markRuns];
  const tabStops = [{ type: TabStopType.RIGHT, position: width - inset }];
  return new Paragraph({ style: STYLE.footer, indent, tabStops, children });
}

const numberRuns = (): ParagraphChild[] => [
  ...textRuns('— '),
  ...field('PAGE \\* ARABIC', [new TextRun('1')]),
  ...textRuns(' —'),
];
