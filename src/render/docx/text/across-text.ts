import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type ITableOptions,
  TableLayoutType,
  WidthType,
} from 'docx';
import type { Scope } from '../scope.ts';

/** A table as wide as the text, whose columns keep their widths whatever stands in them. */
export const acrossText = (
  { textWidth }: Pick<Scope, 'textWidth'>,
  columnWidths: readonly number[],
): Omit<ITableOptions, 'rows'> => ({
  columnWidths,
  width: { size: textWidth, type: WidthType.DXA },
  layout: TableLayoutType.FIXED,
  alignment: AlignmentType.CENTER,
});

export const NO_RULE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Borders of a table that only holds things in their places. */
export const NO_RULES = {
  top: NO_RULE,
  bottom: NO_RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideHorizontal: NO_RULE,
  insideVertical: NO_RULE,
};
