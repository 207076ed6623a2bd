import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/lint.ts';
import type { Passage, PlacedBlock } from '../passage.ts';
import type { LintSettings, Rule } from '../rule.ts';

const LAST = /[，。；：、,.;:]$/;
/** 表3, 图1—图4; not 附表3, 代表2家. */
const MENTION = /(?<![附代企意试版地])([表图])(\d{1,3})(?![-\d.项家个张幅种])(?:[—～至][表图]?(\d{1,3}))?/gu;

/** A paragraph of so many characters is running text. */
const PROSE = 40;

/** 表1, 表2 … in order, each mentioned in the text, and every mention leads somewhere; captions end without a mark. */
export const captions: Rule = {
  name: 'captions',
  ours: true,
  *text({ kind, passages, blocks }, settings) {
    for (const caption of passages.filter((passage) => passage.role === 'caption')) {
      const last = LAST.exec(caption.text);
      if (last) yield messages.captionEnd(last[0])(caption.at(last.index, last.index + 1));
    }
    if (kind === 'document') yield* checkNumbers(passages, blocks, settings);
  },
};

function* checkNumbers(
  passages: readonly Passage[],
  blocks: readonly PlacedBlock[],
  settings: LintSettings,
): Iterable<Diagnostic> {
  const numbers = new Set<string>();
  for (const { block, at } of blocks) {
    if ((block.kind !== 'table' && block.kind !== 'chart') || block.number === '') continue;
    // Numbers by chapter (表2-1) have their own order.
    if (!/^[表图]\d+$/.test(block.number)) continue;
    const label = block.kind === 'table' ? '表' : '图';
    const expected = `${label}${[...numbers].filter((number) => number.startsWith(label)).length + 1}`;
    if (block.number !== expected) yield messages.captionOrder(block.number, expected)(at);
    numbers.add(block.number);
  }
  const mentioned = new Set<string>();
  for (const passage of passages)
    for (const match of passage.text.matchAll(MENTION)) {
      for (const number of numbersOf(match)) mentioned.add(number);
      const found = `${match[1]}${match[2]}`;
      const around = passage.text.slice(Math.max(0, match.index - 4), match.index + found.length + 4);
      if (!numbers.has(found) && !settings.quoted(around))
        yield messages.noSuchCaption(found)(passage.at(match.index, match.index + found.length));
    }
  // A sheet of tables has no text that could mention them.
  if (!passages.some(({ role, text }) => role === 'body' && text.length >= PROSE)) return;
  const silent = [...numbers].filter((number) => !mentioned.has(number));
  const first = blocks.find(({ block }) => 'number' in block && block.number === silent[0]);
  if (first) yield messages.notMentioned(silent)(first.at);
}

/** 表1—表4 mentions four. */
function numbersOf([, label, from, to]: RegExpExecArray): string[] {
  const [first, last] = [Number(from), Number(to ?? from)];
  return Array.from(
    { length: Math.min(Math.max(last - first, 0), 99) + 1 },
    (_, i) => `${label}${first + i}`,
  );
}
