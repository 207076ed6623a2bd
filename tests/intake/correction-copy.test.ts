/** What a unit sees in the copy of its form that is sent back: which cells are marked, how, and what the comments say. */
import { read as readBook, utils, type WorkBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { RETURN_MENDED, RETURN_SHEET, SHEETS } from '../../src/model/returns/form.ts';
import { correctionCopy } from '../../src/render/xlsx/correction/correction.ts';
import type { CorrectionNote } from '../../src/render/xlsx/correction/note.ts';
import { rebuiltWorkbook } from '../../src/render/xlsx/correction/rebuilt.ts';
import { cellOf, edited, form, UNIT } from './sloppy.ts';

const RED = 'FFC7CD';
const YELLOW = 'FFEB9B';
const ENTRY = 'FFF9E5';
const SHEET = 'xl/worksheets/sheet1.xml';
const COMMENTS = 'xl/comments1.xml';

const note = (cell: string, more: Partial<CorrectionNote> = {}): CorrectionNote => ({
  sheet: SHEETS.tasks,
  cell,
  severity: 'error',
  problem: '数值无法识别。',
  hints: ['只填数字。'],
  ...more,
});

function copyOf(workbook: Uint8Array, ...notes: CorrectionNote[]): Uint8Array {
  const copy = correctionCopy(workbook, notes, { unit: UNIT, periodName: '2022年四季度' });
  if (!copy) throw new Error('no copy was made');
  return copy;
}

const open = (bytes: Uint8Array): WorkBook => readBook(bytes, { type: 'array', cellStyles: true });
const cellAt = (bytes: Uint8Array, cell: string, sheet: string = SHEETS.tasks) =>
  open(bytes).Sheets[sheet]?.[cell];
const fillAt = (bytes: Uint8Array, cell: string, sheet?: string): string | undefined =>
  cellAt(bytes, cell, sheet)?.s?.fgColor?.rgb;
/** Author and text of each comment of a cell. */
const commentsAt = (bytes: Uint8Array, cell: string): string[][] =>
  (cellAt(bytes, cell)?.c ?? []).map(({ a, t }: { a: string; t: string }) => [
    // The library takes the bytes of authors' names for characters.
    Buffer.from(a, 'latin1').toString(),
    t,
  ]);
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] as Uint8Array);

/** The form with one of its parts changed. */
function patched(change: (xml: string) => string, part = SHEET, bytes = form): Uint8Array {
  const before = partOf(bytes, part);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...unzipSync(bytes), [part]: strToU8(after) });
}

/** The style of a cell as the file has it. */
function lookOf(bytes: Uint8Array, cell: string): string {
  const style = Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(partOf(bytes, SHEET))?.[1]);
  const [, looks = ''] = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(partOf(bytes, 'xl/styles.xml')) ?? [];
  return looks.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)?.[style] ?? '';
}

const VALUE = cellOf('T013-1');
const PROGRESS = cellOf('T012-1', 'progress');

describe('a cell', () => {
  it('is red where something must be mended, yellow where all of it is to be looked at, and says all of it', () => {
    const copy = copyOf(
      form,
      note(VALUE, { severity: 'warning', problem: '比上季度少。', hints: ['请核对。', '属实的说明。'] }),
      note(VALUE),
      note(PROGRESS, { severity: 'warning', problem: '与上季度相同。', hints: [] }),
    );
    expect([fillAt(copy, VALUE), fillAt(copy, PROGRESS)]).toEqual([RED, YELLOW]);
    expect(commentsAt(copy, VALUE)).toEqual([
      [
        '退回意见',
        '【请核对】比上季度少。\n→ 请核对。\n→ 属实的说明。\n【须改正】数值无法识别。\n→ 只填数字。',
      ],
    ]);
    expect(commentsAt(copy, PROGRESS)).toEqual([['退回意见', '【请核对】与上季度相同。']]);
  });

  it('of the same name in another sheet is left alone, and so are the cells beside it', () => {
    const copy = copyOf(form, note(VALUE));
    expect(fillAt(copy, VALUE, SHEETS.goals)).not.toBe(RED);
    const marked = Object.entries(open(copy).Sheets[SHEETS.tasks] ?? {}).filter(([, one]) => one.c);
    expect(marked.map(([cell]) => cell)).toEqual([VALUE]);
  });

  it('keeps the look that it had, with nothing but the colour of the mark, and lets itself be changed', () => {
    const locked = cellOf('T013-1', 'goal');
    const copy = copyOf(form, note(VALUE), note(locked));
    for (const cell of [VALUE, locked]) {
      const [before, after] = [lookOf(form, cell), lookOf(copy, cell)];
      const own = (look: string) =>
        ['numFmtId', 'fontId', 'borderId'].map((name) => new RegExp(`${name}="\\d+"`).exec(look)?.[0]);
      expect(own(after)).toEqual(own(before));
      expect(after).toContain('wrapText=');
      expect(after).toContain('<protection locked="0"/>');
    }
    expect(lookOf(form, VALUE)).not.toContain('numFmtId="49"');
    expect(lookOf(form, locked)).not.toContain('locked="0"');
  });

  it('is told in 退回说明 with its place, what it is, and how to mend it', () => {
    const copy = copyOf(form, note(VALUE, { severity: 'warning' }), {
      severity: 'error',
      problem: '缺表。',
      hints: ['补。', '报。'],
    });
    const rows = utils.sheet_to_json<string[]>(open(copy).Sheets[RETURN_SHEET] ?? {}, { header: 1 });
    expect(rows.slice(3)).toEqual([
      ['1', SHEETS.tasks, VALUE, '请核对', '数值无法识别。', '只填数字。'],
      ['2', '整个文件', '', '须改正', '缺表。', '补。\n报。'],
    ]);
    expect([fillAt(copy, 'D4', RETURN_SHEET), fillAt(copy, 'D5', RETURN_SHEET)]).toEqual([YELLOW, RED]);
  });
});

describe('a cell that the file does not hold', () => {
  const ROW = Number(/\d+/.exec(VALUE)?.[0]);
  const rowXml = new RegExp(`<row r="${ROW}"[^>]*?(?:/>|>[\\s\\S]*?</row>)`);
  const cellXml = new RegExp(`<c r="${VALUE}"[^>]*?(?:/>|>.*?</c>)`);
  /** Cells and rows of the sheet stand in their order, as the format demands. */
  function expectInOrder(bytes: Uint8Array): void {
    const xml = partOf(bytes, SHEET);
    const rows = [...xml.matchAll(/<row\b[^>]*? ?r="(\d+)"/g)].map(([, r]) => Number(r));
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    for (const [row] of xml.matchAll(/<row\b[^>]*?>[\s\S]*?<\/row>/g)) {
      const columns = [...row.matchAll(/<c\b[^>]*? ?r="([A-Z]+)\d+"/g)].map(([, c = '']) =>
        utils.decode_col(c),
      );
      expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
    }
  }

  it.each<[string, (xml: string) => string]>([
    ['in its row', (xml) => xml.replace(cellXml, '')],
    ['in an empty row', (xml) => xml.replace(rowXml, `<row r="${ROW}" />`)],
    ['where the row is wanting, too', (xml) => xml.replace(rowXml, '')],
  ])('is put in at its place: %s', (_, change) => {
    const source = cellOf('T013-1', 'source');
    const copy = copyOf(patched(change), note(source), note(VALUE));
    expect([fillAt(copy, VALUE), fillAt(copy, source)]).toEqual([RED, RED]);
    expectInOrder(copy);
  });

  it('is put in below the table, the upper one first', () => {
    const copy = copyOf(form, note('C203'), note('D200'), note('B200'));
    expect(['B200', 'D200', 'C203'].map((cell) => fillAt(copy, cell))).toEqual([RED, RED, RED]);
    expectInOrder(copy);
  });
});

it('marks the right cell where a program writes no names of cells and rows', () => {
  const bare = patched((xml) => xml.replace(/(<(?:c|row)\b[^>]*?) r="[A-Z]*\d+"/g, '$1'));
  const copy = copyOf(bare, note(VALUE));
  const [column, row] = [utils.decode_cell(VALUE).c, utils.decode_cell(VALUE).r];
  const rows = partOf(copy, SHEET).match(/<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g) ?? [];
  const styleOf = (line: string | undefined, c: number) =>
    Number(/ s="(\d+)"/.exec(line?.match(/<c\b[^>]*>/g)?.[c] ?? '')?.[1]);
  const before = partOf(bare, SHEET).match(/<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g) ?? [];
  const changed = rows.flatMap((line, r) =>
    (line.match(/<c\b/g) ?? []).flatMap((_, c) =>
      styleOf(line, c) === styleOf(before[r], c) ? [] : [[r, c]],
    ),
  );
  expect(changed).toEqual([[row, column]]);
});

describe('comments', () => {
  const OTHER = cellOf('T012-1', 'next');
  const commented = edited((sheet) => {
    sheet[VALUE] = { t: 's', v: '见附件', c: [{ a: '张三', t: '附件另报：R&D <甲>' }] };
    sheet[OTHER] = { t: 's', v: '巩固。', c: [{ a: '张三', t: '与处里核过' }] };
  });

  it('of the unit stay: below ours in the same cell, and as they were in others', () => {
    const copy = copyOf(commented, note(VALUE), note(PROGRESS));
    expect(commentsAt(copy, VALUE)).toEqual([
      ['退回意见', '【须改正】数值无法识别。\n→ 只填数字。\n——原批注：附件另报：R&D <甲>'],
    ]);
    expect(commentsAt(copy, OTHER)).toEqual([['张三', '与处里核过']]);
    expect(commentsAt(copy, PROGRESS)).toHaveLength(1);
  });

  it('of an earlier copy give way to what is wrong now, and say of a mended cell that it is', () => {
    for (const bytes of [form, commented]) {
      const first = copyOf(bytes, note(VALUE), note(PROGRESS));
      const second = copyOf(first, note(PROGRESS, { problem: '仍为空。', hints: [] }));
      // The other file comes from a program that keeps no colours.
      expect([fillAt(second, VALUE), fillAt(second, PROGRESS)]).toEqual([
        bytes === form ? ENTRY : undefined,
        RED,
      ]);
      expect(commentsAt(second, VALUE)).toEqual([['退回意见', RETURN_MENDED]]);
      expect(commentsAt(second, PROGRESS)).toEqual([['退回意见', '【须改正】仍为空。']]);
      expect(partOf(second, COMMENTS).match(/退回意见/g)).toHaveLength(1);
    }
    expect(commentsAt(copyOf(copyOf(commented, note(VALUE))), OTHER)).toEqual([['张三', '与处里核过']]);
  });

  it('have one shape each, at their cell, with a number of its own', () => {
    for (const bytes of [form, commented]) {
      const copy = copyOf(copyOf(bytes, note(VALUE)), note(VALUE), note(PROGRESS));
      const name = Object.keys(unzipSync(copy)).find((part) => part.endsWith('.vml')) ?? '';
      const shapes = partOf(copy, name).match(/<v:shape [\s\S]*?<\/v:shape>/g) ?? [];
      const places = shapes.map((shape) => {
        const [r, c] = ['Row', 'Column'].map((what) =>
          Number(new RegExp(`<x:${what}>(\\d+)`).exec(shape)?.[1]),
        );
        return utils.encode_cell({ r: r as number, c: c as number });
      });
      const cells = [...partOf(copy, COMMENTS).matchAll(/<comment ref="([A-Z]+\d+)"/g)].map(([, ref]) => ref);
      expect(places.sort()).toEqual(cells.sort());
      expect(places).toEqual(expect.arrayContaining([VALUE, PROGRESS]));
      const ids = shapes.map((shape) => /id="([^"]*)"/.exec(shape)?.[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('are drawn by a sheet whose parts keep their order', () => {
    const copy = copyOf(
      patched((xml) => xml.replace('</worksheet>', '<extLst><ext uri="x"/></extLst></worksheet>')),
      note(VALUE),
    );
    expect(partOf(copy, SHEET)).toMatch(/<legacyDrawing [^>]*\/><extLst>/);
  });
});

describe('the file', () => {
  const namesOf = (bytes: Uint8Array, part: string, name: RegExp): string[] =>
    [...partOf(bytes, part).matchAll(name)].map(([, one]) => one as string);

  it('has a name of its own for each sheet and each link, so that no program has to repair it', () => {
    const copy = copyOf(copyOf(form, note(VALUE)), note(PROGRESS), note('F4', { sheet: SHEETS.goals }));
    const links = Object.keys(unzipSync(copy)).filter((part) => part.endsWith('.rels'));
    const names = [
      namesOf(copy, 'xl/workbook.xml', / sheetId="(\d+)"/g),
      namesOf(copy, '[Content_Types].xml', / PartName="([^"]*)"/g),
      ...links.map((part) => namesOf(copy, part, / Id="([^"]*)"/g)),
    ];
    expect(names.some((one) => one.includes('rIdReturn2'))).toBe(true);
    for (const one of names) expect(new Set(one).size).toBe(one.length);
    expect(fillAt(copy, 'F4', SHEETS.goals)).toBe(RED);
  });

  it('counts its looks as they are', () => {
    const styles = partOf(
      copyOf(form, note(VALUE), note(PROGRESS, { severity: 'warning' })),
      'xl/styles.xml',
    );
    for (const [list, one] of [
      ['cellXfs', /<xf\b/g],
      ['fills', /<fill\b/g],
    ] as const) {
      const [, count, inner] =
        new RegExp(`<${list}[^>]* count="(\\d+)"[^>]*>([\\s\\S]*)</${list}>`).exec(styles) ?? [];
      expect(inner?.match(one)).toHaveLength(Number(count));
    }
  });

  it('made anew of a table without looks holds every text whole, and formulas as texts', async () => {
    const rows = [
      ['序号', '进展情况', '本季度累计值'],
      [1, '=SUM(A1)', '约12个'],
      [null, '已逐项验收。'.repeat(200), 98.3],
    ];
    const copy = copyOf(await rebuiltWorkbook([{ name: SHEETS.tasks, rows }]), note('C2'), note('A3'));
    const sheet = open(copy).Sheets[SHEETS.tasks] ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1, defval: null })).toEqual(rows);
    expect(Object.values(sheet).filter((cell) => cell?.f)).toEqual([]);
    expect(['C2', 'A3', 'B3'].map((cell) => fillAt(copy, cell))).toEqual([RED, RED, undefined]);
  });

  it('speaks no more of macros that were left behind', () => {
    const types =
      '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
    const link = 'http://schemas.microsoft.com/office/2006/relationships/vbaProject';
    const linked = patched(
      (xml) =>
        xml.replace('</Relationships>', `<Relationship Id="v" Type="${link}" Target="vbaProject.bin"/>$&`),
      'xl/_rels/workbook.xml.rels',
    );
    const typed = patched((xml) => xml.replace('</Types>', `${types}$&`), '[Content_Types].xml', linked);
    const copy = copyOf(
      zipSync({ ...unzipSync(typed), 'xl/vbaProject.bin': new Uint8Array(9) }),
      note(VALUE),
    );
    for (const part of ['xl/_rels/workbook.xml.rels', '[Content_Types].xml'])
      expect(partOf(copy, part)).not.toContain('vbaProject');
    expect(fillAt(copy, VALUE)).toBe(RED);
  });
});
