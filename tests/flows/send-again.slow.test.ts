/** Who has sent something and has to send again is told apart from who has sent nothing: status, its workbook, letters. */
import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectedLines } from '../../src/cli/collected.ts';
import { regionalStatusLines } from '../../src/cli/regional-status.ts';
import { statusLines } from '../../src/cli/run/status.ts';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { formContent } from '../../src/compose/forms/form.ts';
import type { CollectedReturn } from '../../src/flows/collect/collect.ts';
import { collectQuarter } from '../../src/flows/collect/period-collect.ts';
import { reminders } from '../../src/flows/remind.ts';
import { readReturns } from '../../src/flows/returns.ts';
import { status } from '../../src/flows/status/status.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { ReturnStates } from '../../src/model/returns/return-state.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { cellOf, edited, form, inputs, Q4, type Sheet, UNIT } from '../intake/sloppy.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const SUBMISSIONS = 'data/2022/submissions/2022Q4';
const REGISTER = 'data/2022/refused/2022Q4.yaml';
type Overlay = Record<string, string | Uint8Array | undefined>;

const blankOf = async (unit: string): Promise<Uint8Array> =>
  writeForm({ ...formContent(inputs, unit, Q4), receivedAt: '' });
const faulty = edited((sheet) => {
  sheet[cellOf('T012-1')] = { t: 's', v: '两三个' };
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workspace in which nobody has returned anything for the fourth quarter, as it goes on from one collection to the next. */
function office() {
  const overlay: Overlay = {};
  for (const unit of inputs.units) overlay[`${SUBMISSIONS}/${unit.name}.xlsx`] = undefined;
  const now = (more: Overlay = {}) => folderEffects(undefined, { ...overlay, ...more });
  return {
    overlay,
    async collect(
      files: Record<string, Uint8Array>,
      date = '2023-01-09',
      unit?: string,
    ): Promise<CollectedReturn[]> {
      const effects = now(files);
      const sources = Object.entries(files).map(([path, { length }]) => ({
        shown: path,
        path,
        bytes: length,
      }));
      const named = unit === undefined ? {} : { unit };
      const request = { period: Q4, sources, received: { date }, out: 'output', ...named };
      const { returns, diagnostics } = await collectQuarter(request, effects);
      expect(diagnostics).toEqual([]);
      for (const [path, content] of effects.written) overlay[path] = content;
      return returns;
    },
    async stands(): Promise<{ lines: string[]; states: ReturnStates; rows: unknown[][] }> {
      const effects = now();
      const { states, diagnostics } = await status({ period: Q4, out: 'output' }, effects);
      expect(diagnostics).toEqual([]);
      const book = read(effects.written.get('output/报送情况.xlsx') as Uint8Array, { type: 'array' });
      const rows = utils.sheet_to_json<unknown[]>(book.Sheets['报送情况'] as never, { header: 1 });
      return { lines: statusLines(states as ReturnStates), states: states as ReturnStates, rows };
    },
    async letters(): Promise<Map<string, string>> {
      const effects = now();
      const { value } = await readReturns(Q4, effects);
      const { documents } = await reminders(value?.ledger as never, [], effects);
      return new Map(documents.map((one) => [one.name.replace(/^催报函\/|2022年四季度/g, ''), outline(one)]));
    },
    cities: async () => (await status({ period: Q4, out: null }, now())).cities,
    city: async (name: string) =>
      (await status({ period: Q4, out: null }, now())).cities?.cities.find(({ city }) => city === name),
  };
}

describe('a return with errors', () => {
  const desk = office();
  beforeAll(async () => {
    const [kept] = await desk.collect({ '收/省工信厅.xlsx': faulty });
    expect(kept).toMatchObject({ outcome: 'kept', errors: 1 });
  });

  it('is told as sent back, with when and how many errors', async () => {
    const { lines, states, rows } = await desk.stands();
    expect(lines).toContain(`  ${UNIT}：1月9日报来，有错误1处，已退回、待改报`);
    expect(lines.find((line) => line.startsWith(UNIT))).toMatch(/按时\s+待改报/);
    expect(states.totals).toMatchObject({ received: 1, sentBack: 1, refused: 0 });
    expect(rows.find(([unit]) => unit === UNIT)?.at(-1)).toBe('有错误1处，已退回、待改报');
  });

  it('is asked for once more in the letter, and told to the office', async () => {
    const letters = await desk.letters();
    expect(letters.get(`${UNIT}催报函`)).toContain('关于改报');
    expect(letters.get(`${UNIT}催报函`)).toContain('来表所填内容有错误1处，已在退回稿中逐处标明');
    const summary = letters.get('报送情况汇总');
    expect(summary).toContain(`${UNIT}（1月9日报来，错误1处）的填报表已退回，请其改正后重新报送。`);
    expect(summary).toMatch(new RegExp(`\\| ${UNIT} \\|.*\\| 按时，待改报 \\|`));
  });

  it('is not told any more once a good one has come', async () => {
    await desk.collect({ '收/省工信厅-退回稿.xlsx': form }, '2023-01-12');
    const { lines, states } = await desk.stands();
    expect(states.totals).toMatchObject({ received: 1, onTime: 1, sentBack: 0 });
    expect(lines.join('\n')).not.toContain('须改报');
  });
});

it('a unit that got another name since is still known for what it sent', async () => {
  const desk = office();
  await desk.collect({ [`收/${UNIT}.xlsx`]: await blankOf(UNIT) });
  const units = 'data/2022/units.yaml';
  const roster = new TextDecoder().decode(await folderEffects().read(units));
  const renamed = '省工信委';
  desk.overlay[units] = roster.replace(
    /name: 省工信厅, (.*)aliases: \[/,
    `name: ${renamed}, $1aliases: [${UNIT}, `,
  );
  const { lines } = await desk.stands();
  expect(lines.find((line) => line.startsWith(`  ${renamed}：`))).toContain('空表');
  // The form that it was sent under its old name is taken all the same.
  const [kept] = await desk.collect({ [`收/${UNIT}填报表.xlsx`]: form }, '2023-01-10');
  expect(kept).toMatchObject({ outcome: 'kept', unit: renamed, errors: 0 });
  expect((await desk.stands()).states.totals).toMatchObject({ received: 1, refused: 0 });
});

it('a return that is complete, but has errors, is asked for once more as well', async () => {
  const desk = office();
  const whole = (await folderEffects().read(`${SUBMISSIONS}/省交通运输厅.xlsx`)) as Uint8Array;
  const twice = edited((sheet, book) => utils.book_append_sheet(book, sheet, '另一张'), 'xlsx', whole);
  await desk.collect({ '收/省交通运输厅.xlsx': twice });
  const letter = (await desk.letters()).get('省交通运输厅催报函');
  expect(letter).toContain('应报内容齐全，但有错误1处，已在退回稿中逐处标明');
  expect(letter).not.toContain('今后按期报送');
});

describe('what came and was not taken', () => {
  const desk = office();
  let returns: CollectedReturn[];
  beforeAll(async () => {
    returns = await desk.collect({
      '收/省文旅厅.xlsx': await blankOf('省文旅厅'),
      '收/省卫健委四季度进展.pdf': bytes('%PDF-1.4'),
      '收/省农业农村厅.rar': bytes('Rar!'),
      '收/省科技厅.xlsx': bytes(''),
    });
  });

  it('is no return, but told with its day and what it is', async () => {
    expect(returns.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused']);
    // Whose they are by their names, where they say nothing themselves.
    expect(returns.map(({ unit }) => unit)).toEqual(['省文旅厅', '省卫健委', '省农业农村厅', '省科技厅']);
    const { lines, states, rows } = await desk.stands();
    expect(states.totals).toMatchObject({ received: 0, missing: 15, refused: 4 });
    expect(lines).toContain('  省文旅厅：1月9日报来的是空表，未收');
    expect(lines).toContain('  省卫健委：1月9日报来的是扫描件或者其他文档，未收');
    // A file of no bytes.
    expect(lines).toContain('  省科技厅：1月9日报来的是没有内容的文件（0字节），未收');
    expect(lines.join('\n')).toContain('未报15个（其中4个报来而未收）');
    expect(lines.find((line) => line.startsWith('省文旅厅'))).toContain('未收待重报');
    expect(rows.find(([unit]) => unit === '省文旅厅')).toContain('未收待重报');
  });

  it('keeps the letter from saying that nothing has come', async () => {
    const letters = await desk.letters();
    const blank = letters.get('省文旅厅催报函');
    expect(blank).toContain('关于重新报送');
    expect(blank).toContain('你单位1月9日报来的是空表，未能采用，应报的');
    expect(blank).not.toContain('尚未收到');
    expect(letters.get('省教育厅催报函')).toContain('尚未收到你单位的填报表');
    expect(letters.get('报送情况汇总')).toContain('省文旅厅（1月9日报来，空表）');
    expect(letters.get('报送情况汇总')).toMatch(/\| 省文旅厅 \|.*\| 未收，待重报 \|/);
  });

  it('is noted on the day on which it came first', async () => {
    const before = desk.overlay[REGISTER];
    await desk.collect({ '收/省文旅厅.xlsx': await blankOf('省文旅厅') }, '2023-01-12');
    expect(desk.overlay[REGISTER]).toEqual(before);
  });

  it('is not told any more once something counts', async () => {
    const file = '收/省卫健委.xlsx';
    const healthy = folderEffects().read(`${SUBMISSIONS}/省卫健委.xlsx`);
    await desk.collect({ [file]: (await healthy) as Uint8Array });
    const { lines } = await desk.stands();
    expect(lines.join('\n')).not.toContain('省卫健委：');
  });
});

describe('what bears the names of two units', () => {
  const desk = office();
  // 省工信厅's form, passed on under another name.
  const conflict = '收/省教育厅.xlsx';
  let returns: CollectedReturn[];
  beforeAll(async () => {
    returns = await desk.collect({ [conflict]: form, '收/省卫健委、省文旅厅.pdf': bytes('%PDF-1.4') });
  });

  it('is told of both, as what may be of either', async () => {
    expect(returns.map(({ unit, named }) => ({ unit, named }))).toEqual([
      { unit: null, named: expect.arrayContaining([UNIT, '省教育厅']) },
      { unit: null, named: expect.arrayContaining(['省卫健委', '省文旅厅']) },
    ]);
    expect(collectedLines(returns, []).join('\n')).toContain('省工信厅或省教育厅（不明）');
    const { lines, states } = await desk.stands();
    expect(states.totals.refused).toBe(4);
    const why = '1月9日收到填报单位前后不一致的填报表，写有省工信厅、省教育厅，分不清是谁报来的，未收';
    expect(lines).toContain(`  ${UNIT}：${why}`);
    expect(lines).toContain(`  省教育厅：${why}`);
    expect(lines.find((line) => line.startsWith('省教育厅'))).toContain('未收待重报');
    expect(lines.join('\n')).toContain('省文旅厅：1月9日收到扫描件或者其他文档，写有');
  });

  it('is not laid at the door of either in its letter', async () => {
    const letters = await desk.letters();
    const letter = letters.get('省教育厅催报函');
    expect(letter).toContain('关于催报');
    expect(letter).toContain(
      '我办1月9日收到填报单位前后不一致的填报表，同时写有你单位和省工信厅，分不清是哪个单位报来的，未能采用',
    );
    expect(letter).not.toContain('重新报送');
    expect(letters.get('报送情况汇总')).toContain('省教育厅（1月9日收到，填报单位前后不一致的填报表）');
  });

  it('is forgotten of the other one when somebody has said whose it is', async () => {
    await desk.collect({ [conflict]: form }, '2023-01-10', UNIT);
    // The folder is collected once more, in which it still lies.
    await desk.collect({ [conflict]: form }, '2023-01-11');
    const { lines, states } = await desk.stands();
    expect(states.totals).toMatchObject({ received: 1, refused: 2 });
    expect(lines.join('\n')).not.toContain('省教育厅：1月9日收到');
  });
});

describe('nothing is noted', () => {
  it('of a unit that has sent a return beside it', async () => {
    const desk = office();
    const [blank, filled] = await desk.collect({
      '收/省工信厅2022年四季度填报表.xlsx': await blankOf(UNIT),
      '收/省工信厅（已填）.xlsx': form,
      '收/省工信厅报送函.pdf': bytes('%PDF-1.4'),
    });
    expect([blank?.outcome, filled?.outcome]).toEqual(['refused', 'kept']);
    expect(desk.overlay[REGISTER]).toBeUndefined();
  });

  it('of what was returned for another quarter and lies in the same folder', async () => {
    const desk = office();
    const path = 'data/2022/submissions/2022Q3/省教育厅.xlsx';
    const old = (await folderEffects().read(path)) as Uint8Array;
    const [refused] = await desk.collect({ '收/省教育厅.xlsx': old });
    expect(refused).toMatchObject({ outcome: 'refused', unit: '省教育厅' });
    expect(desk.overlay[REGISTER]).toBeUndefined();
    // Called this quarter's, it was sent for this one.
    await desk.collect({ '收/省教育厅四季度.xlsx': old });
    expect((await desk.stands()).lines).toContain('  省教育厅：1月9日报来的是其他期次的填报表，未收');
    desk.overlay[REGISTER] = undefined;
    // The same form, with another word in it, is what the unit has sent now.
    const change = (sheet: Sheet): void => {
      sheet['N4'] = { t: 's', v: '四季度继续推进。' };
    };
    const now = edited(change, 'xlsx', old);
    await desk.collect({ '收/省教育厅.xlsx': now });
    expect((await desk.stands()).lines).toContain('  省教育厅：1月9日报来的是其他期次的填报表，未收');
  });
});

it('an empty form of a unit whose tasks were all done last quarter says that nothing has changed', async () => {
  const desk = office();
  const path = 'data/2022/submissions/2022Q3/省委网信办.xlsx';
  const third = formContent(inputs, '省委网信办', { id: '2022Q3', year: 2022, quarter: 3 });
  const done = await writeForm({
    ...third,
    receivedAt: '2022-10-08',
    tasks: third.tasks.map((task) => ({
      ...task,
      targets: task.targets.map((target) => ({ ...target, value: '16' })),
      stage: task.stages?.at(-1) ?? '',
      evidence: '2022年9月1日',
      selfAssessment: '已完成',
      progress: '全部完成，已验收。',
    })),
  } as never);
  desk.overlay[path] = done;
  const { value } = await readWorkspace(folderEffects(undefined, desk.overlay), 2022);
  const blank = await writeForm({ ...formContent(value as never, '省委网信办', Q4), receivedAt: '' });
  const [kept] = await desk.collect({ '收/省委网信办.xlsx': blank });
  expect(kept).toMatchObject({ outcome: 'kept', unit: '省委网信办' });
  expect(kept?.diagnostics.map(({ code }) => code)).toEqual(['nothingToFill']);
});

it('a city whose form was empty is told in the same way', async () => {
  const desk = office();
  const city = '上饶市';
  desk.overlay[`data/2022/cities/returns/2022Q4/${city}.csv`] = undefined;
  const { value } = await readWorkspace(folderEffects(), 2022, { cities: true });
  const content = cityFormContent(value?.cities as never, city, Q4, '');
  await desk.collect({ '收/上饶市.xlsx': await writeCityForm(content, inputs.office.contact) });
  const states = await desk.cities();
  expect(states?.cities.find((one) => one.city === city)).toMatchObject({
    timeliness: 'missing',
    refused: { receivedAt: '2023-01-09', why: 'empty' },
  });
  expect(regionalStatusLines(states as never, '设区市')).toContain('  上饶市：1月9日报来的是空表，未收');
});

it('what a city has sent that can not even be told for its form is noted of the city', async () => {
  const desk = office();
  const [scanned, empty] = ['鹰潭市', '景德镇市'];
  for (const city of [scanned, empty, '上饶市'])
    desk.overlay[`data/2022/cities/returns/2022Q4/${city}.csv`] = undefined;
  await desk.collect({
    [`收/${scanned}四季度季报表（盖章）.pdf`]: bytes('%PDF-1.4'),
    [`收/${empty}.xlsx`]: bytes(''),
    '收/上饶市.docx': bytes('PK'),
  });
  expect(await desk.city(scanned)).toMatchObject({ timeliness: 'missing', refused: { why: 'noForm' } });
  expect(await desk.city(empty)).toMatchObject({ refused: { why: 'blank' } });
  expect(await desk.city('上饶市')).toMatchObject({ refused: { why: 'noForm' } });
});
