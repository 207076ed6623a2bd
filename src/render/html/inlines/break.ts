import type { BreakInline } from '../../../model/inline.ts';

export function breakHtml(_node: BreakInline): string {
  return '<br>';
}
