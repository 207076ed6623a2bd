/** The papers of the meeting for the demonstration data, as document trees. Update goldens with UPDATE_GOLDEN=1. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UNITS_OF } from '../../src/compose/audiences.ts';
import { remainingSentence } from '../../src/compose/choice/remaining.ts';
import { chosen, unknownOnly } from '../../src/compose/chosen.ts';
import { agendaOf } from '../../src/compose/meeting/agenda.ts';
import { decisionsOf, resultOf } from '../../src/compose/meeting/decisions.ts';
import { mattersOf } from '../../src/compose/meeting/matters.ts';
import { aboutName, isTask } from '../../src/compose/meeting/requests.ts';
import { blockInlines } from '../../src/compose/passes/references.ts';
import { matters as mattersTable } from '../../src/compose/tables/matters.ts';
import { supervised } from '../../src/compose/tables/supervision.ts';
import { goalQuarters } from '../../src/compose/tables/target-quarters.ts';
import { readPack } from '../../src/intake/templates.ts';
import type { Document } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { isQuarter, type Ledger, type TargetRecord } from '../../src/model/ledger/ledger.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { type Composed, compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { brokenFigures, brokenHeads, brokenMarks } from '../support/heads.ts';
import { outline } from '../support/outline.ts';
import { MEETING_PAPERS } from '../support/pack-papers.ts';
import { officialTheme } from '../support/theme.ts';

const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(import.meta.dirname, 'golden/pack');
/** Read here in parts; the report has goldens of its own. */
const OTHERS = ['brief', 'progress-report', 'targets'];
const QUARTERS = ['2022Q1', '2022Q2', '2022Q3', '2022Q4'];

const packs = new Map<string, Composed>();

beforeAll(async () => {
  for (const id of QUARTERS) {
    const period = parsePeriod(id);
    if (period)
      packs.set(id, await compose({ period, only: [...MEETING_PAPERS, ...OTHERS] }, folderEffects(ROOT)));
  }
}, 120_000);

const papers = (id: string, paper: string): Document[] =>
  (packs.get(id)?.pack?.documents ?? []).filter((one) => one.id === paper).map((one) => one.document);
const text = (id: string, paper: string): string =>
  papers(id, paper)
    .map((one) => outline(one))
    .join('\n');

function ledgerOf(id: string): Ledger {
  const subject = packs.get(id)?.subject;
  if (!subject || !isQuarter(subject)) throw new Error(id);
  return subject;
}

describe('the papers of the meeting', () => {
  it('name in their properties the programme and the quarter, each once', () => {
    const subjects = (packs.get('2022Q3')?.pack?.documents ?? []).map(
      ({ document }) => document.meta.subject,
    );
    expect(subjects).toContain('数字经济“一号发展工程”2022年三季度调度');
    for (const subject of subjects) expect([subject, subject.split('2022年').length]).toEqual([subject, 2]);
  });

  it('may be asked for by their id, their label or the number of their files', async () => {
    const folders = (await readPack(folderEffects(ROOT), 'meeting-pack')).value;
    const ids = (only: string[]): string[] => chosen(folders, only).map(({ settings }) => settings.id);
    expect(ids(['04'])).toEqual(['progress-report']);
    expect(ids(['4', '工作进展情况报告', 'progress-report'])).toEqual(['progress-report']);
    expect(ids(['03'])).toEqual(['attendees', 'name-cards', 'seating-plan']);
    expect(ids(['0'])).toEqual(['volume']);
    expect(unknownOnly(folders, ['04', '4', '00', 'agenda'])).toEqual([]);
    // A label that depends on the quarter may be used as it is in any of them, but no part of it.
    const named = ['下季度重点工作安排', '收尾和结转工作安排', '任务台账'];
    expect(unknownOnly(folders, named)).toEqual([]);
    expect(ids(['收尾和结转工作安排'])).toEqual(['next-quarter']);
    expect(unknownOnly(folders, ['工作安排', 'if']).map(({ code }) => code)).toEqual([
      'unknownDocument',
      'unknownDocument',
    ]);
    for (const name of ['各设区市工作进展及排名通报', '各乡镇（街道）工作进展及排名通报', 'city-bulletin'])
      expect(ids([name])).toEqual(['city-bulletin']);
    expect(unknownOnly(folders, ['40']).map(({ code }) => code)).toEqual(['unknownDocument']);
  });

  it.each(QUARTERS)('of %s compose without error, each of them', (id) => {
    const errors = packs.get(id)?.diagnostics.filter((d) => d.severity === 'error');
    expect(errors).toEqual([]);
    const urged = UNITS_OF.supervisedUnit(ledgerOf(id)).length;
    // The first meeting of a year has none before it.
    const decided = id === '2022Q1' ? 0 : 1;
    const expected: Record<string, number> = { supervision: urged, decisions: decided };
    for (const paper of MEETING_PAPERS) expect(papers(id, paper).length, paper).toBe(expected[paper] ?? 1);
  });

  it.each(['2022Q1', '2022Q3', '2022Q4'])('of %s read as the golden', (id) => {
    const all = MEETING_PAPERS.map((paper) => `＝＝ ${paper} ＝＝\n${text(id, paper)}`).join('\n');
    const file = join(GOLDEN, `${id}.txt`);
    if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(file, all);
    expect(all).toBe(readFileSync(file, 'utf8'));
  });

  it('give every number from data its origin', () => {
    const figures = QUARTERS.flatMap((id) => packs.get(id)?.pack?.documents ?? [])
      .flatMap(({ document }) => document.sections.flatMap((section) => section.blocks))
      .flatMap(blockInlines)
      .flatMap((node) => (node.kind === 'figure' ? [node] : []));
    expect(figures.length).toBeGreaterThan(1000);
    for (const { figure, text: printed } of figures) {
      // The plan's own words stay words: 第一批, 年内完成.
      if (figure.provenance.kind !== 'plan')
        expect(printed).toContain(String(Math.abs(figure.value)).split('.')[0]);
      if (figure.provenance.kind === 'derived') expect(figure.provenance.rule).not.toBe('');
    }
  });

  it('let units with red lights speak first, and the minutes add up to the times', () => {
    const ledger = ledgerOf('2022Q3');
    const { items, minutes } = agendaOf(ledger);
    const reasons = items.flatMap((item) => (item.part === 'units' ? [item.speaker?.reason] : []));
    expect(reasons.lastIndexOf('red')).toBeLessThan(reasons.indexOf('silent'));
    expect(reasons.lastIndexOf('silent')).toBeLessThan(reasons.indexOf('lagging'));
    // Who only asks for help is heard when its matters are.
    expect(reasons).not.toContain('matters');
    expect(items.some(({ part, speaker }) => part === 'matters' && speaker?.reason === 'matters')).toBe(true);
    expect(items.reduce((sum, item) => sum + item.minutes, 0)).toBe(minutes);
    for (const [i, item] of items.entries()) if (i > 0) expect(item.start).toBe(items[i - 1]?.end);
    expect(items.at(-1)?.end).toBe('11:27');
  });

  it('do not forget a unit that only misses an annual goal: it speaks, it is listed, and it is urged', () => {
    const ledger = ledgerOf('2022Q3');
    const unit = '省通信管理局';
    expect(ledger.tasks.some((task) => task.unit === unit)).toBe(false);
    expect(text('2022Q3', 'agenda')).toContain(`汇报进展（年度目标严重滞后1项） | ${unit}`);
    expect(text('2022Q3', 'chair-script')).toContain('年度目标“5G终端用户数”严重滞后，请其说明原因');
    expect(text('2022Q3', 'matters')).toContain(`| 年度目标：5G终端用户数 | ${unit} | ■严重滞后`);
    expect(UNITS_OF.supervisedUnit(ledger).map(({ name }) => name)).toContain(unit);
    // A goal that lags for the first time is heard, but not urged.
    expect(text('2022Q1', 'agenda')).toContain(`汇报进展（年度目标滞后3项） | ${unit}`);
    expect(UNITS_OF.supervisedUnit(ledgerOf('2022Q1')).map(({ name }) => name)).not.toContain(unit);
  });

  it('ask units that report, and those of what is urged, to send whoever answers for it', () => {
    const inPerson = (id: string) => /.*主要负责同志/.exec(text(id, 'meeting-notice'))?.[0] ?? '';
    expect(inPerson('2022Q3')).toContain('省通信管理局');
    expect(inPerson('2022Q1')).toContain('省通信管理局');
    expect(text('2022Q1', 'meeting-notice')).toMatch(/省统计局.*分管负责同志/);
    expect(inPerson('2022Q1')).not.toContain('省统计局');
  });

  it('name to the chair what lags, where there is nothing worse', () => {
    expect(text('2022Q3', 'chair-script')).toMatch(
      /任务4（[^）]*）、任务8（[^）]*）、任务9（[^）]*）滞后，请其说明/,
    );
  });

  it('count once what lags far and again, and call 未启动 what has not begun twice', () => {
    const notices = papers('2022Q3', 'supervision').map((one) => outline(one));
    const of = (unit: string) => notices.find((notice) => notice.includes(`${unit}：`)) ?? '';
    expect(of('省发改委')).toContain('2项连续两个季度滞后，其中1项严重滞后');
    expect(of('省工信厅')).toContain('1项严重滞后，1项连续两个季度未启动');
    expect(of('省商务厅')).toContain('你单位承担的任务45（数字商务对接促进活动）连续两个季度未启动');
    expect(of('省通信管理局')).toContain('年度目标“5G终端用户数”严重滞后且连续两个季度滞后');
  });

  it('know again what the last meeting decided and nobody settled', () => {
    const again = mattersOf(ledgerOf('2022Q3')).filter(({ open }) => open);
    expect(again.map(({ no, open }) => `${no}←${open?.decision.no}`)).toEqual([
      '1←2',
      '7←3',
      '10←7',
      '14←6',
      '21←1',
      '25←5',
    ]);
    expect(text('2022Q3', 'matters')).toContain('口径（上次会议议定，逾期未办结） | 省人社厅');
    expect(text('2022Q3', 'chair-script')).toContain('其中第1、7、10、14、21、25项是上次会议议定');
    // Settled, or decided for another task: asked for the first time.
    expect(
      mattersOf(ledgerOf('2022Q4'))
        .filter(({ open }) => open)
        .map(({ about }) => aboutName(about)),
    ).toEqual([expect.stringMatching(/^任务62（/)]);
    expect(mattersOf(ledgerOf('2022Q1')).some(({ open }) => open)).toBe(false);
  });

  it('take as late what was not settled on the day it was due', () => {
    const ledger = ledgerOf('2022Q4');
    const due = { no: 1, text: '事', lead: '甲厅', cooperating: [], due: '2022-11-30', task: null };
    const at = (day: string, state: 'done' | 'ongoing') =>
      decisionsOf({
        ...ledger,
        setting: { ...ledger.setting, asOf: day },
        lastMeeting: { ...ledger.meeting, decisions: [due] },
        meeting: { ...ledger.meeting, followUps: [{ decision: 1, state, finished: '', progress: '' }] },
      })[0]?.state;
    expect(at('2022-11-29', 'ongoing')).toBe('ongoing');
    expect(at('2022-12-31', 'ongoing')).toBe('late');
    expect(at('2022-12-31', 'done')).toBe('done');
    const done = (finished: string) =>
      resultOf({ decision: due, state: 'done', finished, progress: '', year: 2022 }).join(' ');
    expect(done('')).toBe('已办结');
    expect(done('2022-11-30')).toBe('已办结 11月30日');
    expect(done('2022-12-01')).toBe('逾期办结 12月1日');
    // Those who have not settled theirs are named to the chair and in the minutes.
    const open = decisionsOf(ledger).filter(({ state }) => state !== 'done');
    expect(open.length).toBeGreaterThan(0);
    for (const { decision } of open)
      for (const paper of ['chair-script', 'minutes-draft'])
        expect(text('2022Q4', paper)).toMatch(new RegExp(`没?有?办结[^。]*${decision.lead}`));
  });

  it('the one page gives up what matters least of what must be attended to, and says so', () => {
    const [brief] = papers('2022Q3', 'brief');
    const variants = brief?.sections[0]?.fit?.variants ?? [];
    const told = (at: number): string[] =>
      (variants.at(at) ?? []).flatMap((block) =>
        block.kind === 'paragraph' ? plainText(block.children) : [],
      );
    const concerns = (at: number) => told(at).filter((line) => line.includes('下步：')).length;
    expect([concerns(0), concerns(-1)]).toEqual([4, 1]);
    const left = (line: string) => line.includes('“红黄绿灯”一览图');
    expect(told(0).filter(left)).toEqual([expect.stringMatching(/^另有\d+项/)]);
    expect(told(-1).filter(left)).toEqual([expect.stringMatching(/^滞后或未启动的目标和任务共22项，其余见/)]);
  });

  it('tell a leader of all that lags far', () => {
    for (const quarter of ['2022Q3', '2022Q4'] as const) {
      const brief = text(quarter, 'brief');
      for (const { status, task, unit } of ledgerOf(quarter).tasks)
        if (status === 'farBehind') expect(brief).toContain(`任务${task.no}（${task.brief}，${unit}）`);
    }
  });

  it('say of the change since last quarter parts that sum to it', () => {
    for (const quarter of ['2022Q2', '2022Q3', '2022Q4'] as const) {
      const said = /任务(?:比上季度(增加|减少)(\d+)项|与上季度持平)：(.*?)。/.exec(
        text(quarter, 'progress-report'),
      );
      expect(said).not.toBeNull();
      const [, way, change = '0', parts = ''] = said ?? [];
      const sum = [...parts.matchAll(/(\d+)项(由滞后|补报|新转|因未)/g)].reduce(
        (all, [, n, what = '']) => all + (['由滞后', '补报'].includes(what) ? Number(n) : -Number(n)),
        0,
      );
      expect(sum).toBe(way === '减少' ? -Number(change) : Number(change));
    }
  });

  it('number the matters alike in the list, the agenda and the script', () => {
    const matters = mattersOf(ledgerOf('2022Q3'));
    const ofTasks = ledgerOf('2022Q3').tasks.flatMap((task) => task.coordination).length;
    expect(matters).toHaveLength(ofTasks + 1);
    const owner = matters[0]?.coordination.by ?? '';
    const n = matters.filter((matter) => matter.coordination.by === owner).length;
    expect(text('2022Q3', 'chair-script')).toContain(`请${owner}说明清单第1—${n}项`);
    expect(text('2022Q3', 'agenda')).toContain(`研究清单第1—${n}项`);
  });

  it('that are asked for a goal stand in the list like those for tasks, and are counted with them', () => {
    const all = mattersOf(ledgerOf('2022Q3'));
    const ofGoals = all.filter(({ about }) => !isTask(about));
    expect(ofGoals.map(({ no, lead, cooperating }) => [no, lead, cooperating])).toEqual([
      [ofGoals[0]?.no, '领导小组办公室', ['省通信管理局']],
    ]);
    const list = text('2022Q3', 'matters');
    expect(list).toMatch(
      /省通信管理局 \| 年度目标：5G终端用户数 \| .*建议领导小组办公室核定该目标的统计口径 \| 领导小组办公室/,
    );
    expect(text('2022Q3', 'chair-script')).toContain('请领导小组办公室答复');
    for (const id of ['matters', 'progress-report', 'chair-script', 'brief'])
      expect(text('2022Q3', id), id).toContain(`${all.length}项`);
    expect(text('2022Q4', 'minutes-draft')).toContain('关于年度目标“5G终端用户数”。');
    expect(text('2022Q1', 'matters')).toContain('对应任务滞后的');
  });

  it('have no columns of the year drawn on where it can be drawn on for nothing', () => {
    const ledger = ledgerOf('2022Q3');
    const heads = (of: typeof ledger): string =>
      (goalQuarters(of).head[0] ?? []).map(({ content }) => content.map(plainText).join('')).join();
    expect(heads(ledger)).toContain('预计全年');
    const goals = ledger.goals.map((goal) => ({
      ...goal,
      target: goal.target && { ...goal.target, forecast: null },
    }));
    expect(heads({ ...ledger, goals })).not.toContain('预计');
  });

  it('draw the year on from the second quarter, and give up no goal that is on pace', () => {
    expect(text('2022Q1', 'brief')).not.toContain('预计达不到');
    expect(text('2022Q1', 'targets')).not.toMatch(/全年预计|预计全年/);
    expect(text('2022Q3', 'targets')).toMatch(
      /7项预计能够完成，4项达到序时进度、但照此推算低于年度目标，须加力：[^；]*；1项进度滞后，预计达不到年度目标：5G终端用户数（[^）]*）。/,
    );
    for (const id of ['brief', 'progress-report'])
      expect(text('2022Q3', id), id).toMatch(/1项(?:年度目标)?预计达不到/);
  });

  it('propose a date from the request, or else a month after the meeting for what lags and the quarter’s end for the rest', () => {
    const dues = mattersOf(ledgerOf('2022Q3')).map((matter) => matter.due);
    expect(new Set(dues)).toEqual(new Set(['10月底前', '11月底前', '2022年11月18日前', '2022年12月31日前']));
    expect(new Set(mattersOf(ledgerOf('2022Q4')).map((matter) => matter.due))).toEqual(
      new Set(['2023年3月31日前', '2023年一季度', '2023年2月13日前']),
    );
  });

  it('keep a head of two characters in one line', () => {
    const all = QUARTERS.flatMap((id) => packs.get(id)?.pack?.documents ?? []);
    expect(all.flatMap(({ document }) => brokenHeads(document, officialTheme))).toEqual([]);
  });

  it('keep a status in one line of its cell', () => {
    const all = QUARTERS.flatMap((id) => packs.get(id)?.pack?.documents ?? []);
    expect(all.flatMap(({ document }) => brokenMarks(document, officialTheme))).toEqual([]);
  });

  it('keep 完成率 and a gap of −100.0 in one line among the tasks that are urged', () => {
    const { columns } = supervised(
      ledgerOf('2022Q3'),
      {},
      UNITS_OF.supervisedUnit(ledgerOf('2022Q3'))[0] ?? null,
    );
    const [characterMm, takenMm] = [3.704, 2.56];
    for (const at of [3, 4]) expect(columns[at]?.width).toBeGreaterThan(3 * characterMm + takenMm);
  });

  it('keep a figure and its unit in one line of their cell', () => {
    const all = QUARTERS.flatMap((id) => packs.get(id)?.pack?.documents ?? []);
    expect(all.flatMap(({ document }) => brokenFigures(document, officialTheme))).toEqual([]);
  });

  it('give the date of a request one line', () => {
    const { columns } = mattersTable(ledgerOf('2022Q3'));
    const [characterMm, paddingMm] = [3.175, 1.8];
    // 2022年10月31日前, its digits a little wider than half a character.
    expect(columns.at(-1)?.width).toBeGreaterThan(8.4 * characterMm + paddingMm);
  });

  it('say what has to be done by when, rounded so that the target holds', () => {
    const ledger = ledgerOf('2022Q3');
    const need = (id: string): string => {
      const record = ledger.tasks.flatMap((task) => task.targets).find((one) => one.target.id === id);
      return record ? plainText(remainingSentence(record, ledger)?.rich ?? []) : 'none';
    };
    expect(need('T051-1')).toBe('还差10个，10—12月月均须完成4个');
    expect(need('T018-2')).toBe('还差196.4亿元，10—12月月均须完成65.5亿元');
    expect(need('T018-1')).toBe('还差23个，10—12月月均须完成8个');
    // Few things may come in one batch; much more than was ever done in a month will hardly come.
    expect(need('T026-1')).toBe('还差6个，10—12月月均须完成2个');
    const users = ledger.goals.find(({ goal }) => goal.name === '5G终端用户数')?.target as TargetRecord;
    expect(plainText(remainingSentence(users, ledger)?.rich ?? [])).toBe(
      '还差538.2万户，10—12月月均须新增179.4万户，是前三季度月均的12.3倍，按前期进度难以完成',
    );
  });

  it('use the words of the year’s end in the fourth quarter', () => {
    expect(text('2022Q4', 'next-quarter')).toContain('2022年收尾和结转工作安排');
    expect(text('2022Q4', 'next-quarter')).not.toContain('月均须');
    expect(text('2022Q4', 'chair-script')).toContain('总结全年工作任务完成情况');
  });

  it('close the notice with its 版记, behind the annexes', () => {
    const [notice] = papers('2022Q3', 'meeting-notice');
    expect(notice?.sections.at(-1)?.blocks.at(-1)?.kind).toBe('imprint');
    const list = notice?.sections.flatMap((section) => section.blocks).find((b) => b.kind === 'annexList');
    const heads = notice?.sections.slice(1).map((section) => section.blocks[0]);
    expect(list?.kind === 'annexList' && list.items).toEqual(
      heads?.map((head) => (head?.kind === 'heading' ? plainText(head.children) : '')),
    );
  });
});
