/** 图1 / 表1 and its words; the number is a SEQ field, and the bookmark around it is what REF fields repeat. */
import { Paragraph, type ParagraphChild } from 'docx';
import type { ChartBlock, TableBlock } from '../../model/document.ts';
import { bookmarked, field } from './fields.ts';
import { look, type Scope } from './scope.ts';
import { STYLE } from './style-names.ts';
import { lookRuns } from './text.ts';
import { twipsOfPt } from './units.ts';

/** Empty for a block without a number; `keepNext` when what follows must stay on the caption's page. */
export function caption(block: TableBlock | ChartBlock, scope: Scope, keepNext: boolean): Paragraph[] {
  if (block.number === '' && block.caption.length === 0) return [];
  const around = look(scope.theme.text.caption.font);
  const target = scope.targets.ofBlock.get(block);
  const label = numberField(block.number);
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

function numberField(number: string): ParagraphChild[] {
  const around = look('hei');
  const [, name, digits] = /^(附?[图表](?:\d+-)?)(\d+)$/.exec(number) ?? [];
  if (!name || !digits) return number === '' ? [] : lookRuns(number, around);
  return [...lookRuns(name, around), ...field(sequence(name), lookRuns(digits, around))];
}

/** 图 counts through the document; 图3- within the chapter, whose first caption starts again. */
function sequence(name: string): string {
  const [, kind, chapter] = /^附?([图表])(\d+)?/.exec(name) ?? [];
  return chapter === undefined ? `SEQ ${kind} \\* ARABIC` : `SEQ ${name.replace('-', '')} \\* ARABIC`;
}

/** 注 and 数据来源, each a paragraph. */
export const notes = (block: TableBlock | ChartBlock, scope: Scope): Paragraph[] =>
  block.notes.map((note) => {
    const hanging = 2 * twipsOfPt(scope.theme.text.note.size);
    return new Paragraph({
      style: STYLE.note,
      keepLines: true,
      indent: { left: hanging, hanging },
      children: scope.inlines(note, look(scope.theme.text.note.font)),
    });
  });

/** Sets a table or chart off from what follows; Word would also join two tables that touch. */
export const gap = (): Paragraph => new Paragraph({ style: STYLE.gap });
