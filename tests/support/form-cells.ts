/** What a form lets be filled in, as its file says: which cells are open, and what they take. */
import { read, type WorkBook } from '@e965/xlsx';

export type Book = WorkBook & { files: Record<string, { content: Uint8Array }> };

export function openForm(bytes: Uint8Array | string | undefined): Book {
  if (!(bytes instanceof Uint8Array)) throw new Error('no form was written');
  return read(bytes, { type: 'array', bookFiles: true }) as Book;
}

const partOf = ({ files }: Book, part: string): string =>
  new TextDecoder().decode(files[`xl/${part}`]?.content);
export const sheetXml = (book: Book, name: string): string =>
  partOf(book, `worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`);

/** Addresses of the cells of a sheet whose format says so. */
function cellsWhose(book: Book, name: string, says: (format: string) => boolean): string[] {
  const formats = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(partOf(book, 'styles.xml'))?.[0] ?? '';
  const wanted = (formats.match(/<xf [\s\S]*?(?=<xf |<\/cellXfs>)/g) ?? []).map(says);
  return [...sheetXml(book, name).matchAll(/<c ([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const [, address = ''] = /r="([A-Z]+\d+)"/.exec(attributes) ?? [];
    return wanted[Number(/s="(\d+)"/.exec(attributes)?.[1])] ? [address] : [];
  });
}

/** The unlocked cells. */
export const openCells = (book: Book, name: string): string[] =>
  cellsWhose(book, name, (format) => format.includes('locked="0"'));

/** Cells that keep what is typed as text, numbers too. */
export function textCells(book: Book, name: string): string[] {
  const id = /numFmtId="(\d+)" formatCode="@"/.exec(partOf(book, 'styles.xml'))?.[1] ?? '49';
  return cellsWhose(book, name, (format) => format.includes(`numFmtId="${id}"`));
}

/** Cell → from where to where its number may be. */
export function numbersTaken(book: Book, name: string): Record<string, [least: number, most: number]> {
  const rules = sheetXml(book, name).matchAll(
    /<dataValidation [^>]*type="decimal"[^>]*sqref="([^"]*)"[^>]*>[\s\S]*?<formula1>([^<]*)<\/formula1><formula2>([^<]*)</g,
  );
  return Object.fromEntries([...rules].map(([, cell, least, most]) => [cell, [Number(least), Number(most)]]));
}

/** Cell → words to choose from. */
export function choicesOf(book: Book, name: string): Record<string, string[]> {
  const rules = sheetXml(book, name).matchAll(
    /<dataValidation [^>]*type="list"[^>]*sqref="([^"]*)"[^>]*>[\s\S]*?<formula1>"?([^<"]*)/g,
  );
  return Object.fromEntries([...rules].map(([, cell, words]) => [cell, (words ?? '').split(',')]));
}

/** Height of a row, in points. @param row from 1 */
export const heightOf = (book: Book, name: string, row: number): number =>
  Number(new RegExp(`<row (?=[^>]*\\br="${row}")[^>]*\\bht="([\\d.]+)"`).exec(sheetXml(book, name))?.[1]);
