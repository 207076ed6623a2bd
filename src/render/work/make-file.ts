/** One file of a document: what was made before of the same things, else made in its format's lane. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document } from '../../model/document/document.ts';
import type { Style } from '../context.ts';
import type { Wish } from '../pdf/print-context.ts';
import { FORMATS, type FormatName, type Rendered } from './formats.ts';
import type { Over } from './lanes.ts';
import { storedOutput } from './store.ts';
import { drawnContext, type Tools } from './tools.ts';

/** A file that is asked for. */
export interface FileJob {
  /** The document's text, by which it is known. */
  tree: string;
  /** Of what is printed ahead. */
  wish?: Wish;
  /** To be called when it has been begun, or came from elsewhere. */
  entered?(): void;
}

export type MakeFile = (
  format: FormatName,
  document: Document,
  style: Style,
  job: FileJob,
) => Promise<Outcome<Rendered>>;

/** @param over to be called when others can have its place in the lane */
type Maker = (document: Document, style: Style, job: FileJob & { over: Over }) => Promise<Outcome<Rendered>>;

/** Makes files with the renderer's tools: PDF on a page of its browser, Word in one of its threads. */
export function fileMaker(tools: Tools): MakeFile {
  const { effects, ground, lanes, press, word } = tools;
  const makers = {
    pdf: async (document, style, { over, wish }) => {
      const context = await drawnContext(document, style, tools);
      return press.print((browser) =>
        FORMATS.pdf.render(document, { ...context, browser, printed: over, wish }),
      );
    },
    docx: (document, style, { tree }) => word.ask('render', document, tree, style),
  } satisfies Record<FormatName, Maker>;
  return async (format, document, style, job) =>
    storedOutput(effects, [format, job.tree, await ground(style, FORMATS[format].printed)], () =>
      lanes[format].run(job.tree.length, (over) => {
        job.entered?.();
        return makers[format](document, style, { ...job, over });
      }),
    ).finally(job.entered);
}
