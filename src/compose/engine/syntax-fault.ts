/** What is wrong with a template's syntax, out of what its parser says in English. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { blockMismatch, templateSyntax } from '../../base/messages/compose.ts';

/** “if doesn't match each - 2:3” */
const MISMATCH = /^(?:Error: )?(\S+) doesn't match (\S+) - (\d+):(\d+)/;
const LINE = /line (\d+)/;
/** The kind of mark that stands where it can't. */
const GOT = /got '(\w+)'/;

/** @param error as the parser throws it */
export function syntaxFault(file: string, error: unknown): Diagnostic {
  const said = String(error);
  const [, open, close, line, column] = MISMATCH.exec(said) ?? [];
  if (open !== undefined && close !== undefined)
    return blockMismatch({ file, line: Number(line), column: Number(column) + 1 }, open, close);
  const where = LINE.exec(said)?.[1];
  return templateSyntax(where ? { file, line: Number(where) } : { file }, GOT.exec(said)?.[1] ?? '');
}
