/** Sheets that must be one page, in the writing that is: by the browser's layout and by Word's. */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document } from '../../model/document/document.ts';
import type { Style } from '../context.ts';
import { shapeText } from '../layout/shape.ts';
import { URGENT } from '../work/lanes.ts';
import { treeText } from '../work/store.ts';
import { askBrowser, drawnContext, type Tools } from '../work/tools.ts';
import { chooseWritings, inWritings, type Measure } from './fit.ts';

/** Out: the document with its sheets as they will be; as it is, the same one, where it has none. */
export async function settleSheets(
  document: Document,
  style: Style,
  tools: Tools,
): Promise<Outcome<Document>> {
  if (!document.sections.some((section) => section.fit)) return { value: document, diagnostics: [] };
  const { effects, ground, lanes } = tools;
  const digest = await ground(style, true);
  const { value, diagnostics } = await remembered(
    effects.cache,
    (store) => keyOf(store, 'fit', shapeText(document, style.fonts), digest),
    async () => {
      const arrived = [lanes.pdf.expect(), lanes.docx.expect()];
      try {
        return await choose(document, style, tools);
      } finally {
        for (const end of arrived) end();
      }
    },
    // What is told of one that is too full quotes it.
    (made) => made.value !== undefined && made.diagnostics.length === 0,
  );
  return { value: value && inWritings(document, value), diagnostics };
}

async function choose(document: Document, style: Style, tools: Tools): Promise<Outcome<number[]>> {
  const context = await drawnContext(document, style, tools);
  const { measureSections } = await import('../pdf/measure.ts');
  const browserPages: Measure = (sections) =>
    askBrowser(tools, (browser) => measureSections(sections, document, { ...context, browser }));
  const wordPages: Measure = async (sections) => {
    const asked = { ...document, sections: [...sections] };
    const fills = await tools.lanes.docx.run(URGENT, () =>
      tools.word.ask('measure', asked, treeText(asked), style),
    );
    return { value: fills.map(({ pages }) => pages), diagnostics: [] };
  };
  return chooseWritings(document, [browserPages, wordPages]);
}
