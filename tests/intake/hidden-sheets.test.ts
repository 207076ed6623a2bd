/** Workbooks in which a sheet is hidden that has the form's table: what is seen counts, and nothing goes by without a word. */
import { utils, type WorkBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/intake/formats/workbook.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { monthOf } from '../../src/model/period.ts';
import { SHEETS, TASK_COLUMNS } from '../../src/model/returns/form.ts';
import { PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';
import { cellOf, collected, edited, TRUTH, valuesOf } from './sloppy.ts';

const NOT_TOLD = ['info'];
const told = ({
  diagnostics,
}: {
  diagnostics: readonly { severity: string; code: string; at?: unknown }[];
}) => diagnostics.filter(({ severity }) => !NOT_TOLD.includes(severity)).map(({ code, at }) => [code, at]);
const at = (sheet: string, cell: string, file = '新建文件夹/表格.xlsx') => ({ file, sheet, cell });

function hide(book: WorkBook, name: string): void {
  const states = book.SheetNames.map((sheet, i) => ({ ...book.Workbook?.Sheets?.[i], name: sheet }));
  const state = states.find((one) => one.name === name);
  if (!state) throw new Error(`no sheet ${name}`);
  state.Hidden = 1;
  book.Workbook = { ...book.Workbook, Sheets: states };
}
/** Without what a unit fills in. */
function emptied(sheet: WorkSheet): WorkSheet {
  const copy = structuredClone(sheet);
  for (const address of Object.keys(copy).filter((key) => !key.startsWith('!'))) {
    const { r, c } = utils.decode_cell(address);
    if (r > 2 && TASK_COLUMNS[c]?.entry) delete copy[address];
  }
  return copy;
}
const VALUE = cellOf('T013-1');
const filledBy = (book: WorkBook): WorkSheet => book.Sheets[SHEETS.tasks] as WorkSheet;

describe('a unit’s workbook with a hidden sheet', () => {
  const besides = (change: (copy: WorkSheet) => WorkSheet, hidden: 'copy' | 'own', type?: 'biff8') =>
    collected(
      edited((sheet, book) => {
        const copy = change(structuredClone(sheet));
        utils.book_append_sheet(book, copy, '副本');
        hide(book, hidden === 'copy' ? '副本' : SHEETS.tasks);
      }, type ?? 'xlsx'),
    );
  const stale = (copy: WorkSheet): WorkSheet => {
    copy[VALUE] = { t: 'n', v: 99 };
    return copy;
  };

  it('that is the only one with the table is read, and told', () => {
    const read = collected(edited((_, book) => hide(book, SHEETS.tasks)));
    expect(valuesOf(read.submission)).toMatchObject(TRUTH);
    expect(told(read)).toEqual([['hiddenSheet', at(SHEETS.tasks, 'A1')]]);
  });

  it.each([undefined, 'biff8'] as const)(
    'with other numbers is not what is read, whatever it is called (%s)',
    (type) => {
      const copied = besides(stale, 'copy', type);
      expect(valuesOf(copied.submission)['T013-1']).toBe(TRUTH['T013-1']);
      const problem = copied.diagnostics.find(({ code }) => code === 'hiddenCopy');
      expect(problem).toMatchObject({ severity: 'warning', at: at(SHEETS.tasks, VALUE) });
      expect(problem?.message).toContain(`这一格为“${TRUTH['T013-1']}”，“副本”为“99”`);
      // The form's own sheet is the one that is hidden.
      const own = besides(stale, 'own', type);
      expect(valuesOf(own.submission)['T013-1']).toBe(99);
      expect(told(own)).toContainEqual(['hiddenCopy', at('副本', VALUE)]);
      expect(told(own).map(([code]) => code)).not.toContain('sheetTwice');
    },
  );

  it('that says the same is not told', () => {
    const read = besides((copy) => copy, 'copy');
    expect(valuesOf(read.submission)).toMatchObject(TRUTH);
    expect(told(read)).toEqual([]);
  });

  it('and one that is seen and empty is not guessed at', () => {
    const read = besides(emptied, 'own');
    expect(read.submission?.tasks).toEqual([]);
    const problem = read.diagnostics.find(({ code }) => code === 'hiddenInstead');
    expect(problem).toMatchObject({ severity: 'error', at: at('副本', 'A1') });
    expect(problem?.message).toContain(`“副本”没有填，被隐藏的工作表“${SHEETS.tasks}”里却填有内容`);
  });

  it('that is empty does no harm', () => {
    expect(told(besides(emptied, 'copy'))).toEqual([]);
  });

  it('matters no more than the name where both are seen and one is filled in', () => {
    const read = collected(
      edited((sheet, book) => {
        utils.book_append_sheet(book, structuredClone(sheet), '副本');
        book.Sheets[SHEETS.tasks] = emptied(sheet);
      }),
    );
    expect(valuesOf(read.submission)).toMatchObject(TRUTH);
    expect(told(read)).toEqual([]);
  });

  it('and two that are seen are two of them still', () => {
    const read = collected(
      edited((_, book) => {
        for (const name of ['副本', '另一份'])
          utils.book_append_sheet(book, structuredClone(filledBy(book)), name);
        hide(book, '另一份');
      }),
    );
    expect(told(read)).toEqual([['sheetTwice', at('副本', 'A1')]]);
  });
});

describe('a city’s workbook with a hidden sheet', () => {
  const HEAD = ['填报单位：赣州市　报送月份：2022-08　收到日期：2022-09-03'];
  const table = (cumulative: number | ''): WorkSheet =>
    utils.aoa_to_sheet([
      HEAD,
      PROJECT_RETURN_COLUMNS.map(({ heading }) => heading),
      PROJECT_RETURN_COLUMNS.map(({ key }) => ({ code: 'Z001', cumulative })[key as 'code'] ?? ''),
    ]);
  const cell = `${utils.encode_col(PROJECT_RETURN_COLUMNS.findIndex(({ key }) => key === 'cumulative'))}3`;
  const figure = {
    value: 9000,
    unit: '万元',
    decimals: 0,
    qualifier: '' as const,
    provenance: { kind: 'derived' as const, rule: '项目库', from: [] },
  };
  const index = indexProjects(
    [
      {
        code: 'Z001',
        name: '线路板项目',
        city: '赣州市',
        kind: '重点产业',
        category: '电子信息',
        owner: '甲公司',
        total: figure,
        yearPlan: figure,
        plannedStart: '2022-03',
        approvedOn: null,
        at: { file: 'projects.csv' },
      },
    ],
    [{ name: '赣州市', fullName: '江西省赣州市', aliases: [], clusters: [] }],
  );
  const read = (sheets: Record<string, WorkSheet>, hidden: string) => {
    const book = utils.book_new();
    for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
    hide(book, hidden);
    const bytes = new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    return readProjectReturn('表.xlsx', bytes, index, { month: monthOf(2022, 8) });
  };
  const numberOf = ({ value }: ReturnType<typeof read>) => value?.entries[0]?.cumulative?.value;

  it('that is older is not read; where it is the only one, it is, and told', () => {
    const both = read({ 上月: table(100), 本月: table(300) }, '上月');
    expect(numberOf(both)).toBe(300);
    expect(told(both)).toEqual([['hiddenCopy', at('本月', cell, '表.xlsx')]]);
    const same = read({ 上月: table(300), 本月: table(300) }, '上月');
    expect([numberOf(same), told(same)]).toEqual([300, []]);
    const alone = read({ 项目: table(300), 说明: utils.aoa_to_sheet([]) }, '项目');
    expect(numberOf(alone)).toBe(300);
    expect(told(alone)).toEqual([['hiddenSheet', at('项目', 'A1', '表.xlsx')]]);
  });

  it('is not read in the place of an empty one that is seen', () => {
    const found = read({ 上月: table(100), 本月: table('') }, '上月');
    expect(numberOf(found)).toBeUndefined();
    expect(told(found)).toEqual([['hiddenInstead', at('本月', 'A1', '表.xlsx')]]);
    expect(told(read({ 上月: table(''), 本月: table(300) }, '上月'))).toEqual([]);
  });
});

describe('an open document spreadsheet', () => {
  const book = utils.book_new();
  for (const name of ['甲&乙', '丙']) utils.book_append_sheet(book, utils.aoa_to_sheet([['一']]), name);
  const parts = unzipSync(new Uint8Array(writeBook(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer));
  const xml = new TextDecoder().decode(parts['content.xml']);
  const open = (content: string) =>
    openWorkbook(
      '表.ods',
      zipSync({ ...parts, 'content.xml': new TextEncoder().encode(content) }, { level: 0 }),
    ).value ?? [];
  const styled = (styles: string, ...changes: (readonly [RegExp, string])[]): string =>
    changes.reduce(
      (text, [from, to]) => text.replace(from, to),
      xml.replace('<office:automatic-styles>', (found) => found + styles),
    );

  it('hides a sheet by its format', () => {
    const style = (name: string, shown: boolean) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${shown}"/></style:style>`;
    const table = (name: string, format: string) =>
      [
        new RegExp(`<table:table table:name="${name}"[^>]*>`),
        `<table:table table:name="${name}" table:style-name="${format}">`,
      ] as const;
    const changed = styled(
      style('weg', false) + style('da', true),
      table('甲&amp;乙', 'weg'),
      table('丙', 'da'),
    );
    const seen = (content: string) => open(content).map(({ name, unseen }) => [name, !unseen]);
    expect(seen(changed)).toEqual([
      ['甲&乙', false],
      ['丙', true],
    ]);
    expect(seen(xml)).toEqual([
      ['甲&乙', true],
      ['丙', true],
    ]);
  });

  it('tells what is struck out also on a sheet whose name is spelt otherwise in XML', () => {
    const style =
      '<style:style style:name="weg" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>';
    const changed = styled(style, [/<table:table-cell /, '<table:table-cell table:style-name="weg" ']);
    const cells = open(changed).map(({ rows }) => rows[0]?.[0]);
    expect(cells.map((cell) => [cell?.at.sheet, cell?.struck ?? false])).toEqual([
      ['甲&乙', true],
      ['丙', false],
    ]);
  });
});
