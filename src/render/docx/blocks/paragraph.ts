import { AlignmentType, Paragraph } from 'docx';
import type { ParagraphBlock, ParagraphStyle } from '../../../model/document/document.ts';
import { plainText } from '../../../model/document/inline.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { holdsBlank } from '../../layout/blanks.ts';
import { leadsIn } from '../../layout/lead-in.ts';
import { bookmarked } from '../parts/fields.ts';
import { closer, look, type Scope } from '../scope.ts';
import { PARAGRAPH_STYLES } from '../styles/style-names.ts';

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

const SPREAD: readonly ParagraphStyle[] = ['body', 'flush'];

export function paragraph(block: ParagraphBlock, scope: Scope): Paragraph[] {
  const children = scope.inlines(block.children, look(scope.theme.text[TEXT[block.style]].font));
  const target = scope.targets.ofBlock.get(block);
  return [
    new Paragraph({
      style: PARAGRAPH_STYLES[block.style],
      ...closer(scope, TEXT[block.style]),
      ...(leadsIn(block, scope.theme.page.charactersPerLine) && { keepNext: true }),
      ...(SPREAD.includes(block.style) &&
        holdsBlank(plainText(block.children)) && { alignment: AlignmentType.LEFT }),
      children: target ? bookmarked(target.mark, children) : children,
    }),
  ];
}
