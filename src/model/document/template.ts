/** templates/<pack>/<folder>/document.yaml: what a document is made of. Texts may contain {{…}} like the chapters. */
import { z } from 'zod';
import { DOCUMENT_FORMS } from './document.ts';

/**
 * Whom a document is about: the period as a whole, or one document for each unit that … is to be reminded, is to be
 * urged (督办), reports at all, is invited.
 */
const AUDIENCES = ['period', 'remindedUnit', 'supervisedUnit', 'reportingUnit'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** In a book: front — before the text, numbered i, ii … · chapter, appendix — open one · text — goes on with it. */
export const PART_ROLES = ['text', 'front', 'chapter', 'appendix'] as const;

const partSchema = z.strictObject({
  file: z.string(),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** An annex starts a new page and its title is numbered 附件1, 附件2 … */
  annex: z.boolean().default(false),
  /** sheet: a page or pages of one table at the end of a text, with a small head instead of the title of an annex. */
  form: z.enum(['sheet']).optional(),
  role: z.enum(PART_ROLES).default('text'),
  /** Name of a list in the data: the part is written once for each of its items, whose names it may use. */
  each: z.string().optional(),
  /** Each writing of the part is one page: lists and texts are shortened, then type made smaller, until it is. */
  onePage: z.boolean().default(false),
  /** Size of the prose of a sheet. */
  type: z.enum(['normal', 'large']).default('normal'),
});
export type TemplatePart = z.infer<typeof partSchema>;

export const documentTemplateSchema = z.strictObject({
  /** Name on the command line. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, '应为小写英文字母、数字和连字符'),
  /** Short name in lists of materials and in messages: 会议议程. */
  label: z.string(),
  per: z.enum(AUDIENCES).default('period'),
  /** Data without which there is nothing to write: the document is left out where the workspace has none. */
  needs: z.enum(['projects', 'cities', 'lastMeeting']).optional(),
  /** Place in the bound volume: material — numbered 会议材料之一 …, with a divider · front — before them, without a number. */
  bound: z.enum(['no', 'front', 'material']).default('no'),
  /** The bound volume itself: its parts, then all bound documents of the pack. */
  gathers: z.boolean().default(false),
  /** File name of the outputs, without extension; folders are separated by /. */
  name: z.string(),
  form: z.enum(DOCUMENT_FORMS).default('report'),
  /** House style: templates/styles/<name>.yaml. */
  style: z.string().default('official'),
  /** 版头, before the title. `mark`: 发文机关标志, 纪要标志 or a periodical's name. */
  letterhead: z
    .strictObject({
      mark: z.string(),
      number: z.string(),
      issuer: z.string().default(''),
      date: z.string().default(''),
    })
    .optional(),
  /** Cover page, before everything else. */
  cover: z
    .strictObject({
      lines: z.array(z.string()).min(1),
      subtitle: z.array(z.string()).default([]),
      issuer: z.string(),
      date: z.string(),
    })
    .optional(),
  /** Title as broken into lines on the page; none for a document whose parts bring their own. */
  title: z.array(z.string()).min(1),
  /** Whether the title is printed above the first part. */
  titled: z.boolean().default(true),
  /** Lines below the title. */
  subtitle: z.array(z.string()).default([]),
  /** Top-left marks besides 会议材料之N and 会后收回, which a material gets by itself. */
  marks: z.array(z.string()).default([]),
  subject: z.string(),
  keywords: z.array(z.string()).default([]),
  /** 主送机关, below the title, with its colon. */
  addressee: z.string().optional(),
  /** 附件说明 after the text: names without numbers; an empty one is left out. */
  annexList: z.array(z.string()).default([]),
  /** After the text, before annexes. */
  signature: z
    .strictObject({ issuer: z.string(), date: z.string(), sealed: z.boolean().default(true) })
    .optional(),
  /** 附注 below the signature, with its brackets: （联系人：…） */
  annotation: z.string().optional(),
  /** 出席、请假、列席 after the text of minutes; one whose people are empty is left out. */
  attendance: z.array(z.strictObject({ label: z.string(), people: z.string() })).default([]),
  /** 版记 at the foot of the last page. */
  imprint: z
    .strictObject({ copies: z.string().default(''), issuer: z.string(), date: z.string() })
    .optional(),
  /** Chapters in order; a bound volume may have none of its own. */
  parts: z.array(partSchema),
});
export type DocumentTemplate = z.infer<typeof documentTemplateSchema>;

/** A template folder as read from disk: file name → text. */
export interface TemplateFolder {
  /** Path for messages: templates/meeting-pack/04-工作进展情况报告. */
  path: string;
  settings: DocumentTemplate;
  /** The chapters. */
  files: ReadonlyMap<string, string>;
}
