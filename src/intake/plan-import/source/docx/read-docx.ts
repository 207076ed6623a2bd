/**
 * DOCX → lines. Read from word/document.xml itself: mammoth would turn it into HTML and lose what matters here, the
 * printed numbers of list paragraphs and the place of each paragraph.
 */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Outcome } from '../../../../base/diagnostic.ts';
import {
  docxBroken,
  docxNested,
  docxNotWord,
  docxProtected,
  docxTooBig,
  docxTrackedChanges,
} from '../../../../base/messages/plan-source.ts';
import type { SourceLine } from '../../text/source-line.ts';
import { bodyLines } from './body.ts';
import { numbering } from './numbering.ts';
import { styles } from './styles.ts';
import { DEEPEST, parseXml, type XmlElement } from './xml.ts';

/** Uncompressed; a plan of 300 pages needs about 5 MB. The sizes in the directory bound what fflate inflates. */
const MOST_DOCUMENT_BYTES = 24_000_000;
const MOST_OTHER_BYTES = 8_000_000;
const DOCUMENT = 'word/document.xml';
const OTHERS = ['word/styles.xml', 'word/numbering.xml'];

export function readDocx(file: string, bytes: Uint8Array): Outcome<SourceLine[]> {
  const fail = (problem: ReturnType<typeof docxBroken>): Outcome<SourceLine[]> => ({
    value: undefined,
    diagnostics: [problem],
  });
  const names: string[] = [];
  let tooBig = false;
  const wanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    names.push(name);
    if (name !== DOCUMENT && !OTHERS.includes(name)) return false;
    if (originalSize <= (name === DOCUMENT ? MOST_DOCUMENT_BYTES : MOST_OTHER_BYTES)) return true;
    tooBig = true;
    return false;
  };
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: wanted });
  } catch {
    return fail(isProtectedZip(bytes) ? docxProtected(file) : docxBroken(file));
  }
  if (tooBig) return fail(docxTooBig(file));
  const source = parts[DOCUMENT];
  if (!source) return fail(docxNotWord(file, names));
  const document = parseXml(source);
  if (document === 'broken') return fail(docxBroken(file));
  if (document === 'nested') return fail(docxNested(file, DEEPEST));
  const part = (name: string): XmlElement | undefined => {
    const read = parts[name] ? parseXml(parts[name]) : undefined;
    return typeof read === 'string' ? undefined : read;
  };
  const look = styles(part('word/styles.xml'));
  const body = bodyLines(document, look, numbering(part('word/numbering.xml')));
  return {
    value: body.lines,
    diagnostics: body.deletions > 0 ? [docxTrackedChanges(file, body.deletions)] : [],
  };
}

/** Bit 0 of the general purpose flag of the first entry (APPNOTE 4.4.4). */
function isProtectedZip(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}
