/** What the disk refuses: on Windows, most often a file that is open in Word. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { outputsHeld } from '../base/messages/outputs.ts';
import { diskRefused } from '../base/messages/pipeline.ts';
import { OUTPUTS_HELD } from './claim.ts';

/** undefined for what is not the disk's doing. */
export function diskTrouble(error: unknown): Diagnostic | undefined {
  const { code, dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  if (code === OUTPUTS_HELD) return outputsHeld();
  return code === undefined ? undefined : diskRefused(dest ?? path, code);
}
