/** templates/<folder>/document.yaml: what a document is made of. Texts may contain {{…}} like the chapters. */
import { z } from 'zod';
import { DOCUMENT_FORMS } from './document.ts';

export const documentTemplateSchema = z.strictObject({
  /** File name of the outputs, without extension. */
  name: z.string(),
  form: z.enum(DOCUMENT_FORMS).default('report'),
  /** 版头, before the title: 发文机关标志 and 发文字号. */
  letterhead: z.strictObject({ mark: z.string(), number: z.string() }).optional(),
  /** Title as broken into lines on the page. */
  title: z.array(z.string()).min(1),
  /** Lines below the title. */
  subtitle: z.array(z.string()).default([]),
  /** Top-left marks, e.g. 会议材料之四. */
  marks: z.array(z.string()).default([]),
  subject: z.string(),
  keywords: z.array(z.string()).default([]),
  /** 主送机关, below the title, with its colon. */
  addressee: z.string().optional(),
  /** After the text, before annexes. */
  signature: z
    .strictObject({ issuer: z.string(), date: z.string(), sealed: z.boolean().default(true) })
    .optional(),
  /** 附注 below the signature, with its brackets: （联系人：…） */
  annotation: z.string().optional(),
  /** Chapters in order. */
  parts: z
    .array(
      z.strictObject({
        file: z.string(),
        orientation: z.enum(['portrait', 'landscape']).default('portrait'),
        /** An annex starts a new page and its title is numbered 附件1, 附件2 … */
        annex: z.boolean().default(false),
      }),
    )
    .min(1),
});
export type DocumentTemplate = z.infer<typeof documentTemplateSchema>;

/** A template folder as read from disk: file name → text. */
export interface TemplateFolder {
  /** Path for messages: templates/progress-report. */
  path: string;
  settings: DocumentTemplate;
  /** The chapters. */
  files: ReadonlyMap<string, string>;
}
