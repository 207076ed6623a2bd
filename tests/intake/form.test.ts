/** The form: what is written can be read back, wherever people have pushed things around. */
import { read as readBook, utils, type WorkBook, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { formatOrigin } from '../../src/base/origin.ts';
import { formContent } from '../../src/compose/forms/form.ts';
import { indexPlan } from '../../src/intake/plan/plan-index.ts';
import { readReturn } from '../../src/intake/returns/read-return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Period } from '../../src/model/period.ts';
import { allGoals, allTasks } from '../../src/model/plan/plan.ts';
import { GOAL_COLUMNS, SHEETS, TASK_COLUMNS } from '../../src/model/returns/form.ts';
import type { Submission, SubmissionFile } from '../../src/model/returns/submission.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledForm } from '../support/filled-forms.ts';

const inputs = (await readWorkspace(folderEffects(), 2022)).value as Inputs;
const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const FILE = 'data/2022/submissions/2022Q3/省发改委.xlsx';

const RETURN: SubmissionFile = {
  unit: '省发改委',
  period: '2022Q3',
  receivedAt: '2022-10-09',
  demo: '演示数据',
  tasks: [
    {
      task: 17,
      values: { 'T017-1': '９７个', 'T017-2': '512.80亿元' },
      sources: { 'T017-2': '省统计局，2022年10月' },
      selfAssessment: '达到序时进度',
      progress: '1—9月完成投资512.8亿元。\n未开工3个。',
      problems: '**要素**保障不足 <b>',
      coordination: [
        { matter: '请加快拨付资金。', with: ['省财政厅'] },
        { matter: '请协调用地。', with: ['省通信管理局', '省工信厅'] },
      ],
      next: '10月底前全部开工。',
    },
    {
      task: 19,
      values: {},
      sources: {},
      stage: '印发二季度通报',
      evidence: '赣发改数字〔2022〕427号',
      progress: '已通报。',
      coordination: [],
    },
  ],
  goals: [],
  cooperation: [],
};

/** Positions of the form's columns and rows as the writer lays them out. */
const column = (key: string): string => utils.encode_col(TASK_COLUMNS.findIndex((c) => c.key === key));
const written = await writeForm(filledForm(formContent(inputs, '省发改委', Q3), RETURN));

function readBack(bytes: Uint8Array, file = FILE): { submission: Submission | undefined; told: string[] } {
  const { submission, diagnostics } = readReturn(file, bytes, {
    index: indexPlan(inputs.plan, inputs.units),
    period: '2022Q3',
    claim: {},
    previous: () => undefined,
  });
  return {
    submission,
    told: diagnostics
      .filter((d) => d.severity !== 'info')
      .map((d) => `${d.at && formatOrigin(d.at)} ${d.message}`),
  };
}

/** Changes the workbook as a clerk with a spreadsheet program would. */
function edited(change: (book: WorkBook) => void): Uint8Array {
  const book = readBook(written, { type: 'array' });
  change(book);
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const tasksOf = (book: WorkBook) => book.Sheets[SHEETS.tasks] as NonNullable<WorkBook['Sheets'][string]>;

describe('the return form', () => {
  it('is the same bytes every time', async () => {
    expect(
      Buffer.from(await writeForm(filledForm(formContent(inputs, '省发改委', Q3), RETURN))).equals(
        Buffer.from(written),
      ),
    ).toBe(true);
  });

  it('reads back what was filled in, each value with its cell', () => {
    const { submission, told } = readBack(written);
    expect(told).toEqual([]);
    expect(submission).toMatchObject({
      unit: '省发改委',
      period: '2022Q3',
      receivedAt: '2022-10-09',
      demo: true,
    });
    expect(submission?.tasks.map((t) => t.task)).toEqual([17, 19]);
    const [first, second] = submission?.tasks ?? [];
    const cell = (key: string, row: number) => ({
      file: FILE,
      sheet: SHEETS.tasks,
      cell: `${column(key)}${row}`,
    });
    expect(first?.values[0]?.figure).toEqual({
      value: 97,
      unit: '个',
      decimals: 0,
      qualifier: '',
      provenance: {
        kind: 'submission',
        at: cell('value', 4),
        unit: '省发改委',
        receivedAt: '2022-10-09',
        raw: '９７个',
        conversions: ['读作97个'],
        demo: true,
      },
    });
    expect(first?.values[1]?.figure).toMatchObject({
      value: 512.8,
      decimals: 2,
      provenance: { at: cell('value', 5), demo: false, source: '省统计局，2022年10月' },
    });
    expect(first?.progress).toEqual({
      value: '1—9月完成投资512.8亿元。\n未开工3个。',
      at: cell('progress', 4),
    });
    expect(first?.problems?.value).toBe('**要素**保障不足 <b>');
    expect(first?.coordination.map((c) => [c.matter.value, c.with])).toEqual([
      ['请加快拨付资金。', ['省财政厅']],
      ['请协调用地。', ['省通信管理局', '省工信厅']],
    ]);
    expect(second?.stage).toEqual({ value: '印发二季度通报', at: cell('stage', 8) });
    expect(second?.evidence?.value).toBe('赣发改数字〔2022〕427号');
  });

  it('offers stages and statuses, locks all but entry cells, hides _meta', () => {
    const book = readBook(written, { type: 'array', bookFiles: true }) as WorkBook & {
      files: Record<string, { content: Uint8Array }>;
    };
    const xml = new TextDecoder().decode(book.files['xl/worksheets/sheet1.xml']?.content);
    expect(book.SheetNames).toEqual(['进展情况', '配合情况', '填报说明', '_meta']);
    expect(book.Workbook?.Sheets?.map((s) => s.Hidden)).toEqual([0, 0, 0, 1]);
    expect(xml).toMatch(/<sheetProtection[^>]*sheet="1"/);
    expect(xml).toContain('"未启动,建立调度机制,印发一季度通报,');
    expect(xml).toContain('已完成,超前,达到序时进度,滞后,严重滞后,未启动');
    expect(xml).toMatch(/<pane [^>]*ySplit="3"/);
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
    // Last quarter's text stands beside the entry cell, not in it.
    expect(String(tasksOf(book)[`${column('previousProgress')}4`]?.v)).toContain('337.2亿元');
  });

  it('has a sheet for annual goals where the unit answers for some', async () => {
    const owner = allGoals(inputs.plan)[0]?.responsible.unit as string;
    const goal = allGoals(inputs.plan)[0]?.id as string;
    const filled: SubmissionFile = {
      ...RETURN,
      unit: owner,
      tasks: [],
      goals: [
        {
          goal,
          values: { [goal]: 7.5 },
          sources: {},
          progress: '稳步推进。',
          problems: '用户换机慢。',
          coordination: [
            { matter: '请核定口径。', with: ['省工信厅'] },
            { matter: '请提供数据。', with: ['省财政厅', '省工信厅'] },
          ],
        },
      ],
    };
    const bytes = await writeForm(filledForm(formContent(inputs, owner, Q3), filled));
    const { submission } = readBack(bytes, '填报表.xlsx');
    expect(submission?.goals).toEqual([
      expect.objectContaining({
        goal,
        progress: { value: '稳步推进。', at: expect.objectContaining({ sheet: '指标' }) },
        problems: { value: '用户换机慢。', at: expect.objectContaining({ sheet: '指标' }) },
      }),
    ]);
    expect(submission?.goals[0]?.coordination.map((c) => [c.matter.value, c.with])).toEqual([
      ['请核定口径。', ['省工信厅']],
      ['请提供数据。', ['省财政厅', '省工信厅']],
    ]);
    expect(submission?.goals[0]?.values[0]?.figure).toMatchObject({ value: 7.5, decimals: 1 });
    // A form of the year before, without these columns, is read as it is.
    const book = readBook(bytes, { type: 'array' });
    const sheet = book.Sheets[SHEETS.goals] ?? {};
    const later = GOAL_COLUMNS.flatMap((column, i) => (column.later ? [utils.encode_col(i)] : []));
    expect(later).toHaveLength(3);
    for (const address of Object.keys(sheet))
      if (later.includes(address.replace(/\d+$/, ''))) delete sheet[address];
    const older = readBack(
      new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
      '填报表.xlsx',
    );
    expect(older.told.filter((line) => /存在问题|需协调事项|涉及单位/.test(line))).toEqual([]);
    expect(older.submission?.goals[0]).toMatchObject({
      progress: { value: '稳步推进。' },
      problems: null,
      coordination: [],
    });
  });

  it('tells goals whose numbers were exchanged, though only words were filled in', async () => {
    const words = allGoals(inputs.plan).filter(({ target }) => !target);
    const unit = words[0]?.responsible.unit as string;
    const own = words.filter((goal) => goal.responsible.unit === unit).slice(0, 2);
    expect(own).toHaveLength(2);
    const goals = own.map(({ id }) => ({
      goal: id,
      values: {},
      sources: {},
      progress: `${id}稳步推进。`,
      coordination: [],
    }));
    const bytes = await writeForm(
      filledForm(formContent(inputs, unit, Q3), { ...RETURN, unit, tasks: [], goals }),
    );
    const book = readBook(bytes, { type: 'array' });
    const sheet = book.Sheets[SHEETS.goals] ?? {};
    const ids = own.map(({ id }) => Object.keys(sheet).find((ref) => sheet[ref]?.v === id) as string);
    for (const [i, ref] of ids.entries()) sheet[ref] = { t: 's', v: own[1 - i]?.id as string };
    const swapped = new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const { submission, told } = readBack(swapped, '填报表.xlsx');
    expect(submission?.goals).toEqual([]);
    for (const ref of ids) expect(told.join()).toContain(ref.replace(/^[A-Z]+/, ''));
  });

  it('leaves out what was not filled in', async () => {
    const { submission, told } = readBack(
      await writeForm(
        filledForm(formContent(inputs, '省发改委', Q3), { ...RETURN, tasks: RETURN.tasks.slice(1) }),
      ),
    );
    expect(told).toEqual([]);
    expect(submission?.tasks.map((t) => t.task)).toEqual([19]);
  });

  it('copes with inserted rows, moved columns, split merges, percent cells and computed numbers', () => {
    const bytes = edited((book) => {
      const rows = utils.sheet_to_json<unknown[]>(tasksOf(book), { header: 1, raw: true, blankrows: true });
      const value = TASK_COLUMNS.findIndex((c) => c.key === 'value');
      for (const row of rows) {
        const [cell] = row.splice(value, 1);
        row[25] = cell ?? null;
      }
      (rows[3] as unknown[])[25] = 96.00000000000001;
      (rows[3] as unknown[])[0] = '１７';
      rows.splice(3, 0, [], []);
      rows.unshift(['本表由规划处填写']);
      book.Sheets[SHEETS.tasks] = utils.aoa_to_sheet(rows);
    });
    const { submission, told } = readBack(bytes);
    expect(told).toEqual([]);
    expect(submission?.tasks[0]?.values.map((v) => [v.figure.value, v.figure.provenance])).toEqual([
      [96, expect.objectContaining({ at: { file: FILE, sheet: '进展情况', cell: 'Z7' }, raw: '96' })],
      [512.8, expect.objectContaining({ at: { file: FILE, sheet: '进展情况', cell: 'Z8' } })],
    ]);
    expect(submission?.tasks.map((t) => t.task)).toEqual([17, 19]);
  });

  it('reads percent cells as percentages, whatever they show', () => {
    const bytes = edited((book) => {
      tasksOf(book)[`${column('value')}4`] = { t: 'n', v: 0.12345, z: '0%' };
    });
    expect(readBack(bytes).told).toEqual([
      `${FILE} · 进展情况!H4 “推进建设的数字经济重点产业项目”的数值“12.345%”计量单位不对：应以“个”计。`,
    ]);
  });

  it('tells cell by cell what can not be used', () => {
    const bytes = edited((book) => {
      const sheet = tasksOf(book);
      sheet[`${column('value')}4`] = { t: 'e', v: 23, w: '#REF!' };
      sheet[`${column('value')}5`] = { t: 's', v: '约500亿元左右' };
      sheet[`${column('partners')}4`] = { t: 's', v: '省财政厅\n省工信厅\n省科技厅' };
      sheet[`${column('stage')}8`] = { t: 's', v: '印发通报' };
      sheet[`${column('selfAssessment')}8`] = { t: 's', v: '待核实' };
    });
    expect(readBack(bytes).told).toEqual([
      `${FILE} · 进展情况!H4 单元格的公式出错，显示为“#REF!”。`,
      `${FILE} · 进展情况!P4 需协调事项有2行，涉及单位有3行，对不上。`,
      `${FILE} · 进展情况!H5 “数字经济重点产业项目完成投资”的数值“约500亿元左右”无法识别：“约”“左右”等词用了两个；应为一个以“亿元”计的数。`,
      `${FILE} · 进展情况!J8 没有“印发通报”这个阶段。`,
      `${FILE} · 进展情况!L8 自评“待核实”无法识别。`,
    ]);
  });

  it('takes nothing but done or not done where there is no amount', () => {
    const [task] = allTasks(inputs.plan).filter((one) => one.no === 19);
    const target = { ...allGoals(inputs.plan).find((goal) => goal.target?.operator === 'yesNo')?.target };
    const plan = structuredClone(inputs.plan);
    const own = allTasks(plan).find((one) => one.no === task?.no);
    own?.targets.push({ ...target, id: 'T019-1', name: '通报制度', responsible: own.responsible } as never);
    const index = indexPlan(plan, inputs.units);
    const read = (value: string | number) => {
      const tasks = [{ ...RETURN.tasks[1], values: { 'T019-1': value } }] as SubmissionFile['tasks'];
      const text = stringify({ ...RETURN, tasks });
      const { submission, diagnostics } = readReturn(
        FILE.replace('xlsx', 'yaml'),
        new TextEncoder().encode(text),
        {
          index,
          period: '2022Q3',
          claim: {},
          previous: () => undefined,
        },
      );
      const codes = diagnostics.filter((d) => d.severity === 'error').map((d) => d.code);
      return codes[0] ?? submission?.tasks[0]?.values[0]?.figure.value;
    };
    expect([1, '是', '已实现', 0, '否', '0项', 138, '50%', '0.5', 2, '未印发'].map(read)).toEqual([
      ...[1, 1, 1, 0, 0, 0],
      ...['neitherYesNorNo', 'neitherYesNorNo', 'neitherYesNorNo', 'neitherYesNorNo', 'neitherYesNorNo'],
    ]);
  });

  it('says what is missing from a form', () => {
    const without = edited((book) => {
      for (const key of ['A3', `${column('next')}3`]) delete tasksOf(book)[key];
      utils.sheet_add_aoa(book.Sheets[SHEETS.meta] as never, [['表式版本', '9']], { origin: 'A1' });
    });
    expect(readBack(without).told).toEqual([
      `${FILE} · 进展情况!R3 找不到“下一步工作”一列。`,
      `${FILE} · 进展情况!A4 这里没有表头，所填内容未读取。`,
      `${FILE} · 隐藏工作表 _meta!B1 表式版本为“9”，当前为“1”，已按当前表式读取。`,
    ]);
    const unnamed = edited((book) => {
      for (const name of [SHEETS.meta, SHEETS.guide, SHEETS.cooperation])
        book.Sheets[name] = utils.aoa_to_sheet([]);
      tasksOf(book).C2 = { t: 's', v: '填报单位：　　报送期次：2022年三季度' };
    });
    // A label left blank names no unit; that of the period behind it is none.
    expect(readBack(unnamed, '填报表.xlsx').told).toEqual(['填报表.xlsx 看不出是哪个单位报的。']);
    expect(readBack(unnamed).told).toEqual([`${FILE} · 进展情况 缺少字段“收到日期”。`]);
    const renamed = edited((book) => {
      book.Sheets['进展'] = tasksOf(book);
      book.SheetNames[0] = '进展';
    });
    expect(readBack(renamed)).toMatchObject({ told: [], submission: { unit: '省发改委' } });
    expect(readBack(new TextEncoder().encode('序号,进展情况')).told).toEqual([`${FILE} 打不开这份表格。`]);
  });

  it('falls back on 填报说明 where _meta was lost', () => {
    const bytes = edited((book) => {
      book.SheetNames.splice(book.SheetNames.indexOf(SHEETS.meta), 1);
    });
    const { submission, told } = readBack(bytes);
    expect(told).toEqual([]);
    expect(submission).toMatchObject({
      unit: '省发改委',
      period: '2022Q3',
      receivedAt: '2022-10-09',
      demo: true,
    });
  });
});
