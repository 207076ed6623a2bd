import type { BreakInline } from '../../../model/document/inline.ts';

export function breakHtml(_node: BreakInline): string {
  return '<br>';
}
