/** Heads and figures of tables against the width that their columns get in print. */
import type { Document, Section, TableBlock } from '../../src/model/document.ts';
import { plainText } from '../../src/model/inline.ts';
import type { Theme } from '../../src/model/theme.ts';
import { charactersOf } from '../../src/render/letter.ts';

/** What a cell keeps free at its sides and for its rules, points, in the PDF; Word asks for no more. */
const ASIDE_PT = { normal: 8, dense: 6 };
const MM_PER_POINT = 25.4 / 72;

/** Heads of two characters (序号, 任务) that do not fit in one line of their column, with the table's caption. */
export function brokenHeads({ sections }: Document, theme: Theme): string[] {
  return sections.flatMap((section) =>
    section.blocks
      .filter((block) => block.kind === 'table')
      .flatMap((table) =>
        brokenIn(table, textWidthOf(section, theme), theme).map(
          (head) => `${plainText(table.caption)} ${head}`,
        ),
      ),
  );
}

function brokenIn({ columns, head, density }: TableBlock, textMm: number, { text }: Theme): string[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const { size } = density === 'dense' ? text.denseHead : text.tableHead;
  let next = 0;
  return (head[0] ?? []).flatMap((cell) => {
    const own = columns.slice(next, next + cell.colSpan);
    next += cell.colSpan;
    const mm = (own.reduce((sum, { width }) => sum + width, 0) / whole) * textMm;
    const words = plainText(cell.content.flat());
    return words.length === 2 && mm < (2 * size + ASIDE_PT[density]) * MM_PER_POINT ? [words] : [];
  });
}

/** Figures (约0.52万亿元) that do not fit in one line of their column, with the table's caption. */
export function brokenFigures({ sections }: Document, { text, ...theme }: Theme): string[] {
  return sections.flatMap((section) =>
    section.blocks
      .filter((block) => block.kind === 'table')
      .flatMap(({ body, caption, columns, density }) => {
        const whole = columns.reduce((sum, { width }) => sum + width, 0);
        const { size } = density === 'dense' ? text.denseBody : text.tableBody;
        const needPt = (words: string) => charactersOf(words) * size + ASIDE_PT[density];
        return body
          .filter((row) => row.length === columns.length)
          .flatMap((row) =>
            row.flatMap((cell, i) => {
              const mm = ((columns[i]?.width ?? 0) / whole) * textWidthOf(section, { text, ...theme });
              // 首次突破 may stand before the line of its figure; − is as narrow as +.
              const words = /[约+−]?\d.*$/u.exec(plainText(cell.content.flat()))?.[0].replace('−', '-') ?? '';
              return columns[i]?.align === 'right' && mm < needPt(words) * MM_PER_POINT
                ? [`${plainText(caption)} ${words}`]
                : [];
            }),
          );
      }),
  );
}

/** What a cell takes of its width for its sides and its rule, points, in both formats. */
const TAKEN_PT = { normal: 7.25, dense: 5.25 };

/** Short words of a status with its sign (■严重滞后) that do not fit in one line of their column, with the table's caption. */
export function brokenMarks({ sections }: Document, { text, ...theme }: Theme): string[] {
  return sections.flatMap((section) =>
    section.blocks
      .filter((block) => block.kind === 'table')
      .flatMap(({ body, caption, columns, density }) => {
        const whole = columns.reduce((sum, { width }) => sum + width, 0);
        const { size } = density === 'dense' ? text.denseBody : text.tableBody;
        return body.flatMap((row) =>
          row.flatMap(({ content, colSpan }, i) => {
            const [only, ...others] = content.flat();
            if (row.length !== columns.length || colSpan > 1 || others.length > 0) return [];
            if (only?.kind !== 'status') return [];
            const mm = ((columns[i]?.width ?? 0) / whole) * textWidthOf(section, { text, ...theme });
            const words = plainText(content.flat());
            const needPt = words.length * size + TAKEN_PT[density];
            return only.form === 'short' && mm < needPt * MM_PER_POINT
              ? [`${plainText(caption)} ${words}`]
              : [];
          }),
        );
      }),
  );
}

const textWidthOf = ({ orientation }: Section, { page }: Theme): number =>
  orientation === 'portrait'
    ? page.widthMm - page.marginsMm.binding - page.marginsMm.fore
    : page.heightMm - page.marginsMm.top - page.marginsMm.bottom;
