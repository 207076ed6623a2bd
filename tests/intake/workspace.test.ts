/** The repository's own data, and what happens when parts of it break. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { hasErrors } from '../../src/base/diagnostic.ts';
import { baselineNeeded } from '../../src/base/messages/plan-targets.ts';
import { formatOrigin } from '../../src/base/origin.ts';
import { bearable, faultyReturns } from '../../src/intake/returns/return-problems.ts';
import { readPack } from '../../src/intake/templates.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { parseMonth, parsePeriod } from '../../src/model/period.ts';
import { allGoals, allTasks, type Plan } from '../../src/model/plan/plan.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, memoryEffects, REPOSITORY, testEffects } from '../support/effects.ts';

const real = await readWorkspace(folderEffects(), 2022);
const text = (path: string): string => readFileSync(`${REPOSITORY}/${path}`, 'utf8');
const TRACK = 'data/2022/plan/tracks/01.yaml';
const Q1 = 'data/2022/submissions/2022Q1';

async function problemsWith(overlay: Record<string, string | Uint8Array | undefined>): Promise<string[]> {
  const known = real.diagnostics.map((d) => JSON.stringify(d));
  const { diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022);
  return diagnostics
    .filter((d) => !known.includes(JSON.stringify(d)))
    .map(
      (d) =>
        `${d.severity} ${d.at && formatOrigin(d.at)} ${d.message}${d.hints.map((h) => ` ▸${h}`).join('')}`,
    );
}

describe('the real workspace', () => {
  it('has no errors', () => {
    expect(real.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  });

  it('holds 15 tracks, 97 tasks, 17 goals and four quarters of returns', () => {
    const { plan, submissions, periods } = real.value as NonNullable<typeof real.value>;
    expect(plan.tracks).toHaveLength(15);
    expect(allTasks(plan).map((task) => task.no)).toEqual([...Array(97)].map((_, i) => i + 1));
    expect(allGoals(plan)).toHaveLength(17);
    expect(new Set(submissions.map((s) => s.period))).toEqual(new Set(periods.map((p) => p.id)));
    const received = submissions.map((s) => s.receivedAt);
    expect(received).toEqual([...received].sort());
  });

  it('knows the cell or line of every reported value and what stood there', () => {
    const figures = (real.value?.submissions ?? []).flatMap((s) =>
      [...s.tasks, ...s.goals].flatMap((entry) => entry.values.map((value) => value.figure)),
    );
    expect(figures.length).toBeGreaterThan(150);
    for (const { provenance } of figures) {
      expect(provenance.kind).toBe('submission');
      if (provenance.kind !== 'submission') continue;
      expect(provenance.raw).not.toBe('');
      expect(provenance.at.cell ?? provenance.at.line).toBeDefined();
      // Either made up and marked so, or a fact with a source.
      expect(provenance.demo).toBe(provenance.source === undefined);
    }
  });
});

it('asks once for each goal that nobody answers for yet, for those of a file together', async () => {
  const goals = text('data/2022/plan/goals.yaml');
  const problems = await problemsWith({
    'data/2022/plan/goals.yaml': goals.replaceAll('unit: 省工信厅', 'unit: 待定'),
  });
  const owned = allGoals(real.value?.plan as Plan).filter(
    ({ responsible }) => responsible.unit === '省工信厅',
  );
  expect(owned.length).toBeGreaterThan(2);
  const asked = problems.filter((problem) => problem.includes('责任单位还是“待定”'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.match(/年度目标“[^”]+”/g)).toEqual(owned.map(({ name }) => `年度目标“${name}”`));
  expect(asked[0]?.match(/（第\d+行）/g)).toHaveLength(owned.length - 1);
  expect(problems.filter((problem) => problem.includes('单位名册中没有“待定”'))).toEqual([]);
});

it('takes a level of last year as the advice on a draft words it, and names a goal with quotation marks in others', async () => {
  const [track, goals] = ['data/2022/plan/tracks/14.yaml', 'data/2022/plan/goals.yaml'];
  const advice = baselineNeeded({ file: track }, '比例', 2022).hints.join('');
  const fields = /baseline: \{ (.+?) \}/.exec(advice)?.[1]?.match(/\w+(?=:)/g) ?? [];
  expect(fields).toEqual(['value', 'asOf', 'source']);
  expect(advice).toContain('日期写作 2021-12-31');
  const level = text(track).replace(
    /(baseline: \{ value: 92, asOf: 2021-12-31, source: 演示数据), demo: true/,
    '$1',
  );
  expect(level).not.toBe(text(track));
  expect(await problemsWith({ [track]: level })).toEqual([]);
  const open = text(goals)
    .replace('name: 数字经济规模', 'name: “一网通办”率')
    .replace('unit: 省统计局', 'unit: 待定');
  expect((await problemsWith({ [goals]: open })).join()).toContain('年度目标“‘一网通办’率”');
});

it('tells of a target that was revised in its number alone', async () => {
  const file = 'data/2022/plan/tracks/01.yaml';
  const target = allTasks(real.value?.plan as Plan).find(({ no }) => no === 1)?.targets[0];
  const { value, unit, sentence, name } = target as NonNullable<typeof target>;
  const revised = text(file).replace(`value: ${value}\n`, `value: ${value - 10}\n`);
  const problems = await problemsWith({ [file]: revised });
  expect(problems).toEqual([
    expect.stringContaining(
      `指标“${name}”的目标值是${value - 10}${unit}，原文（sentence）写的是“${sentence}”`,
    ),
  ]);
  expect(problems[0]).toMatch(/^warning .*tracks\/01\.yaml:\d+:/);
});

it('takes no name of a unit or a place that no file can be called by', async () => {
  const [units, cities] = ['data/2022/units.yaml', 'data/2022/cities/cities.yaml'];
  const overlay = {
    [units]: `${text(units)}\n- { name: 省甲局/省乙局, fullName: 省甲局、省乙局, namedBy: office }\n`,
    [cities]: `${text(cities)}\n- { name: '丙区:', fullName: 丙区管委会, aliases: [], clusters: [] }\n`,
  };
  const { diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022, { cities: true });
  const told = diagnostics.filter(({ code }) => code === 'nameNoFile');
  expect(told.map(({ at, message }) => [at?.file, message])).toEqual([
    [units, '名称“省甲局/省乙局”不能用作文件名。'],
    [cities, '名称“丙区:”不能用作文件名。'],
  ]);
});

it('asks for the unit of a goal’s figure that was left open when the goal got its own', async () => {
  const goals = text('data/2022/plan/goals.yaml');
  const problems = await problemsWith({
    'data/2022/plan/goals.yaml': goals.replace(
      /responsible: \*statistics(?=\n {10}sentence)/,
      'responsible: { unit: 待定, assignedBy: office, reason: 待领导小组办公室确定 }',
    ),
  });
  expect(problems.filter((problem) => problem.includes('还是“待定”'))).toEqual([
    expect.stringMatching(/goals\.yaml:\d+:\d+ 指标“.+”（target）的责任单位还是“待定”/),
  ]);
});

describe('spreadsheet returns of the real workspace', () => {
  const submissions = real.value?.submissions ?? [];
  const of = (unit: string) => submissions.find((s) => s.unit === unit && s.period === '2022Q3');

  it('are those of the third and fourth quarter', () => {
    for (const { period, file } of submissions) {
      expect(file.endsWith(['2022Q3', '2022Q4'].includes(period) ? '.xlsx' : '.yaml')).toBe(true);
    }
  });

  it('are read whole in spite of an inserted row, a moved column, full-width digits and another heading', () => {
    expect(
      of('省教育厅')
        ?.tasks.map((t) => [t.task, t.at.cell])
        .slice(0, 2),
    ).toEqual([
      [63, 'A4'],
      [64, 'A6'],
    ]);
    expect(of('省商务厅')?.tasks[0]?.next?.at.cell).toBe('O4');
    expect(of('省发改委')?.tasks[0]?.values[0]?.figure).toMatchObject({
      value: 97,
      provenance: { raw: '９７' },
    });
    for (const unit of ['省教育厅', '省商务厅', '省交通运输厅', '省委网信办']) {
      const own = allTasks(real.value?.plan as never).filter((task) => task.responsible.unit === unit);
      expect(of(unit)?.tasks.map((t) => t.task)).toEqual(own.map((t) => t.no));
    }
  });
});

/** What a path is called in that folder, if it lies there. */
const nameIn = (folder: string, path: string): string[] =>
  path.slice(0, path.lastIndexOf('/')) === folder ? [path.slice(folder.length + 1)] : [];

describe('a broken workspace', () => {
  it.each([
    ['data/2022/submissions', 'folderIsFile'],
    ['data/2022/submissions/2022Q1', 'folderIsFile'],
    ['data/2022/office.yaml', 'fileIsFolder'],
    ['data/2022/baselines.yaml', 'fileIsFolder'],
    ['data/2022/rules.yaml', 'fileIsFolder'],
    ['data/2022/plan/goals.yaml', 'fileIsFolder'],
    ['data/2022/meetings/2022Q3.yaml', 'fileIsFolder'],
    ['data/2022/acknowledgements/2022Q3.yaml', 'fileIsFolder'],
    ['data/2022/projects/projects.csv', 'fileIsFolder'],
    ['data/2022/cities/indicators.yaml', 'fileIsFolder'],
  ])('is told what is no folder, or no file: %s', async (path, code) => {
    const disk = testEffects();
    const file = code === 'folderIsFile';
    const within = (other: string): boolean => other === path || other.startsWith(`${path}/`);
    const effects = {
      ...disk,
      read: async (one: string) =>
        within(one) ? (file && one === path ? new Uint8Array([1]) : undefined) : disk.read(one),
      // An empty folder is no file, either.
      list: async (one: string) =>
        within(one) ? [] : [...new Set([...(await disk.list(one)), ...nameIn(one, path)])],
    };
    const { diagnostics } = await readWorkspace(effects, 2022, { projects: true, cities: true });
    const told = diagnostics.filter(({ at }) => at?.file === path);
    expect(told).toEqual([expect.objectContaining({ code, severity: 'error', at: { file: path } })]);
  });

  it('names every missing file and still has no value', async () => {
    // A folder of the plan that holds something else: somebody has begun.
    const begun = { 'data/2022/plan/说明.txt': '' };
    const { value, diagnostics } = await readWorkspace(memoryEffects(begun), 2022);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.at?.file)).toEqual([
      'data/2022/plan/document.yaml',
      'data/2022/plan/goals.yaml',
      'data/2022/plan/requirements.yaml',
      'data/2022/plan/notes.yaml',
      'data/2022/ladders.yaml',
      'data/2022/units.yaml',
      'data/2022/rules.yaml',
      'data/2022/periods.yaml',
      'data/2022/plan/tracks',
    ]);
    expect(hasErrors(diagnostics)).toBe(true);
  });

  it('of a year that is not there, or has no plan, says so in one sentence', async () => {
    const told = async (files: Record<string, string>) =>
      (await readWorkspace(memoryEffects(files), 2023)).diagnostics.map(({ code, at, hints }) => ({
        code,
        file: at?.file,
        hints: hints.join(''),
      }));
    const other = { 'data/2022/units.yaml': '[]' };
    const absent = await told(other);
    expect(absent).toMatchObject([{ code: 'yearMissing', file: 'data/2023' }]);
    expect(absent[0]?.hints).toContain('先运行 diaodu new 2023');
    expect(await told({ ...other, 'data/2023/units.yaml': '[]' })).toMatchObject([
      { code: 'planMissing', file: 'data/2023/plan', hints: expect.stringContaining('diaodu plan import') },
    ]);
  });

  it('tells once in a file of a unit that no roster knows, with all its lines', async () => {
    const broken = text(TRACK).replaceAll('省科技厅', '省数据局');
    const lines = broken.split('\n').flatMap((line, i) => (line.includes('省数据局') ? [i + 1] : []));
    const told = (await problemsWith({ [TRACK]: broken })).filter((one) => one.includes('“省数据局”'));
    const [first, ...rest] = lines;
    expect(rest.length).toBeGreaterThan(2);
    expect(told).toEqual([expect.stringMatching(`:${first}:.*同一文件中还有：第${rest.join('、')}行。`)]);
  });

  it('finds contradictions between the files of the plan', async () => {
    const broken = text(TRACK)
      .replace('leads: [省科技厅]', 'leads: [省科技局]')
      .replace('  - no: 2\n', '  - no: 3\n')
      .replace('id: T001-1', 'id: T001-2')
      .replace(/ladder: \w+/, 'ladder: recognize');
    expect(await problemsWith({ [TRACK]: broken })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^error data\/2022\/plan\/tracks\/01\.yaml:\d+:9 单位名册中没有“省科技局”。 ▸是不是想写“省科技厅”？/,
        ),
        expect.stringMatching(/01\.yaml:\d+:\d+ 任务序号为3，应当大于前一项的3。/),
        expect.stringMatching(/01\.yaml:\d+:\d+ 指标编号“T001-2”与所在位置不符，应为“T001-1”。/),
        expect.stringMatching(/01\.yaml:\d+:\d+ ladders\.yaml 中没有“recognize”。 ▸是不是想写“recognise”？/),
      ]),
    );
  });

  it('takes no stages and deadlines of a year gone by: everything would be behind from the start', async () => {
    const ladders = text('data/2022/ladders.yaml').replaceAll('2022-', '2021-');
    const late = text(TRACK).replace('id: T001-1\n', 'id: T001-1\n        deadline: 2021-06-30\n');
    const problems = await problemsWith({ 'data/2022/ladders.yaml': ladders, [TRACK]: late });
    const told = problems.filter((problem) => problem.includes('早于计划年度'));
    expect(told).toEqual([
      expect.stringMatching(
        /ladders\.yaml:7:\d+ 阶段的约定日期早于计划年度2022年（2021-03-31等\d+处）.*年份全部替换/,
      ),
      expect.stringMatching(/01\.yaml:\d+:\d+ 指标“.*”的时限2021-06-30早于计划年度2022年。/),
    ]);
  });

  it('reports all that is wrong with a return and reads the others', async () => {
    const overlay = {
      [`${Q1}/省教育厅.yaml`]: `unit: 教育厅
period: 2022Q1
receivedAt: 2022-04-31
tasks: []
`,
      [`${Q1}/补报.yaml`]: `unit: 省科学技术厅
period: 2022Q1
receivedAt: 2022-04-30
tasks:
  - task: 1
    values: { T001-1: 约6—8个, T001-9: 3 }
    selfAssessment: 已完工
    progress: 已下达任务。
    coordination:
      - { matter: 请支持经费, with: [财政厅厅, 科技厅] }
  - task: 2
    stage: 已发通知
    progress: 已印发。
  - task: 98
    progress: 多余。
  - { task: 1, progress: 重复。 }
`,
      [`${Q1}/说明.docx`]: 'x',
      [`${Q1}/坏.xlsx`]: 'PK',
    };
    const problems = await problemsWith(overlay);
    expect(problems).toEqual([
      'error data/2022/submissions/2022Q1/坏.xlsx 打不开这份表格。 ▸用 Excel 或 WPS 打开后另存为 .xlsx 再报。',
      expect.stringMatching(/省教育厅\.yaml:1:7 单位名册中没有“教育厅”。 ▸是不是想写“省教育厅”？/),
      'error data/2022/submissions/2022Q1/省教育厅.yaml:3:13 “收到日期”的日期“2022-04-31”无法识别。 ▸应写作 2022-10-08 或 2022年10月8日。',
      expect.stringMatching(/补报\.yaml:6:30 第1项任务没有编号为“T001-9”的指标。 ▸可用的写法：T001-1/),
      expect.stringMatching(
        /补报\.yaml:6:23 “.+”的数值“约6—8个”无法识别：其中不止一个数字；应为一个以“个”计的数。/,
      ),
      expect.stringMatching(/补报\.yaml:7:21 自评“已完工”无法识别。 ▸是不是想写“已完成”？/),
      expect.stringMatching(/^warning .+补报\.yaml:10:33 涉及单位“财政厅厅”不在单位名册中/),
      expect.stringMatching(/^warning .+补报\.yaml:10:39 协调事项的涉及单位写了本单位“省科技厅”，未列入。/),
      expect.stringMatching(/补报\.yaml:12:12 没有“已发通知”这个阶段。/),
      'error data/2022/submissions/2022Q1/补报.yaml:14:11 计划中没有第98项任务。 ▸任务序号为 1 至 97。',
      'error data/2022/submissions/2022Q1/补报.yaml:16:13 第1项任务填报了两次，只取第一次。 ▸删去重复的一处。',
      expect.stringMatching(/^warning .+说明\.docx 不认识这种文件，已跳过。/),
    ]);
    const { value } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022);
    expect(value?.submissions.length).toBe(real.value?.submissions.length);
    expect(value?.submissions.find((s) => s.file.endsWith('补报.yaml'))?.unit).toBe('省科技厅');
  });

  it('lets a draft out without what a YAML return got wrong, and says how to go on', async () => {
    const overlay = {
      [`${Q1}/补报.yaml`]:
        'unit: 省科技厅\nperiod: 2022Q1\nreceivedAt: 2022-04-30\ntasks: [{ task: 98, progress: 无 }]\n',
    };
    const { diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022);
    const errors = diagnostics.filter((d) => d.severity === 'error');
    expect(errors.map((d) => d.code)).toEqual(['unknownTask']);
    expect(errors.map(bearable).map((d) => d.severity)).toEqual(['warning']);
    expect(faultyReturns(errors)).toMatchObject([{ code: 'returnsFaulty' }]);
    const register = { ...(errors[0] as Diagnostic), at: { file: `${Q1}/receipts.yaml` } };
    expect(bearable(register).severity).toBe('error');
  });

  it('takes the periods in whatever order they are written, each once', async () => {
    const { value: list } = await readWorkspace(folderEffects(), 2022);
    const written = 'data/2022/periods.yaml';
    const parts = text(written).split(/^(?=- )/m);
    const [head = '', ...items] = parts;
    const turned = { [written]: head + items.reverse().join('') };
    const read = await readWorkspace(folderEffects(REPOSITORY, turned), 2022);
    expect(items.length).toBeGreaterThan(3);
    expect(read.value?.periods).toEqual(list?.periods);
    const twice = { [written]: head + [...items, items[0]].join('') };
    expect(await problemsWith(twice)).toEqual([
      expect.stringMatching(/periods\.yaml:\d+:\d+ .*期次“2022Q\d”写了两次/),
    ]);
  });

  it('tells of a folder of returns that is of no period', async () => {
    const folder = 'data/2022/submissions/2022年三季度';
    expect(await problemsWith({ [`${folder}/省教育厅.yaml`]: 'unit: 省教育厅\n' })).toEqual([
      expect.stringMatching(
        `^error ${folder} periods\\.yaml 中没有期次“2022年三季度”。 ▸可用的写法：2022Q1、`,
      ),
    ]);
  });

  it('tells of two documents of one id in a pack, and of a pack without any', async () => {
    const twin = 'templates/meeting-pack/98-又一份';
    const [first] = (await readPack(folderEffects(), 'meeting-pack')).value;
    if (!first) throw new Error('no templates');
    const settings = text(`${first.path}/document.yaml`);
    const files = { [`${twin}/document.yaml`]: settings, [`${twin}/正文.md`]: '第一行\r\n第二行\r\n' };
    const { value, diagnostics } = await readPack(folderEffects(REPOSITORY, files), 'meeting-pack');
    expect(diagnostics).toMatchObject([{ code: 'templateIdTwice', at: { file: `${twin}/document.yaml` } }]);
    expect(diagnostics[0]?.message).toContain(first.path);
    expect(value.find(({ path }) => path === twin)?.files.get('正文.md')).toBe('第一行\n第二行\n');
    const none = await readPack(memoryEffects({ 'templates/own/说明.txt': '' }), 'own');
    expect(none).toMatchObject({ value: [], diagnostics: [{ code: 'folderEmpty', severity: 'error' }] });
  });

  it('takes nothing for data that file managers leave behind', async () => {
    const overlay = {
      'data/2022/projects/returns/Thumbs.db': 'x',
      'data/2022/cities/returns/desktop.ini': 'x',
      'data/2022/plan/tracks/._01.yaml': 'x: [',
    };
    const { diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022, {
      projects: true,
      cities: true,
    });
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  });

  it('reports broken returns, meetings and regional figures also where the rules are broken', async () => {
    const overlay = {
      'data/2022/rules.yaml': 'tolerance: [',
      [`${Q1}/坏.xlsx`]: 'PK',
      'data/2022/projects/returns/2022-08/南昌市.csv': 'x',
    };
    const { value, diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022, {
      projects: true,
    });
    expect(value).toBeUndefined();
    const files = diagnostics.filter((d) => d.severity === 'error').map((d) => d.at?.file);
    expect(new Set(files)).toEqual(new Set(Object.keys(overlay)));
  });
});

describe('papers of an earlier period, made again', () => {
  const broken = new TextEncoder().encode('not a workbook');
  const later = {
    'data/2022/submissions/2022Q4/省科技厅.xlsx': broken,
    'data/2022/cities/returns/2022Q4/南昌市.csv': broken,
    'data/2022/projects/returns/2022-10/南昌市.csv': broken,
  };
  const errorsOf = async (id: string): Promise<ReadonlySet<string>> => {
    const period = parsePeriod(id) ?? parseMonth(id);
    if (!period) throw new Error(id);
    const { diagnostics } = await compose({ period, only: [] }, folderEffects(REPOSITORY, later));
    return new Set(diagnostics.flatMap(({ severity, at }) => (severity === 'error' ? (at?.file ?? '') : [])));
  };

  it('are not stopped by what came later', async () => {
    expect(await errorsOf('2022Q3')).toEqual(new Set());
    expect(await errorsOf('2022-09')).toEqual(new Set());
  });

  it('are stopped by what belongs to them', async () => {
    expect(await errorsOf('2022Q4')).toEqual(new Set(Object.keys(later)));
    expect(await errorsOf('2022-10')).toEqual(new Set(['data/2022/projects/returns/2022-10/南昌市.csv']));
  });
});

it('a missing file is to be made like one that is there: of another year, otherwise the program’s own', async () => {
  const hints = async (files: Record<string, string>): Promise<string[]> => {
    const begun = { 'data/2023/plan/document.yaml': 'year: 2023', ...files };
    const { diagnostics } = await readWorkspace(memoryEffects(begun), 2023);
    return diagnostics.find((d) => d.at?.file === 'data/2023/rules.yaml')?.hints ?? [];
  };
  expect((await hints({}))[0]).toContain('程序目录中的 data/2022/rules.yaml');
  expect((await hints({ 'data/2021/rules.yaml': 'a: 1' }))[0]).toBe(
    '补上该文件，格式可参照 data/2021/rules.yaml。',
  );
});

it('does not say what is unfilled in a meeting’s file that could not be read', async () => {
  const file = 'data/2022/meetings/2022Q4.yaml';
  const broken = text(file).replace('date: ', 'date：');
  const made = await compose(
    { period: parsePeriod('2022Q4') as NonNullable<ReturnType<typeof parsePeriod>>, only: ['agenda'] },
    folderEffects(REPOSITORY, { [file]: broken }),
  );
  const codes = made.diagnostics.filter((d) => d.at?.file === file).map((d) => d.code);
  expect(codes).toEqual(['yamlColon']);
});

describe('a plan that names a unit by another of its names', () => {
  it('is read as if it had used the name, and a unit in two places is told of', async () => {
    expect(real.diagnostics.filter(({ code }) => code === 'unitTwiceIn')).toEqual([]);
    const aliased = text(TRACK)
      .replace('leads: [省科技厅]', 'leads: [省科学技术厅]')
      .replace(/cooperating: \[/, 'cooperating: [省科技厅, ')
      .replaceAll('unit: 省科技厅', 'unit: 省科学技术厅');
    const overlay = { [TRACK]: aliased };
    expect(await problemsWith(overlay)).toEqual([
      expect.stringMatching(
        /^warning data\/2022\/plan\/tracks\/01\.yaml:\d+:\d+ 专项1“.+”列有的“省科技厅”与“省科学技术厅”是同一单位（见 units\.yaml 的 aliases），只按排在前面的一处计。/,
      ),
    ]);
    const { value } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022);
    expect(value?.plan.tracks).toEqual(real.value?.plan.tracks);
    expect(value?.plan.goalGroups).toEqual(real.value?.plan.goalGroups);
  });

  it.each<[string, string | undefined]>([
    ['省民政厅', undefined],
    ['省自然资源厅', undefined],
    ['省财征厅', undefined],
    ['财政厅', '省财政厅'],
    ['省财政', '省财政厅'],
    ['省科技局', '省科技厅'],
    ['省通讯管理局', '省通信管理局'],
  ])(
    '%s is told with the unit that was meant, or with none where it is another word',
    async (name, meant) => {
      const overlay = { [TRACK]: text(TRACK).replace('leads: [省科技厅]', `leads: [${name}]`) };
      const told = (await problemsWith(overlay)).find((one) => one.includes(`单位名册中没有“${name}”`)) ?? '';
      expect(told).not.toBe('');
      expect(/是不是想写“(.+?)”/.exec(told)?.[1]).toBe(meant);
    },
  );
});
