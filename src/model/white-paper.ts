/**
 * data/<year>/white-paper.yaml: what the white paper says of itself. Everything but the years may be left blank; a blank is
 * printed as a visible gap, never made up.
 */
import { z } from 'zod';
import { blankable } from './blankable.ts';
import { blankableDate } from './iso-date.ts';

export const whitePaperSchema = z.strictObject({
  /** Year on the cover, and the year that the data speak of: they differ in many white papers. */
  coverYear: z.number().int(),
  dataYear: z.number().int(),
  /** Title on the cover, broken into lines. */
  title: z.array(z.string()).min(1),
  subtitle: blankable,
  /** Who compiles and who publishes it. */
  compiler: blankable,
  publisher: blankable,
  /** 发布日期. */
  issued: blankableDate,
  /** 版权页: label and text, in order; a blank text is a gap. */
  imprint: z.array(z.strictObject({ label: z.string(), text: blankable })).default([]),
  /** The statement on rights and quotation; '' for none. */
  statement: blankable,
  /** How the book asks to be cited; '' for no such line. */
  citation: blankable,
  /** 编审委员会, 编写组 and so on, with who is in them; those without a name are not printed, nor is a page for none. */
  committees: z
    .array(
      z.strictObject({
        name: z.string(),
        members: z.array(z.strictObject({ role: blankable, names: z.array(z.string()).nullish() })).nullish(),
      }),
    )
    .nullish(),
});
export type WhitePaper = z.infer<typeof whitePaperSchema>;
