import * as messages from '../../base/messages/lint.ts';
import type { Rule } from '../rule.ts';

/** A title of several lines makes a trapezium or a rhombus, never an hourglass (GB/T 9704-2012, 7.3.1). */
export const titleShape: Rule = {
  name: 'titleShape',
  ours: true,
  *text({ blocks }) {
    for (const { block, at } of blocks) {
      if (block.kind !== 'title') continue;
      const lengths = block.lines.map((line) => [...line].length);
      const waist = lengths.findIndex(
        (length, i) => i > 0 && length < (lengths[i - 1] ?? 0) && length < (lengths[i + 1] ?? 0),
      );
      if (waist > 0) yield messages.titleShape(block.lines[waist] ?? '')(at);
    }
  },
};
