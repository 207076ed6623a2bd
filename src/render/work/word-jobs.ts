/** What only Word's side can do or tell; done in whichever thread. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document } from '../../model/document/document.ts';
import type { RenderContext } from '../context.ts';
import { chooseCloser, closerOf, type Fill, type MeasureFill } from '../layout/last-page.ts';
import { FORMATS, type Rendered } from './formats.ts';

/** By the name of the job, its answer. */
export interface WordAnswers {
  /** The file. */
  render: Outcome<Rendered>;
  /** How full each section gets. */
  measure: readonly Fill[];
  /** By how much each section is drawn in: several layouts are asked for it, one by the answer of the other. */
  'last pages': number[];
}
export type WordJob = keyof WordAnswers;

/** Of the job ‘last pages’: by how much each section is drawn in in the layout that is asked for next. */
export interface WordNews {
  closer: number[];
}
export type TellNews = (news: WordNews) => void;

export const WORD_JOBS: {
  readonly [Job in WordJob]: (
    document: Document,
    context: RenderContext,
    tell?: TellNews,
  ) => Promise<WordAnswers[Job]>;
} = {
  render: (document, context) => FORMATS.docx.render(document, context),
  measure: async (document, context) =>
    (await import('../docx/pages/pages.ts')).measureWord(document, context),
  'last pages': (document, context, tell) => {
    const fills: MeasureFill = (measured) => {
      tell?.({ closer: closerOf(measured) });
      return WORD_JOBS.measure(measured, context);
    };
    return chooseCloser(document, context.theme, fills);
  },
};
