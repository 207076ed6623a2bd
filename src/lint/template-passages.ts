/** A template file → its passages. Markup is skipped; every character keeps its line and column. */
import type { Passage, Role } from './passage.ts';
import { BRANCH } from './passage.ts';
import {
  join,
  lineFinder,
  type Strand,
  slice,
  split,
  trimmed,
  without,
  withoutHandlebars,
} from './strand.ts';
import { settingLines } from './template-settings.ts';

type Make = (strand: Strand, role: Role, level?: number) => Passage[];

/** Chapters (.md) and document.yaml; anything else has no text to look at. */
export function templatePassages(path: string, source: string): Passage[] {
  const make = passageMaker(path, source);
  const strand = withoutHandlebars(source);
  if (/\.ya?ml$/.test(path)) return settingLines(strand).flatMap(({ text, role }) => make(text, role));
  return paragraphs(split(strand, '\n'), make);
}

function passageMaker(path: string, source: string): Make {
  const find = lineFinder(source);
  return (raw, role, level = 0) => {
    const whole = trimmed(raw);
    const bold = /^\*\*([^*]{1,200})\*\*/.exec(whole.text)?.[1]?.length ?? 0;
    const { text, offsets } = without(whole, /\*{1,3}/g);
    if (text.replaceAll(BRANCH, '').trim() === '') return [];
    const at = (start: number): ReturnType<Passage['at']> => ({
      file: path,
      ...find(offsets[start] ?? offsets.at(-1) ?? 0),
    });
    return [{ role, text, level, number: '', bold, figures: [], at }];
  };
}

const HEADING = /^\s{0,3}(#{1,6})[ \t]+/;
const DIRECTIVE = /^\s*:{2,}([\p{L}\p{N}-]*)/u;
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+/;

/** Lines of one paragraph read as one: a line end is no space in Chinese. */
function paragraphs(lines: Strand[], make: Make): Passage[] {
  const passages: Passage[] = [];
  let open: Strand[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push(...make(join(open), 'body'));
    open = [];
  };
  for (const line of lines) {
    const heading = HEADING.exec(line.text);
    const directive = DIRECTIVE.exec(line.text);
    const item = ITEM.exec(line.text);
    if (line.text.replaceAll(BRANCH, '').trim() === '') close();
    else if (heading) {
      close();
      passages.push(...make(slice(line, heading[0].length), 'heading', (heading[1] as string).length));
    } else if (directive) {
      close();
      passages.push(...label(line, directive[1] as string, make));
    } else if (/^\s*\|/.test(line.text)) {
      close();
      passages.push(...tableCells(line, make));
    } else if (item) {
      close();
      open = [slice(line, item[0].length)];
    } else open.push(trimmed(line));
  }
  close();
  return passages;
}

/** The text in [ ] of a directive: a caption of a table or chart, a title of a box. */
function label(line: Strand, name: string, make: Make): Passage[] {
  const start = line.text.indexOf('[');
  const end = line.text.lastIndexOf(']');
  if (start < 0 || end < start) return [];
  return make(slice(line, start + 1, end), /^(?:table|chart)$/.test(name) ? 'caption' : 'label');
}

const tableCells = (line: Strand, make: Make): Passage[] =>
  split(line, '|')
    .filter((cell) => !/^[\s:-]*$/.test(cell.text))
    .flatMap((cell) => make(cell, 'cell'));
