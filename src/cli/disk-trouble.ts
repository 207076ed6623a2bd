/** What the disk refuses: on Windows, most often a file that is open in Word. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { outputsHeld } from '../base/messages/outputs.ts';
import { diskRefused } from '../base/messages/pipeline.ts';
import { OUTPUTS_HELD } from './claim.ts';

/** System calls with a path that is none of a file to be read or written. */
const OTHER_CALLS = /^(?:spawn|connect|listen|bind)\b/;

/** undefined for what is not the disk's doing. */
export function diskTrouble(error: unknown): Diagnostic | undefined {
  const { code, dest, path, syscall = '' } = error as NodeJS.ErrnoException & { dest?: string };
  if (code === OUTPUTS_HELD) return outputsHeld();
  const file = dest ?? path;
  const ofFiles = file !== undefined && syscall !== '' && !OTHER_CALLS.test(syscall);
  return code === undefined ? undefined : diskRefused(file, code, ofFiles);
}
