import { type FileChild, PageBreak, Paragraph } from 'docx';
import type { PageBreakBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';

/** Used only before something that isn't a paragraph: a paragraph takes the break itself (see blocks.ts). */
export const pageBreak = (_: PageBreakBlock): FileChild[] => [
  new Paragraph({ style: STYLE.gap, children: [new PageBreak()] }),
];
