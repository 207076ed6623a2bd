/** The sheet 退回说明 of a copy sent back: every problem with its place and how to mend it, to be read or printed. */
import { cellRef } from 'hucre/xlsx';
import { escapeXml } from '../../../base/xml.ts';
import { RETURN_WORDS } from '../../../model/returns/form.ts';
import type { CorrectionNote, CorrectionTitle } from './note.ts';
import type { Restyler } from './styles.ts';

const WIDTHS = [6, 14, 10, 10, 60, 60];
/** Printed on every page: title, summary, headings. */
export const GUIDE_HEAD_ROW = 3;
const HEADINGS = ['序号', '工作表', '单元格', '性质', '问题', '如何改正'];

export function guideSheetXml(
  namespace: string,
  title: CorrectionTitle,
  notes: readonly CorrectionNote[],
  styles: Restyler,
): string {
  const wrap = styles.wrapped();
  const rows: (string | [string, number])[][] = [
    [`${title.unit}${title.periodName}填报表退回说明`],
    [
      `共${notes.length}处：红色为须改正，黄色为请核对。请在本文件中改正后重报，不必另行填表；批注写明了各处的问题。`,
    ],
    HEADINGS,
    ...notes.map((note, i) => [
      String(i + 1),
      note.sheet ?? '整个文件',
      note.cell ?? '',
      [RETURN_WORDS[note.severity], styles.marked(wrap, note.severity)] as [string, number],
      note.problem,
      note.hints.join('\n'),
    ]),
  ];
  const data = rows.map((cells, r) => {
    const written = cells.map((cell, c) => {
      const [text, style] = typeof cell === 'string' ? [cell, r < 2 ? 0 : wrap] : cell;
      return `<c r="${cellRef(r, c)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
    });
    return `<row r="${r + 1}">${written.join('')}</row>`;
  });
  const columns = WIDTHS.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}
