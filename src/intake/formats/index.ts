/** The formats in which returns may come: one file per format and one line here. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  archiveFile,
  brokenWorkbook,
  emptyFile,
  mailFile,
  notAReturn,
  webPage,
  wrongExtension,
  xmlTable,
} from '../../base/messages/sent-files.ts';
import { csvFormat } from './csv.ts';
import type { SubmissionFormat } from './format.ts';
import { odsFormat } from './ods.ts';
import { KIND_NAMES, looksTabular, sniff } from './sniff.ts';
import { openWorkbook } from './workbook.ts';
import { xlsFormat } from './xls.ts';
import { xlsxFormat } from './xlsx.ts';
import { yamlFormat } from './yaml.ts';

const SUBMISSION_FORMATS: readonly SubmissionFormat[] = [
  xlsxFormat,
  xlsFormat,
  odsFormat,
  csvFormat,
  yamlFormat,
];

/** The format that a file's name promises; undefined for none of ours. */
export function submissionFormat(file: string): SubmissionFormat | undefined {
  const name = file.toLowerCase();
  return SUBMISSION_FORMATS.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}

interface ChosenFormat {
  format: SubmissionFormat | undefined;
  diagnostics: Diagnostic[];
}

/** Text, or an old Office file, with the return inside. */
const MAIL: ReadonlySet<string> = new Set(['.eml', '.msg']);

/** By content; the name decides only between formats that are both text. What is no return at all is told. */
export function chooseFormat(file: string, bytes: Uint8Array): ChosenFormat {
  const kind = sniff(bytes);
  const named = submissionFormat(file);
  const extension = /\.[^./\\]*$/.exec(file)?.[0].toLowerCase() ?? '';
  if (kind === 'empty') return { format: undefined, diagnostics: [emptyFile(file)] };
  // Cut-off or overwritten workbooks keep their name; the reader says what is wrong with them.
  if (named?.kind === kind) return { format: named, diagnostics: [] };
  if (MAIL.has(extension)) return { format: undefined, diagnostics: [mailFile(file)] };
  const format = SUBMISSION_FORMATS.find((candidate) => candidate.kind === kind && candidate.kind !== 'text');
  if (format) {
    // Under a strange name (.docx, .zip) the reader looks inside and says what it is.
    return { format, diagnostics: named ? [wrongExtension(file, extension, format.name)] : [] };
  }
  if (kind === 'rar' || kind === 'sevenZip') return { format: undefined, diagnostics: [archiveFile(file)] };
  if (kind === 'xmlTable') return { format: undefined, diagnostics: [xmlTable(file)] };
  if (named && named.kind !== 'text') {
    if (kind === 'html') return { format: undefined, diagnostics: [webPage(file)] };
    if (kind === 'text' && looksTabular(bytes))
      return { format: csvFormat, diagnostics: [wrongExtension(file, extension, csvFormat.name)] };
    if (kind === 'text' || kind === 'unknown')
      return { format: undefined, diagnostics: [brokenWorkbook(file)] };
  }
  return { format: undefined, diagnostics: [notAReturn(file, KIND_NAMES[kind])] };
}

/** Why a file that holds no table is no return. */
export function noReturn(file: string, bytes: Uint8Array): Diagnostic[] {
  const kind = sniff(bytes);
  const { format, diagnostics } = chooseFormat(file, bytes);
  if (!format) return diagnostics;
  const packed = kind === 'zip' || kind === 'ole' ? openWorkbook(file, bytes).diagnostics : [];
  return packed.length > 0 ? packed : [notAReturn(file, KIND_NAMES[kind])];
}
