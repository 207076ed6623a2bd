/** How the report words a task's way from one status to another: what had not begun is not said to have lagged. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { readPack } from '../../src/intake/templates.ts';
import { isQuarter, type Ledger } from '../../src/model/ledger/ledger.ts';
import type { Status } from '../../src/model/status.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const effects = folderEffects(join(import.meta.dirname, '../..'));
const folders = (await readPack(effects, 'meeting-pack')).value;
const { subject } = await compose(
  { period: { id: '2022Q3', year: 2022, quarter: 3 }, only: ['agenda'] },
  effects,
);
if (!subject || !isQuarter(subject)) throw new Error('no ledger');
const real: Ledger = subject;

/** The report where these are the only changes: of task 1, 2 … from the first status to the second. */
function report(...changes: [from: Status, to: Status][]): string {
  const tasks = real.tasks.map((task, i) => {
    const [previousStatus, status] = changes[i] ?? ['done', 'done'];
    return { ...task, status, previousStatus };
  });
  const { documents } = composePack(folders, { ...real, tasks }, { only: ['progress-report'] });
  return documents.map(({ document }) => outline(document)).join('\n');
}

const headings = (text: string): string[] =>
  [...text.matchAll(/^\| (\S+) \| \d+\.[^|]+\| [^|]+\| \S+ \| \S+ \|$/gm)].flatMap((found) => found[1] ?? []);

describe('the change of a status is called what it is', () => {
  it.each<[Status, Status, string]>([
    ['behind', 'done', '由滞后转好'],
    ['farBehind', 'onPace', '由滞后转好'],
    ['notStarted', 'done', '由未启动转好'],
    ['onPace', 'farBehind', '新转为滞后'],
    ['onPace', 'notStarted', '新列为未启动'],
    ['notReported', 'behind', '补报或核实后滞后'],
    ['toVerify', 'notStarted', '补报或核实后未启动'],
    ['behind', 'farBehind', '连续滞后'],
    ['notStarted', 'behind', '由未启动转为滞后'],
    ['behind', 'notStarted', '由滞后转为未启动'],
    ['notStarted', 'notStarted', '连续未启动'],
  ])('%s → %s: %s', (from, to, heading) => {
    expect(headings(report([from, to]))).toEqual([heading]);
  });

  it('in the text above the table too', () => {
    const mixed = report(
      ['notStarted', 'done'],
      ['behind', 'done'],
      ['onPace', 'notStarted'],
      ['notStarted', 'behind'],
    );
    expect(mixed).toContain('2项由滞后或未启动转为达到序时进度及以上，1项新转为未启动');
    expect(mixed).toContain('1项任务连续两个季度滞后（含未启动）');
    const plain = report(['behind', 'done'], ['onPace', 'behind'], ['behind', 'behind']);
    expect(plain).toContain('1项由滞后转为达到序时进度及以上，1项新转为滞后');
    expect(plain).toMatch(/1项任务连续两个季度滞后[，。]/);
    expect(report(['notStarted', 'notStarted'])).toContain('1项任务连续两个季度未启动');
  });
});

it('what was done before and is not reported again is named, in the report and in the ledger', () => {
  const [first, ...others] = real.tasks;
  if (!first) throw new Error('no tasks');
  const carried = { ...first, status: 'done' as const, carried: true, progress: null };
  const { documents } = composePack(
    folders,
    { ...real, tasks: [carried, ...others] },
    { only: ['progress-report', 'task-ledger'] },
  );
  const [told, full] = documents.map(({ document }) => outline(document));
  expect(told).toContain(
    `任务1（${first.task.brief}）上季度已完成，本季度没有再报送，未再次确认，仍列为已完成。`,
  );
  expect(full).toContain('上季度已完成，本季度未再报送');
});

it('a value that is carried over is marked under every table that prints it', () => {
  const done = <T extends { carried: boolean } | null>(target: T): T =>
    target && { ...target, status: 'done' as const, carried: true };
  const [goal, ...goals] = real.goals;
  const at = real.tasks.findIndex(({ targets }) => targets.length > 0);
  const tasks = real.tasks.map((task, i) => (i === at ? { ...task, targets: task.targets.map(done) } : task));
  const name = tasks[at]?.targets[0]?.target.name;
  if (!goal || !name) throw new Error('nothing to mark');
  const tracks = real.tracks.map((track) => ({
    ...track,
    tasks: track.tasks.map(({ task }) => tasks.find((one) => one.task.no === task.no) ?? track.tasks[0]),
  })) as Ledger['tracks'];
  const { documents } = composePack(
    folders,
    { ...real, goals: [{ ...goal, target: done(goal.target) }, ...goals], tasks, tracks },
    { only: ['progress-report', 'targets', 'track-pages'] },
  );
  const texts = documents.map(({ document }) => outline(document));
  const note = '本季度没有再报送，为上季度已完成的数';
  const marked = (title: string) => texts.map((text) => text.includes(`“${title}”${note}`));
  expect(marked(goal.goal.name)).toEqual([true, true, false]);
  expect(marked(name)).toEqual([true, true, true]);
});

it('a table of changes is not referred to where nothing changed', () => {
  const steady = report();
  expect(steady).toContain('各季度末状态见');
  expect(steady).not.toMatch(/本期无此表|转好、新增和连续滞后的任务见/);
});
