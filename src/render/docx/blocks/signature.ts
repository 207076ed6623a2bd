import { type FileChild, Paragraph } from 'docx';
import type { SignatureBlock } from '../../../model/document/document.ts';
import { signatureIndents } from '../../layout/letter.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';

/** 署名 and 成文日期, kept together below as many blank lines as the seal needs. */
export function signature(block: SignatureBlock, scope: Scope): FileChild[] {
  const { issuer, date, blankLines } = signatureIndents(block);
  const character = scope.geometry.indent / 2;
  const line = (text: string, right: number, keepNext: boolean): Paragraph =>
    new Paragraph({
      style: STYLE.right,
      keepNext,
      indent: { right: Math.round(right * character) },
      children: textRuns(text),
    });
  return [
    ...Array.from({ length: blankLines }, () => new Paragraph({ style: STYLE.flush, keepNext: true })),
    line(block.issuer, issuer, true),
    line(block.date, date, false),
  ];
}
