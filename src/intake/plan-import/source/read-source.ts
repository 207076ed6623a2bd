/** Bytes of a plan document → lines, by what the bytes are, not by what the file is called. */
import type { Outcome } from '../../../base/diagnostic.ts';
import {
  sourceBinary,
  sourceEmpty,
  sourceEncoding,
  sourceForeign,
  sourceOldWord,
  sourceTooBig,
  sourceTooLong,
} from '../../../base/messages/plan-source.ts';
import type { SourceLine } from '../text/source-line.ts';
import { readDocx } from './docx/read-docx.ts';

/** A plan of 300 pages has some 200 000 characters; more than this is no plan. */
const MOST_BYTES = 30_000_000;
const MOST_LINES = 100_000;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((b, i) => bytes[i] === b);

/** In: a .docx, or text in UTF-8 or GBK. Out: its lines with their numbers; no value for other formats. */
export function readSource(file: string, bytes: Uint8Array): Outcome<SourceLine[]> {
  const fail = (problem: ReturnType<typeof sourceEmpty>): Outcome<SourceLine[]> => ({
    value: undefined,
    diagnostics: [problem],
  });
  if (bytes.length === 0) return fail(sourceEmpty(file));
  if (bytes.length > MOST_BYTES) return fail(sourceTooBig(file));
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return limited(file, readDocx(file, bytes));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail(sourceOldWord(file, isEncryptedPackage(bytes)));
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return fail(sourceForeign(file, 'PDF'));
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return fail(sourceForeign(file, 'RTF'));
  const decoded = decode(bytes);
  if (!decoded) return fail(sourceBinary(file));
  const lines = decoded.text
    .split(/\r\n|[\n\r]/)
    // A form feed begins a page, not a line that an editor counts.
    .flatMap((row, index) => row.split(/[\f\v\u2028\u2029]/).map((text) => ({ line: index + 1, text })))
    .map(asTableRow);
  if (lines.every((line) => line.text.trim() === '' && !line.cells)) return fail(sourceEmpty(file));
  return limited(file, {
    value: lines,
    diagnostics: decoded.name === 'utf-8' ? [] : [sourceEncoding(file, decoded.name)],
  });
}

function limited(file: string, lines: Outcome<SourceLine[]>): Outcome<SourceLine[]> {
  if ((lines.value?.length ?? 0) <= MOST_LINES) return lines;
  return { value: undefined, diagnostics: [sourceTooLong(file, MOST_LINES)] };
}

/** A password-protected .docx is an OLE container with a stream of this name (MS-OFFCRYPTO 2.3.4.4). */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
  const head = bytes.subarray(0, 1_000_000);
  for (let i = head.indexOf(0x45); i >= 0; i = head.indexOf(0x45, i + 1)) {
    if (name.every((b, k) => head[i + k] === b)) return true;
  }
  return false;
}

/** UTF-16 by its mark, UTF-8 when valid, otherwise GB 18030 (a superset of GBK), the usual code of Chinese Windows. */
function decode(bytes: Uint8Array): { text: string; name: string } | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return attempt('utf-16le', bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return attempt('utf-16be', bytes);
  if (bytes.subarray(0, 100_000).includes(0)) return undefined;
  return attempt('utf-8', bytes) ?? attempt('gb18030', bytes);
}

function attempt(name: string, bytes: Uint8Array): { text: string; name: string } | undefined {
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    return plausible(text) ? { text, name } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it reads like text: hardly any control characters, and what is not ASCII mostly common Chinese. */
function plausible(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const control = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (control > Math.max(4, sample.length / 200)) return false;
  const foreign = sample.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  const chinese =
    sample.match(/[\u2010-\u2027\u2030\u2460-\u25ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return foreign === 0 || chinese > foreign / 2;
}

/** `| a | b |` and tab-separated rows of three cells or more. */
function asTableRow(line: SourceLine): SourceLine {
  const { text } = line;
  if (/^\s*\|.*\|\s*$/.test(text)) {
    const cells = text.trim().slice(1, -1).split('|').map(clean);
    const ruler = cells.every((cell) => /^:?-*:?$/.test(cell)) && cells.some((cell) => cell.includes('-'));
    return ruler ? { ...line, text: '' } : { ...line, text: '', cells };
  }
  // 索引号： | … | 信息分类： | … — the box above the text on a web page.
  if (/^[^|]{1,12}[：:]\s*\|.*\|/.test(text)) return { ...line, text: '', cells: text.split('|').map(clean) };
  const cells = text.split('\t').map(clean);
  return cells.length >= 3 && cells.filter((c) => c !== '').length >= 2 ? { ...line, text: '', cells } : line;
}

const clean = (cell: string): string => cell.replace(/<br\s*\/?>/g, '').trim();
