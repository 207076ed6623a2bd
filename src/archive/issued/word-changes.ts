/** Two editions of one paper, passage by passage: what was said, what is said now, and where. */
import { diffArrays } from 'diff';
import type { Cell, Passage, Shown } from '../../model/archive/shown.ts';
import type { WordChange } from '../../model/erratum.ts';
import { likeness } from '../likeness.ts';
import { clausesChanged } from './clauses.ts';

/** Place by place, in the order of the new paper, what has gone before what has taken its place. @param paper its name, as places are told */
export function wordsChanged(paper: string, was: Shown, is: Shown): WordChange[] {
  const told: WordChange[] = [];
  const tell = (pages: Shown['pages'], { sheet }: Cell, name: string, change: Told): void => {
    const page = pages[sheet - 1]?.name ?? String(sheet);
    told.push({ ...change, row: name, places: [{ paper, page }] });
  };
  for (const [before, after] of pairs(was.passages, is.passages)) {
    if (before && after) {
      for (const [i, cell] of after.cells.entries())
        for (const change of cellChanged(before.kind, before.cells[i]?.text ?? '', cell.text))
          tell(is.pages, cell, nameOf(after, cell), change);
      continue;
    }
    const [pages, { cells, name, kind }] = before ? [was.pages, before] : [is.pages, after as Passage];
    const text =
      kind === 'figure' ? DRAWINGS[before ? 'was' : 'is'] : cells.map((cell) => cell.text).join('　');
    tell(
      pages,
      cells[0] as Cell,
      kind === 'row' ? '' : name,
      before ? { was: text, is: '' } : { was: '', is: text },
    );
  }
  return told;
}

/** 南昌市，累计完成投资; the cell that names a row is not named once more. */
const nameOf = ({ kind, name }: Passage, { text, head = '' }: Cell): string =>
  kind === 'row' ? [text === name ? '' : name, head].filter((part) => part !== '').join('，') : name;

type Told = Pick<WordChange, 'was' | 'is'>;

/** The words in a drawing say nothing without it. */
const DRAWINGS = { was: '（原图）', is: '（新图）' };

function cellChanged(kind: Passage['kind'], was: string, is: string): Told[] {
  if (was === is) return [];
  return kind === 'figure' ? [DRAWINGS] : clausesChanged(was, is);
}

/** The same change in several places is told once. */
export function gathered(changes: readonly WordChange[]): WordChange[] {
  const found = new Map<string, WordChange>();
  for (const { was, is, row, places } of changes) {
    const key = JSON.stringify([was, is, row]);
    const known = found.get(key);
    if (!known) found.set(key, { was, is, row, places: [...places] });
    else
      for (const place of places)
        if (!known.places.some(({ paper, page }) => paper === place.paper && page === place.page))
          known.places.push(place);
  }
  return [...found.values()];
}

type Pair = [before: Passage | undefined, after: Passage | undefined];

/** What differs, side by side as far as it belongs together. */
function pairs(was: readonly Passage[], is: readonly Passage[]): Pair[] {
  const found: Pair[] = [];
  const comparator = (a: Passage, b: Passage): boolean => keyOf(a) === keyOf(b);
  let [from, to]: [Passage[], Passage[]] = [[], []];
  const close = (): void => {
    found.push(...matched(from, to));
    [from, to] = [[], []];
  };
  for (const { added, removed, value } of diffArrays([...was], [...is], { comparator })) {
    if (added) to.push(...value);
    else if (removed) from.push(...value);
    else close();
  }
  close();
  return joined(found);
}

const keyOf = ({ kind, cells }: Passage): string => `${kind} ${cells.map(({ text }) => text).join('\n')}`;

/** In one place: first what has the same name, then what is alike. */
function matched(from: readonly Passage[], to: readonly Passage[]): Pair[] {
  const left = new Set(from);
  const partners = new Map<Passage, Passage>();
  for (const fits of [sameRow, alike])
    for (const after of to) {
      const before = partners.has(after) ? undefined : [...left].find((one) => fits(one, after));
      if (!before) continue;
      partners.set(after, before);
      left.delete(before);
    }
  return [
    ...[...left].map((before): Pair => [before, undefined]),
    ...to.map((after): Pair => [partners.get(after), after]),
  ];
}

const shape = ({ kind, cells }: Passage): string => `${kind} ${cells.length}`;
const sameRow = (a: Passage, b: Passage): boolean =>
  shape(a) === shape(b) && a.name !== '' && a.name === b.name;
const ALIKE = 0.5;
const alike = (a: Passage, b: Passage): boolean =>
  shape(a) === shape(b) && (a.kind === 'figure' || likeness(keyOf(a), keyOf(b)) >= ALIKE);

/** A row that has moved is gone in one place and new in another: a place in a ranking. */
function joined(found: readonly Pair[]): Pair[] {
  const gone = new Set(found.flatMap(([before, after]) => (before && !after ? [before] : [])));
  const moved = new Set<Passage>();
  const out = found.map(([before, after]): Pair => {
    if (before || !after) return [before, after];
    const old = [...gone].find((one) => sameRow(one, after));
    if (!old) return [before, after];
    gone.delete(old);
    moved.add(old);
    return [old, after];
  });
  return out.filter(([before, after]) => after || !before || !moved.has(before));
}
