/** The data in data/2022 against the printed plan in seeds/, read by a reader of its own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/plan/target.ts';
import {
  allGoals,
  DATA,
  document,
  goals,
  goalTargets,
  notes,
  requirements,
  targets,
  tasks,
  trackFiles,
  tracks,
} from './load.ts';
import { IN_WORDS, NOT_TARGETS } from './notTargets.ts';
import { normalise, numbersIn, SEED, seedGoals, seedRequirements, seedTracks } from './seed.ts';

const BREAK = '［换行］';
/** The mends of notes.yaml that name this one task, except line breaks, which the reader joins itself. */
function mend(no: number, text: string): string {
  return notes.mends
    .filter((m) => m.where === `任务${no}` && !m.found.includes(BREAK))
    .reduce((done, m) => done.replace(m.found, m.mended), text);
}
const seed = seedTracks(mend);
const seedTasks = seed.flatMap((track) => track.tasks);

const stated = (target: Target) => ({
  value: target.value,
  upper: target.upper,
  unit: target.unit,
  operator: target.operator,
});
/** What the plan states in a text, once the numbers that are no targets are struck out. */
function expectedOf(task: number, text: string) {
  const spelt = IN_WORDS.filter((w) => w.task === task).reduce((t, w) => t.replace(w.words, w.digits), text);
  const struck = NOT_TARGETS.filter((n) => n.task === task).reduce((t, n) => {
    // “第一批” is a counted batch and stays.
    return n.words === '一批' ? t.replace(/(?<!第)一批/g, '※') : t.replaceAll(n.words, '※');
  }, spelt);
  return numbersIn(struck).map(({ value, upper, unit, operator }) => ({ value, upper, unit, operator }));
}

describe('the plan’s words', () => {
  it('has the document’s identity as printed', () => {
    const printed = normalise(SEED.replace('数字经济 “一号', '数字经济“一号'));
    for (const words of [document.title, document.documentNumber, document.issuerMark, document.preamble])
      expect(printed).toContain(words);
    expect(printed).toContain(document.recipients);
    expect(document.title.startsWith(`${document.issuer}关于印发`)).toBe(true);
    expect(document.title).toContain(document.programme);
    expect(readFileSync(resolve(DATA, '../..', document.sourceFile), 'utf8')).toBe(SEED);
  });

  it('has the 15 tracks with their units', () => {
    expect(trackFiles).toEqual(seed.map((_, i) => `${String(i + 1).padStart(2, '0')}.yaml`));
    expect(tracks.map(({ no, name, leads, cooperating }) => ({ no, name, leads, cooperating }))).toEqual(
      seed.map(({ name, leads, cooperating }, i) => ({ no: i + 1, name, leads, cooperating })),
    );
    expect(tracks).toHaveLength(15);
  });

  it('has 97 of 97 tasks verbatim', () => {
    expect(tasks.map(({ no, text }) => ({ no, text }))).toEqual(seedTasks);
    expect(tasks.map((task) => task.no)).toEqual(Array.from({ length: 97 }, (_, i) => i + 1));
    expect(tracks.map((track) => track.tasks.length)).toEqual(seed.map((track) => track.tasks.length));
  });

  it('has section 一 and its 17 goals verbatim', () => {
    expect(goals.groups.map((group) => group.text)).toEqual(seedGoals());
    expect(goals.headline).toBe(seedGoals()[0]);
    for (const group of goals.groups) for (const goal of group.goals) expect(group.text).toContain(goal.text);
    expect(allGoals.map((goal) => goal.id)).toEqual(
      Array.from({ length: 17 }, (_, i) => `G${String(i + 1).padStart(2, '0')}`),
    );
    expect(allGoals.filter((goal) => !goal.target).map((goal) => goal.text)).toEqual([
      '企业上云数大幅提升',
      '两化融合发展指数加快提升',
    ]);
  });

  it('has section 三 verbatim', () => {
    const written = requirements.paragraphs.map((p, i) => `（${'一二三'[i]}）${p.heading}。${p.text}`);
    expect(written).toEqual(seedRequirements());
    const whole = written.join('') + tasks.find((task) => task.no === 19)?.text;
    for (const duty of requirements.duties) expect(whole).toContain(duty.sentence);
  });

  it('lists only mends that the seed needs, and has made them', () => {
    const data = [
      document.title,
      ...goals.groups.map((group) => group.text),
      ...tasks.map((task) => task.text),
      ...requirements.paragraphs.map((p) => p.text),
    ].join('\n');
    const inNames = ['（二）数字产业赛道赶超专项', '牵头单位：'];
    for (const { found, mended } of notes.mends) {
      expect(SEED).toContain(found.replace(BREAK, '\n\n'));
      if (!inNames.includes(mended)) expect(data).toContain(mended);
    }
  });
});

describe('the plan’s numbers', () => {
  it('are all targets, save those listed with a reason', () => {
    expect(goalTargets.map(stated)).toEqual(
      expectedOf(0, seedGoals().join('\n')).map((n) => ({
        ...n,
        // The little reader can't know a yes-or-no by a date.
        operator: n.unit === '项' ? 'yesNo' : n.operator,
      })),
    );
    expect(tasks.map((task) => ({ no: task.no, targets: task.targets.map(stated) }))).toEqual(
      seedTasks.map((task) => ({ no: task.no, targets: expectedOf(task.no, task.text) })),
    );
  });

  it('that are no targets still stand in the seed', () => {
    for (const { task, words } of [...NOT_TARGETS, ...IN_WORDS]) {
      const text = task === 0 ? seedGoals().join('\n') : seedTasks[task - 1]?.text;
      expect(text).toContain(words);
    }
  });

  it('stand in 27 tasks; the other 70 have milestones', () => {
    const counted = tasks.filter((task) => task.targets.length > 0).map((task) => task.no);
    expect(counted).toEqual([
      1, 6, 7, 8, 12, 13, 17, 18, 23, 25, 26, 28, 31, 32, 33, 34, 42, 43, 50, 51, 52, 55, 56, 78, 86, 88, 89,
    ]);
    const others = tasks.filter((task) => task.milestones).map((task) => task.no);
    expect(others).toEqual(tasks.map((task) => task.no).filter((no) => !counted.includes(no)));
    expect(others).toHaveLength(70);
  });

  it('carry a sentence of their task or goal, with the wording in it', () => {
    const check = (target: Target, text: string) => {
      expect(text, target.id).toContain(target.sentence);
      expect(target.sentence, target.id).toContain(target.wording);
      // 力争 at the head of a sentence governs its later clauses too (task 78).
      if (target.softener) expect(text, target.id).toContain(target.softener);
      if (/力争|争取/.test(target.sentence)) expect(target.softener, target.id).toBeDefined();
    };
    for (const goal of allGoals) if (goal.target) check(goal.target, goal.text);
    for (const task of tasks) for (const target of task.targets) check(target, task.text);
  });

  it('are named after their task or goal', () => {
    for (const goal of allGoals) if (goal.target) expect(goal.target.id).toBe(goal.id);
    for (const task of tasks)
      expect(task.targets.map((target) => target.id)).toEqual(
        task.targets.map((_, i) => `T${String(task.no).padStart(3, '0')}-${i + 1}`),
      );
  });

  it('have a baseline where they are stocks or ratios judged on a line', () => {
    const bare = targets.filter(
      (t) => t.schedule.type === 'linear' && (t.kind === 'stock' || t.kind === 'ratio') && !t.baseline,
    );
    expect(bare.map((t) => t.id)).toEqual([]);
    expect(goalTargets.find((t) => t.id === 'G12')?.baseline).toMatchObject({ value: 1330, demo: false });
  });
});
