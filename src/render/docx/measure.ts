/** What is asked of the layout before the file is written: where the 版记 goes, and how many pages sections take. */
import type { FontFile } from 'docx/layout';
import type { Outcome } from '../../base/diagnostic.ts';
import { type Block, type Document, PLAIN_SECTION, type Section } from '../../model/document.ts';
import type { RenderContext } from '../context.ts';
import { hasImprint, imprintPlace } from '../imprint.ts';
import { layoutFonts, pageEstimator } from './pages.ts';
import type { Scope } from './scope.ts';
import { IMPRINT_MARKS } from './targets.ts';
import { charactersOf, scopeOf, write } from './word.ts';

/** In: sections of `document`, each starting a page. Out: how many pages each takes in Word. */
export async function measureWordSections(
  sections: readonly Section[],
  document: Document,
  { theme, fonts, effects }: Pick<RenderContext, 'theme' | 'fonts' | 'effects'>,
): Promise<Outcome<number[]>> {
  const part: Document = { ...document, sections: [...sections] };
  const pages = pageEstimator((await layoutFonts(fonts, theme, effects, charactersOf(part))) ?? []);
  await write(part, scopeOf(part, { theme, fonts }), pages);
  return { value: sections.map((_, i) => pages.result.ofSections[i] ?? 1), diagnostics: [] };
}

/** Where the 版记 goes, by the pages of a layout that has it in the text; after a blank page it gets a section of its own. */
export async function placeImprint(
  document: Document,
  style: Pick<RenderContext, 'theme' | 'fonts'>,
  fonts: readonly FontFile[],
): Promise<{ document: Document } & Pick<Scope, 'imprint' | 'imprintEven'>> {
  if (!hasImprint(document)) return { document, imprint: 'here', imprintEven: true };
  const pages = pageEstimator(fonts);
  const scope: Scope = { ...scopeOf(document, style), imprint: 'measure' };
  await write(document, scope, pages);
  const [text = 1, start] = IMPRINT_MARKS.map(({ name }) => Number(pages.result.numbers.get(name) ?? 1));
  const place = imprintPlace(text, text === start, document.form);
  if (place === 'afterBlank') return { document: afterBlank(document), imprint: 'here', imprintEven: true };
  return { document, imprint: place, imprintEven: (place === 'here' ? text : text + 1) % 2 === 0 };
}

function afterBlank(document: Document): Document {
  const own = (blocks: Block[]): Section => ({
    ...PLAIN_SECTION,
    form: document.form,
    numbered: false,
    blocks,
  });
  const last = document.sections.at(-1);
  const rest = last?.blocks.filter((block) => block.kind !== 'imprint') ?? [];
  const imprint = last?.blocks.filter((block) => block.kind === 'imprint') ?? [];
  const text = last ? [{ ...last, blocks: rest }] : [];
  const blank: Block = { kind: 'paragraph', style: 'flush', children: [] };
  return { ...document, sections: [...document.sections.slice(0, -1), ...text, own([blank]), own(imprint)] };
}
