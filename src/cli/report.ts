/** Diagnostics and results for a person's eyes. */
import { shownAll } from '../base/chinese/text.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { formatOrigin } from '../base/origin.ts';

export const SEVERITY_WORDS = { error: '错误', warning: '提醒', info: '说明' };

export function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap((d) =>
    [
      `${SEVERITY_WORDS[d.severity]}　${d.at ? `${formatOrigin(d.at)}　` : ''}${d.message}`,
      ...d.hints.map((hint) => `　　　→ ${hint}`),
    ].map(shownAll),
  );
}

/** “3个错误、1个提醒”, or '' when there is nothing. */
export function tally(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map(
      (severity) =>
        [diagnostics.filter((d) => d.severity === severity).length, SEVERITY_WORDS[severity]] as const,
    )
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n}个${word}`)
    .join('、');
}

/** A file that was written, with its size and, where it has pages, their number. */
export const fileLine = ({ path, bytes, pages }: MadeFile): string =>
  `  ${path}  ${fileSize(bytes)}${typeof pages === 'number' ? `  ${pages}页` : ''}`;

interface MadeFile {
  path: string;
  bytes: number;
  pages?: number | null;
}

const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
