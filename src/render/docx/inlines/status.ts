import type { ParagraphChild } from 'docx';
import type { StatusInline } from '../../../model/inline.ts';
import { STATUS_FACES } from '../../../model/status.ts';
import type { Look } from '../scope.ts';
import { lookRuns } from '../text.ts';

export function status(node: StatusInline, look: Look): ParagraphChild[] {
  const { symbol, word } = STATUS_FACES[node.status];
  return lookRuns(node.symbolOnly ? symbol : symbol + word, look);
}
