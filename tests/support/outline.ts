/** A document tree as text, one line a block or row, for goldens that a person can read and compare. */
import type { Block, Document } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { STATUS_FACES } from '../../src/model/status.ts';

/** Tables of more than `mostRows` rows are cut, and say by how many. */
export function outline(document: Document, mostRows = Infinity): string {
  const lines = [`题名　${document.meta.title}`, `页脚　${document.meta.pageMark || '（无）'}`];
  for (const section of document.sections) {
    lines.push('', `〔${section.orientation === 'portrait' ? '竖版' : '横版'}〕`);
    for (const block of section.blocks) lines.push(...blockLines(block, mostRows));
  }
  return `${lines.join('\n')}\n`;
}

function blockLines(block: Block, mostRows: number): string[] {
  switch (block.kind) {
    case 'title':
      return [...block.lines, ...block.subtitle.map(plainText)].map((line) => `题　${line}`);
    case 'heading':
      return ['', `${'#'.repeat(block.level)} ${block.number}${plainText(block.children)}`];
    case 'paragraph':
      return [`${block.style === 'body' ? '' : `[${block.style}] `}${plainText(block.children)}`];
    case 'list':
      return block.items.map((item) => `- ${plainText(item)}`);
    case 'table':
      return [
        `${block.number}　${plainText(block.caption)}　${block.unitNote}`,
        ...[...block.head, ...block.body.slice(0, mostRows)].map(
          (row) => `| ${row.map((cell) => cell.content.map(plainText).join(' / ')).join(' | ')} |`,
        ),
        ...(block.body.length > mostRows ? [`| …（另${block.body.length - mostRows}行）`] : []),
        ...block.notes.map(plainText),
      ];
    case 'chart':
      return [`${block.number}　${plainText(block.caption)}　${block.chart.kind}`, `  ${block.alt}`];
    case 'opening':
      return [
        ...block.summary.map(plainText),
        ...block.items.map((i) => `【${plainText(i.label)} ${plainText(i.value)} ${plainText(i.detail)}】`),
      ];
    case 'bookCover':
      return [`封面　${block.year} ${block.lines.join('')}`];
    case 'colophon':
      return [`版权页　${block.title}`];
    case 'contents':
      return [`〔${block.title}，${block.depth}级〕`];
    case 'keyFigures':
      return block.items.map((i) => `【${plainText(i.label)} ${plainText(i.value)} ${plainText(i.detail)}】`);
    case 'callout':
      return [
        `〔${plainText(block.title)}〕`,
        ...block.children.map((child) => `  ${plainText(child.children)}`),
      ];
    case 'pageBreak':
      return ['〔分页〕'];
    case 'letterhead':
      return [`〔版头〕${block.mark}　${block.number}`];
    case 'addressee':
      return [`〔主送〕${plainText(block.children)}`];
    case 'signature':
      return [`〔署名〕${block.issuer}　${block.date}`];
    case 'annexList':
      return block.items.map((item, i) => `〔附件${i + 1}〕${item}`);
    case 'imprint':
      return [`〔版记〕抄送：${block.copies}　${block.issuer}　${block.date}印发`];
    case 'attendance':
      return [`〔${block.label}〕${plainText(block.people)}`];
    case 'statusGrid':
      return block.rows.map(
        (row) =>
          `▦ ${plainText(row.label)}：${row.cells.map((c) => `${STATUS_FACES[c.status].symbol}${c.no}${c.text}`).join('　')}`,
      );
    case 'cover':
      return [...block.marks, ...block.lines, ...block.subtitle, block.issuer, block.date].map(
        (line) => `〔封面〕${line}`,
      );
    case 'divider':
      return [`〔隔页〕${block.mark}　${block.title}`];
    case 'nameCard':
      return [`〔席卡〕${block.name}`];
    case 'seatingPlan':
      return [block.head, ...block.rows].map(
        (row) => `〔座次〕${row.map((name) => name ?? '＿').join('　')}`,
      );
  }
}
