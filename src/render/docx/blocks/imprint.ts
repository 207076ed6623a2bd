/** 版记 (GB/T 9704 7.4): a floating table at the foot of the page of the paragraph that follows it. */
import {
  BorderStyle,
  type FileChild,
  HeightRule,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { ImprintBlock } from '../../../model/document/document.ts';
import { charactersOf, imprintTexts } from '../../layout/letter.ts';
import { bookmarked } from '../parts/fields.ts';
import { hex, twipsOfMm, twipsOfPt } from '../parts/units.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { IMPRINT_MARKS } from '../targets.ts';
import { NO_RULE, NO_RULES } from '../text/across-text.ts';
import { textRuns } from '../text/text.ts';
import { space } from './page-break.ts';

/** Height of the paragraph that holds the table: next to nothing. */
const ANCHOR = 20;

export function imprint(block: ImprintBlock, scope: Scope): FileChild[] {
  // Measuring: in the text, where it shows whether there is room for it.
  if (scope.imprint === 'measure') {
    const [end, inside] = IMPRINT_MARKS;
    return [
      new Paragraph({ style: STYLE.gap, spacing: thin(ANCHOR), children: end ? bookmarked(end, []) : [] }),
      ...rowsOf(block, scope)
        .flat()
        .map((paragraph, i) =>
          paragraph.with({
            keepNext: true,
            ...(i === 0 && inside && { children: bookmarked(inside, textRuns('　'.repeat(1))) }),
          }),
        ),
      space(lastLeading(scope)),
    ];
  }
  // The first paragraph carries a page or section break, which LibreOffice would lose with the floating table.
  return [
    space(ANCHOR, { pageBreakBefore: scope.imprint === 'overleaf' }),
    table(block, scope),
    space(ANCHOR),
  ];
}

const thin = (line: number) => ({ before: 0, after: 0, line, lineRule: LineRuleType.EXACT });

/** From the lower edge of the 版心 to that of the text's last line box. */
const lastLeading = ({ theme, geometry }: Scope): number =>
  twipsOfMm(theme.page.marginsMm.bottom) - geometry.portrait.margins.bottom;

/**
 * What stands between the rules: 主送 and 抄送, which have none between them and hang after their colons; 印发机关 left and
 * 印发日期 right, each one character in.
 */
function rowsOf(block: ImprintBlock, scope: Scope): Paragraph[][] {
  const { recipients, copies, issued } = imprintTexts(block);
  const em = twipsOfPt(scope.theme.text.imprint.size);
  const plain = scope.form === 'letter';
  const listed = [recipients, copies]
    .filter((words) => words !== '')
    .map(
      (words) =>
        new Paragraph({
          style: STYLE.imprint,
          indent: { left: 4 * em, hanging: 3 * em, right: em },
          children: textRuns(words),
        }),
    );
  // Too long for one line with the date, which is not to be broken: the date has the next one.
  const room = scope.textWidth / em - 2;
  const apart = charactersOf(block.issuer) + charactersOf(issued) > room;
  const issue = new Paragraph({
    style: STYLE.imprint,
    indent: { left: em, right: em },
    tabStops: [{ type: TabStopType.RIGHT, position: scope.textWidth - em }],
    children: [
      ...textRuns(block.issuer),
      new TextRun({ ...(apart && { break: 1 }), children: [new Tab()] }),
      ...textRuns(issued),
    ],
  });
  return [...(listed.length > 0 ? [listed] : []), ...(plain ? [] : [[issue]])];
}

function table(block: ImprintBlock, scope: Scope): Table {
  const { imprint: rules, colours } = scope.theme;
  // Eighths of a point.
  const rule = (mm: number): IBorderOptions => ({
    style: BorderStyle.SINGLE,
    size: Math.round(((mm * 72) / 25.4) * 8),
    color: hex(colours.ink),
  });
  const between = rowsOf(block, scope);
  const plain = scope.form === 'letter';
  const width = { size: scope.textWidth, type: WidthType.DXA };
  const rows = between.map((paragraphs, i) => {
    const last = i === between.length - 1;
    const borders = {
      top: rule(i === 0 ? rules.outerMm : rules.innerMm),
      bottom: rule(last ? rules.outerMm : rules.innerMm),
    };
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width,
          children: paragraphs,
          borders: plain ? { top: NO_RULE, bottom: NO_RULE } : borders,
        }),
      ],
    });
  });
  // The table ends where the text's line boxes end, its last rule higher, at the edge of the 版心.
  const leading = lastLeading(scope);
  const { margins } = scope.geometry.portrait;
  const foot = new TableRow({
    cantSplit: true,
    height: { value: leading, rule: HeightRule.EXACT },
    children: [
      new TableCell({
        width,
        borders: { bottom: NO_RULE },
        children: [new Paragraph({ style: STYLE.gap, spacing: thin(leading) })],
      }),
    ],
  });
  return new Table({
    rows: [...rows, foot],
    columnWidths: [scope.textWidth],
    width,
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    borders: NO_RULES,
    float: {
      // LibreOffice lets a table as wide as the text float only when it is placed on the sheet.
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: scope.imprintEven ? margins.right : margins.left,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      leftFromText: 0,
      rightFromText: 0,
    },
  });
}
