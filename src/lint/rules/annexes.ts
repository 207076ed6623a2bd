import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/lint.ts';
import type { Passage } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** The list of annexes says what follows: as many, under the same names, in the same order (GB/T 9704-2012, 7.3.4, 7.3.7). */
export const annexes: Rule = {
  name: 'annexes',
  ours: true,
  *text({ kind, passages }) {
    const from = passages.findIndex(
      ({ role, text }) => /^(?:body|label)$/.test(role) && /^附件：/.test(text),
    );
    const headings = passages.filter(({ role, number }) => role === 'heading' && number.startsWith('附件'));
    const note = passages[from];
    // Annexes may be handed out apart; then there is nothing to compare with.
    if (kind !== 'document' || !note || headings.length === 0) return;
    yield* compare(listed(passages.slice(from)), headings, note);
  },
};

/** 附件：1. name, then 2. name … in the same paragraph or in those that follow. */
function listed(passages: readonly Passage[]): string[] {
  const lines = passages.flatMap(({ text }) => text.split('\n'));
  const end = lines.findIndex((line, i) => i > 0 && !/^\d{1,2}\. ?/.test(line));
  return lines.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .replace(/^附件：/, '')
      .replace(/^\d{1,2}\. ?/, '')
      .trim(),
  );
}

function* compare(
  names: readonly string[],
  headings: readonly Passage[],
  note: Passage,
): Iterable<Diagnostic> {
  const at = note.at(0, note.text.length);
  if (names.length !== headings.length) yield messages.annexCount(names.length, headings.length)(at);
  else
    for (const [i, heading] of headings.entries())
      if (names[i] !== heading.text) yield messages.annexName(names[i] ?? '', heading.text)(at);
}
