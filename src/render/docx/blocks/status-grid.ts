import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { StatusGridBlock, StatusGridCell } from '../../../model/document/document.ts';
import { STATUS_FACES } from '../../../model/status.ts';
import { cellColours, type GridLine, gridLines, labelShare } from '../../layout/status-grid.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { hex, twipsOfMm } from '../parts/units.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { acrossText } from '../text/across-text.ts';
import { gapAbove } from '../text/caption.ts';
import { textRuns } from '../text/text.ts';
import { boxBorders } from './callout.ts';

/** A table whose rows are groups of tasks; each status has a symbol, a step of grey and a line in the legend. */
export function statusGrid(block: StatusGridBlock, scope: Scope): FileChild[] {
  const labels = labelShare(block);
  const share = (1 - labels) / block.perLine;
  const shares = [...(labels > 0 ? [labels] : []), ...Array.from({ length: block.perLine }, () => share)];
  const widths = columnWidths(shares, scope.textWidth);
  const height = { value: twipsOfMm(block.cellMm), rule: HeightRule.ATLEAST };
  return [
    gapAbove(),
    new Table({
      ...acrossText(scope, widths),
      margins: { top: 0, bottom: 0, left: 50, right: 50 },
      borders: boxBorders(scope.theme),
      rows: gridLines(block).map(
        (line, i, all) =>
          new TableRow({
            cantSplit: true,
            height,
            children: cells(line, all[i + 1], widths, labels > 0, scope),
          }),
      ),
    }),
    ...legend(block, scope),
  ];
}

function cells(
  { label, cells: own }: GridLine,
  below: GridLine | undefined,
  widths: readonly number[],
  labelled: boolean,
  scope: Scope,
): TableCell[] {
  const tasks = (their: readonly number[]): TableCell[] =>
    their.map((width, i) => task(own[i] ?? null, width, scope));
  if (!labelled) return tasks(widths);
  const [first = 0, ...others] = widths;
  const merge = label
    ? below && !below.label
      ? VerticalMergeType.RESTART
      : undefined
    : VerticalMergeType.CONTINUE;
  const head = new TableCell({
    width: { size: first, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(merge && { verticalMerge: merge }),
    children: [
      new Paragraph({
        style: STYLE.gridLabel,
        children: label ? scope.inlines(label.nodes, look(scope.theme.text.gridLabel.font)) : [],
      }),
    ],
  });
  return [head, ...tasks(others)];
}

function task(cell: StatusGridCell | null, size: number, { theme }: Scope): TableCell {
  const width = { size, type: WidthType.DXA };
  if (!cell) return new TableCell({ width, children: [new Paragraph({ style: STYLE.gridCell })] });
  const { fill, ink } = cellColours(cell.status, theme);
  const words = `${STATUS_FACES[cell.status].symbol}${cell.no}${cell.text === '' ? '' : ` ${cell.text}`}`;
  return new TableCell({
    width,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(fill) },
    children: [new Paragraph({ style: STYLE.gridCell, children: textRuns(words, { color: hex(ink) }) })],
  });
}

function legend({ legend: statuses }: StatusGridBlock, { theme }: Scope): Paragraph[] {
  if (statuses.length === 0) return [];
  const keys = statuses.flatMap((status, i) => {
    const { symbol, word } = STATUS_FACES[status];
    const { fill, ink } = cellColours(status, theme);
    const shading = { type: ShadingType.CLEAR, color: 'auto', fill: hex(fill) };
    const border = { style: BorderStyle.SINGLE, size: 4, space: 0, color: hex(theme.colours.rule) };
    return [
      ...(i > 0 ? textRuns('　') : []),
      ...textRuns(` ${symbol} `, { shading, border, color: hex(ink) }),
      ...textRuns(` ${word}`),
    ];
  });
  return [
    new Paragraph({
      style: STYLE.gridCell,
      alignment: AlignmentType.CENTER,
      spacing: { before: 80 },
      children: keys,
    }),
  ];
}
