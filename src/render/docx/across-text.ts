import { AlignmentType, type ITableOptions, TableLayoutType, WidthType } from 'docx';
import type { Scope } from './scope.ts';

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
