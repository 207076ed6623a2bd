/** What was built + what the archivist wrote → the 件 to be filed, or everything that is missing, all at once. */
import { formatDate, parseDate } from '../base/chinese/date.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { hasErrors } from '../base/diagnostic.ts';
import * as messages from '../base/messages/archive.ts';
import { nearest } from '../base/nearest.ts';
import { byCodeUnit } from '../base/order.ts';
import type { Origin } from '../base/origin.ts';
import { type ArchiveItemSettings, type ArchiveSettings, OPEN_SECRECY } from '../model/archive.ts';
import type { ManifestFile } from '../model/manifest.ts';

/** A file of the outputs with its bytes. */
export interface OutputFile {
  record: ManifestFile;
  bytes: Uint8Array;
}

export interface ArchiveItem {
  number: string;
  title: string;
  /** ISO. */
  date: string;
  signed: string;
  genre: string;
  documentNumber: string;
  retention: string;
  secrecy: string;
  note: string;
  files: OutputFile[];
}

/** Place in archive.yaml of a value. */
export type PlaceOf = (path: readonly PropertyKey[]) => Origin;

export const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '');

export function resolveItems(
  settings: ArchiveSettings,
  period: string,
  files: readonly OutputFile[],
  at: PlaceOf,
): Outcome<ArchiveItem[]> {
  const diagnostics = missingSettings(settings, at);
  const wanted = settings.periods[period]?.items ?? [];
  const stems = [...new Set(files.map(({ record }) => stemOf(record.path)))];
  const owners = share(wanted, stems, period, at, diagnostics);
  const unfiled = stems.filter((stem) => !owners.has(stem));
  if (unfiled.length > 0)
    diagnostics.push(messages.documentsUnfiled(at(['periods', period]), period, unfiled));
  const items: ArchiveItem[] = [];
  for (const [index, item] of wanted.entries()) {
    const own = files
      .filter(({ record }) => owners.get(stemOf(record.path)) === index)
      .sort((a, b) => byStemThenPdf(a.record.path, b.record.path));
    const place: PlaceOf = (path) => at(['periods', period, 'items', index, ...path]);
    const resolved = resolve(item, settings, own, index, place, diagnostics);
    if (items.some(({ number }) => number !== '' && number === resolved.number))
      diagnostics.push(messages.numberTwice(place(['number']), resolved.number));
    items.push(resolved);
  }
  diagnostics.push(...secrets(files, settings, at));
  return { value: hasErrors(diagnostics) ? undefined : items, diagnostics };
}

/** The PDF is the 正本 and comes before the DOCX of the same name. */
function byStemThenPdf(one: string, other: string): number {
  const rank = (path: string): number => (path.endsWith('.pdf') ? 0 : 1);
  return byCodeUnit(stemOf(one), stemOf(other)) || rank(one) - rank(other);
}

/** What the package as a whole needs. */
export function missingSettings({ fonds, class: group }: ArchiveSettings, at: PlaceOf): Diagnostic[] {
  const needed: [value: string, path: [string, string], what: string][] = [
    [fonds.number, ['fonds', 'number'], '全宗号'],
    [fonds.name, ['fonds', 'name'], '全宗名称'],
    [fonds.creator, ['fonds', 'creator'], '立档单位名称'],
    [group.section, ['class', 'section'], '机构或问题'],
    [group.name, ['class', 'name'], '类别'],
  ];
  return needed.flatMap(([value, path, what]) =>
    value === '' ? [messages.settingMissing(at(path), what, path.join('.'))] : [],
  );
}

/** Document → index of its item. */
function share(
  items: readonly ArchiveItemSettings[],
  stems: readonly string[],
  period: string,
  at: PlaceOf,
  diagnostics: Diagnostic[],
): Map<string, number> {
  const owners = new Map<string, number>();
  const claim = (stem: string, index: number, place: Origin): void => {
    if (owners.has(stem)) diagnostics.push(messages.documentTwice(place, stem));
    else owners.set(stem, index);
  };
  for (const [index, { documents }] of items.entries()) {
    for (const [n, name] of documents.entries()) {
      if (name === '*') continue;
      const place = at(['periods', period, 'items', index, 'documents', n]);
      const named = stems.filter((stem) =>
        name.endsWith('/') ? stem.startsWith(name) : stem === stemName(name, stems),
      );
      if (named.length === 0) diagnostics.push(messages.itemNamesNothing(place, name, nearest(name, stems)));
      for (const stem of named) claim(stem, index, place);
    }
  }
  const rest = items.findIndex(({ documents }) => documents.includes('*'));
  if (rest >= 0) for (const stem of stems) if (!owners.has(stem)) owners.set(stem, rest);
  return owners;
}

/** Written with or without extension. */
const stemName = (name: string, stems: readonly string[]): string =>
  stems.includes(name) ? name : stemOf(name);

const UNUSABLE = /[\\/:*?"<>|\s]|^\.|\.$/;

function resolve(
  item: ArchiveItemSettings,
  { defaults }: ArchiveSettings,
  files: OutputFile[],
  index: number,
  at: PlaceOf,
  diagnostics: Diagnostic[],
): ArchiveItem {
  const first = files[0]?.record;
  const printed = first?.elements ?? {};
  const title = item.title || first?.title || '';
  const name = title === '' ? `第${index + 1}件` : `第${index + 1}件《${title}》`;
  const resolved: ArchiveItem = {
    ...item,
    title,
    documentNumber: item.documentNumber || printed['发文字号'] || '',
    retention: item.retention || defaults.retention,
    secrecy: item.secrecy || defaults.secrecy,
    files,
  };
  const needed: [value: string, key: string, what: string][] = [
    [resolved.number, 'number', '档号'],
    [resolved.date, 'date', '成文日期'],
    [resolved.signed, 'signed', '署名'],
    [resolved.retention, 'retention', '保管期限'],
    [resolved.secrecy, 'secrecy', '密级'],
  ];
  for (const [value, key, what] of needed)
    if (value === '') diagnostics.push(messages.itemFieldMissing(at([key]), name, what, key));
  if (UNUSABLE.test(resolved.number))
    diagnostics.push(messages.numberUnusable(at(['number']), resolved.number));
  if (resolved.secrecy !== '' && !OPEN_SECRECY.includes(resolved.secrecy.replace(/★.*$/, '')))
    diagnostics.push(messages.secretRefused(at(['secrecy']), title, resolved.secrecy));
  const printedDate = parseDate(printed['成文日期'] ?? '');
  if (printedDate && resolved.date !== '' && printedDate !== resolved.date) {
    const [shown, given] = [formatDate(printedDate), formatDate(resolved.date)];
    diagnostics.push(messages.printedOtherwise(at(['date']), '成文日期', shown, given, title));
  }
  const number = printed['发文字号'];
  if (number && item.documentNumber !== '' && number !== item.documentNumber)
    diagnostics.push(
      messages.printedOtherwise(at(['documentNumber']), '发文字号', number, item.documentNumber, title),
    );
  return resolved;
}

const SECRET_MARK = /绝密|机密|秘密/;

/** Marked on a document itself, whatever the settings say. */
function secrets(files: readonly OutputFile[], { defaults }: ArchiveSettings, at: PlaceOf): Diagnostic[] {
  const marked = new Map(
    files.flatMap(({ record }) => record.marks.map((mark) => [mark, record.title] as const)),
  );
  const found = [...marked].filter(([mark]) => SECRET_MARK.test(mark));
  const refused = found.map(([mark, title]) => messages.secretRefused(undefined, title, mark));
  if (SECRET_MARK.test(defaults.secrecy))
    refused.push(messages.secretRefused(at(['defaults', 'secrecy']), '全部文稿', defaults.secrecy));
  return refused;
}
