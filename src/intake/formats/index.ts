/** The formats in which returns may come: one file per format and one line here. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { LocatedData } from '../located.ts';
import { xlsxFormat } from './xlsx.ts';
import { yamlFormat } from './yaml.ts';

export interface SubmissionFormat {
  /** With the dot, lower case. */
  extensions: readonly string[];
  /** Bytes → data of the shape of submissionFileSchema (not yet checked), with the place of every value. */
  read(file: string, bytes: Uint8Array): Outcome<LocatedData>;
}

export const SUBMISSION_FORMATS: readonly SubmissionFormat[] = [yamlFormat, xlsxFormat];

export const SUBMISSION_EXTENSIONS: readonly string[] = SUBMISSION_FORMATS.flatMap((f) => f.extensions);

export function submissionFormat(file: string): SubmissionFormat | undefined {
  const name = file.toLowerCase();
  return SUBMISSION_FORMATS.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}
