/**
 * A sheet that must be one page comes in several writings, from fullest to shortest; the first that takes one page in
 * every format is the one that is kept, so that all formats say the same.
 */
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { sheetTooFull } from '../../base/messages/render.ts';
import type { Block, Document, Fit, Section } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';

/** In: sections, each starting a page. Out: how many pages each takes. */
export type Measure = (sections: readonly Section[]) => Promise<Outcome<number[]>>;

/** A section on its way to one page. */
interface Candidate {
  section: Section;
  fit: Fit;
  /** The writing kept so far. */
  step: number;
  /** Between these the first writing that fits is looked for: the last known to be too long, the first known to fit. */
  over: number;
  fits: number;
  /** How far beyond the last known to be too long the next is looked for. */
  stride: number;
}

/** How many of the longest texts an error names. */
const NAMED = 3;
/** Enough of a text to find it. */
const QUOTED = 24;

/** The document with each section in the writing that was chosen for it. */
export function inWritings(document: Document, steps: readonly number[]): Document {
  const sections = document.sections.map((section, i) => {
    const { fit } = section;
    return fit ? { ...written({ section, fit, step: steps[i] ?? 0 }), fitted: true as const } : section;
  });
  return { ...document, sections };
}

/**
 * Out: for each section the writing that is kept, as an index of its variants; 0 for one without. A section that takes
 * more than a page even in its shortest writing is an error that names its longest texts. Each writing is shorter than
 * the one before, so the first that fits is found by halving; a measure after the first nearly always agrees with it or
 * finds it one or two writings on, and looks there first.
 */
export async function chooseWritings(
  document: Document,
  measures: readonly Measure[],
): Promise<Outcome<number[]>> {
  const candidates = document.sections.flatMap((section): Candidate[] =>
    section.fit ? [{ section, fit: section.fit, step: 0, over: -1, fits: 0, stride: 1 }] : [],
  );
  const diagnostics: Diagnostic[] = [];
  for (const [order, measure] of measures.entries()) {
    for (const candidate of candidates) {
      candidate.stride = order === 0 ? Infinity : 1;
      candidate.over = candidate.step - 1;
      candidate.fits = candidate.fit.variants.length;
    }
    let asked = candidates;
    while (asked.length > 0) {
      const pages = await measure(asked.map((candidate) => withSpare(written(candidate))));
      diagnostics.push(...pages.diagnostics);
      const counted = pages.value;
      if (!counted) return { value: undefined, diagnostics };
      for (const [i, candidate] of asked.entries()) {
        if ((counted[i] ?? 1) > 1) candidate.over = candidate.step;
        else candidate.fits = candidate.step;
        const { over, fits, stride } = candidate;
        candidate.step = Math.min(over + stride, Math.floor((over + fits) / 2));
        candidate.stride *= 2;
      }
      asked = asked.filter(({ over, fits }) => fits - over > 1);
    }
    for (const candidate of candidates) {
      const { fit, fits } = candidate;
      const last = fit.variants.length - 1;
      if (fits > last) diagnostics.push(sheetTooFull(fit.name, longestTexts(fit)));
      candidate.step = Math.min(fits, last);
    }
  }
  const steps = new Map(candidates.map(({ section, step }) => [section, step]));
  return { value: document.sections.map((section) => steps.get(section) ?? 0), diagnostics };
}

function written({ section, fit, step }: Pick<Candidate, 'section' | 'fit' | 'step'>): Section {
  const { fit: _, ...plain } = section;
  return { ...plain, blocks: fit.variants[step] ?? section.blocks };
}

/** Other fonts and other programs set a line more here and there: so much room is left. */
const SPARE_LINES = 2;

/** Running text may take a line more; a grid or table alone keeps its height. */
function withSpare(section: Section): Section {
  if (!section.blocks.some((block) => block.kind === 'paragraph')) return section;
  const line: Block = { kind: 'paragraph', style: 'fine', children: [{ kind: 'text', text: '\u3000' }] };
  return { ...section, blocks: [...section.blocks, ...Array.from({ length: SPARE_LINES }, () => line)] };
}

/** Beginnings of the longest texts of the shortest writing: what a person would have to cut. */
function longestTexts({ variants }: Fit): string[] {
  return (variants.at(-1) ?? [])
    .flatMap(textsOf)
    .sort((a, b) => b.length - a.length)
    .slice(0, NAMED)
    .map((text) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}……（${text.length}字）` : text));
}

function textsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return [plainText(block.children)];
  if (block.kind === 'table') return block.body.flat().map((cell) => cell.content.map(plainText).join(''));
  return [];
}
