/** The papers of a county: whom they are sent to, whose units come, how its money is written. */
import { describe, expect, it } from 'vitest';
import { cityAddressees } from '../../src/compose/meeting/attendees.ts';
import { blocksOf, bulletin, openDesk, rowsOf } from '../support/bulletins.ts';
import { countyDesk, TOWNS } from '../support/county.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const county = countyDesk(desk, 1000);
const text = (id: string, what: string, from = county): string => outline(bulletin(from, id, what));

it('the title of the plan stands between 《》 with the single marks in it', () => {
  const title = '《安平县数字经济发展领导小组关于印发〈安平县2022年数字经济发展工作要点〉的通知》';
  for (const id of ['meeting-notice', 'progress-report', 'supervision'])
    expect(text('2022Q3', id)).toContain(title);
  const { plan } = county.inputs;
  const document = { ...plan.document, shortTitle: '《工作要点》' };
  const short = { ...county, inputs: { ...county.inputs, plan: { ...plan, document } } };
  expect(text('2022Q3', 'city-bulletin', short)).not.toMatch(/《[^》]*[《〈]工作要点/);
});

it('the county itself has projects beside its towns: listed, counted and not ranked', () => {
  const { projects } = county.inputs;
  if (!projects) throw new Error('no projects');
  const moved = <T extends { city: string }>(list: readonly T[]): T[] =>
    list.map((one) => (one.city === TOWNS[0] ? { ...one, city: '县本级' } : one));
  const own = { ...projects, projects: moved(projects.projects), returns: moved(projects.returns) };
  const withOwn = { ...county, inputs: { ...county.inputs, projects: own } };
  for (const [id, what] of [
    ['2022Q3', 'project-bulletin'],
    ['2022-09', 'monthly-bulletin'],
  ] as const) {
    const paper = text(id, what, withOwn);
    expect(paper).toMatch(/^\| 未排名 \| 县本级 \|/m);
    expect(paper).toContain('；县本级不参加排名');
    expect(paper).toContain('和安平经开区、县本级重点项目月报');
    expect(paper).toContain('全县');
    expect(paper).toContain('慢于序时进度的');
    expect(paper).toContain('6个乡镇（街道）和县本级');
    expect(paper).not.toMatch(/县本级第\d+位|\d个地方和/);
  }
  expect(text('2022Q3', 'project-bulletin', withOwn)).toContain('应报10个乡镇（街道）和安平经开区、县本级');
  expect(text('2022Q3', 'project-bulletin')).not.toContain('不参加排名');
});

it('towns, streets and the development zone are each addressed once, by their offices', () => {
  const notice = text('2022Q3', 'meeting-notice');
  expect(notice).toContain('各乡镇人民政府，各街道办事处，安平经开区管委会');
  expect(notice).not.toMatch(/乡镇（街道）人民政府|东门街道/);
  expect(notice).toContain('全县数字经济');
  const script = text('2022Q3', 'chair-script');
  expect(script).toMatch(/县有关单位（\d+个），各乡镇人民政府、各街道办事处、安平经开区管委会有关负责同志/);
  expect(text('2022Q3', 'city-bulletin')).toContain('与县直单位阶段任务相同');
  expect(text('2022Q3', 'city-bulletin')).toContain('乡镇（街道）工作进展通报');
});

it('where every unit of the plan is a town, the script counts no other units', () => {
  const [town = ''] = TOWNS;
  const units = county.inputs.units.map((unit) => ({ ...unit, aliases: [...unit.aliases, town] }));
  const script = text('2022Q3', 'chair-script', { ...county, inputs: { ...county.inputs, units } });
  expect(script).toContain('，各乡镇人民政府、各街道办事处、安平经开区管委会有关负责同志。');
  expect(script).not.toContain('有关单位（');
});

it.each([
  ['乡镇（街道）', ['城关镇', '柳溪镇', '东门街道'], ['各镇人民政府', '东门街道办事处']],
  ['街道', ['东门街道', '西门街道'], ['各街道办事处']],
  ['设区市', ['南昌市', '九江市'], ['各设区市人民政府']],
  ['市州', ['武汉市', '恩施州', '神农架林区'], ['各市州人民政府', '神农架林区人民政府']],
  ['地州市', ['乌鲁木齐市', '昌吉州', '喀什地区', '和田地区'], ['各州市人民政府', '各地区行政公署']],
  ['盟市', ['呼和浩特市', '包头市', '兴安盟'], ['各市人民政府', '兴安盟行政公署']],
])('%s %j: %j', (place, names, addressees) => {
  const office = (name: string): string =>
    name.endsWith('街道') ? '办事处' : /地区$|盟$/.test(name) ? '行政公署' : '人民政府';
  const cities = names.map((name) => ({
    name,
    fullName: `甲${name}${office(name)}`,
    aliases: [],
    clusters: [],
  }));
  expect(cityAddressees(cities, place)).toEqual(addressees);
  // A list that has just been begun gives no full names.
  const draft = cities.map((city) => ({ ...city, fullName: city.name }));
  expect(cityAddressees(draft, place)[0]).toBe(addressees[0]);
});

describe('money', () => {
  it('of small projects is in 万元 in every sentence, table and chart', () => {
    for (const [id, paper] of [
      ['2022Q3', 'project-bulletin'],
      ['2022-08', 'monthly-bulletin'],
    ] as const) {
      // What a unit itself reported in 亿元 is compared in that.
      const all = text(id, paper).replace(/.*与部门报送数不一致的.*/, '');
      expect(all).not.toMatch(/\d亿元|单位：.*亿元/);
      expect(all).toMatch(/累计完成投资\d+万元/);
    }
    expect(text('2022Q3', 'project-bulletin')).toContain('金额较小，不换算为亿元');
  });

  it('that was invested is never said to be none, however little it is', () => {
    const { projects } = desk.inputs;
    if (!projects) throw new Error('no projects');
    // A province's plan, and one project with 30万元 in August.
    const first = projects.projects[0];
    const returns = projects.returns.map((one) => ({
      ...one,
      entries: one.entries.map((entry) => ({
        ...entry,
        month: entry.month && { ...entry.month, value: 0 },
        cumulative: entry.cumulative && {
          ...entry.cumulative,
          value: 100_000 + (entry.code === first?.code && one.month >= '2022-08' ? 30 : 0),
        },
      })),
    }));
    const little = { ...desk, inputs: { ...desk.inputs, projects: { ...projects, returns } } };
    const august = text('2022-08', 'monthly-bulletin', little);
    expect(august).toContain('8月，全省数字经济重点项目完成投资30万元');
    expect(august).toMatch(/新基建项目\*{0,2}296个，8月没有完成投资/);
  });

  it('of a province stays in 亿元', () => {
    expect(text('2022-08', 'monthly-bulletin', desk)).not.toMatch(/\d万元/);
  });
});

describe('months without any return', () => {
  const late = (months: readonly string[]) => {
    const { projects } = county.inputs;
    if (!projects) throw new Error('no projects');
    const returns = projects.returns.filter(({ month }) => !months.includes(month));
    return { ...county, inputs: { ...county.inputs, projects: { ...projects, returns } } };
  };
  const march = text('2022-03', 'monthly-bulletin', late(['2022-01', '2022-02']));

  it('are unknown: the first one reported has its own amount, and nothing to be compared with', () => {
    const returns = county.inputs.projects?.returns.filter(({ month }) => month === '2022-03') ?? [];
    const entries = returns.flatMap((one) => one.entries);
    const reported = entries.reduce((sum, { month }) => sum + (month?.value ?? 0), 0);
    expect(march).toContain(`3月，全县数字经济重点项目完成投资${reported}万元`);
    expect(march).not.toContain('2月为');
    expect(march).not.toMatch(/上月名次|升\d+位|降\d+位/);
  });

  it('are left out of the chart and of what was most and least', () => {
    const q3 = text('2022Q3', 'project-bulletin', late(['2022-01', '2022-02', '2022-05']));
    expect(q3).toMatch(/重点产业：3月\d+万元、4月/);
    expect(q3).not.toMatch(/[125]月0万元|最少的是[125]月/);
    const chart = blocksOf(bulletin(late(['2022-05']), '2022Q3', 'project-bulletin')).find(
      (block) => block.kind === 'chart' && block.id === 'project-months',
    );
    expect(JSON.stringify(chart)).toContain('注：缺报月份的投资计入累计，不计入各月。');
  });
});

it('a town without key projects is ranked by the other indicators, and has failed to report nothing', () => {
  const { projects } = county.inputs;
  if (!projects) throw new Error('no projects');
  const [town] = TOWNS;
  const others = {
    ...projects,
    projects: projects.projects.filter(({ city }) => city !== town),
    returns: projects.returns.filter(({ city }) => city !== town),
  };
  const desk = { ...county, inputs: { ...county.inputs, projects: others } };
  const paper = text('2022Q3', 'city-bulletin', desk);
  expect(paper).not.toContain('缺报的单项不得分');
  expect(paper).not.toMatch(new RegExp(`${town}缺“|${town}缺报`));
  expect(paper).toContain(`${town}没有重点项目，不计由项目计算的指标，综合得分按其余指标的权重折算。`);
  expect(
    rowsOf(bulletin(desk, '2022Q3', 'city-bulletin'), 'city-indicators').find(([name]) => name === town),
  ).toContain('无项目');
  const all = text('2022Q3', 'city-bulletin');
  expect(all).not.toMatch(/没有重点项目|无项目/);
});

it('the report calls the bulletin on the places by its own name', () => {
  const report = text('2022Q3', 'progress-report');
  expect(report).toContain('见《各乡镇（街道）工作进展及排名通报》');
  expect(report).not.toContain('《各设区市');
});

it('projects of one kind alone are not told of twice, and no table is named that is not there', () => {
  const { projects } = county.inputs;
  if (!projects) throw new Error('no projects');
  const alone = projects.projects.filter(({ kind }) => kind === '重点产业');
  const codes = new Set(alone.map(({ code }) => code));
  const returns = projects.returns.map((one) => ({
    ...one,
    entries: one.entries.filter(({ code }) => codes.has(code)),
  }));
  const inputs = { ...county.inputs, projects: { ...projects, projects: alone, returns } };
  const paper = text('2022Q3', 'project-bulletin', { ...county, inputs });
  expect(paper).toMatch(/项目均为数字经济重点产业项目，情况见表1。/);
  expect(paper).toMatch(/详见表2。/);
  expect(paper).not.toMatch(/本期无此表|分类情况|分类别情况见表/);
  expect(paper).not.toMatch(/(?:^|[^\d])1个[^。]*均为/);
  const both = text('2022Q3', 'project-bulletin');
  expect(both).toMatch(/分类别情况见表1。[\s\S]*详见表2、表3。/);
});

it('kinds of projects are those that the place writes, however many', () => {
  const { projects } = county.inputs;
  if (!projects) throw new Error('no projects');
  const own = ['工业', '城建', '农业项目'];
  const sorted = projects.projects.map((one, i) => ({ ...one, kind: own[i % 3] as string }));
  const rules = { ...projects.rules, kinds: [], targets: {} };
  const desk = {
    ...county,
    inputs: { ...county.inputs, projects: { ...projects, rules, projects: sorted } },
  };
  const paper = text('2022Q3', 'project-bulletin', desk);
  expect(paper).not.toMatch(/重点产业|新基建/);
  expect(paper).toMatch(/\*\*工业项目\*\*年度计划|工业项目[^。]*年度计划投资/);
  expect(paper).toMatch(/详见表2、表3、表4。/);
  expect(paper).not.toContain('项目项目');
  const table = rowsOf(bulletin(desk, '2022Q3', 'project-bulletin'), 'project-cities-by-kind');
  expect(table[0]?.length).toBe(1 + 3 * 3);
});
