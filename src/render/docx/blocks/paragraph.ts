import { Paragraph } from 'docx';
import type { ParagraphBlock, ParagraphStyle } from '../../../model/document.ts';
import type { TextStyleName } from '../../../model/theme.ts';
import { look, type Scope } from '../scope.ts';
import { PARAGRAPH_STYLES } from '../style-names.ts';

const TEXT: Record<ParagraphStyle, TextStyleName> = {
  body: 'body',
  flush: 'body',
  note: 'note',
  centre: 'body',
  right: 'body',
  fine: 'fine',
  sheetLarge: 'sheetLarge',
  sheet: 'sheet',
};

export const paragraph = (block: ParagraphBlock, scope: Scope): Paragraph[] => [
  new Paragraph({
    style: PARAGRAPH_STYLES[block.style],
    children: scope.inlines(block.children, look(scope.theme.text[TEXT[block.style]].font)),
  }),
];
