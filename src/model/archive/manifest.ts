/** output/<期>/manifest.json: what was built, by which program, of which files. */
import { z } from 'zod';
import type { Month } from '../period.ts';
import { REMINDERS } from './outputs.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A file that was read; null: it was looked for and is not there. A folder ends with “/”, its digest is of its list; of a
 * file that several periods share it is of what this one is told (intake/scope.ts).
 */
const inputSchema = z.strictObject({ path: z.string(), sha256: sha256.nullable() });
export type BuildInput = z.infer<typeof inputSchema>;

/** What papers of a period read of the workspace, for telling later whether that has changed; made by intake/scope.ts. */
export interface Scope {
  /** What belongs to later periods is not read (see Wants). */
  until: Month | undefined;
  /** Of a file that several periods share, what a paper of this one is told; of others all bytes. */
  partOf(path: string, bytes: Uint8Array): Uint8Array;
}

const fileSchema = z.strictObject({
  /** Below the output folder. */
  path: z.string(),
  /** Pack and id of the template: meeting-pack/agenda. */
  document: z.string().optional(),
  sha256,
  bytes: z.number().int().nonnegative(),
  pages: z.number().int().positive().nullable(),
  title: z.string(),
  author: z.string(),
  subject: z.string(),
  keywords: z.array(z.string()),
  /** What the document prints of the elements of GB/T 33480-2016, by their names; gaps are left out. */
  elements: z.record(z.string(), z.string()),
  /** Marks of the first page: 会议材料之四, 会后收回, a 密级. */
  marks: z.array(z.string()),
  /** 征求意见稿 */
  draft: z.boolean(),
  /** Of a letter that chases returns: to whom (of the summary: to nobody), and how the returns stood that it tells of. */
  tells: z.strictObject({ unit: z.string().nullable(), standing: sha256 }).optional(),
});
export type ManifestFile = z.infer<typeof fileSchema>;

/** As the pack's templates mark the chair's script, and minutes, which are filled in after the meeting: they go out to nobody. */
export const isDrafted = ({ marks }: ManifestFile): boolean => marks.includes('代拟稿');

/** Elements that a letter gets when it is sent. */
export const SENT_WITH = ['发文字号', '成文日期'] as const;

/** Of the letters that chase returns, or their summary: no build makes them. */
export const isReminder = ({ document }: ManifestFile): boolean =>
  document?.startsWith(`${REMINDERS}/`) === true;

const buildSchema = z.strictObject({ inputs: z.array(inputSchema), files: z.array(fileSchema) });

/** How a file was when it was made: whether somebody has written into it since, shows in its digest. */
const madeSchema = z.strictObject({ path: z.string(), sha256 });
export type MadeFile = z.infer<typeof madeSchema>;

export const manifestSchema = z.strictObject({
  program: z.literal('diaodu'),
  version: z.string(),
  /** Period as in the path: 2022Q3, 2022-08. */
  period: z.string(),
  /** Date that the files carry. */
  date: z.string(),
  /** One for each run whose files are still there. */
  builds: z.array(buildSchema),
  /** What belongs to none of them: workbooks that people fill in or work with, documents of an earlier version or date. */
  others: z.array(madeSchema).optional(),
  /** What a run is putting in place, or was when it died: such a file is nobody's writing either. */
  placing: z.array(madeSchema).optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a package's copy of the manifest is asked for, whichever version of the program wrote it. */
export const builtSchema = z.object({
  builds: z.array(
    z.object({
      inputs: z.array(z.object({ path: z.string(), sha256: sha256.nullable() })),
      files: z.array(z.object({ path: z.string(), sha256, title: z.string() })),
    }),
  ),
});
