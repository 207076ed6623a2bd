/** The book that any office can make of what was reported alone, and what is said to who takes another region's book for its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { readPack } from '../../src/intake/templates.ts';
import { isYear } from '../../src/model/ledger/ledger.ts';
import { STATUSES, type Status } from '../../src/model/status.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

type Files = Record<string, string | undefined>;
const onDisk = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const below = (folder: string): string[] =>
  readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name).slice(REPOSITORY.length).replace(/^\//, '')] : [],
  );
const gone = (folder: string): Files => Object.fromEntries(below(folder).map((path) => [path, undefined]));

/** The starter in the place of the province's book. */
const BASIC: Files = {
  ...gone('templates/white-paper'),
  ...Object.fromEntries(
    below('templates/white-paper-basic').map((path) => [
      path.replace('white-paper-basic', 'white-paper'),
      onDisk(path),
    ]),
  ),
};
const county = (path: string): [string, string] => [path, onDisk(path).replaceAll('江西省', '安平县')];
const COUNTY: Files = Object.fromEntries([
  county('data/2022/plan/document.yaml'),
  county('data/2022/white-paper.yaml'),
]);
const UNCOUNTED = gone('data/statistics');
const ALONE: Files = {
  ...gone('data/2022/projects'),
  ...gone('data/2022/cities'),
};

async function made(files: Files) {
  const effects = folderEffects(REPOSITORY, files);
  const { pack, diagnostics } = await compose({ period: { id: '2022', year: 2022 }, only: [] }, effects);
  const of = (severity: string) => diagnostics.filter((d) => d.severity === severity).map(({ code }) => code);
  const text = (pack?.documents ?? []).map(({ document }) => outline(document)).join('\n');
  return { errors: of('error'), warnings: of('warning'), diagnostics, text };
}

describe('the starter', () => {
  it('needs neither statistics nor projects nor places, and speaks of none', async () => {
    const { errors, warnings, text } = await made({ ...BASIC, ...COUNTY, ...ALONE, ...UNCOUNTED });
    expect(errors).toEqual([]);
    expect(warnings).not.toContain('bookOfOtherRegion');
    expect(text).toMatch(/# .*年度目标/);
    expect(text).not.toMatch(/^#.*(?:重点项目|各地进展)$|本期无此[图表]|（）|(?<![\d.、：])0项/m);
  });

  it.each([
    '印发安平县数字经济“一号发展工程”2022年工作计划的通知',
    '印发《安平县数字经济“一号发展工程”2022年工作计划》的通知',
  ])('names what was issued, not once more who issued it: …关于%s', async (title) => {
    const path = 'data/2022/plan/document.yaml';
    const plan = (COUNTY[path] ?? '').replace(
      /^title: .*$/m,
      `title: 安平县发展数字经济领导小组关于${title}`,
    );
    const { text } = await made({ ...BASIC, ...COUNTY, ...ALONE, ...UNCOUNTED, [path]: plan });
    expect(text).toContain('领导小组印发《安平县数字经济“一号发展工程”2022年工作计划》（');
  });

  it('tells of projects and places where there are some', async () => {
    const { errors, text } = await made({ ...BASIC, ...UNCOUNTED });
    expect(errors).toEqual([]);
    expect(text).toMatch(/# .*重点项目\n/);
    expect(text).toMatch(/# .*各地进展\n/);
    expect(text).toMatch(/## .*南昌市\n/);
  });
});

describe('what the starter says of a year in which nothing is undone', () => {
  type Judged = { status: Status | null };
  async function saidOf(late: { task?: Status; goal?: Status }, others: Status = 'done'): Promise<string> {
    const effects = folderEffects(REPOSITORY, { ...BASIC, ...ALONE, ...UNCOUNTED });
    const { subject } = await compose({ period: { id: '2022', year: 2022 }, only: [] }, effects);
    const folders = (await readPack(effects, 'white-paper')).value;
    if (!subject || !isYear(subject)) throw new Error('no year');
    const { quarter } = subject;
    const but = <T extends Judged>(all: readonly T[], first: Status = others): T[] =>
      all.map((one, i) => (one.status === null ? one : { ...one, status: i === 0 ? first : others }));
    const tasks = but(quarter.tasks, late.task);
    const of = (status: Status): number => tasks.filter((task) => task.status === status).length;
    const counts = Object.fromEntries(
      STATUSES.map((status) => [status, of(status)]),
    ) as typeof quarter.counts;
    const year = { ...subject, quarter: { ...quarter, tasks, counts, goals: but(quarter.goals, late.goal) } };
    return composePack(folders, year, { only: [] })
      .documents.map(({ document }) => outline(document))
      .join('\n');
  }

  it.each<[string, { task?: Status; goal?: Status }, string]>([
    ['all is done', {}, '年度目标和任务已经完成，下一年度巩固成果'],
    [
      'a task is due later',
      { task: 'onPace' },
      '本年到期的年度目标和任务已经完成，未到完成期限的按期限继续办理',
    ],
    [
      'a goal is due later',
      { goal: 'onPace' },
      '本年到期的年度目标和任务已经完成，未到完成期限的按期限继续办理',
    ],
    ['nobody knows of a goal', { goal: 'notReported' }, '还有部分工作没有完成或者无法评定'],
  ])('%s', async (_, late, words) => {
    expect(await saidOf(late)).toContain(words);
  });

  it('and of one of which nobody knows anything only how many are not reported', async () => {
    expect(await saidOf({}, 'notReported')).toMatch(/到年末，\d+项未报送。/);
  });
});

describe("the province's book", () => {
  it('is its own', async () => {
    const { errors, warnings } = await made({});
    expect([...errors, ...warnings].filter((code) => code.startsWith('bookOfOther'))).toEqual([]);
  });

  it('is not printed for a county without a word', async () => {
    const { errors, diagnostics } = await made({ ...COUNTY, ...ALONE });
    expect(errors).toContain('bookOfOtherHome');
    const told = diagnostics.find(({ code }) => code === 'bookOfOtherRegion');
    expect(told?.message).toMatch(/而计划和名册是全县的：.*第\d+行“/);
    expect(told?.message).toMatch(/全省|设区市/);
  });
});
