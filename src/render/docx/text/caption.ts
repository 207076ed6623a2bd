/** 图1 / 表1 and its words; the number is a SEQ field, and the bookmark around it is what REF fields repeat. */
import { type FileChild, LineRuleType, Paragraph, type ParagraphChild } from 'docx';
import type { ChartBlock, TableBlock } from '../../../model/document/document.ts';
import { bookmarked, field } from '../parts/fields.ts';
import { twipsOfPt } from '../parts/units.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { lookRuns } from './text.ts';

/** Empty for a block without a number; `keepNext` when what follows must stay on the caption's page. */
export function caption(block: TableBlock | ChartBlock, scope: Scope, keepNext: boolean): Paragraph[] {
  if (block.number === '' && block.caption.length === 0) return [];
  const around = look(scope.theme.text.caption.font);
  const target = scope.targets.ofBlock.get(block);
  const label = numberField(block, scope);
  const words = scope.inlines(block.caption, around);
  return [
    new Paragraph({
      style: STYLE.caption,
      keepNext,
      children: [
        ...(target ? bookmarked(target.mark, label) : label),
        ...(label.length > 0 ? lookRuns('\u3000', around) : []),
        ...words,
      ],
    }),
  ];
}

function numberField(block: TableBlock | ChartBlock, { targets }: Scope): ParagraphChild[] {
  const around = look('hei');
  const number = targets.numbers.get(block);
  if (!number) return block.number === '' ? [] : lookRuns(block.number, around);
  return [...lookRuns(number.before, around), ...field(number.instruction, lookRuns(number.digits, around))];
}

/** From a table to its first note, twips; as in the PDF. */
const NOTES_BELOW = 60;

/** 注 and 数据来源, each a paragraph, on one page with what they belong to. */
export const notes = (block: TableBlock | ChartBlock, scope: Scope): Paragraph[] =>
  block.notes.map((note, i) => {
    const hanging = 2 * twipsOfPt(scope.theme.text.note.size);
    return new Paragraph({
      style: STYLE.note,
      keepLines: true,
      keepNext: i < block.notes.length - 1,
      indent: { left: hanging, hanging },
      ...(i === 0 && block.kind === 'table' && { spacing: { before: NOTES_BELOW } }),
      children: scope.inlines(note, look(scope.theme.text.note.font)),
    });
  });

/** Sets a table or chart off from what follows; Word would also join two tables that touch. */
class Gap extends Paragraph {}
export const gap = (): Paragraph => new Gap({ style: STYLE.gap });

/**
 * Of a section: where nothing follows, the gap is as low as a paragraph can be, for a table that fills its page in Word
 * would have it alone on an empty one, with a page number.
 */
export function endedLow(children: readonly FileChild[]): FileChild[] {
  const last = children.at(-1);
  const low = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
  return last instanceof Gap
    ? [...children.slice(0, -1), new Paragraph({ style: STYLE.gap, spacing: low })]
    : [...children];
}

/** … from what stands above it: a heading there goes with the table to the next page. */
export const gapAbove = (): Paragraph => new Paragraph({ style: STYLE.gap, keepNext: true });
