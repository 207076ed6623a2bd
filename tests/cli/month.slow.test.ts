/** The command for a month of the key projects: a process, its output and its exit code. */
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { REPOSITORY } from '../support/effects.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaodu-month-'));
for (const name of ['data', 'templates']) symlinkSync(join(REPOSITORY, name), join(folder, name));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const diaodu = (...args: string[]) => run([...args, '--workspace', folder]);

it('a month is taken for the key projects as a quarter is for the units', async () => {
  const status = await diaodu('status', '2022年8月');
  expect(status.code).toBe(0);
  expect(status.stdout).toContain('2022年8月重点项目报送情况（报送期限2022年9月5日）');
  expect(status.stdout).toContain('未报1个：景德镇市。');
  const check = JSON.parse((await diaodu('check', '2022-08', '--unit', '九江市', '--json')).stdout);
  expect(check.ok).toBe(true);
  expect(check.groups[0].units.map((u: { unit: string }) => u.unit)).not.toContain('南昌市');
  const forms = await diaodu('forms', '2022-08', '--unit', '赣州市', '--out', 'f');
  expect(forms.stdout).toContain('完成：1份重点项目月报表');
  expect(existsSync(join(folder, 'f/填报表/赣州市2022年8月重点项目月报表.xlsx'))).toBe(true);
  const quarter = await diaodu('check', '2022Q2');
  expect(quarter.code).toBe(0);
  expect(quarter.stdout).toContain('【设区市（2022年二季度）】提醒1条，不影响正式文稿的生成');
  // Of what was read the first time and kept.
  expect(await diaodu('check', '2022Q2')).toEqual(quarter);
});
