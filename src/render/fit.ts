/**
 * A sheet that must be one page comes in several writings, from fullest to shortest; the first that takes one page in
 * every format is the one that is kept, so that all formats say the same.
 */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { sheetTooFull } from '../base/messages/render.ts';
import type { Block, Document, Fit, Section } from '../model/document.ts';
import { plainText } from '../model/inline.ts';

/** In: sections, each starting a page. Out: how many pages each takes. */
export type Measure = (sections: readonly Section[]) => Promise<Outcome<number[]>>;

/** A section on its way to one page. */
interface Candidate {
  section: Section;
  fit: Fit;
  /** Which writing is being tried. */
  step: number;
}

/** How many of the longest texts an error names. */
const NAMED = 3;
/** Enough of a text to find it. */
const QUOTED = 24;

/**
 * Out: the document with every section in its final writing. A section that takes more than a page even in its shortest
 * writing is an error that names its longest texts.
 */
export async function fitDocument(
  document: Document,
  measures: readonly Measure[],
): Promise<Outcome<Document>> {
  const candidates = document.sections.flatMap((section): Candidate[] =>
    section.fit ? [{ section, fit: section.fit, step: 0 }] : [],
  );
  if (candidates.length === 0) return { value: document, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  for (const measure of measures) {
    let asked = candidates;
    while (asked.length > 0) {
      const pages = await measure(asked.map((candidate) => withSpare(written(candidate))));
      diagnostics.push(...pages.diagnostics);
      const counted = pages.value;
      if (!counted) return { value: undefined, diagnostics };
      const over = asked.filter((_, i) => (counted[i] ?? 1) > 1);
      const stuck = over.filter(({ step, fit }) => step === fit.variants.length - 1);
      diagnostics.push(...stuck.map(({ fit }) => sheetTooFull(fit.name, longestTexts(fit))));
      asked = over.filter((candidate) => !stuck.includes(candidate));
      for (const candidate of asked) candidate.step += 1;
    }
  }
  const final = new Map(candidates.map((candidate) => [candidate.section, written(candidate)]));
  const sections = document.sections.map((section) => final.get(section) ?? section);
  return { value: { ...document, sections }, diagnostics };
}

function written({ section, fit, step }: Candidate): Section {
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
