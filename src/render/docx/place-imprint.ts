/** Where the 版记 goes, by the layout of the pages: asked before the file is written. */
import { type Block, type Document, PLAIN_SECTION, type Section } from '../../model/document/document.ts';
import { hasImprint, imprintPlace } from '../layout/imprint.ts';
import type { Pages } from './pages/pages.ts';
import type { Scope } from './scope.ts';
import { IMPRINT_MARKS } from './targets.ts';

type Placed = { document: Document; pages: number } & Pick<Scope, 'imprint' | 'imprintEven'>;

/** Where the 版记 goes, by the pages of a layout that has it in the text; after a blank page it gets a section of its own. */
export function placeImprint(document: Document, { numbers, pages }: Pages): Placed {
  if (!hasImprint(document)) return { document, pages, imprint: 'here', imprintEven: true };
  const [text = 1, start] = IMPRINT_MARKS.map(({ name }) => Number(numbers.get(name) ?? 1));
  const place = imprintPlace(text, text === start, document.form);
  if (place === 'afterBlank')
    return { document: afterBlank(document), pages: text + 2, imprint: 'here', imprintEven: true };
  const last = place === 'here' ? text : text + 1;
  return { document, pages: last, imprint: place, imprintEven: last % 2 === 0 };
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
