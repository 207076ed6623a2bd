/** Small rules of how a unit's form is read, each with what stands just beside it: whatever they let by went by without a word. */
import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { TaskColumnKey } from '../../src/model/returns/form.ts';
import {
  cellOf,
  collected,
  column,
  columnIndex,
  edited,
  type Read,
  rewritten,
  type Sheet,
  TRUTH,
  valuesOf,
} from './sloppy.ts';

const COUNT = 'T013-1';
const NEXT = 'T013-2';
const SHARE = 'T028-1';
const problems = ({ diagnostics }: Read): string[] =>
  diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, at }) => `${code} ${at?.cell ?? ''}`.trim());
const entryOf = ({ submission }: Read, no: number) => submission?.tasks.find(({ task }) => task === no);
/** From 0. */
const rowOf = (target: string): number => utils.decode_cell(cellOf(target)).r;
type Row = Partial<Record<TaskColumnKey, unknown>>;
const line = (said: Row): unknown[] => {
  const cells: unknown[] = [];
  for (const [key, text] of Object.entries(said)) cells[columnIndex(key as TaskColumnKey)] = text;
  return cells;
};
/** The form with further lines below the row of a target. */
const below = (target: string, ...lines: unknown[][]): Read =>
  collected(
    rewritten((rows) => [...rows.slice(0, rowOf(target) + 1), ...lines, ...rows.slice(rowOf(target) + 1)]),
  );
const withText = (target: string, said: Partial<Record<TaskColumnKey, string | null>>): Read =>
  collected(
    edited((sheet) => {
      for (const [key, text] of Object.entries(said)) put(sheet, cellOf(target, key as TaskColumnKey), text);
    }),
  );
function put(sheet: Sheet, ref: string, text: string | null | undefined): void {
  if (text === null) delete sheet[ref];
  else sheet[ref] = { t: 's', v: text };
}

describe('a number in a cell', () => {
  const held = (cell: { v: number; z?: string; f?: string }): Read =>
    collected(
      edited((sheet) => {
        sheet[cellOf(COUNT)] = { t: 'n', ...cell };
      }),
    );

  it('that is shown as a dash is nought, and no other number', () => {
    expect(valuesOf(held({ v: 0, z: '0;-0;"-"' }).submission)[COUNT]).toBe(0);
    const other = held({ v: 5, z: '"-"' });
    expect(problems(other)).toContain(`displayDiffers ${cellOf(COUNT)}`);
    expect(valuesOf(other.submission)[COUNT]).toBeUndefined();
  });

  it('is not what a format makes of it', () => {
    expect(problems(held({ v: 128, z: '0".5"' }))).toContain(`displayDiffers ${cellOf(COUNT)}`);
    expect(valuesOf(held({ v: 128, z: '0.0' }).submission)[COUNT]).toBe(128);
  });

  it('keeps the digits that were typed, and of what was computed as many as anybody would type', () => {
    const growth = (cell: { v: number; f?: string }) =>
      valuesOf(
        collected(
          edited((sheet) => {
            sheet[cellOf(NEXT)] = { t: 'n', ...cell };
          }),
        ).submission,
      )[NEXT];
    expect(growth({ v: 21.345678 })).toBe(21.345678);
    expect(growth({ v: 21.345678, f: 'A1/B1' })).toBe(21.3457);
    expect(growth({ v: 21.3456789 })).toBe(21.3457);
  });

  it('that a formula fetches from another file is read, and told', () => {
    const fetched = held({ v: 128, f: "'[上季度.xlsx]表'!A1" });
    expect(problems(fetched)).toContain(`externalFormula ${cellOf(COUNT)}`);
    expect(valuesOf(fetched.submission)[COUNT]).toBe(128);
    expect(problems(held({ v: 128, f: '64*2' }))).toEqual([]);
  });
});

describe('a task of several rows', () => {
  it('asks for what each of its rows asks for', () => {
    const read = collected(
      edited((sheet) => {
        put(sheet, cellOf(COUNT, 'coordination'), '请协调用地。');
        put(sheet, cellOf(COUNT, 'partners'), '省财政厅');
        put(sheet, cellOf(NEXT, 'coordination'), '请加快拨付。');
        put(sheet, cellOf(NEXT, 'partners'), '省科技厅');
        delete sheet['!merges'];
      }),
    );
    expect(entryOf(read, 13)?.coordination.map(({ matter, with: units }) => [matter.value, units])).toEqual([
      ['请协调用地。', ['省财政厅']],
      ['请加快拨付。', ['省科技厅']],
    ]);
  });

  it('says once what was copied down into all of them', () => {
    const text = String(entryOf(collected(edited(() => {})), 13)?.progress?.value);
    const read = below(NEXT, line({ progress: text }), line({ progress: '另建2个平台。' }));
    expect(entryOf(read, 13)?.progress?.value).toBe(`${text}\n另建2个平台。`);
  });

  it('may give a value once: a second one is told, and the first stays', () => {
    const read = below(NEXT, line({ targetId: COUNT, value: 999 }));
    expect(valuesOf(read.submission)).toMatchObject(TRUTH);
    expect(problems(read)).toEqual([`rowTwice ${column('value')}${rowOf(NEXT) + 2}`]);
    expect(problems(below(NEXT, line({ targetId: COUNT, value: TRUTH[COUNT] })))).toEqual([]);
  });

  it('has no value for a row that does not say which of its targets is meant', () => {
    const read = withText(COUNT, { targetId: null, target: null });
    expect(problems(read).filter((told) => told.startsWith('targetUnclear'))).toHaveLength(1);
    expect(valuesOf(read.submission)[COUNT]).toBeUndefined();
    expect(valuesOf(read.submission)[NEXT]).toBe(TRUTH[NEXT]);
    // Its only one needs no name.
    expect(valuesOf(withText('T012-1', { targetId: null, target: null }).submission)['T012-1']).toBe(
      TRUTH['T012-1'],
    );
  });

  it('ends where a row is left empty: what stands below it belongs to no task', () => {
    const text = '请于1月10日前反馈修改意见。';
    const apart = below(NEXT, [], line({ progress: text }));
    expect(problems(apart)).toEqual([`rowWithoutTask ${column('progress')}${rowOf(NEXT) + 3}`]);
    expect(entryOf(apart, 13)?.progress?.value).not.toContain(text);
    expect(entryOf(below(NEXT, line({ progress: text })), 13)?.progress?.value).toContain(text);
  });
});

describe('a row that contradicts itself is told and not read', () => {
  it.each([
    ['a target of an earlier task', 'T012-1'],
    ['a target of a later task', 'T023-1'],
  ])('%s stands beside its number', (_, id) => {
    const read = withText(SHARE, { targetId: id });
    expect(problems(read)).toContain(`rowConflict ${cellOf(SHARE, 'no')}`);
    expect(valuesOf(read.submission)).toMatchObject({ 'T012-1': TRUTH['T012-1'], 'T023-1': TRUTH['T023-1'] });
    expect(valuesOf(read.submission)[SHARE]).toBeUndefined();
  });

  it('its words speak of nothing in the plan', () => {
    const read = withText('T012-1', { text: '组织开展年度职工运动会和文艺汇演活动' });
    expect(problems(read)).toContain(`rowConflict ${cellOf('T012-1', 'no')}`);
    expect(valuesOf(read.submission)['T012-1']).toBeUndefined();
  });
});

it('headings that are repeated further down begin no new table: what stands above them is read', () => {
  const read = collected(
    rewritten((rows) => [
      ...rows.slice(0, rowOf('T023-1')),
      rows[2] as unknown[],
      ...rows.slice(rowOf('T023-1')),
    ]),
  );
  expect(valuesOf(read.submission)).toMatchObject(TRUTH);
  expect(problems(read)).toEqual([]);
});

it('cells merged over two columns are told, and read in the first of them', () => {
  const merged = (from: TaskColumnKey, to: TaskColumnKey) =>
    collected(
      edited((sheet) => {
        const cell = utils.decode_cell(cellOf('T012-1', from));
        put(sheet, utils.encode_cell(cell), '已经验收。');
        sheet['!merges'] = [{ s: cell, e: { r: cell.r, c: columnIndex(to) } }];
      }),
    );
  const read = merged('progress', 'problems');
  expect(problems(read)).toContain(`mergedSideways ${cellOf('T012-1', 'progress')}`);
  expect(entryOf(read, 12)?.progress?.value).toBe('已经验收。');
  expect(problems(merged('progress', 'progress'))).not.toContain(
    `mergedSideways ${cellOf('T012-1', 'progress')}`,
  );
});

describe('what could not be read', () => {
  const unread = ({ submission }: Read) => submission?.unread?.map(({ target, text }) => [target, text]);

  it('is kept as what was written for its target', () => {
    expect(unread(withText(COUNT, { value: '一百来个' }))).toEqual([[COUNT, '一百来个']]);
    expect(unread(withText('T012-1', { targetId: null, target: null, value: '一两条吧' }))).toEqual([
      ['T012-1', '一两条吧'],
    ]);
  });

  it('is of none where its row names none of several, nor of one that was read in another row', () => {
    const unnamed = collected(
      edited((sheet) => {
        for (const target of [COUNT, NEXT])
          for (const key of ['targetId', 'target'] as const) delete sheet[cellOf(target, key)];
      }),
    );
    expect(problems(unnamed).filter((told) => told.startsWith('targetUnclear'))).toHaveLength(2);
    expect(unread(unnamed)).toBeUndefined();
    const twice = below(NEXT, line({ targetId: COUNT, value: 999 }));
    expect(problems(twice)).toEqual([`rowTwice ${column('value')}${rowOf(NEXT) + 2}`]);
    expect(unread(twice)).toBeUndefined();
  });

  it('may be any column’s where one has lost its heading', () => {
    const without = (key: TaskColumnKey) =>
      collected(
        edited((sheet) => {
          delete sheet[`${column(key)}3`];
        }),
      ).unread;
    const lost = without('next');
    expect([lost.text(13, 'next'), lost.text(13, 'progress'), lost.value(13, COUNT), lost.part(13)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    // Nobody fills it in.
    const whole = without('previous');
    expect([whole.text(13, 'next'), whole.value(13, COUNT), whole.part(13)]).toEqual([false, false, false]);
  });
});
