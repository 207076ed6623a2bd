/** What was built + what the archivist wrote → the 件 to be filed, or everything that is missing, all at once. */
import { formatDate, parseDate } from '../base/chinese/date.ts';
import { type Diagnostic, distinct, hasErrors, type Outcome } from '../base/diagnostic.ts';
import { isFileName, stemOf } from '../base/file-name.ts';
import * as messages from '../base/messages/archive.ts';
import { nearest } from '../base/nearest.ts';
import { byCodeUnit } from '../base/order.ts';
import type { Origin } from '../base/origin.ts';
import { type ArchiveItemSettings, type ArchiveSettings, OPEN_SECRECY } from '../model/archive/archive.ts';
import { isDrafted, type ManifestFile } from '../model/archive/manifest.ts';

/** A file of the outputs with its bytes. */
export interface OutputFile {
  record: ManifestFile;
  bytes: Uint8Array;
}

export interface ArchiveItem {
  number: string;
  /** 年度, as the 档号 says it; the period's where it says none. */
  year: number;
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

/**
 * In: the settings and the outputs of a period. Out: its 件 in order, with all that the archivist decides of them; undefined
 * as long as anything is to be filled in or mended, which is told all at once.
 */
export function resolveItems(
  settings: ArchiveSettings,
  period: string,
  files: readonly OutputFile[],
  at: PlaceOf,
): Outcome<ArchiveItem[]> {
  const diagnostics = missingSettings(settings, at);
  const wanted = settings.periods[period]?.items ?? [];
  const stems = [...new Set(files.map(({ record }) => stemOf(record.path)))];
  const owners = share(
    settings.periods[period],
    stems,
    (path) => at(['periods', period, ...path]),
    diagnostics,
  );
  const unfiled = stems.filter((stem) => !owners.has(stem));
  if (unfiled.length > 0)
    diagnostics.push(messages.documentsUnfiled(at(['periods', period]), period, unfiled));
  const items: ArchiveItem[] = [];
  for (const [index, item] of wanted.entries()) {
    const own = files
      .filter(({ record }) => owners.get(stemOf(record.path)) === index)
      .sort((a, b) => byStemThenPdf(a.record.path, b.record.path));
    const place: PlaceOf = (path) => at(['periods', period, 'items', index, ...path]);
    const resolved = itemOf(item, own, settings, Number(period.slice(0, 4)));
    const drafted: DraftedItem = { item, resolved, calledBy: index + 1 };
    diagnostics.push(...lacking(drafted, place), ...contradictions(drafted, place));
    const archivedOn = settings.periods[period]?.archivedOn ?? '';
    if (archivedOn !== '' && resolved.date > archivedOn)
      diagnostics.push(messages.archivedTooEarly(place(['date']), resolved.date, archivedOn));
    const { number } = resolved;
    if (number !== '' && items.some((other) => other.number === number))
      diagnostics.push(messages.numberTwice(place(['number']), number));
    const elsewhere = periodWith(number, settings, period);
    if (elsewhere !== undefined) diagnostics.push(messages.numberTwice(place(['number']), number, elsewhere));
    items.push(resolved);
    const drafts = own.filter(({ record }) => isDrafted(record)).map(({ record }) => record.title);
    if (drafts.length > 0) diagnostics.push(messages.draftFiled(place(['documents']), [...new Set(drafts)]));
  }
  diagnostics.push(...secrets(files, settings, at));
  return { value: hasErrors(diagnostics) ? undefined : items, diagnostics: distinct(diagnostics) };
}

/** Another period of the year whose items have the 档号. */
function periodWith(number: string, { periods }: ArchiveSettings, own: string): string | undefined {
  const others = Object.entries(periods).filter(([id]) => id !== own);
  return others.find(([, { items }]) => number !== '' && items.some((item) => item.number === number))?.[0];
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

const EXCLUDED = -1;

/** Document → index of its item. */
function share(
  settings: ArchiveSettings['periods'][string] | undefined,
  stems: readonly string[],
  at: PlaceOf,
  diagnostics: Diagnostic[],
): Map<string, number> {
  const owners = new Map<string, number>();
  const claim = (name: string, index: number, place: Origin): void => {
    if (name === '*') return;
    const named = stems.filter((stem) =>
      name.endsWith('/') ? stem.startsWith(name) : stem === stemName(name, stems),
    );
    if (named.length === 0) diagnostics.push(messages.itemNamesNothing(place, name, candidates(name, stems)));
    for (const stem of named) {
      if (owners.has(stem)) diagnostics.push(messages.documentTwice(place, stem));
      else owners.set(stem, index);
    }
  };
  for (const [n, name] of settings?.excluded.entries() ?? []) claim(name, EXCLUDED, at(['excluded', n]));
  for (const [index, { documents }] of settings?.items.entries() ?? [])
    for (const [n, name] of documents.entries()) claim(name, index, at(['items', index, 'documents', n]));
  const rest = settings?.items.findIndex(({ documents }) => documents.includes('*')) ?? -1;
  if (rest >= 0) for (const stem of stems) if (!owners.has(stem)) owners.set(stem, rest);
  return owners;
}

/** Documents that a period's settings leave out of its package. */
export function excludedStems(
  settings: ArchiveSettings,
  period: string,
  stems: readonly string[],
): Set<string> {
  const owners = share(settings.periods[period], stems, () => ({ file: '' }), []);
  return new Set(stems.filter((stem) => owners.get(stem) === EXCLUDED));
}

/** Written with or without extension, or only as far as needed to tell it from the others. */
function stemName(name: string, stems: readonly string[]): string {
  if (stems.includes(name)) return name;
  const stem = stemOf(name);
  if (stems.includes(stem)) return stem;
  const begun = beginning(name, stems);
  return begun.length === 1 ? (begun[0] as string) : stem;
}

const beginning = (name: string, stems: readonly string[]): string[] =>
  name === '' ? [] : stems.filter((stem) => stem.startsWith(name));

/** What a name that names nothing may mean: all that begin so; the one most alike; what has the same number in front. */
function candidates(name: string, stems: readonly string[]): string[] {
  const begun = beginning(name, stems);
  if (begun.length > 0) return begun;
  const alike = nearest(name, stems);
  if (alike !== undefined) return [alike];
  const number = /^\d+/.exec(name)?.[0];
  return stems.filter((stem) =>
    number === undefined ? stem.includes(name) : new RegExp(`^${number}(?!\\d)`).test(stem),
  );
}

/** How many documents an item is made of; each has a PDF and a DOCX. */
const documentsIn = (files: readonly OutputFile[]): number =>
  new Set(files.map(({ record }) => stemOf(record.path))).size;

/** What the archivist wrote, else what the files print, else what holds for all items. */
function itemOf(
  item: ArchiveItemSettings,
  files: OutputFile[],
  { defaults }: ArchiveSettings,
  periodYear: number,
): ArchiveItem {
  return {
    ...item,
    year: yearOf(item, periodYear),
    title: item.title || (documentsIn(files) > 1 ? '' : (files[0]?.record.title ?? '')),
    documentNumber: item.documentNumber || printedNumbers(files).join('；'),
    retention: item.retention || defaults.retention,
    secrecy: item.secrecy || defaults.secrecy,
    files,
  };
}

/** An item as it was written and as it came out, before anything of it is checked. */
interface DraftedItem {
  item: ArchiveItemSettings;
  resolved: ArchiveItem;
  /** Its number in archive.yaml, from 1: what it is called as long as it has no title. */
  calledBy: number;
}

/** What is blank, and what can't stand in a package. */
function lacking({ resolved, calledBy }: DraftedItem, at: PlaceOf): Diagnostic[] {
  const { number, title, secrecy, files } = resolved;
  const name = title === '' ? `第${calledBy}件` : `第${calledBy}件《${title}》`;
  const needed: [value: string, key: string, what: string][] = [
    [number, 'number', '档号'],
    [resolved.date, 'date', '成文日期'],
    [resolved.signed, 'signed', '署名'],
    [resolved.retention, 'retention', '保管期限'],
    [secrecy, 'secrecy', '密级'],
  ];
  // One document has a title of its own.
  if (documentsIn(files) > 1) needed.push([title, 'title', '题名']);
  const found = needed
    .filter(([value]) => value === '')
    .map(([, key, what]) => messages.itemFieldMissing(at([key]), name, what, key));
  if (number !== '' && (/\s|^\./.test(number) || !isFileName(number)))
    found.push(messages.numberUnusable(at(['number']), number));
  if (secrecy !== '' && !OPEN_SECRECY.includes(secrecy.replace(/★.*$/, '')))
    found.push(messages.secretRefused(at(['secrecy']), title, secrecy));
  return found;
}

/** Where what was written says something else than what is printed, or than the 档号. */
function contradictions({ item, resolved }: DraftedItem, at: PlaceOf): Diagnostic[] {
  const { number, title, date, retention, files } = resolved;
  const found = files.flatMap(({ record }): Diagnostic[] => {
    const printed = parseDate(record.elements['成文日期'] ?? '');
    if (!printed || date === '' || printed === date) return [];
    const [shown, given] = [formatDate(printed), formatDate(date)];
    return [messages.printedOtherwise(at(['date']), '成文日期', shown, given, record.title)];
  });
  const said = retentionIn(number);
  if (said !== undefined && retention !== '' && said !== retention)
    found.push(messages.numberSaysOtherwise(at(['number']), number, said, retention));
  const numbers = printedNumbers(files);
  const given = item.documentNumber;
  if (given !== '' && numbers.length > 0 && !numbers.includes(given))
    found.push(
      messages.printedOtherwise(at(['documentNumber']), '发文字号', numbers.join('；'), given, title),
    );
  return found;
}

/** Which 年度 a paper of the year before belongs to is the archivist's decision, and stands in the 档号. */
function yearOf({ number, date }: ArchiveItemSettings, periodYear: number): number {
  const said = (number.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number);
  return [periodYear, Number(date.slice(0, 4))].find((year) => said.includes(year)) ?? periodYear;
}

/** Codes of DA/T 13-2022. */
const RETENTION_CODES: Record<string, string> = { Y: '永久', D30: '30年', D10: '10年' };

/** 保管期限 as the 档号 says it. */
function retentionIn(number: string): string | undefined {
  const code = number.split(/[-·.]/).find((part) => Object.hasOwn(RETENTION_CODES, part));
  return code === undefined ? undefined : RETENTION_CODES[code];
}

const printedNumbers = (files: readonly OutputFile[]): string[] => [
  ...new Set(files.flatMap(({ record }) => record.elements['发文字号'] ?? [])),
];

/** What all documents of an item print alike. */
export function commonElements(files: readonly OutputFile[]): Record<string, string> {
  const [first, ...others] = files;
  return Object.fromEntries(
    Object.entries(first?.record.elements ?? {}).filter(([name, text]) =>
      others.every(({ record }) => record.elements[name] === text),
    ),
  );
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
