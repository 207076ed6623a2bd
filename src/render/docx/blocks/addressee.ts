import { type FileChild, Paragraph } from 'docx';
import type { AddresseeBlock } from '../../../model/document/document.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';

/** 主送机关, flush left, one blank line below the title (GB/T 9704 7.3.2). */
export const addressee = (block: AddresseeBlock, scope: Scope): FileChild[] => [
  ...(scope.tight ? [] : [new Paragraph({ style: STYLE.flush, keepNext: true })]),
  new Paragraph({
    style: STYLE.flush,
    keepNext: true,
    children: scope.inlines(block.children, look(scope.theme.text.body.font)),
  }),
];
