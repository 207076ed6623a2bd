/** The printed plan of 2022 through the importer, against the data that were made from it by hand. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  goalsFileSchema,
  planDocumentSchema,
  planNotesFileSchema,
  requirementsFileSchema,
  type Track,
  trackSchema,
} from '../../src/model/plan/plan.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { unitsFileSchema } from '../../src/model/unit.ts';
import { type Imported, imported, importPlan, REPOSITORY } from './plan-import-helper.ts';

const SEED = 'seeds/2022年工作计划.txt';
const byHand = (path: string): unknown => parse(readFileSync(resolve(REPOSITORY, 'data/2022', path), 'utf8'));

let plan: Imported;
const handTracks = Array.from({ length: 15 }, (_, i) =>
  trackSchema.parse(byHand(`plan/tracks/${String(i + 1).padStart(2, '0')}.yaml`)),
);
const handGoals = goalsFileSchema.parse(byHand('plan/goals.yaml'));

const targetsOf = (tracks: readonly Track[], goals: typeof handGoals): Target[] => [
  ...goals.groups.flatMap((g) => g.goals).flatMap((g) => (g.target ? [g.target] : [])),
  ...tracks.flatMap((t) => t.tasks).flatMap((t) => t.targets),
];
const core = (t: Target): string =>
  [t.id.slice(0, 4), t.operator, t.value, t.upper ?? '', t.unit, t.softener ?? '', t.wording].join(' ');

beforeAll(() => {
  plan = imported(SEED, readFileSync(resolve(REPOSITORY, SEED)));
});

describe('importing the plan of 2022', () => {
  it('shows what it has mended in whole phrases: no word or number cut, no bracket alone', () => {
    const { mends } = planNotesFileSchema.parse(plan.yaml('plan/notes.yaml'));
    expect(mends.map(({ where }) => where)).toContain('任务12、31、68');
    const shown = mends.map(({ found, mended }) => [found, mended]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['培育和认定 10 个“数字［换行］开发区”标杆', '培育和认定10个“数字开发区”标杆'],
        ['培育 15 个省级科技［换行］创新平台', '培育15个省级科技创新平台'],
        ['独角兽(潜在)', '独角兽（潜在）'],
      ]),
    );
  });

  it('reproduces its head, with nothing made up', () => {
    const { shortTitle, ...document } = planDocumentSchema.parse(plan.yaml('plan/document.yaml'));
    expect({ shortTitle, ...document }).toEqual(byHand('plan/document.yaml'));
  });

  it('reproduces 15 tracks with their units and 97 tasks, word for word', () => {
    const shape = ({ no, name, leads, cooperating, tasks }: Track) => ({
      no,
      name,
      leads,
      cooperating,
      tasks: tasks.map(({ no, text }) => ({ no, text })),
    });
    expect(plan.tracks.map(shape)).toEqual(handTracks.map(shape));
    expect(plan.value.counts).toMatchObject({ tracks: 15, tasks: 97, goals: 17, unread: 0 });
  });

  it('reproduces the units that the plan names, in its spelling', () => {
    const units = unitsFileSchema.parse(plan.yaml('units.yaml'));
    const named = unitsFileSchema.parse(byHand('units.yaml')).filter((u) => u.namedBy === 'plan');
    expect(units.map((u) => u.name).sort()).toEqual(named.map((u) => u.name).sort());
  });

  it('reproduces at least 90 % of the targets, and hardly any that are none', () => {
    const hand = targetsOf(handTracks, handGoals);
    const found = targetsOf(plan.tracks, plan.goals);
    const keys = new Set(found.map(core));
    const handKeys = new Set(hand.map(core));
    const recall = hand.filter((t) => keys.has(core(t))).length / hand.length;
    const precision = found.filter((t) => handKeys.has(core(t))).length / found.length;
    const sentences = hand.filter((t) =>
      found.some((f) => core(f) === core(t) && t.sentence.endsWith(f.sentence)),
    );
    const same = hand.filter((t) => found.some((f) => core(f) === core(t) && t.sentence === f.sentence));
    const kinds = hand.filter((t) => found.some((f) => core(f) === core(t) && t.kind === f.kind));
    const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
    console.log(
      `目标 ${hand.length} 项，导入 ${found.length} 项：查全率 ${percent(recall)}，查准率 ${percent(precision)}，` +
        `原句一致 ${percent(same.length / hand.length)}，类型一致 ${percent(kinds.length / hand.length)}`,
    );
    expect(recall).toBe(1);
    expect(precision).toBe(1);
    expect(sentences.length / hand.length).toBeGreaterThanOrEqual(0.95);
    expect(kinds.length / hand.length).toBeGreaterThanOrEqual(0.9);
  });

  it('gives every task without a number a ladder, most often the one chosen by hand', () => {
    const tasks = plan.tracks.flatMap((t) => t.tasks);
    const hand = handTracks.flatMap((t) => t.tasks);
    const both = hand.filter((t) => t.milestones);
    const same = both.filter((t) => tasks[t.no - 1]?.milestones?.ladder === t.milestones?.ladder);
    console.log(`阶段台阶 ${both.length} 项，与手工一致 ${same.length} 项`);
    expect(tasks.filter((t) => t.milestones).map((t) => t.no)).toEqual(both.map((t) => t.no));
    expect(same.length / both.length).toBeGreaterThan(0.6);
  });

  it('reads section 三 with its duties, and invents no one where none is named', () => {
    const hand = requirementsFileSchema.parse(byHand('plan/requirements.yaml'));
    const read = requirementsFileSchema.parse(plan.yaml('plan/requirements.yaml'));
    expect(read.paragraphs).toEqual(hand.paragraphs);
    expect(read.duties.map((d) => d.who)).not.toContain('省统计局');
    expect(read.duties.filter((d) => d.kind === 'meeting').map((d) => d.who)).toEqual([
      '省发展数字经济领导小组办公室',
    ]);
  });

  it('says where lines were joined, and what is in doubt', () => {
    const joined = plan.value.unsure.filter((d) => d.code === 'lineJoined');
    expect(joined.map((d) => d.at?.line)).toEqual([19, 45, 105, 141, 175, 207, 313]);
    expect(plan.value.unsure.find((d) => d.code === 'andMended')?.at).toEqual({ file: SEED, line: 241 });
    expect(plan.value.unsure.filter((d) => d.code === 'severalLeads')).toHaveLength(3);
    expect(plan.value.unsure.every((d) => d.severity !== 'error')).toBe(true);
  });

  it('gives the same drafts for the same bytes', () => {
    const again = importPlan(SEED, readFileSync(resolve(REPOSITORY, SEED)));
    expect(again.value).toEqual(plan.value);
  });

  it.each<[string, (text: string) => string]>([
    ['broken into lines of 28 characters', (t) => t.replace(/(.{28})(?=.)/g, '$1\n')],
    ['in half-width punctuation', (t) => t.replace(/[，。：；（）]/g, (c) => HALF[c] ?? c)],
    ['numbered 1、 anew in each track', renumbered((n) => `${n}、`)],
    ['numbered ① in each track', renumbered((n) => '①②③④⑤⑥⑦⑧⑨⑩⑪⑫'.charAt(n - 1))],
    ['with tracks that lost their numbers', (t) => t.replace(/^[（(][一-十]+[）)] ?(.*专项)$/gm, '$1')],
    [
      'with 工程 for 专项 and other words for the units',
      (t) =>
        t.replace(/专项$/gm, '工程').replaceAll('牵头单位', '责任部门').replaceAll('配合单位', '参与部门'),
    ],
    [
      'with page numbers and running heads',
      (t) =>
        t
          .split('\n')
          .map((l, i) => (i % 25 === 24 ? `${l}\n- ${i} -\n文件汇编` : l))
          .join('\n'),
    ],
    ['with units behind each task', unitsBehindTasks],
  ])('is not thrown by a text %s', (_, change) => {
    const other = imported('改.txt', change(readFileSync(resolve(REPOSITORY, SEED), 'utf8')));
    expect(other.value.counts).toMatchObject({ tracks: 15, tasks: 97, units: 20 });
    const keys = new Set(targetsOf(other.tracks, other.goals).map(core));
    const hand = targetsOf(handTracks, handGoals);
    expect(hand.filter((t) => !keys.has(core(t))).map(core)).toEqual([]);
    expect(keys.size).toBe(hand.length);
  });
});

const HALF: Record<string, string> = { '，': ',', '。': '.', '：': ':', '；': ';', '（': '(', '）': ')' };

function renumbered(write: (n: number) => string): (text: string) => string {
  return (text) => {
    let n = 0;
    return text.replace(/^[（(].*专项$|^\d+\. /gm, (found) => {
      n = /专项$/.test(found) ? 0 : n + 1;
      return n === 0 ? found : write(n);
    });
  };
}

function unitsBehindTasks(text: string): string {
  let units = '';
  return text
    .split('\n')
    .map((line) => {
      const found = /^(牵头|配合)单位[:：] ?(.*)/.exec(line);
      if (found) {
        units = found[1] === '牵头' ? `牵头单位：${found[2]}` : `${units}；配合单位：${found[2]}`;
        return '';
      }
      return /^\d+\. .*。$/.test(line) ? `${line.slice(0, -1)}（${units}）。` : line;
    })
    .join('\n');
}
