import { type FileChild, LineRuleType, PageBreak, Paragraph } from 'docx';
import type { PageBreakBlock } from '../../../model/document/document.ts';
import { STYLE } from '../styles/style-names.ts';

/** Used only before something that isn't a paragraph: a paragraph takes the break itself (see blocks.ts). */
export const pageBreak = (_: PageBreakBlock): FileChild[] => [
  new Paragraph({ style: STYLE.gap, children: [new PageBreak()] }),
];

/** An empty paragraph of this height in twips; space before a paragraph would be lost at the head of a page. */
export const space = (height: number, more: { pageBreakBefore?: boolean } = {}): Paragraph =>
  new Paragraph({
    style: STYLE.gap,
    spacing: { before: 0, after: 0, line: Math.max(1, height), lineRule: LineRuleType.EXACT },
    ...more,
  });
