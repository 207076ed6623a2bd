/** What can be told of a .docx or .xlsx without opening it in an office program. */
import { unzipSync } from 'fflate';
import { readXml } from './xml.ts';

export interface OfficeFacts {
  /** Opens, every part is well-formed XML; else why not. */
  fault: string;
  macros: boolean;
  embedded: boolean;
  /** Targets outside of the file. */
  external: string[];
}

/** In: a DOCX or XLSX. Out: what the self-check asks of it; a broken file has a `fault` and is no error. */
export function officeFacts(bytes: Uint8Array): OfficeFacts {
  const facts: OfficeFacts = { fault: '', macros: false, embedded: false, external: [] };
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return { ...facts, fault: '不是完整的 Office 文件' };
  }
  if (!parts['[Content_Types].xml']) facts.fault = '缺少 [Content_Types].xml';
  for (const [path, part] of Object.entries(parts)) {
    if (/vbaProject\.bin$/i.test(path)) facts.macros = true;
    // A chart carries its data as a workbook; anything else inside is foreign.
    if (/\/embeddings\/(?!.*\.xlsx$)/i.test(path) || /activeX/i.test(path)) facts.embedded = true;
    if (!/\.(?:xml|rels)$/i.test(path)) continue;
    const read = readXml(part);
    if ('reason' in read) facts.fault ||= `${path} 第${read.line}行：${read.reason}`;
    else if (path.endsWith('.rels')) {
      for (const { attributes } of read.root.children)
        if (attributes['TargetMode'] === 'External') facts.external.push(attributes['Target'] ?? '');
    }
  }
  return facts;
}
