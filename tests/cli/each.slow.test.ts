/** diaodu build --each: many workspaces, one after another. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-each-'));
const all = join(root, '各县');
const bin = join(REPOSITORY, 'src/cli/bin.mjs');

beforeAll(() => {
  for (const name of ['乙县', '丙县', '甲县'])
    for (const folder of ['data', 'templates'])
      cpSync(join(REPOSITORY, folder), join(all, name, folder), { recursive: true });
  appendFileSync(join(all, '丙县', 'data/2022/rules.yaml'), '\n这一行不是规则\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('builds each as it would be built alone; one with errors keeps nobody waiting', {
  timeout: 120_000,
}, () => {
  const args = [bin, 'build', '2022Q3', '--only', 'agenda,lights'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, '--each', all], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout.match(/^\[\d\/3\] .县：(未完成|\d+个文件)/gm)).toEqual([
    '[1/3] 丙县：未完成',
    '[2/3] 乙县：4个文件',
    '[3/3] 甲县：4个文件',
  ]);
  expect(stdout).toMatch(/完成：2个工作区；1个未完成：.*丙县。/);
  expect(stderr).toContain('data/2022/rules.yaml');
  expect(existsSync(join(all, '丙县', 'output'))).toBe(false);

  const alone = join(root, 'alone');
  execFileSync(process.execPath, [...args, '--workspace', join(all, '甲县'), '--out', alone, '--no-cache'], {
    stdio: 'ignore',
  });
  for (const name of readdirSync(alone).filter((one) => !one.endsWith('.json')))
    for (const county of ['甲县', '乙县'])
      expect(
        readFileSync(join(all, county, 'output/2022Q3', name)).equals(readFileSync(join(alone, name))),
        `${county} ${name}`,
      ).toBe(true);
});

it('says what a workspace is when there is none', () => {
  const empty = spawnSync(process.execPath, [bin, 'build', '2022Q3', '--each', root], { encoding: 'utf8' });
  expect(empty.status).toBe(2);
  expect(empty.stderr).toContain('每个工作区是一个含有 data 的子文件夹');
});
