import type { SignatureBlock } from '../../../model/document/document.ts';
import { signatureIndents } from '../../layout/letter.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';
import { geometry, mm } from '../stylesheet/geometry.ts';

/** 署名 and 成文日期, kept together and with the text above. */
export function signatureHtml(block: SignatureBlock, context: HtmlContext): string {
  const indents = signatureIndents(block);
  const { cellMm } = geometry(context.theme);
  const line = (text: string, right: number): string =>
    `<p class="t-body grid" style="padding-right:${mm(right * cellMm)}">${styledText(text, 'body', context)}</p>`;
  const above = `${indents.blankLines * context.theme.text.body.line}pt`;
  return `<div class="signature" style="padding-top:${above}">${line(block.issuer, indents.issuer)}${line(block.date, indents.date)}</div>`;
}
