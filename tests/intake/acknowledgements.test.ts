import { describe, expect, it } from 'vitest';
import { readAcknowledgements } from '../../src/intake/acknowledgements.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { parseMonth } from '../../src/model/period.ts';
import { folderEffects, memoryEffects, REPOSITORY } from '../support/effects.ts';

const PERIODS = [{ id: '2022Q3', due: '2022-10-10', asOf: '2022-09-30' }];
const read = (text: string, name = '2022Q3.yaml') =>
  readAcknowledgements(memoryEffects({ [`acks/${name}`]: text }), 'acks', PERIODS);
const codes = async (text: string, name?: string) =>
  (await read(text, name)).diagnostics.map((d) => [d.code, d.severity, d.at?.line]);

describe('acknowledgements on disk', () => {
  it('name a finding by its id or by its parts, and know their line', async () => {
    const { acknowledgements, diagnostics } = await read(
      `# 说明
- { finding: falling/省工信厅/T028-2, found: 3.12万家, reason: 口径调整, by: 综合组 }
- check: copied
  unit: 省教育厅
  subject: 66
  found: 3000
  outcome: 确认属实
  reason: 确无进展
  by: 综合组
`,
    );
    expect(diagnostics).toEqual([]);
    expect(acknowledgements).toMatchObject([
      {
        period: '2022Q3',
        check: 'falling',
        unit: '省工信厅',
        subject: 'T028-2',
        found: '3.12万家',
        outcome: '继续核实',
      },
      {
        check: 'copied',
        subject: '66',
        found: '3000',
        outcome: '确认属实',
        at: { file: 'acks/2022Q3.yaml', line: 3 },
      },
    ]);
  });

  it.each([
    ['- { finding: falling/省工信厅, reason: 甲, by: 乙 }', 'acknowledgementUnnamed'],
    ['- { check: falling, unit: 省工信厅, reason: 甲, by: 乙 }', 'acknowledgementUnnamed'],
    ["- { finding: a/b/c, reason: ' ', by: 乙 }", 'acknowledgementIncomplete'],
    ["- { finding: a/b/c, reason: 甲, by: '' }", 'acknowledgementIncomplete'],
  ])('%s is an error at its line and left out', async (text, code) => {
    expect(await codes(text)).toEqual([[code, 'error', 1]]);
    expect((await read(text)).acknowledgements).toEqual([]);
  });

  it('of later periods are not read, nor can they stop a paper of this one', async () => {
    const names = ['2022-08', '2022-09', '2022-10', '2022Q3', '2022Q4', 'cities-2022Q3', 'cities-2022Q4'];
    const late = ['2022-10', '2022Q4', 'cities-2022Q4'];
    const periods = ['2022Q3', '2022Q4'].map((id) => ({ id, due: '2023-01-10', asOf: '2022-12-31' }));
    const entry = '- { finding: a/b/c, reason: 甲, by: 乙 }';
    const disk = memoryEffects(
      Object.fromEntries(names.map((n) => [`acks/${n}.yaml`, late.includes(n) ? '错: [' : entry])),
    );
    const readUntil = (month?: string) =>
      readAcknowledgements(disk, 'acks', periods, month ? parseMonth(month) : undefined);
    const { acknowledgements, diagnostics } = await readUntil('2022-09');
    expect(diagnostics).toEqual([]);
    expect(acknowledgements.map(({ period }) => period)).toEqual(names.filter((n) => !late.includes(n)));
    const files = new Set((await readUntil()).diagnostics.map((d) => d.at?.file));
    expect([...files]).toEqual(late.map((n) => `acks/${n}.yaml`));
  });

  it('unknown fields, outcomes and periods are errors', async () => {
    expect((await codes('- { finding: a/b/c, reason: 甲, by: 乙, note: 丙 }'))[0]?.[1]).toBe('error');
    expect((await codes('- { finding: a/b/c, reason: 甲, by: 乙, outcome: 算了 }'))[0]?.[1]).toBe('error');
    expect(await codes('[]', '2022Q9.yaml')).toEqual([['acknowledgementPeriodUnknown', 'error', undefined]]);
  });

  it('calls the fields by what they are in Chinese, too', async () => {
    const folder = 'data/2022/acknowledgements';
    const { diagnostics } = await readAcknowledgements(
      memoryEffects({ [`${folder}/2022Q3.yaml`]: '- { finding: a/b/c, reason: 甲, outcome: 算了 }' }),
      folder,
      PERIODS,
    );
    expect(diagnostics.map((d) => d.message).sort()).toEqual([
      '“outcome”（处理结果）不能是“算了”。',
      '缺少字段“by”（说明单位）。',
    ]);
  });

  it('may be an empty list, comments alone, or missing', async () => {
    expect(await read('[]')).toEqual({ acknowledgements: [], diagnostics: [] });
    expect(await read('# 无\n')).toEqual({ acknowledgements: [], diagnostics: [] });
    expect(await readAcknowledgements(memoryEffects({}), 'acks', PERIODS)).toEqual({
      acknowledgements: [],
      diagnostics: [],
    });
  });
});

describe('a unit that gets another name in the year', () => {
  it('keeps what the office has noted of it and the numbers of its letters', async () => {
    const disk = folderEffects();
    const units = new TextDecoder().decode((await disk.read('data/2022/units.yaml')) ?? new Uint8Array());
    const effects = folderEffects(REPOSITORY, {
      'data/2022/units.yaml': units.replace(
        '{ name: 省统计局, fullName: 江西省统计局, aliases: []',
        '{ name: 省统计总局, fullName: 江西省统计总局, aliases: [省统计局]',
      ),
      'data/2022/acknowledgements/2022Q1.yaml':
        '- { finding: falling/省统计局/G01, reason: 口径调整, by: 综合组 }\n',
      'data/2022/office.yaml': 'reminders: { 2022Q1: { numbers: { 省统计局: 赣数办函〔2022〕1号 } } }\n',
    });
    const { value } = await readWorkspace(effects, 2022);
    expect(value?.acknowledgements.find(({ period }) => period === '2022Q1')?.unit).toBe('省统计总局');
    expect(value?.office.reminders['2022Q1']?.numbers).toEqual({ 省统计总局: '赣数办函〔2022〕1号' });
  });
});

describe('sums in rules.yaml', () => {
  it('that name no figure of the plan are errors at their line', async () => {
    const rules = new TextDecoder().decode(
      (await folderEffects().read('data/2022/rules.yaml')) ?? new Uint8Array(),
    );
    const effects = folderEffects(REPOSITORY, { 'data/2022/rules.yaml': rules.replace('T023-3', 'T023-9') });
    const { diagnostics } = await readWorkspace(effects, 2022);
    const found = diagnostics.filter((d) => d.code === 'sumTargetUnknown');
    expect(found).toMatchObject([{ severity: 'error', at: { file: 'data/2022/rules.yaml' } }]);
    expect(found[0]?.hints[0]).toContain('T023-');
  });
});
