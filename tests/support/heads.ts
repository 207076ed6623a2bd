/** Heads and figures of tables against the width that their columns get in print. */
import type {
  CellAlign,
  Document,
  Section,
  TableBlock,
  TableCell,
} from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Theme } from '../../src/model/document/theme.ts';
import { charactersOf } from '../../src/render/layout/letter.ts';

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
export const brokenFigures = (document: Document, theme: Theme): string[] =>
  brokenCells(document, theme, {
    taken: ASIDE_PT,
    // 首次突破 may stand before the line of its figure; − is as narrow as +.
    words: ({ content }, align) =>
      (align === 'right' && /[约+−]?\d.*$/u.exec(plainText(content.flat()))?.[0].replace('−', '-')) || '',
    characters: charactersOf,
  });

/** What a cell takes of its width for its sides and its rule, points, in both formats. */
const TAKEN_PT = { normal: 7.25, dense: 5.25 };

/** Short words of a status with its sign (■严重滞后) that do not fit in one line of their column, with the table's caption. */
export const brokenMarks = (document: Document, theme: Theme): string[] =>
  brokenCells(document, theme, {
    taken: TAKEN_PT,
    words: ({ content, colSpan }) => {
      const [only, ...others] = content.flat();
      const alone = only?.kind === 'status' && only.form === 'short' && others.length === 0;
      return alone && colSpan === 1 ? plainText([only]) : '';
    },
    characters: ({ length }) => length,
  });

/** What of a cell is to stand in one line, how long it is, and what the cell takes of its width besides, points. */
interface InOneLine {
  taken: Record<TableBlock['density'], number>;
  /** '' for nothing. */
  words(cell: TableCell, align: CellAlign | undefined): string;
  characters(words: string): number;
}

function brokenCells(
  { sections }: Document,
  theme: Theme,
  { taken, words, characters }: InOneLine,
): string[] {
  const { text } = theme;
  return sections.flatMap((section) =>
    section.blocks
      .filter((block) => block.kind === 'table')
      .flatMap(({ body, caption, columns, density }) => {
        const whole = columns.reduce((sum, { width }) => sum + width, 0);
        const { size } = density === 'dense' ? text.denseBody : text.tableBody;
        return body
          .filter((row) => row.length === columns.length)
          .flatMap((row) =>
            row.flatMap((cell, i) => {
              const mm = ((columns[i]?.width ?? 0) / whole) * textWidthOf(section, theme);
              const said = words(cell, columns[i]?.align);
              const needPt = characters(said) * size + taken[density];
              return said !== '' && mm < needPt * MM_PER_POINT ? [`${plainText(caption)} ${said}`] : [];
            }),
          );
      }),
  );
}

const textWidthOf = ({ orientation }: Section, { page }: Theme): number =>
  orientation === 'portrait'
    ? page.widthMm - page.marginsMm.binding - page.marginsMm.fore
    : page.heightMm - page.marginsMm.top - page.marginsMm.bottom;
