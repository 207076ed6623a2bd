/** Widths of columns of text: shared out anew, never beyond the table's own. */

import { describe, expect, it } from 'vitest';
import { agenda } from '../../src/compose/tables/agenda.ts';
import { balanced } from '../../src/compose/tables/balance.ts';
import { columns, simpleTable, type TableContent, textOf } from '../../src/compose/tables/cells.ts';
import { cityComparison, cityDuties, cityIndicators, cityScores } from '../../src/compose/tables/cities.ts';
import { decisions } from '../../src/compose/tables/decisions.ts';
import { fullLedger } from '../../src/compose/tables/full-ledger.ts';
import { matters, outstandingProblems } from '../../src/compose/tables/matters.ts';
import { catchUp } from '../../src/compose/tables/next-quarter.ts';
import { coordination, problems } from '../../src/compose/tables/problems.ts';
import { stalledProjects } from '../../src/compose/tables/project-lists.ts';
import { taskQuarters } from '../../src/compose/tables/target-quarters.ts';
import { trackTargets } from '../../src/compose/tables/track-targets.ts';
import { tracks } from '../../src/compose/tables/tracks.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import type { ProjectLedger } from '../../src/model/ledger/project-ledger.ts';
import { openDesk, subjectOf } from '../support/bulletins.ts';

const LONG = '组建申请报送后，按国家主管部门反馈意见补充材料两次，八月中旬完成省级专家论证。'.repeat(4);
const table = (rows: (string | null)[][]) =>
  simpleTable(
    ['序号', '进展情况', '存在问题'],
    columns([7.5, 'centre'], [40, 'left'], [40, 'left']),
    rows.map((row, i) => [String(i + 1), ...row]),
    { density: 'dense' },
  );
const TEXTS = ['进展情况', '存在问题'];
const widthsOf = (rows: (string | null)[][]): number[] =>
  balanced(table(rows), TEXTS).columns.map((c) => c.width);
const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);

describe('columns of text', () => {
  it('give their room to those that say more, down to a head in one line', () => {
    const [number = 0, progress = 0, problems = 0] = widthsOf([[LONG, null]]);
    expect(sum([number, progress, problems])).toBeCloseTo(225, 0);
    expect(number).toBeGreaterThan(2 * 3.175 + 1.8);
    expect(problems).toBeGreaterThan(4 * 3.175);
    expect(problems).toBeLessThan(20);
  });

  it('take what columns of figures do not need; these break neither an entry nor a head', () => {
    const one = simpleTable(
      ['年度计划', '责任单位', '进展情况'],
      columns([40, 'right'], [22, 'left'], [38, 'left']),
      [['18.21', '省通信管理局、省工信厅', LONG]],
      { density: 'dense' },
    );
    const [plan = 0, unit = 0, progress = 0] = balanced(one, ['进展情况'], 100).columns.map((c) => c.width);
    expect(plan).toBeCloseTo(4 * 3.175 + 2.8, 1);
    expect([unit, Math.round(plan + unit + progress)]).toEqual([22, 100]);
  });

  it('are set in smaller type where the columns beside them leave no room for a text', () => {
    const one = (place: string) =>
      simpleTable(['指标', '年度目标', '责任单位'], columns([20, 'left'], [30, 'right'], [30, 'left']), [
        ['数字经济核心产业增加值', '突破2000万户', place],
      ]);
    const [wide, cramped] = ['省统计局', '省通信管理局'].map((place) => balanced(one(place), ['指标'], 80));
    expect([wide?.density, cramped?.density]).toEqual(['normal', 'dense']);
    expect(cramped?.columns[0]?.width).toBeGreaterThan(8 * 3.175);
    expect(sum(cramped?.columns.map(({ width }) => width) ?? [])).toBeCloseTo(80, 1);
  });

  it('leave a name of a unit its line, and columns of figures that were alike as wide as each other', () => {
    const one = simpleTable(
      ['一季度', '上半年', '涉及单位', '需协调事项'],
      columns([25, 'right'], [25, 'right'], [28.9, 'left'], [77.1, 'left']),
      [['5个', '1986.4亿元', '省地方金融监管局、省市场监管局、领导小组办公室', LONG]],
    );
    const [first = 0, half = 0, units = 0, matter = 0] = balanced(one, ['需协调事项'], 156).columns.map(
      (c) => c.width,
    );
    expect(units).toBeGreaterThan(8 * 3.704 + 2.5);
    expect(first).toBe(half);
    expect(half).toBeLessThan(25);
    expect(sum([first, half, units, matter])).toBeCloseTo(156, 0);
  });

  it('are alike where their texts are', () => {
    const [, progress = 0, problems = 0] = widthsOf([
      [LONG, LONG],
      [LONG, LONG],
    ]);
    expect(Math.abs(progress - problems)).toBeLessThan(4);
  });

  it('keep a text in one line that just has room there', () => {
    const name = '数字乡村和智慧农业建设专项';
    const rows = [...Array<string[]>(6).fill([name, '无']), ['无', LONG]];
    const [, progress = 0] = balanced(table(rows), TEXTS, 100).columns.map((c) => c.width);
    expect(progress).toBeGreaterThan([...name].length * 3.175 + 1.8);
    expect(progress).toBeLessThan(([...name].length + 1) * 3.175 + 1.8);
  });

  it('take what a column of two lines of its own does not need: its longer line counts', () => {
    const ended = (result: string) =>
      simpleTable(['办理情况', '办理结果'], columns([60, 'left'], [22, 'left']), [[LONG, result]]);
    const wide = (result: string): number => balanced(ended(result), ['办理情况'], 82).columns[1]?.width ?? 0;
    expect(wide('逾期办结\n12月15日')).toBeLessThan(22.1);
    expect(wide('逾期办结\n12月15日')).toBe(wide('12月15日'));
  });

  it('give several millimetres at once where fewer save no line', () => {
    const names = simpleTable(
      ['项目', '建设领域'],
      columns([70, 'left'], [27, 'left']),
      Array(30).fill(['南昌轨道交通1号线北延智能化系统项目', '智能装备与数字工厂']),
      { density: 'dense' },
    );
    const [, field = 0] = balanced(names, ['项目', '建设领域'], 97).columns.map((c) => c.width);
    expect(field).toBeGreaterThan(9 * 3.175 + 1.8);
  });

  it('keep order, heads and texts, and need no rows', () => {
    const before = table([[LONG, '无']]);
    expect({ ...balanced(before, TEXTS), columns: before.columns }).toEqual(before);
    expect(sum(widthsOf([]))).toBeCloseTo(225, 0);
  });
});

it('figures of a track keep on one line, at the cost of the names beside them', async () => {
  const desk = await openDesk();
  const ledger = subjectOf(desk, '2022Q3') as Ledger;
  const no = String(
    ledger.tracks.find(({ tasks }) => tasks.some(({ targets }) => targets.length > 0))?.track.no,
  );
  const wide = (unit: string): number[] => {
    const tracks = ledger.tracks.map((record) => ({
      ...record,
      tasks: record.tasks.map((task) => ({
        ...task,
        targets: task.targets.map((one) => ({
          ...one,
          value: one.value && { ...one.value, value: 12987.6, decimals: 1, unit },
        })),
      })),
    }));
    return trackTargets({ ...ledger, tracks }, { track: no }).columns.map(({ width }) => width);
  };
  const [plain, long, capitals] = [wide('个'), wide('亿元人民币'), wide('EFLOPS')];
  const sum = (widths: number[]): number => Math.round(widths.reduce((a, b) => a + b, 0));
  for (const widths of [long, capitals]) {
    expect(widths[3]).toBeGreaterThan(plain[3] as number);
    expect(widths[1]).toBeLessThan(plain[1] as number);
    expect(sum(widths)).toBe(sum(plain));
  }
  // 12987.6EFLOPS: three characters of digits, four of capitals.
  expect(capitals[3]).toBeGreaterThan(7 * 3.17);
});

it('holds the names of units in one line in ledgers and lists, those of six characters, too', async () => {
  const ledger = subjectOf(await openDesk(), '2022Q3') as Ledger;
  const lists = [fullLedger(ledger, {}, null), matters(ledger), outstandingProblems(ledger)];
  for (const { columns: shares, head, body, density } of [...lists, problems(ledger), coordination(ledger)]) {
    const [wide, character, padding] = density === 'dense' ? [225, 3.175, 1.8] : [156, 3.704, 2.5];
    const units = head[0]?.findIndex((cell) => /^(?:责任|提出)单位$/.test(textOf(cell))) ?? -1;
    expect(Math.max(...body.map((row) => textOf(row[units]).length))).toBe(6);
    const share = (shares[units]?.width ?? 0) / sum(shares.map(({ width }) => width));
    expect(share * wide).toBeGreaterThan(6 * character + padding);
  }
});

describe('at the year’s end', async () => {
  const ledger = subjectOf(await openDesk(), '2022Q4') as Ledger;
  /** How many characters a line of that column holds. */
  const roomOf = ({ columns: shares, head }: TableContent, name: string): number => {
    const at = head[0]?.findIndex((cell) => textOf(cell) === name) ?? -1;
    return (((shares[at]?.width ?? 0) / sum(shares.map(({ width }) => width))) * 156 - 2.5) / 3.704;
  };

  it('names of units have a line in the list of what is carried over', () => {
    const table = catchUp(ledger);
    expect(Math.max(...table.body.map((row) => textOf(row[0]).length))).toBe(6);
    expect(roomOf(table, '责任单位')).toBeGreaterThan(6);
    expect(sum(table.columns.map(({ width }) => width))).toBeCloseTo(156, 0);
  });

  it('10个月 is a line in the list of stalled projects', () => {
    const table = stalledProjects(ledger.projects as ProjectLedger);
    expect(table.body.map((row) => textOf(row[6]))).toContain('10个月');
    expect(roomOf(table, '连续无投资')).toBeGreaterThan(3.2);
  });

  it('the last meeting’s matters have the room that their results leave, and a 文号 its line', () => {
    const sheet = decisions(ledger);
    const [widths, heads] = [sheet.columns.map(({ width }) => width), sheet.head[0]?.map(textOf) ?? []];
    const of = (name: string): number => widths[heads.indexOf(name)] ?? 0;
    expect(sheet.body.map((row) => textOf(row.at(-1)))).toContain('逾期办结\n12月15日');
    expect(of('办理结果')).toBeLessThan(of('配合单位'));
    expect(Math.min(of('议定事项'), of('办理情况'))).toBeGreaterThan(45);
    const duties = cityDuties(ledger);
    const proofs = duties.head[0]?.findIndex((cell) => textOf(cell) === '凭据') ?? -1;
    expect(duties.columns[proofs]?.width).toBeGreaterThan('赣市府办发〔〕号'.length * 3.175 + 6 * 1.6 + 1.8);
  });

  it('the office breaks between its words where it takes the floor', () => {
    expect(roomOf(agenda(ledger), '发言单位')).toBeGreaterThan('江西省发展数字经济'.length);
  });

  it('the stage that was reached stands below the one that was due', () => {
    const states = fullLedger(ledger, {}, null).body.map((row) => textOf(row[3]));
    expect(states.filter((state) => /^应到：.+；\n实到：/.test(state)).length).toBeGreaterThan(60);
    expect(states.filter((state) => /；实到/.test(state))).toEqual([]);
  });
});

it('gives names of indicators what their figures leave, so that most are one line', async () => {
  const { columns: shares, body } = taskQuarters(subjectOf(await openDesk(), '2022Q3') as Ledger, {});
  const room = ((shares[1]?.width ?? 0) - 1.8) / 3.175;
  const longer = body.filter((row) => textOf(row[1]).length > room);
  expect(longer.length).toBeLessThan(body.length / 2);
  expect(new Set(shares.slice(3, 6).map(({ width }) => width)).size).toBe(1);
});

it('holds the names of tracks of nine characters in one line in the table of their tasks', async () => {
  const table = tracks(subjectOf(await openDesk(), '2022Q3') as Ledger);
  const whole = sum(table.columns.map(({ width }) => width));
  const names = table.body.map((row) => textOf(row[1]).length);
  expect(names).toContain(9);
  expect(((table.columns[1]?.width ?? 0) / whole) * 156).toBeGreaterThan(9 * 3.175 + 1.8);
});

it('holds a name in quotes in one line of the heads of indicators of cities', async () => {
  const ledger = subjectOf(await openDesk(), '2022Q3') as Ledger;
  for (const { columns: shares, head } of [cityIndicators, cityComparison, cityScores].map((of) =>
    of(ledger),
  )) {
    const at = head[0]?.findIndex((cell) => textOf(cell).includes('“一网通办”')) ?? -1;
    const span = head[0]?.[at]?.colSpan ?? 1;
    const from = span === 1 ? at : 1 + (at - 1) * span;
    const whole = sum(shares.map(({ width }) => width));
    const share = sum(shares.slice(from, from + span).map(({ width }) => width)) / whole;
    expect((share * 225 - 1.87) / 3.175).toBeGreaterThan([...'“一网通办”率'].length);
  }
});
