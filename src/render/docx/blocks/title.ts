import { AlignmentType, type FileChild, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { TitleBlock } from '../../../model/document/document.ts';
import { titleLines } from '../../layout/title-lines.ts';
import { marksBeside } from '../../layout/title-marks.ts';
import { fontsOf } from '../parts/run-fonts.ts';
import { halfPoints } from '../parts/units.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';

/** Marks top left, then the title as one paragraph broken where its author broke it or it has to be, and what stands below. */
export function title(block: TitleBlock, scope: Scope): FileChild[] {
  const sheet = scope.form === 'sheet';
  const below = look(scope.theme.text[sheet ? 'sheetHead' : 'subtitle'].font);
  const style = sheet ? 'sheetTitle' : 'title';
  const broken = scope.landscape
    ? block.lines
    : block.lines.flatMap((line) => titleLines(line, style, scope.theme));
  const lines = broken.flatMap((line, index) =>
    index === 0 ? textRuns(line) : [new TextRun({ break: 1 }), ...textRuns(line)],
  );
  const orientation = scope.landscape ? 'landscape' : 'portrait';
  const beside = marksBeside(block, { form: scope.form, orientation }, scope.theme);
  const heading = beside
    ? [markedTitle(block, lines, scope)]
    : lines.length > 0
      ? [new Paragraph({ style: sheet ? STYLE.sheetTitle : STYLE.title, children: lines })]
      : [];
  return [
    ...(beside ? [] : marks(block.marks, scope)),
    ...heading,
    ...block.subtitle.map(
      (nodes) =>
        new Paragraph({
          style: sheet ? STYLE.sheetBelow : STYLE.subtitle,
          keepNext: true,
          children: scope.inlines(nodes, below),
        }),
    ),
  ];
}

/** One below the other; on a sheet beside each other. */
export function marks(texts: readonly string[], scope: Scope): Paragraph[] {
  if (texts.length === 0) return [];
  if (scope.form === 'sheet')
    return [new Paragraph({ style: STYLE.sheetMark, children: textRuns(texts.join('　')) })];
  return texts.map((mark) => new Paragraph({ style: STYLE.mark, children: textRuns(mark) }));
}

function markedTitle(block: TitleBlock, lines: TextRun[], scope: Scope): Paragraph {
  const { font, size } = scope.theme.text.sheetHead;
  const small = { font: fontsOf(scope.theme, font), size: halfPoints(size) };
  return new Paragraph({
    style: STYLE.sheetTitle,
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.CENTER, position: Math.round(scope.textWidth / 2) }],
    children: [...textRuns(block.marks.join('　'), small), new TextRun({ children: [new Tab()] }), ...lines],
  });
}
