import { type FileChild, Paragraph, TextRun } from 'docx';
import type { TitleBlock } from '../../../model/document.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

/** Marks top left, then the title as one paragraph broken where its author broke it, and what stands below. */
export function title(block: TitleBlock, scope: Scope): FileChild[] {
  const below = look(scope.theme.text.subtitle.font);
  const lines = block.lines.flatMap((line, index) =>
    index === 0 ? textRuns(line) : [new TextRun({ break: 1 }), ...textRuns(line)],
  );
  return [
    ...block.marks.map((mark) => new Paragraph({ style: STYLE.mark, children: textRuns(mark) })),
    new Paragraph({ style: STYLE.title, children: lines }),
    ...block.subtitle.map(
      (nodes) =>
        new Paragraph({ style: STYLE.subtitle, keepNext: true, children: scope.inlines(nodes, below) }),
    ),
  ];
}
