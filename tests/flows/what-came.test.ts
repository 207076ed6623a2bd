/** Who has not returned anything, and whose return came and can't be used, is told apart by whoever checks, builds or collects. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPeriod } from '../../src/flows/check/check.ts';
import { checkMonth } from '../../src/flows/check/regional-check.ts';
import { collectProjects } from '../../src/flows/collect/regional-collect.ts';
import { monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';

const Q3 = parsePeriod('2022Q3') as Period;
const SEPTEMBER = monthOf(2022, 9);
const UNIT = 'data/2022/submissions/2022Q3/省教育厅.xlsx';
const CITY = 'data/2022/cities/returns/2022Q3/萍乡市.csv';
const PROJECTS = 'data/2022/projects/returns/2022-09/萍乡市.csv';
const over = (files: Record<string, string | undefined>): TestEffects => folderEffects(REPOSITORY, files);

const checked = async (effects: TestEffects, only?: string) => {
  const { diagnostics, groups } = await checkPeriod(Q3, effects, only);
  const found = groups.flatMap(({ units }) => units.flatMap(({ findings }) => findings));
  return [...diagnostics, ...found].map(({ message }) => message);
};
const built = async (effects: TestEffects) =>
  (await compose({ period: Q3, only: ['08'] }, effects)).diagnostics.map(({ message }) => message);
const about = (messages: string[], name: string): string[] =>
  messages.filter((message) => message.includes(name) && /未报送|排名/.test(message));

const SILENT = '1个单位未报送2022年三季度进展，其任务和年度目标列为未报送：省卫健委。';

describe('check and build', () => {
  it('name in one line the units that have not reported', async () => {
    expect(about(await checked(over({})), '省卫健委')).toEqual([SILENT]);
    expect(about(await built(over({})), '省卫健委')).toEqual([SILENT]);
    const two = over({ [UNIT]: undefined });
    expect(about(await checked(two), '省教育厅')).toEqual([
      '2个单位未报送2022年三季度进展，其任务和年度目标列为未报送：省教育厅、省卫健委。',
    ]);
    expect(about(await checked(over({}), '省教育厅'), '省卫健委')).toEqual([]);
  });

  it('do not say so of a unit whose file can’t be read', async () => {
    const broken = over({ [UNIT]: '什么也不是' });
    const told = `省教育厅报来的表（${UNIT}）有错误，没有采用；改正前，其任务和年度目标列为未报送。`;
    expect(about(await checked(broken), '省教育厅')).toEqual([told]);
    expect(about(await built(broken), '省教育厅')).toEqual([told]);
  });

  it('nor of a city’s', async () => {
    const broken = over({ [CITY]: '什么也不是' });
    const told = `萍乡市报来的表（${CITY}）有错误，没有采用；改正前不参加2022年三季度综合排名。`;
    expect(about(await checked(broken), '萍乡市')).toEqual([told]);
    expect(about(await built(broken), '萍乡市')).toEqual([told]);
    expect(about(await checked(over({ [CITY]: undefined })), '萍乡市')).toEqual([
      '萍乡市未报送2022年三季度工作进展，不参加综合排名。',
    ]);
  });

  it('nor of one whose file was not taken when it came', async () => {
    const refusal = (sender: string) =>
      `- { sender: ${sender}, receivedAt: 2022-10-09, original: 表.xlsx, sha256: x, why: empty }\n`;
    const refused = over({
      [CITY]: undefined,
      'data/2022/refused/cities-2022Q3.yaml': refusal('萍乡市'),
      'data/2022/refused/2022Q3.yaml': refusal('省卫健委'),
    });
    const told = await checked(refused);
    expect(about(told, '萍乡市')).toEqual([
      '萍乡市10月9日报来的是空表，未收；改正前不参加2022年三季度综合排名。',
    ]);
    expect(about(told, '省卫健委')).toEqual([
      '省卫健委10月9日报来的是空表，未收；改正前，其任务和年度目标列为未报送。',
    ]);
  });

  it('tell once how faulty returns of cities and of projects are mended', async () => {
    const broken = over({ [CITY]: '什么也不是', [PROJECTS]: '什么也不是' });
    const { diagnostics } = await checkPeriod(Q3, broken);
    const gates = diagnostics.filter(({ code }) => code === 'returnsFaulty');
    expect(gates.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^有2份报表.*萍乡市（2022-09，1处）、萍乡市（2022Q3，1处）。$/),
    ]);
  });

  it('tell of a folder among the returns that it is one', async () => {
    const { diagnostics } = await checkPeriod(
      Q3,
      over({ 'data/2022/submissions/2022Q3/省商务厅.补充.xlsx/表.xlsx': '' }),
    );
    const told = diagnostics.filter(({ at }) => at?.file.includes('补充'));
    expect(told.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning folderNotRead']);
  });

  it('nor of a month’s on projects', async () => {
    const { groups } = await checkMonth(SEPTEMBER, over({ [PROJECTS]: '什么也不是' }));
    const found = groups.flatMap(({ units }) => units.flatMap(({ findings }) => findings));
    const messages = found.map(({ message }) => message);
    expect(about(messages, '萍乡市')).toEqual([
      `萍乡市报来的表（${PROJECTS}）有错误，没有采用；改正前，2022年9月重点项目进展列为未报送。`,
    ]);
  });
});

describe('collect', () => {
  const original = readFileSync(`${REPOSITORY}/${PROJECTS}`, 'utf8');
  const collected = (text: string, effects: TestEffects) => {
    effects.written.set('in/萍乡市.csv', new TextEncoder().encode(text));
    return collectProjects(
      {
        when: SEPTEMBER,
        sources: [{ shown: '萍乡市.csv', path: 'in/萍乡市.csv' }],
        received: { date: '2022-10-15', given: true },
        out: 'out',
      },
      effects,
    );
  };

  it('says that a day can’t be given to what the register does not know', async () => {
    const { returns } = await collected(original, over({}));
    const told = returns[0]?.diagnostics.find(({ code }) => code === 'dateNotRegistered');
    expect(returns[0]?.outcome).toBe('same');
    expect(told?.message).toMatch(
      new RegExp(`（${PROJECTS}）.*登记簿中没有.*仍按表内所写的2022-\\d\\d-\\d\\d，没有改为2022-10-15。$`),
    );
  });

  it('tells once of a table in which no project is known, and names its rows', async () => {
    const codes = (text: string) => text.replace(/^[ZX](\d{3}),/gm, 'Y$1,');
    const { returns } = await collected(codes(original), over({ [PROJECTS]: undefined }));
    const errors = returns[0]?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.map(({ code }) => code)).toEqual(['noProjectKnown']);
    expect(errors[0]?.message).toMatch(
      /^表中\d+行（第3行至第\d+行）的项目编号在项目库中都没有，均未采用：Y\d+、/,
    );
  });

  it('tells each row by itself where others are known', async () => {
    const some = original.replace(/^X(\d{3}),/m, 'Y$1,');
    const { returns } = await collected(some, over({ [PROJECTS]: undefined }));
    const errors = returns[0]?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.map(({ code }) => code)).toEqual(['unknownProject']);
  });
});
