/** The master list and the monthly returns: what is read, what is pointed at and where. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { fileMissing } from '../../src/base/messages/files.ts';
import { formatOrigin } from '../../src/base/origin.ts';
import { type UnitNames, unitNames } from '../../src/intake/plan/units.ts';
import { readMaster } from '../../src/intake/projects/master.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import { monthOf } from '../../src/model/period.ts';
import { projectRowSchema } from '../../src/model/region/project.ts';
import { PROJECT_COLUMNS } from '../../src/model/returns/project-form.ts';
import { folderEffects } from '../support/effects.ts';

const LISTED = [
  { name: '赣州市', fullName: '江西省赣州市人民政府', aliases: ['赣州'], clusters: [] },
  { name: '九江市', fullName: '江西省九江市人民政府', aliases: [], clusters: [] },
];
const CITIES = unitNames(LISTED);
const HEADINGS = PROJECT_COLUMNS.map((column) => column.heading).join(',');
const Z1 = 'Z001,重点产业,线路板项目,赣州,2,电子信息,甲公司（演示）,12亿元,50000,2021-03,2023-06,2021/2/8';
const X1 = 'X001,新基建,数据中心项目,赣州市,3,数据中心,"乙,丙公司（演示）",30000,20000,2022年5月,2023-12,';
const X2 = 'X002,新基建,智慧公路,九江市,10,智慧交通,丁公司（演示）,9000,3000,2022-01,2022-10,2021-12-01';
const KINDS = [
  { name: '重点产业', letter: 'Z' },
  { name: '新基建', letter: 'X' },
];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const told = (problems: Diagnostic[]): string[] =>
  problems.map((d) => `${d.at && formatOrigin(d.at)} ${d.message}`);
const master = (...rows: string[]) =>
  readMaster(
    'projects.csv',
    encode(`\ufeff数据性质：演示数据\n${[HEADINGS, ...rows].join('\n')}\n`),
    CITIES,
    15,
    KINDS,
  );
const OWN = ['省本级', '本级', '江西省'];
const ownRow = (code: string, place: string): string =>
  `${code},新基建,云平台,${place},3,公共平台,省大数据中心,30000,20000,2022-05,2023-12,`;
const masterWithOwn = (cities: UnitNames | undefined, ...rows: string[]) =>
  readMaster('p.csv', encode([HEADINGS, ...rows].join('\n')), cities, 15, KINDS, OWN);
const PROJECTS = master(Z1, X1, X2).value?.projects ?? [];

describe('a project of the office’s own place', () => {
  const rows = [ownRow('X001', '江西 省'), ownRow('X002', '省本级'), ownRow('X003', '赣州')];

  it('need not be in a list of the places below it, and goes by one name', () => {
    const { value, diagnostics } = masterWithOwn(CITIES, ...rows);
    expect(told(diagnostics)).toEqual([]);
    expect(value?.projects.map(({ city }) => city)).toEqual(['江西省', '江西省', '赣州市']);
    const known = indexProjects(value?.projects ?? [], LISTED, OWN).cities;
    expect(['省本级', '江西省', '赣州'].map(known.resolve)).toEqual(['江西省', '江西省', '赣州市']);
  });

  it('is told how to be written where a place is unknown', () => {
    const { diagnostics } = masterWithOwn(CITIES, ownRow('X001', '省直机关事务局'));
    expect(diagnostics.map(({ code, hints }) => [code, hints])).toEqual([
      ['unknownCity', ['不在名单各地的（本级实施的），写“省本级”。']],
    ]);
  });

  it('goes by one name without a list, too, beside whatever else is written', () => {
    const { value } = masterWithOwn(undefined, ...rows);
    expect(value?.projects.map(({ city }) => city)).toEqual(['江西省', '江西省', '赣州']);
  });
});

describe('the master list', () => {
  it('reads amounts, dates, aliases and quoted commas, each with its place', () => {
    const { value, diagnostics } = master(Z1, X1);
    expect(told(diagnostics)).toEqual([]);
    expect(value?.demo).toBe(true);
    expect(value?.projects[0]).toMatchObject({
      code: 'Z001',
      city: '赣州市',
      kind: '重点产业',
      total: {
        value: 120000,
        unit: '万元',
        provenance: { at: { file: 'projects.csv', line: 3 }, demo: true },
      },
      yearPlan: { value: 50000, unit: '万元' },
      plannedStart: '2021-03',
      approvedOn: '2021-02-08',
      at: { file: 'projects.csv', line: 3, column: 1 },
    });
    expect(value?.projects[1]).toMatchObject({
      owner: '乙,丙公司（演示）',
      plannedStart: '2022-05',
      approvedOn: null,
    });
  });

  it('says what is wrong and where, and reads the other rows', () => {
    const { value, diagnostics } = master(
      Z1,
      X1.replace('X001', 'Z002'),
      X1.replace('赣州市', '赣洲市').replace('X001', 'X003'),
      X2.replace('9000', '若干').replace(',3000,', ',3000元,'),
      X2.replace('X002', 'X004').replace('2022-10', '2021-10').replace(',10,', ',16,'),
      X2.replace('X002', 'X005').replace('9000', '2000'),
      Z1,
      '合计,,,,,,,,73000,,,',
      ',新基建,没有编号的项目,,,,,,,,,',
    );
    expect(value?.projects.map((p) => p.code)).toEqual(['Z001']);
    expect(told(diagnostics)).toEqual([
      'projects.csv · 第11行第2字 这一行填了内容，但“项目编号”为空，未读取。',
      'projects.csv · 第10行第1字 合计行不属于填报内容，未读取。',
      expect.stringMatching(
        /^projects\.csv · 第10行第11字 合计与各项之和不符：“年度计划投资（万元）”的“合计”为73000/,
      ),
      'projects.csv · 第4行第6字 项目编号“Z002”与类别“新基建”不符。',
      'projects.csv · 第5行第17字 各地名单（cities.yaml）中没有“赣洲市”。',
      expect.stringMatching(/^projects\.csv · 第6行第35字 “总投资（万元）”的数值“若干”/),
      'projects.csv · 第7行第19字 计划中没有第16个专项。',
      'projects.csv · 第7行第53字 计划竣工2021-10早于计划开工2022-01。',
      'projects.csv · 第8行第40字 年度计划投资3000万元大于总投资2000万元。',
      'projects.csv · 第9行第1字 “Z001”填报了两次，只取第一次。',
    ]);
  });

  it('knows the last of the plan’s tracks, and takes a plan of the whole sum', () => {
    const { value, diagnostics } = master(X1.replace(',3,', ',15,').replace(',20000,', ',30000,'));
    expect(told(diagnostics)).toEqual([]);
    expect(value?.projects[0]?.yearPlan.value).toBe(30000);
  });

  it('knows the kinds of the rules, or any where these name none', () => {
    const works = 'GY001,工业,标准厂房三期,赣州,2,园区,某公司（演示）,18000,9000,2022-03,2023-10,';
    const listed = (kinds: { name: string; letter?: string }[]) =>
      readMaster('p.csv', encode(`${HEADINGS}\n${works}\n`), CITIES, 15, kinds);
    expect(listed([]).diagnostics).toEqual([]);
    expect(listed([]).value?.projects).toMatchObject([{ code: 'GY001', kind: '工业' }]);
    const [unknown] = listed(KINDS).diagnostics;
    expect(unknown?.message).toBe('没有“工业”这个项目类别。');
    expect(unknown?.hints).toEqual(['可用的写法：重点产业、新基建。', expect.stringContaining('kinds: []')]);
    expect(listed([{ name: '工业', letter: 'G' }]).diagnostics.map((d) => d.code)).toEqual([
      'projectKindMismatch',
    ]);
  });

  it('reads what Excel saves as GBK, and refuses headings in another unit', () => {
    const gbk = new Uint8Array([...encode(`${HEADINGS}\n`)]);
    expect(readMaster('a.csv', gbk, CITIES, 15, KINDS).diagnostics).toEqual([]);
    // 项目编号 … in GBK: the reader must not take it for broken UTF-8.
    const inGbk = new Uint8Array([0xcf, 0xee, 0xc4, 0xbf, 0xb1, 0xe0, 0xba, 0xc5, 0x0a]);
    expect(readMaster('b.csv', inGbk, CITIES, 15, KINDS).diagnostics.map((d) => d.code)).not.toContain(
      'notText',
    );
    const inMillions = encode(`${HEADINGS.replace('总投资（万元）', '总投资（亿元）')}\n${Z1}\n`);
    const { value, diagnostics } = readMaster('c.csv', inMillions, CITIES, 15, KINDS);
    expect(value).toBeUndefined();
    expect(told(diagnostics)).toEqual([
      expect.stringMatching(/^c\.csv · 第1行第\d+字 表头的计量单位为“亿元”，应为“总投资（万元）”/),
    ]);
  });

  it('checks a row against its schema', () => {
    expect(projectRowSchema.safeParse({ code: 'Y1' }).success).toBe(false);
    expect(told(master(Z1.replace('Z001', 'Y01').replace('甲公司（演示）', '')).diagnostics)).toEqual([
      'projects.csv · 第3行第1字 “项目编号”的写法“Y01”不对：项目编号应写作一两个大写字母加三四位数字，如 Z001。',
      'projects.csv · 第3行第1字 缺少字段“项目单位”。',
    ]);
  });
});

const COLUMNS =
  '项目编号,项目名称,本月完成投资（万元）,本年累计完成投资（万元）,实际开工,实际竣工,形象进度,存在问题';
const HEAD = '填报单位：赣州市　报送月份：2022年8月　收到日期：2022-09-03　数据性质：演示数据';
const AUGUST = { month: monthOf(2022, 8) };
const index = indexProjects(PROJECTS, LISTED);
const read = (
  rows: string[],
  head = HEAD,
  columns = COLUMNS,
  expected: { month: typeof AUGUST.month } = AUGUST,
) => readProjectReturn('赣州市.csv', encode([head, columns, ...rows].join('\r\n')), index, expected);

describe('a monthly return', () => {
  it('is read cell by cell', () => {
    const { value, diagnostics } = read([
      'Z001,线路板项目,"4,100",3.61亿元,2021.3.15,,设备安装,',
      'X001,数据中心项目,0,0,,,办理手续,用地未落实',
    ]);
    expect(told(diagnostics)).toEqual([]);
    expect(value).toMatchObject({ city: '赣州市', month: '2022-08', receivedAt: '2022-09-03', demo: true });
    expect(value?.entries[0]).toMatchObject({
      code: 'Z001',
      month: { value: 4100, provenance: { raw: '4,100', at: { line: 3, column: 12 } } },
      cumulative: { value: 36100, unit: '万元', provenance: { kind: 'submission', unit: '赣州市' } },
      startedOn: { value: '2021-03-15' },
      completedOn: null,
      progress: { value: '设备安装' },
    });
    expect(value?.entries[1]).toMatchObject({ cumulative: { value: 0 }, problem: { value: '用地未落实' } });
  });

  it('says how to add a project that is not listed, and what a falling sum may be', () => {
    const { diagnostics } = read(['Z009,陌生项目,1,1,,,,']);
    // No other project is proposed: the code is well formed.
    expect(diagnostics[0]?.hints).toEqual([expect.stringMatching(/^核对项目编号；新增的项目先在项目库/)]);
    const before: Figure = {
      value: 5000,
      unit: '万元',
      decimals: 0,
      qualifier: '',
      provenance: { kind: 'derived', rule: '上月', from: [] },
    };
    const fell = read(['Z001,线路板项目,100,4000,,,,'], HEAD, COLUMNS, {
      ...AUGUST,
      last: () => before,
    } as typeof AUGUST);
    expect(fell.diagnostics.find(({ code }) => code === 'valueFell')?.hints[0]).toContain('当月数');
  });

  it('loses only what can not be read', () => {
    const { value, diagnostics } = read([
      'Z001,线路板项目,约4千,3.61万平方米,3月15日,2022-12-01,设备安装,',
      'Z01,线路板项目,1,1,,,,',
      'Z009,陌生项目,1,1,,,,',
      'X002,智慧公路,1,1,,,,',
      'Z001,线路板项目,1,1,,,,',
    ]);
    expect(value?.entries).toEqual([
      expect.objectContaining({
        code: 'Z001',
        month: null,
        cumulative: null,
        startedOn: null,
        completedOn: null,
        progress: expect.objectContaining({ value: '设备安装' }),
      }),
    ]);
    expect(told(diagnostics)).toEqual([
      '赣州市.csv · 第3行第25字 “实际开工”的日期“3月15日”无法识别。',
      '赣州市.csv · 第3行第31字 “实际竣工”2022-12-01晚于报送期末2022-08-31，未采用。',
      expect.stringMatching(/^赣州市\.csv · 第3行第12字 “本月完成投资（万元）”的数值“约4千”计量单位不对/),
      expect.stringMatching(
        /^赣州市\.csv · 第3行第16字 “本年累计完成投资（万元）”的数值“3\.61万平方米”计量单位不对/,
      ),
      '赣州市.csv · 第4行第1字 “项目编号”的写法“Z01”不对：项目编号应写作一两个大写字母加三四位数字，如 Z001。',
      '赣州市.csv · 第5行第1字 项目库中没有“Z009”，该行未采用。',
      '赣州市.csv · 第6行第1字 “X002”是九江市的项目，不由赣州市填报，该行未采用。',
      '赣州市.csv · 第7行第1字 “Z001”填报了两次，只取第一次。',
      '赣州市.csv 赣州市有1个项目没有填报：X001。',
    ]);
  });

  it('takes words for a day that has not come as a blank cell, but not those for one that was left out', () => {
    const { value, diagnostics } = read([
      'Z001,线路板项目,0,0,尚未开工,预计2023年一季度,前期,',
      'Z002,数据中心项目,0,0,已开工,在建,前期,',
    ]);
    expect(value?.entries[0]).toMatchObject({ startedOn: null, completedOn: null });
    expect(diagnostics.filter(({ at }) => at?.line === 3).map((d) => [d.code, d.severity])).toEqual([
      ['valueLeftBlank', 'info'],
      ['valueLeftBlank', 'info'],
    ]);
    expect(diagnostics.filter(({ at }) => at?.line === 4).map((d) => [d.code, d.severity])).toEqual(
      expect.arrayContaining([['unreadableDate', 'error']]),
    );
  });

  it.each([
    ['2022年2月底', '2022-02-28'],
    ['2022年2月下旬', '2022-02-28'],
    ['2022年２月', '2022-02-28'],
    ['2022-02', '2022-02-28'],
    ['2022年3月中旬', '2022-03-20'],
    ['2022年5月初', '2022-05-10'],
  ])('of what came about, the month is enough: %s is %s, and the day is asked for', (words, day) => {
    const { value, diagnostics } = read([`Z001,线路板项目,0,0,${words},,前期,`]);
    expect(value?.entries[0]?.startedOn?.value).toBe(day);
    expect(diagnostics.filter(({ at }) => at?.line === 3).map((d) => [d.code, d.severity])).toEqual([
      ['monthForDay', 'warning'],
    ]);
  });

  it('a month that is not over yet is no more a fact than a day to come', () => {
    const { value, diagnostics } = read(['Z001,线路板项目,0,0,2022年9月底,,前期,']);
    expect(value?.entries[0]?.startedOn).toBeNull();
    expect(diagnostics.filter(({ at }) => at?.line === 3).map(({ code }) => code)).toEqual(['dateAhead']);
  });

  it.each([
    ['年底前', true],
    ['2022年底前', true],
    ['年内', true],
    ['去年底', false],
    ['尚未开工', true],
    ['未竣工', true],
    ['拟于11月开工', true],
    ['2023年3月拟开工', true],
    ['即将开工', true],
    ['开工日期待定', true],
    ['预计明年一季度', true],
    ['/', true],
    ['待核实', false],
    ['待补', false],
    ['未提供', false],
    ['没填', false],
    ['未统计', false],
    ['已开工', false],
  ])('for a day, %s says that it has not come: %s', (words, blank) => {
    const { diagnostics } = read([`Z001,线路板项目,0,0,${words},,前期,`]);
    const codes = diagnostics.filter(({ at }) => at?.line === 3).map(({ code }) => code);
    expect(codes).toContain(blank ? 'valueLeftBlank' : 'unreadableDate');
  });

  it('says what a number in a column of days was before a program made a number of it', () => {
    const { value, diagnostics } = read(['Z001,线路板项目,0,0,44758,12345,前期,']);
    expect(value?.entries[0]).toMatchObject({ startedOn: null, completedOn: null });
    expect(diagnostics.filter(({ at }) => at?.line === 3).map((d) => [d.code, d.severity])).toEqual([
      ['dateAsNumber', 'error'],
      ['unreadableDate', 'error'],
    ]);
    expect(diagnostics.find(({ code }) => code === 'dateAsNumber')?.message).toContain('2022年7月16日');
  });

  it('takes no day of completion before that of the start; both may be one day', () => {
    const { value, diagnostics } = read([
      'Z001,线路板项目,0,0,2022-03-15,2022-03-14,前期,',
      'X001,数据中心项目,0,0,2022-03-15,2022-03-15,前期,',
    ]);
    expect(value?.entries.map((e) => [e.startedOn?.value, e.completedOn?.value])).toEqual([
      ['2022-03-15', undefined],
      ['2022-03-15', '2022-03-15'],
    ]);
    expect(told(diagnostics)).toEqual([
      '赣州市.csv · 第3行第27字 “Z001”的实际竣工时间早于实际开工时间，未采用。',
    ]);
  });

  it('takes no value for another project where only some columns were sorted', () => {
    const { value, diagnostics } = read(['Z001,数据中心项目,1,1,,,,', 'X001,数据中心工程,2,2,,,,']);
    expect(value?.entries.map((entry) => entry.code)).toEqual(['X001']);
    expect(diagnostics.map((d) => [d.code, d.severity, d.at?.line])).toEqual([
      ['projectNameElsewhere', 'error', 3],
      ['projectNameDiffers', 'info', 4],
    ]);
  });

  it('takes none either where the other project is called much the same', () => {
    const [first, second] = PROJECTS.map((project, i) => ({
      ...project,
      name: `线路板产业园${'一二三'.charAt(i)}期项目`,
    }));
    if (!first || !second) throw new Error('there are two');
    const { value, diagnostics } = readProjectReturn(
      '赣州市2022年9月3日报送.csv',
      encode([HEAD, COLUMNS, `Z001,${second.name},1,1,,,,`].join('\r\n')),
      indexProjects([first, second], LISTED),
      AUGUST,
    );
    expect(value?.entries).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['projectNameElsewhere', 'projectsLeftOut']);
  });

  it('takes the last day of its month, and as much in the month as since January', () => {
    const { value, diagnostics } = readProjectReturn(
      '赣州市.csv',
      encode([HEAD, COLUMNS, 'Z001,线路板项目,36100,36100,2022-08-31,,前期,'].join('\r\n')),
      index,
      { ...AUGUST, last: () => undefined },
    );
    expect(value?.entries[0]?.startedOn?.value).toBe('2022-08-31');
    expect(diagnostics.map((d) => d.code)).not.toContain('monthOverCumulative');
  });

  it('has to say whose it is, of which month, and when it came', () => {
    expect(told(read([], '数据性质：演示数据').diagnostics)).toEqual([
      '赣州市.csv 没有写明“填报单位”，整份报表未采用。',
      '赣州市.csv 没有写明“报送月份”，整份报表未采用。',
      '赣州市.csv 没有写明“收到日期”，整份报表未采用。',
    ]);
    const july = read([], HEAD, COLUMNS, { month: monthOf(2022, 7) });
    expect(july.value).toBeUndefined();
    expect(told(july.diagnostics)[0]).toMatch(/这是“2022年8月”的报表，不是2022年7月的/);
    expect(told(read([], HEAD, COLUMNS.replace('实际竣工', '竣工')).diagnostics)).toEqual([
      '赣州市.csv 找不到“实际竣工”一列。',
    ]);
  });
});

describe('a workspace', () => {
  const ALL = { projects: true, cities: true };

  it('has 396 projects and their returns, and does without them', async () => {
    const full = await readWorkspace(folderEffects(), 2022, ALL);
    expect(full.value?.projects?.projects).toHaveLength(396);
    expect(full.value?.projects?.returns).toHaveLength(12 * 12 - 1);
    expect(full.value?.cities?.cities).toHaveLength(12);
    expect(
      full.diagnostics.filter((d) => /projects|cities/.test(d.at?.file ?? '') && d.severity === 'error'),
    ).toEqual([]);
    const real = folderEffects();
    const without = {
      ...real,
      list: async (folder: string) => (/\/(?:projects|cities)/.test(folder) ? [] : real.list(folder)),
    };
    const bare = await readWorkspace(without, 2022, ALL);
    expect(bare.value).toBeDefined();
    expect(bare.value?.projects).toBeUndefined();
    expect(bare.value?.cities).toBeUndefined();
  });

  it('has one list of them, and returns by the month', async () => {
    const folder = 'data/2022/projects';
    const list = await folderEffects().read(`${folder}/projects.csv`);
    const effects = folderEffects(undefined, {
      [`${folder}/projects.xlsx`]: list,
      [`${folder}/returns/8月/赣州市.csv`]: '',
    });
    const { diagnostics } = await readWorkspace(effects, 2022, { ...ALL, until: monthOf(2022, 1) });
    expect(told(diagnostics.filter((d) => d.severity === 'error'))).toEqual([
      `${folder}/projects.csv 项目库有2份，分不清以哪份为准。`,
      `${folder}/returns/8月 “文件夹”的月份“8月”无法识别。`,
    ]);
  });

  it('is not asked for projects and cities unless they are wanted', async () => {
    const real = folderEffects();
    const read: string[] = [];
    const watched = {
      ...real,
      read: (path: string) => {
        read.push(path);
        return real.read(path);
      },
    };
    const plain = await readWorkspace(watched, 2022);
    expect(plain.value).toBeDefined();
    expect(Object.keys(plain.value ?? {})).not.toEqual(expect.arrayContaining(['projects']));
    expect(Object.keys(plain.value ?? {})).not.toEqual(expect.arrayContaining(['cities']));
    expect(read.filter((path) => /^data\/2022\/(?:projects|cities)\//.test(path))).toEqual([]);
    const cities = await readWorkspace(folderEffects(), 2022, { cities: true });
    expect(cities.value?.cities?.returns).toHaveLength(4 * 12 - 1);
    expect(cities.value?.projects).toBeUndefined();
  });

  it('that has the rules of its projects but no list has no projects yet', async () => {
    const real = folderEffects();
    const listed: string[][] = [['rules.yaml'], ['returns', 'rules.yaml']];
    const readings = listed.map((names) =>
      readWorkspace(
        {
          ...real,
          list: async (folder) => (folder === 'data/2022/projects' ? names : real.list(folder)),
          read: async (path) => (path.endsWith('projects.csv') ? undefined : real.read(path)),
        },
        2022,
        ALL,
      ),
    );
    const [rolled, lost] = await Promise.all(readings);
    const errors = (reading: typeof rolled) => reading?.diagnostics.filter((d) => d.severity === 'error');
    expect(rolled?.value?.projects).toBeUndefined();
    expect(rolled?.value?.cities).toBeDefined();
    expect(errors(rolled)).toEqual([]);
    // Returns without the list that they speak of are a loss.
    expect(errors(lost)).toEqual([fileMissing('data/2022/projects/projects.csv')]);
  });
});

it.each([
  ['a target the plan does not have', 'T018-2', 'T018-9', 'comparedTargetUnknown'],
  [
    'a kind that no project has',
    '  新基建: { started',
    '  newInfrastructure: { started',
    'comparedKindUnknown',
  ],
])('rules that compare with %s are told', async (_, from, to, code) => {
  const file = 'data/2022/projects/rules.yaml';
  const text = new TextDecoder().decode((await folderEffects().read(file)) as Uint8Array);
  const effects = folderEffects(undefined, { [file]: text.replace(from, to) });
  const { diagnostics } = await readWorkspace(effects, 2022, { projects: true });
  expect(diagnostics.filter((d) => d.at?.file === file).map((d) => [d.code, d.severity])).toEqual([
    [code, 'error'],
  ]);
});
