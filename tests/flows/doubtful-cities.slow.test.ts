/** Numbers of a city that can't be meant: no formal text prints them unseen, whoever asks is told. */
import { describe, expect, it } from 'vitest';
import { closing } from '../../src/cli/run/check.ts';
import { checkPeriod, isClear } from '../../src/flows/check/check.ts';
import { cityStatus } from '../../src/flows/status/regional-status.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Document } from '../../src/model/document/document.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { build, compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { machine } from '../support/machine.ts';
import { outline } from '../support/outline.ts';

const Q4 = parsePeriod('2022Q4') as Period;
const CITY = '南昌市';
const FILE = `data/2022/cities/returns/2022Q4/${CITY}.csv`;
const NOTES = 'data/2022/acknowledgements/cities-2022Q4.yaml';
const original = new TextDecoder().decode(await folderEffects().read(FILE));

/** The return with other numbers, by the rows' codes. */
const withNumbers = (numbers: Record<string, string>): string =>
  original
    .split('\n')
    .map((line) => {
      const [code = '', name, unit, , ...rest] = line.split(',');
      return code in numbers ? [code, name, unit, numbers[code], ...rest].join(',') : line;
    })
    .join('\n');
const workspace = (numbers: Record<string, string>, notes?: string) =>
  folderEffects(REPOSITORY, { [FILE]: withNumbers(numbers), ...(notes !== undefined && { [NOTES]: notes }) });

/** 万元 for 亿元, 万个 for 个. */
const SLIPS = { C05: '6000000', C03: '13.8' };
const TENFOLD = {
  ...{ C01: '289.5', C02: '98', C03: '1380', C04: '26000', C05: '60.05' },
  ...{ C06: '390', C08: '6.23', C09: '8.69%', C10: '6.51' },
};
const request = { ...machine(), period: Q4, only: ['08'], formats: ['docx' as const], out: 'out' };
const codes = (diagnostics: readonly { code: string; severity: string }[], severity: string): string[] =>
  diagnostics.filter((d) => d.severity === severity).map(({ code }) => code);

const ofCity = async (effects: ReturnType<typeof workspace>) => {
  const result = await checkPeriod(Q4, effects, CITY);
  const findings = result.groups
    .filter(({ name }) => name.startsWith('设区市'))
    .flatMap(({ units }) => units.flatMap((unit) => unit.findings));
  return { result, findings };
};

describe('check', () => {
  it.each(['2022Q1', '2022Q2', '2022Q3', '2022Q4'])('%s as it is: no number is doubted', async (id) => {
    const { groups } = await checkPeriod(parsePeriod(id) as Period, folderEffects());
    const checks = groups.flatMap(({ units }) => units.flatMap((u) => u.findings.map(({ check }) => check)));
    expect(checks.filter((check) => /^city-(?!missing)/.test(check))).toEqual([]);
  });

  it('repeats what collect told: cell, what was found and expected, how to mend it', async () => {
    const { result, findings } = await ofCity(workspace(SLIPS));
    expect(findings.map(({ id, severity }) => `${severity} ${id}`)).toEqual([
      `error city-magnitude-slip/${CITY}/C03`,
      `error city-magnitude-slip/${CITY}/C05`,
    ]);
    expect(findings[1]).toMatchObject({
      message: `${CITY}报送的“网络零售额”为6000000亿元，上次为451.0亿元，相差约1.3万倍，疑为计量单位填错。`,
      at: expect.stringMatching(/南昌市\.csv · 第7行第\d+字$/),
      hints: [expect.stringContaining('计量单位（亿元）')],
    });
    expect(isClear(result)).toBe(false);
    expect(closing(result)).toMatch(/错误2条.*2条错误待处理/);
  });

  it('finds every number that is ten times off', async () => {
    const { findings } = await ofCity(workspace(TENFOLD));
    expect(findings.map(({ subject }) => subject)).toEqual(Object.keys(TENFOLD));
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  it('status counts them', async () => {
    const read = await readWorkspace(workspace(TENFOLD), 2022, { cities: true });
    const { states } = cityStatus(read, Q4);
    const errors = states?.cities.map(({ city, errors: own }) => [city, own]);
    expect(errors?.filter(([, own]) => own !== 0)).toEqual([[CITY, 9]]);
  });
});

describe('the build', () => {
  it('stops what prints them, and nothing else', async () => {
    const { files, diagnostics } = await build(request, workspace(SLIPS));
    expect([files, codes(diagnostics, 'error')]).toEqual([[], ['cityFindingsOpen']]);
    const gate = diagnostics.find(({ code }) => code === 'cityFindingsOpen');
    expect(gate?.hints.join('')).toContain('acknowledgements/cities-2022Q4.yaml');
    const other = await build({ ...request, only: ['02'] }, workspace(SLIPS));
    expect([other.files.length, codes(other.diagnostics, 'error')]).toEqual([1, []]);
    const { spoken } = await compose({ ...request, only: ['07'] }, workspace(SLIPS));
    expect(spoken).toEqual({ projects: true, cities: false });
  });

  it('goes on when the office has noted why, and prints that', async () => {
    const notes = ['C03', 'C05']
      .map((id) => `- { finding: city-magnitude-slip/${CITY}/${id}, reason: 已去电核实, by: 综合组 }`)
      .join('\n');
    const { findings, result } = await ofCity(workspace(SLIPS, notes));
    expect(findings.map(({ acknowledgement }) => acknowledgement?.reason)).toEqual([
      '已去电核实',
      '已去电核实',
    ]);
    expect(isClear(result)).toBe(true);
    const { pack } = await compose(request, workspace(SLIPS, notes));
    const text = outline(pack?.documents[0]?.document as Document);
    expect(text).toContain('疑为计量单位填错。继续核实：已去电核实（综合组）。');
    expect(text).toContain('核对季报发现疑点2个，见附件4');
  });
});
