/** diaodu status on the demonstration quarters: units × how their returns stand. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/chinese/width.ts';
import { statusLines, whereListed } from '../../src/cli/run/status.ts';
import { checkPeriod } from '../../src/flows/check/check.ts';
import { status } from '../../src/flows/status/status.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { missingWords } from '../../src/model/returns/missing.ts';
import type { ReturnState, ReturnStates } from '../../src/model/returns/return-state.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { hasValidator, validate } from '../support/validator.ts';

const OUT = 'output';

const known = new Map<string, ReturnType<typeof readStates>>();

/** Reading the year takes longer than anything else here: a quarter is read once. */
function statesOf(id: string, overlay: Parameters<typeof folderEffects>[1] = {}) {
  const key = id + JSON.stringify(overlay);
  const reading = known.get(key) ?? readStates(id, overlay);
  known.set(key, reading);
  return reading;
}

async function readStates(id: string, overlay: Parameters<typeof folderEffects>[1]) {
  const period = parsePeriod(id);
  if (!period) throw new Error(id);
  const effects = folderEffects(REPOSITORY, overlay);
  const result = await status({ period, out: OUT }, effects);
  expect(result.diagnostics).toEqual([]);
  return {
    states: result.states as ReturnStates,
    bytes: effects.written.get(`${OUT}/报送情况.xlsx`) as Uint8Array,
  };
}

const of = (states: ReturnStates, unit: string): ReturnState =>
  states.units.find((state) => state.unit === unit) as ReturnState;
const told = (state: ReturnState): string[] =>
  state.missing.map((item) => `${item.id} ${missingWords(item)}`);

/** A return of the second quarter with some of it struck out. */
const struck = (unit: string, ...out: (string | RegExp)[]): Record<string, string> => {
  const path = `data/2022/submissions/2022Q2/${unit}.yaml`;
  let text = readFileSync(resolve(REPOSITORY, path), 'utf8');
  for (const part of out) {
    const rest = text.replace(part, '');
    expect(rest).not.toBe(text);
    text = rest;
  }
  return { [path]: text };
};

describe('diaodu status', () => {
  it('of the third quarter: one missing, two late, the rest on time and complete', async () => {
    const { states } = await statesOf('2022Q3');
    const named = (timeliness: string) =>
      states.units.filter((state) => state.timeliness === timeliness).map((state) => state.unit);
    expect(named('missing')).toEqual(['省卫健委']);
    expect(named('late')).toEqual(['省交通运输厅', '省文旅厅']);
    expect(states.totals).toMatchObject({
      units: 15,
      received: 14,
      onTime: 12,
      late: 2,
      missing: 1,
      complete: 14,
    });
    const silent = of(states, '省卫健委');
    expect(silent).toMatchObject({ version: 0, receivedAt: null, complete: false, file: null });
    expect(told(silent)).toEqual([70, 71, 72, 73, 74, 75, 76].map((no) => `${no} 全部内容`));
    expect(of(states, '省科技厅')).toMatchObject({ complete: true, missing: [] });
    expect(states.totals.warnings).toBe(states.units.reduce((sum, state) => sum + state.warnings, 0));
  });

  it.each(['2022Q1', '2022Q2', '2022Q4'])('of %s finds nothing missing', async (id) => {
    const { states } = await statesOf(id);
    expect(states.totals).toMatchObject({ received: 15, missing: 0, complete: 15 });
    expect(statusLines(states)).toContain('应报内容已全部报齐。');
  });

  it('names what an incomplete return lacks: an entry, a value, a stage', async () => {
    const { states } = await statesOf(
      '2022Q2',
      struck(
        '省科技厅',
        "    values: { T001-1: '13' }\n",
        '    stage: 申报评审\n',
        / {2}- task: 4\n[\s\S]*?(?= {2}- task: 5\n)/,
      ),
    );
    const state = of(states, '省科技厅');
    expect(state).toMatchObject({ timeliness: 'onTime', complete: false, version: 1 });
    expect(told(state)).toEqual(['1 本季度累计值（立项支持的科研攻关项目）', '2 阶段', '4 全部内容']);
    expect(statusLines(states).join('\n')).toContain('任务2 关键共性技术遴选：阶段');
  });

  it('counts the problems of a return, and says which file was none', async () => {
    const path = 'data/2022/submissions/2022Q2/省科技厅.yaml';
    const [changed] = Object.values(struck('省科技厅', /\s$/));
    const { states } = await statesOf('2022Q2', {
      [path]: changed?.replace("T001-1: '13'", "T001-1: '十几个左右约'"),
      'data/2022/submissions/2022Q2/省商务厅.yaml': 'unit: [',
    });
    expect(of(states, '省科技厅').errors).toBe(1);
    expect(told(of(states, '省科技厅'))).toEqual(['1 本季度累计值（立项支持的科研攻关项目）']);
    expect(of(states, '省商务厅').timeliness).toBe('missing');
    expect(states.unreadable).toEqual(['data/2022/submissions/2022Q2/省商务厅.yaml']);
  });

  it.each(['2022Q1', '2022Q3'])('of %s counts for each unit what check lists, and says where', async (id) => {
    const { states } = await statesOf(id);
    const check = await checkPeriod(
      parsePeriod(id) as NonNullable<ReturnType<typeof parsePeriod>>,
      folderEffects(),
    );
    const listed = check.units.flatMap(({ unit, findings }) =>
      findings.map((one) => `${unit} ${one.severity}`),
    );
    const files = new Map(states.units.map(({ file, unit }) => [file, unit]));
    const read = check.diagnostics.flatMap((d) => {
      const unit = d.at && files.get(d.at.file);
      return unit ? [`${unit} ${d.severity}`] : [];
    });
    const having = (line: string): number => [...listed, ...read].filter((one) => one === line).length;
    for (const { unit, errors, warnings } of states.units)
      expect([unit, errors, warnings]).toEqual([unit, having(`${unit} error`), having(`${unit} warning`)]);
    expect(whereListed(id, states.units).join('')).toContain(listed.length > 0 ? `diaodu check ${id}` : '');
    expect(whereListed(id, [{ errors: 0, warnings: 0 }])).toEqual([]);
  });

  it('counts versions; a later return takes the place of an earlier one', async () => {
    const [whole] = Object.values(struck('省科技厅', /\s$/));
    const { states } = await statesOf('2022Q2', {
      'data/2022/submissions/2022Q2/省科技厅（补报）.yaml': whole?.replace('2022-07-06', '2022-07-12'),
    });
    // A correction after the due day is no late return.
    expect(of(states, '省科技厅')).toMatchObject({
      version: 2,
      receivedAt: '2022-07-06',
      correctedAt: '2022-07-12',
      timeliness: 'onTime',
    });
    // Beside “按时” stands the day by which it was.
    expect(statusLines(states).find((line) => line.startsWith('省科技厅'))).toMatch(
      /7月6日（7月12日更正）\s+按时/,
    );
  });

  it('counts those that owe a return, and says of the others that they came besides', async () => {
    const { states } = await statesOf('2022Q4');
    const [first] = states.units as [ReturnState];
    const helper = { ...first, unit: '省财政厅', owesTasks: 0, owesGoals: 0 };
    const text = statusLines({ ...states, units: [...states.units, helper] }).join('\n');
    expect(text).toContain('应报15个 ');
    expect(text).not.toContain('合计');
    expect(text).toContain('未报0个；另有1个协同单位报来，不计入。');
  });

  it('prints columns that line up under Chinese headings', async () => {
    const { states } = await statesOf('2022Q3');
    const lines = statusLines(states);
    const rule = lines.findIndex((line) => line.startsWith('---'));
    const table = lines.slice(rule - 1, rule + 1 + states.units.length);
    const dates = table
      .filter((line) => /月\d+日/.test(line))
      .map((line) => displayWidth(line.split('日')[0] ?? ''));
    expect(new Set(dates).size).toBe(1);
    expect(Math.max(...table.map(displayWidth))).toBe(displayWidth(lines[rule] ?? ''));
    expect(lines.join('\n')).toContain('应报15个单位，已报14个（按时12个、迟报2个），未报1个。');
  });

  it('writes the matrix and the list of what is owed', async () => {
    const { states, bytes } = await statesOf('2022Q3');
    const book = read(bytes, { type: 'array' });
    expect(book.SheetNames).toEqual(['报送情况', '缺项清单']);
    const rows = utils.sheet_to_json<string[]>(book.Sheets['报送情况'] as never, { header: 1 });
    expect(rows.slice(3, 18).map((row) => row[0])).toEqual(states.units.map((state) => state.unit));
    expect(rows.find((row) => row[0] === '省卫健委')?.slice(3, 7)).toEqual([undefined, '未报', '—', 7]);
    expect(rows.at(-1)?.slice(0, 6)).toEqual(['合计（15个）', 97, 17, '14个已报', '12个按时', '14个齐全']);
    expect(book.Sheets['报送情况']?.['B19']?.f).toBe('SUM(B4:B18)');
    expect(utils.sheet_to_json(book.Sheets['缺项清单'] as never, { header: 1 })).toHaveLength(10);
  });

  it.skipIf(!hasValidator)('is valid Open XML', async () => {
    const { bytes } = await statesOf('2022Q3');
    expect(await validate(bytes, 'xlsx')).toEqual([]);
  });
});

it('does not go on where the register of what came in is damaged: nobody would know who was late', async () => {
  const period = parsePeriod('2022Q4');
  const effects = folderEffects(REPOSITORY, { 'data/2022/submissions/2022Q4/receipts.yaml': 'x: [' });
  const result = await status({ period: period as NonNullable<typeof period>, out: OUT }, effects);
  expect(result.diagnostics.map(({ severity, at }) => [severity, at?.file])).toContainEqual([
    'error',
    'data/2022/submissions/2022Q4/receipts.yaml',
  ]);
});
