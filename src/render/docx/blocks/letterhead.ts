import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { LetterheadBlock } from '../../../model/document/document.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { BELOW_RULE_IN_EM, INK_IN_EM, mastheadLineSize, mastheadMark } from '../../layout/letter.ts';
import { halfPoints, hex, mmOfPt, twipsOfMm, twipsOfPt } from '../parts/units.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';
import { space } from './page-break.ts';

export const letterhead = (block: LetterheadBlock, scope: Scope): FileChild[] =>
  block.form === 'letter' ? letter(block, scope) : masthead(block, scope);

/** The number, flush right, and the first of the two blank lines above the title; mark and rules stand in letter-page.ts. */
function letter(block: LetterheadBlock, scope: Scope): FileChild[] {
  const { size, line } = scope.theme.text.body;
  const before = twipsOfPt(BELOW_RULE_IN_EM * size - (line - size) / 2);
  return [
    new Paragraph({
      style: STYLE.right,
      alignment: AlignmentType.RIGHT,
      spacing: { before },
      children: textRuns(block.number),
    }),
    new Paragraph({ style: STYLE.flush }),
  ];
}

/** 文件、纪要、简报 (7.2, 10.3): mark, number, issuer and date, red rule, and the first of the two blank lines below it. */
function masthead(block: LetterheadBlock, scope: Scope): FileChild[] {
  const { theme } = scope;
  const { lines, sizePt } = mastheadMark(block.mark, theme);
  const { size, line } = theme.text.body;
  const halfLeading = mmOfPt((line - size) / 2);
  const above = theme.masthead.markBelowMm + halfLeading - mmOfPt(sizePt * INK_IN_EM);
  const blank = (count: number): number => twipsOfPt(count * line);
  const mark = new Paragraph({
    style: STYLE.issuerMark,
    spacing: { before: 0, after: 0, line: twipsOfPt(sizePt * LINE_IN_EM), lineRule: LineRuleType.EXACT },
    children: lines.flatMap((words, i) => [
      ...(i > 0 ? [new TextRun({ break: 1 })] : []),
      ...textRuns(words, { size: halfPoints(sizePt) }),
    ]),
  });
  const number = new Paragraph({
    style: STYLE.centre,
    spacing: { before: blank((block.form === 'official' ? 2 : 1) - (scope.tight ? 1 : 0)) },
    children: textRuns(block.number),
  });
  const lineSize = mastheadLineSize(block.issuer, block.date, theme);
  const smaller = lineSize < size ? { size: halfPoints(lineSize) } : {};
  const sides = new Paragraph({
    style: STYLE.flush,
    alignment: AlignmentType.LEFT,
    spacing: { before: blank(1) },
    tabStops: [{ type: TabStopType.RIGHT, position: scope.textWidth }],
    children: [
      ...textRuns(block.issuer, smaller),
      new TextRun({ children: [new Tab()] }),
      ...textRuns(block.date, smaller),
    ],
  });
  const marksAbove = scope.linesAbove * mmOfPt(line);
  return [
    space(twipsOfMm(above - marksAbove - mmOfPt((sizePt * (LINE_IN_EM - 1)) / 2))),
    mark,
    ...(block.number === '' ? [] : [number]),
    ...(block.issuer + block.date === '' ? [] : [sides]),
    redRule(theme, theme.masthead.ruleBelowMm - halfLeading - mmOfPt(size * INK_IN_EM)),
    ...(scope.tight ? [] : [new Paragraph({ style: STYLE.flush, keepNext: true })]),
  ];
}

/** Line pitch of a mark on two lines. */
const LINE_IN_EM = 1.1;

/** As wide as the text. A border of its own paragraph: compound and floating lines look different in each program. */
function redRule(theme: Theme, beforeMm: number): Paragraph {
  return new Paragraph({
    style: STYLE.footer,
    spacing: { before: twipsOfMm(beforeMm), after: 0, line: 20, lineRule: LineRuleType.EXACT },
    border: {
      top: {
        style: BorderStyle.SINGLE,
        size: Math.round(theme.masthead.rulePt * 8),
        space: 0,
        color: hex(theme.colours.red),
      },
    },
  });
}
