/** What a format of returns is. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { LocatedData } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import type { FileKind } from './sniff.ts';

export interface SubmissionFormat {
  /** For people. */
  name: string;
  /** What its bytes look like. */
  kind: FileKind;
  /** With the dot, lower case; the first is the one under which originals are kept. */
  extensions: readonly string[];
  /** Its files have room for one of the form's tables. */
  single?: true;
  /** Bytes → data of the shape of submissionFileSchema (not yet checked), with the place of every value. */
  read(file: string, bytes: Uint8Array, index: PlanIndex): Outcome<LocatedData>;
}
