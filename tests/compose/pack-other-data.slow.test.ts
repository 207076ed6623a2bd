/** The papers of the meeting with other data than the demonstration's: they hold at any plausible size. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComposedPack, composePack } from '../../src/compose/compose.ts';
import { readPack } from '../../src/intake/templates.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { TemplateFolder } from '../../src/model/document/template.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { isQuarter, type Ledger, type TaskRecord } from '../../src/model/ledger/ledger.ts';
import { BLANK_MEETING, type Meeting } from '../../src/model/meeting.ts';
import { parsePeriod } from '../../src/model/period.ts';
import type { Status } from '../../src/model/status.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';
import { MEETING_PAPERS } from '../support/pack-papers.ts';

const ROOT = join(import.meta.dirname, '../..');

let folders: TemplateFolder[] = [];
let inputs: Inputs;
let ledger: Ledger;

beforeAll(async () => {
  const period = parsePeriod('2022Q3');
  if (!period) throw new Error('period');
  const effects = folderEffects(ROOT);
  folders = (await readPack(effects, 'meeting-pack')).value;
  const composed = await compose({ period, only: ['agenda'] }, effects);
  if (!composed.inputs || !composed.subject || !isQuarter(composed.subject)) throw new Error('no ledger');
  inputs = composed.inputs;
  ledger = composed.subject;
}, 60_000);

function pack(subject: Ledger): ComposedPack {
  const made = composePack(folders, subject, { only: MEETING_PAPERS });
  expect(made.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return made;
}

const text = (made: ComposedPack, id: string): string =>
  made.documents
    .filter((one) => one.id === id)
    .map((one) => outline(one.document))
    .join('\n');

const reworded = (from: string, to: string): Ledger =>
  JSON.parse(JSON.stringify(ledger).replaceAll(from, to)) as Ledger;

it('two papers of one name are an error: one would lie in the place of the other', () => {
  const lights = folders.find(({ settings }) => settings.id === 'lights') as TemplateFolder;
  const copy = { ...lights, path: `${lights.path}-副本`, settings: { ...lights.settings, id: 'copy' } };
  const { diagnostics } = composePack([...folders, copy], ledger, { only: ['lights', 'copy'] });
  expect(diagnostics.filter((d) => d.severity === 'error').map((d) => [d.code, d.at?.file])).toEqual([
    ['nameTwice', `${copy.path}/document.yaml`],
  ]);
});

describe('the papers of the meeting with other data', () => {
  it('invite a 开发区 once that is a place and a unit of the plan', () => {
    const both = reworded('省商务厅', '赣江新区管委会');
    const made = pack({ ...both, meeting: { ...both.meeting, cities: true } });
    expect(text(made, 'attendees').match(/\| 赣江新区/g)).toHaveLength(1);
    expect(text(made, 'meeting-notice').match(/赣江新区管委会，/g)).toHaveLength(1);
    expect(text(made, 'meeting-notice')).toContain('各设区市人民政府分管负责同志');
    const apart = pack({ ...ledger, meeting: { ...ledger.meeting, cities: true } });
    expect(text(apart, 'attendees').match(/\| 赣江新区/g)).toHaveLength(1);
    expect(text(apart, 'attendees')).toContain('省商务厅');
  });

  it('invite a place once that is a unit of the plan by its full name, or as a government', () => {
    const asUnit = (name: string, fullName: string): Ledger => {
      const both = reworded('省商务厅', name);
      const units = both.units.map((unit) =>
        unit.name === name ? { ...unit, fullName, aliases: [] } : unit,
      );
      return { ...both, units, meeting: { ...both.meeting, cities: true } };
    };
    const zone = text(pack(asUnit('赣江管委会', '江西省赣江新区管理委员会')), 'attendees');
    expect(zone).toContain('赣江管委会');
    expect(zone).not.toMatch(/\| 赣江新区/);
    const city = text(pack(asUnit('南昌市人民政府', '江西省南昌市政府')), 'attendees');
    expect(city).toContain('南昌市人民政府');
    expect(city).not.toMatch(/\| 南昌市 /);
    expect(city).toMatch(/\| 九江市 /);
  });

  it('name and count a place that leads a task as a place, once', () => {
    const both = reworded('省商务厅', '南昌市');
    const papers = (cities: boolean) => pack({ ...both, meeting: { ...both.meeting, cities } });
    const made = papers(true);
    const notice = text(made, 'meeting-notice');
    expect(notice).toMatch(/南昌市.*主要负责同志/);
    expect(notice).toContain('其他设区市人民政府、赣江新区管委会分管负责同志');
    const recipients = /各设区市人民政府，赣江新区管委会，[^。]*/.exec(notice)?.[0] ?? '南昌市';
    expect(recipients).not.toContain('南昌市');
    expect(text(made, 'attendees').match(/\| 南昌市 /g)).toHaveLength(1);
    expect(text(made, 'attendees')).toContain('其他设区市和赣江新区');
    const host = text(made, 'chair-script');
    const offices = recipients.slice('各设区市人民政府，赣江新区管委会，'.length).split('、').length;
    expect(host).toContain(`有关单位（${offices}个），各设区市人民政府、赣江新区管委会有关负责同志`);
    expect(text(papers(false), 'chair-script')).toContain(
      `有关单位（${offices}个），南昌市人民政府有关负责同志`,
    );
  });

  it('say what the plan is about in its own words, and nothing where it has none', () => {
    const about = (programme: string) => {
      const { plan } = ledger;
      const other = { ...ledger, plan: { ...plan, document: { ...plan.document, programme } } };
      const made = composePack(folders, other, { only: ['city-bulletin', 'project-bulletin'] });
      return made.documents.map(({ document: { meta } }) => [meta.title, ...meta.keywords.slice(0, 2)]);
    };
    expect(about('数字经济“一号发展工程”')).toEqual([
      ['关于2022年前三季度全省数字经济重点项目推进情况的通报', '数字经济', '一号发展工程'],
      ['关于2022年前三季度各设区市和赣江新区数字经济工作进展及排名的通报', '数字经济', '一号发展工程'],
    ]);
    expect(about('优化营商环境工作')).toEqual([
      ['关于2022年前三季度全省优化营商环境重点项目推进情况的通报', '优化营商环境', '重点项目'],
      ['关于2022年前三季度各设区市和赣江新区优化营商环境工作进展及排名的通报', '优化营商环境', '各地'],
    ]);
    expect(about('')[1]?.[0]).toBe('关于2022年前三季度各设区市和赣江新区工作进展及排名的通报');
  });

  it('of a meeting of which nothing is known print gaps, and say so once', () => {
    const made = pack({ ...ledger, meeting: BLANK_MEETING, lastMeeting: null });
    expect(text(made, 'meeting-notice')).toContain('＿＿＿＿年＿＿月＿＿日＿＿时＿＿分');
    expect(text(made, 'agenda')).not.toMatch(/\d+:\d{2}/);
    expect(text(made, 'minutes-draft')).toContain('会议议定：＿＿＿');
    expect(text(made, 'decisions')).toContain('待补');
    const blanks = made.diagnostics.filter((d) => d.code === 'meetingBlanks');
    expect(blanks).toHaveLength(1);
    for (const field of [
      'date',
      'start',
      'place',
      '主持人职务（chair.post）',
      '会议通知文号（notice.number）',
      'supervision.deadline',
      '2022Q2.yaml',
    ])
      expect(blanks[0]?.message).toContain(field);
    expect(blanks[0]?.at?.file).toBe('data/2022/meetings/2022Q3.yaml');
  });

  it('say of a lagging goal that nothing was reported that is to be done', () => {
    const goals = ledger.goals.map((record) =>
      record.goal.id === 'G12' ? { ...record, next: null } : record,
    );
    const made = composePack(folders, { ...ledger, goals }, { only: ['progress-report', 'brief'] });
    expect(text(made, 'progress-report')).toContain('（责任单位：省通信管理局），未报送下步措施。');
    expect(text(made, 'brief').match(/[^\n]*未报送下步措施。/g)).toEqual([
      expect.stringMatching(/5G终端用户数（省通信管理局）。.*慢于序时进度55\.3个百分点。未报送下步措施。$/),
    ]);
  });

  it('warn when an open decision of the last meeting is not decided again', () => {
    const codes = (decisions: Meeting['decisions']) =>
      pack({ ...ledger, meeting: { ...ledger.meeting, decisions } }).diagnostics;
    expect(codes(ledger.meeting.decisions).map(({ code }) => code)).not.toContain('decisionsDropped');
    const fewer = ledger.meeting.decisions.filter(({ task }) => task !== 4 && task !== 93);
    const warned = codes(fewer).find(({ code }) => code === 'decisionsDropped');
    expect(warned?.message).toContain('第1、7项');
    expect(codes([]).map(({ code }) => code)).not.toContain('decisionsDropped');
  });

  describe('say first of a task with several parts what makes it lag', () => {
    const standing = (change: (task: TaskRecord) => TaskRecord): string => {
      const tasks = ledger.tasks.map((task) => (task.task.no === 18 ? change(task) : task));
      return /\| 18\.新基建项目投资 \|.*/.exec(text(pack({ ...ledger, tasks }), 'matters'))?.[0] ?? '';
    };
    const withStatuses =
      (...statuses: Status[]) =>
      (task: TaskRecord): TaskRecord => ({
        ...task,
        targets: task.targets.map((target, i) => ({ ...target, status: statuses[i] as Status })),
      });

    it.each([
      [['behind', 'onPace'], /实施新基建项目累计.*；新基建项目完成投资累计/],
      [['behind', 'farBehind'], /新基建项目完成投资累计.*；实施新基建项目累计/],
      // What does not lag keeps the order of the plan.
      // What is met for the whole year is not told among what lags.
      [['done', 'toVerify'], /\| 新基建项目完成投资累计[^；]*\|/],
    ] as [Status[], RegExp][])('its targets %j', (statuses, order) => {
      expect(standing(withStatuses(...statuses))).toMatch(order);
    });

    it('the stage, where all targets are fine', () => {
      const staged = ledger.tasks.find(({ task }) => task.no === 15)?.milestone ?? null;
      expect(standing((task) => ({ ...withStatuses('ahead', 'onPace')(task), milestone: staged }))).toMatch(
        /应到“印发”阶段，实到“起草”阶段；实施新基建项目累计/,
      );
    });
  });

  it('run on when the agenda takes longer than planned, and warn of it', () => {
    const meeting = { ...ledger.meeting, end: '10:00' };
    expect(pack({ ...ledger, meeting }).diagnostics.map((d) => d.code)).toContain('agendaTooLong');
  });

  it('hold with half of the returns missing', () => {
    const without = inputs.submissions.filter((one, i) => one.period !== '2022Q3' || i % 2 === 0);
    const { value } = buildLedger({ ...inputs, submissions: without }, ledger.period, { regional: true });
    if (!value) throw new Error('no ledger');
    const made = pack(value);
    const silent = value.returns.filter((record) => record.receivedAt === null);
    expect(silent.length).toBeGreaterThan(4);
    expect(text(made, 'agenda')).toContain('说明未报送情况');
    for (const { unit } of silent) expect(text(made, 'next-quarter')).toContain(unit.name);
  });

  it('tell tasks of units without a return from those that a return leaves out', () => {
    const submissions = inputs.submissions.map((one) =>
      one.period === '2022Q3' && one.unit === '省政务服务办' ? { ...one, tasks: one.tasks.slice(1) } : one,
    );
    const { value } = buildLedger({ ...inputs, submissions }, ledger.period, { regional: true });
    if (!value) throw new Error('no ledger');
    const { documents } = composePack(folders, value, { only: ['progress-report'] });
    const report = documents.map((one) => outline(one.document)).join('\n');
    expect(report).toContain('省卫健委未按要求报送本季度进展，其牵头的7项任务无法评定。');
    expect(report).toContain('1项任务的责任单位已报送，但没有填报评定所需的数据或阶段，无法评定。');
  });

  it('say of no goal that it misses its number while it is on its way to the very number', () => {
    const rules = { ...inputs.rules, pace: { ...inputs.rules.pace, forecastFrom: 1 } };
    const first = parsePeriod('2022Q1');
    const { value } = first ? buildLedger({ ...inputs, rules }, first, { regional: true }) : {};
    if (!value) throw new Error('no ledger');
    const { documents } = composePack(folders, value, { only: ['targets'] });
    // 突破 wants more than the 1万亿元 that a quarter of it would make.
    expect(documents.map((one) => outline(one.document)).join('\n')).toMatch(
      /1项预计能够完成，1项预计与目标数持平、须加力超过（数字经济规模），6项达到序时进度[^；]*；5项进度滞后，预计达不到/,
    );
  });

  it('ask of a goal in 万亿元 that was reported in 亿元 for no more than its pace', () => {
    const submissions = inputs.submissions.map((one) => ({
      ...one,
      goals: one.goals.map((goal) => ({
        ...goal,
        values: goal.values.map((value) =>
          value.target === 'G01' && one.period === '2022Q2'
            ? { ...value, figure: { ...value.figure, value: 4000, unit: '亿元', decimals: 0 } }
            : value,
        ),
      })),
    }));
    const second = parsePeriod('2022Q2');
    const { value } = second ? buildLedger({ ...inputs, submissions }, second, { regional: true }) : {};
    if (!value) throw new Error('no ledger');
    // A tenth of 万亿元 is 1000亿元: 0.75 must not be rounded up to 0.8.
    expect(text(pack(value), 'next-quarter')).toContain(
      ' | 0.6万亿元 | 0.10万亿元 | 0.75万亿元 | 省统计局 |',
    );
  });

  it('print what is asked for a goal in the column for it, and not what its next steps ask besides', () => {
    const asked = { value: '请提前核定口径。', at: { file: '' } };
    const submissions = inputs.submissions.map((one) => ({
      ...one,
      goals: one.goals.map((goal) =>
        one.period === '2022Q3' && /领导小组/.test(goal.next?.value ?? '')
          ? { ...goal, coordination: [{ matter: asked, with: ['省统计局'] }] }
          : goal,
      ),
    }));
    const { value } = buildLedger({ ...inputs, submissions }, ledger.period, { regional: true });
    if (!value) throw new Error('no ledger');
    const list = text(pack(value), 'matters');
    expect(list).toMatch(/省通信管理局 \| 年度目标：5G终端用户数 \| .*请提前核定口径 \| 省统计局/);
    expect(list).not.toMatch(/办公室核定该目标的统计口径 \| 领导小组办公室/);
  });

  it('hold with a unit whose name has forty characters', () => {
    const long = `省${'数字经济发展和工业互联网产业'.repeat(3)}`.slice(0, 39).concat('厅');
    expect(long).toHaveLength(40);
    const made = pack(reworded('省工信厅', long));
    for (const id of ['meeting-notice', 'agenda', 'matters', 'name-cards', 'supervision'])
      expect(text(made, id), id).toContain(long);
  });

  it('name a task in its cell as the plan does, or by the first words of its short name', () => {
    const names: Record<number, { brief: string; cellName?: string }> = {
      1: { brief: '数字经济地方立法调研', cellName: '数字经济立法' },
      2: { brief: '应用场景“十百千”计划' },
      3: { brief: '“一部手机游江西”升级' },
      4: { brief: '研发平台和创新联盟' },
      5: { brief: '推行“拿地即开工”' },
    };
    const tracks = ledger.tracks.map((record) => ({
      ...record,
      tasks: record.tasks.map((one): TaskRecord => {
        const { cellName: _, ...task } = one.task;
        return { ...one, task: { ...task, ...names[task.no] } };
      }),
    }));
    const { documents } = composePack(folders, { ...ledger, tracks }, { only: ['lights'] });
    const grid = documents[0]?.document.sections
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'statusGrid');
    const cells = grid?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.slice(0, 5).map((cell) => cell.text)).toEqual([
      '数字经济立法',
      '应用场景',
      '一部手机游',
      '研发平台和创新',
      '“拿地即开工”',
    ]);
  });

  it('warn of names that the cells of the sheet make alike or cut to nothing, and only of those', () => {
    const called = (names: Record<number, { brief: string; cellName?: string }>) => {
      const tracks = ledger.tracks.map((record) => ({
        ...record,
        tasks: record.tasks.map((one): TaskRecord => {
          const { cellName: _, ...task } = one.task;
          return { ...one, task: names[task.no] ? { ...task, ...names[task.no] } : one.task };
        }),
      }));
      const made = composePack(folders, { ...ledger, tracks }, { only: ['lights'] });
      const sheet = made.documents[0]?.document.sections[0];
      return { diagnostics: made.diagnostics, variants: sheet?.fit?.variants.length ?? 0 };
    };
    const plain = called({});
    expect(plain.diagnostics).toEqual([]);
    const unclear = {
      1: { brief: '数字经济重点企业培育' },
      2: { brief: '数字经济重点企业认定' },
      3: { brief: 'Blockchain平台建设' },
    };
    const { diagnostics, variants } = called(unclear);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['cellNamesUnclear', 'warning'],
    ]);
    expect(diagnostics[0]?.message).toContain(
      '3项任务的名称截短后看不出是哪一项：任务1“数字经济重点企业培育”印作“数字经济重点”，任务2“数字经济重点企业认定”印作“数字经济重点”，任务3“Blockchain平台建设”印作“”。',
    );
    expect(diagnostics[0]?.at?.file).toBe('data/2022/plan/tracks');
    expect(diagnostics[0]?.hints.join('')).toContain('cellName');
    // A warning takes none of the writings away by which the sheet becomes one page.
    expect(variants).toBe(plain.variants);
    const mended = { ...unclear, 2: { ...unclear[2], cellName: '重点企业认定' }, 3: { brief: '区块链平台' } };
    expect(called(mended).diagnostics).toEqual([]);
  });

  it('hold with texts twice as long', () => {
    const doubled = (record: TaskRecord): TaskRecord => ({
      ...record,
      ...Object.fromEntries(
        (['progress', 'problems', 'next'] as const).map((field) => {
          const given = record[field];
          return [field, given && { ...given, value: given.value + given.value }];
        }),
      ),
    });
    const tasks = ledger.tasks.map(doubled);
    const byUnit = ledger.byUnit.map((record) => ({ ...record, tasks: record.tasks.map(doubled) }));
    const made = pack({ ...ledger, tasks, byUnit });
    const problem = tasks.find((task) => task.status === 'farBehind')?.problems?.value ?? 'none';
    expect(text(made, 'matters')).toContain(problem);
  });

  it('fold long lists in what is read aloud: a track of thirty red tasks', () => {
    const [track] = ledger.tracks;
    const model = track?.tasks[0];
    if (!track || !model) throw new Error('no track');
    const more = Array.from(
      { length: 30 - track.tasks.length },
      (_, i): TaskRecord => ({
        ...model,
        task: { ...model.task, no: 201 + i, brief: `新增任务${i + 1}` },
        status: 'farBehind',
      }),
    );
    const made = pack({
      ...ledger,
      tasks: [...ledger.tasks, ...more],
      tracks: ledger.tracks.map((one) => (one === track ? { ...one, tasks: [...one.tasks, ...more] } : one)),
      byUnit: ledger.byUnit.map((one) =>
        one.unit.name === model.unit ? { ...one, tasks: [...one.tasks, ...more] } : one,
      ),
    });
    const script = text(made, 'chair-script');
    const own = ledger.byUnit.find((one) => one.unit.name === model.unit)?.tasks ?? [];
    const late = own.filter(({ status }) => ['behind', 'farBehind', 'notStarted'].includes(status));
    expect(script).toContain(`；另有${more.length + late.length - 5}项，请其说明原因`);
    expect(script).toMatch(/首先，请省科技厅汇报/);
    expect(text(made, 'supervision')).toContain('新增任务21');
  });
});
