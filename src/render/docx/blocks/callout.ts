/** A framed box: a table of one cell, which Word and WPS both keep in place. */
import {
  BorderStyle,
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { CalloutBlock } from '../../../model/document/document.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { hex } from '../parts/units.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { acrossText, NO_RULE, NO_RULES } from '../text/across-text.ts';
import { gap, gapAbove } from '../text/caption.ts';
import { paragraph } from './paragraph.ts';

const MARGIN = 170;

/** A book's titles are larger than the text; a box takes one of the lower ones. */
const calloutStyle = ({ book }: Theme): 'heading1' | 'heading3' => (book ? 'heading3' : 'heading1');

export function callout(block: CalloutBlock, scope: Scope): FileChild[] {
  const children = scope.inlines(block.title, look(scope.theme.text[calloutStyle(scope.theme)].font));
  const title = block.title.length > 0 ? [new Paragraph({ style: STYLE.calloutTitle, children })] : [];
  return [
    gapAbove(),
    new Table({
      ...acrossText(scope, [scope.textWidth]),
      margins: { top: 85, bottom: 85, left: MARGIN, right: MARGIN },
      borders: bookBorders(scope.theme, 'text'),
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: scope.textWidth, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(scope.theme.colours.boxFill) },
              children: [...title, ...block.children.flatMap((child) => paragraph(child, scope))],
            }),
          ],
        }),
      ],
    }),
    gap(),
  ];
}

/** Thin rules around and between boxes. */
export function boxBorders(theme: Theme) {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: hex(theme.colours.rule) };
  return { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };
}

/** In a book: a strong rule above boxes of numbers and white between them; before a box of text, one at its left. */
function bookBorders(theme: Theme, kind: 'boxes' | 'text') {
  const { book } = theme;
  if (!book) return boxBorders(theme);
  const strong = { style: BorderStyle.SINGLE, size: kind === 'boxes' ? 12 : 24, color: hex(book.deep) };
  const gap = { style: BorderStyle.SINGLE, size: 48, color: hex(book.paper) };
  return kind === 'boxes'
    ? {
        top: strong,
        bottom: NO_RULE,
        left: NO_RULE,
        right: NO_RULE,
        insideHorizontal: strong,
        insideVertical: gap,
      }
    : { ...NO_RULES, left: strong };
}

export const numberBorders = (theme: Theme) => bookBorders(theme, 'boxes');
