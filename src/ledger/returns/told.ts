/** What was told in words, as papers print it: the words are left alone, numbers are written as everywhere else. */
import { withoutThousands } from '../../base/chinese/text.ts';
import type { Located } from '../../base/origin.ts';

export function told(text: Located<string>): Located<string>;
export function told(text: Located<string> | null | undefined): Located<string> | null;
export function told(text: Located<string> | null | undefined): Located<string> | null {
  return text ? { ...text, value: withoutThousands(text.value) } : null;
}
