/** The bulletins with other data: much missing, long names, nothing at all, ties, numbers that do not agree. */
import { describe, expect, it } from 'vitest';
import { isQuarter } from '../../src/model/ledger/ledger.ts';
import type { CityInputs } from '../../src/model/region/city.ts';
import type { ProjectInputs } from '../../src/model/region/project.ts';
import type { GivenRegion } from '../../src/model/region/region.ts';
import {
  blocksOf,
  bulletin,
  type Desk,
  openDesk,
  pack,
  prose,
  rowsOf,
  subjectOf,
} from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();

function withProjects(change: (projects: ProjectInputs) => ProjectInputs): Desk {
  const { projects } = desk.inputs;
  if (!projects) throw new Error('no projects');
  return { ...desk, inputs: { ...desk.inputs, projects: change(projects) } };
}

function withCities(change: (cities: CityInputs) => CityInputs): Desk {
  const { cities } = desk.inputs;
  if (!cities) throw new Error('no cities');
  return { ...desk, inputs: { ...desk.inputs, cities: change(cities) } };
}

const names = (): string[] => (desk.inputs.cities?.cities ?? []).map(({ name }) => name);
const halfOf = new Set(names().slice(0, 6));

describe('the bulletins', () => {
  it('stand when half of the cities never reported', () => {
    const few = withProjects((projects) => ({
      ...projects,
      returns: projects.returns.filter(({ city }) => !halfOf.has(city)),
    }));
    for (const id of ['2022Q1', '2022Q3']) {
      const document = bulletin(few, id, 'project-bulletin');
      expect(prose(document)).toContain('鹰潭市本年没有报送过月报，累计完成投资按0计');
      expect(rowsOf(document, 'project-cities')).toHaveLength(13);
    }
    expect(outline(bulletin(few, '2022-08', 'monthly-bulletin'))).toContain('鹰潭市本年没有报送过月报');
    const ranked = withCities((cities) => ({
      ...cities,
      returns: cities.returns.filter(({ city }) => !halfOf.has(city)),
    }));
    const rows = rowsOf(bulletin(ranked, '2022Q3', 'city-bulletin'), 'city-ranking');
    expect(rows.filter(([rank]) => rank === '未排名').map(([, city]) => city)).toEqual([...halfOf]);
  });

  it('stand when nobody reported', () => {
    const none = withProjects((projects) => ({ ...projects, returns: [] }));
    expect(prose(bulletin(none, '2022Q3', 'project-bulletin'))).toContain('没有完成投资');
    expect(prose(bulletin(none, '2022-03', 'monthly-bulletin'))).toContain('没有完成投资');
    const silent = withCities((cities) => ({ ...cities, returns: [] }));
    expect(prose(bulletin(silent, '2022Q3', 'city-bulletin'))).toContain('各地均未报送，本期没有排名');
  });

  it('say so in a sentence when no city reported for the quarter: no ranking, no empty table, no annex', () => {
    const silent = withCities((cities) => ({
      ...cities,
      returns: cities.returns.filter(({ period }) => period !== '2022Q3'),
    }));
    const document = bulletin(silent, '2022Q3', 'city-bulletin');
    expect(blocksOf(document).map(({ kind }) => kind)).toEqual([
      'letterhead',
      'title',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(prose(document)).toContain(
      '2022年三季度工作进展应报11个设区市和赣江新区，各地均未报送，本期没有排名。《2022年工作计划》明确由设区市和赣江新区办理的27项事项，此前已办结2项，其余25项进展不明，不作评定。',
    );
    const sentence =
      '11个设区市和赣江新区均未报送本季度工作进展，没有综合排名，承担的27项事项除此前已办结的2项外不作评定';
    for (const [id, said] of [
      ['progress-report', sentence],
      ['chair-script', sentence],
      ['brief', sentence],
      ['minutes-draft', sentence],
      ['next-quarter', '各设区市和赣江新区于会后一周内补报2022年三季度工作进展'],
    ] as const) {
      const text = prose(bulletin(silent, '2022Q3', id));
      expect(text).toContain(said);
      // What nobody told is neither none nor fine.
      expect(text).not.toMatch(/滞后或未启动0项|事项没有滞后的|综合排名，居前的是/);
    }
  });

  it('call fine only what was reported, when some cities have not', () => {
    const one = withCities((cities) => ({
      ...cities,
      returns: cities.returns.filter(({ period, city }) => period !== '2022Q3' || city === '南昌市'),
    }));
    expect(prose(bulletin(one, '2022Q3', 'next-quarter'))).toContain(
      '设区市和赣江新区承担的事项中，已报送的没有滞后的，尚未办结的按期办结。',
    );
  });

  it.each([
    ['for the quarter', (month: string) => month < '2022-07', '按此前报送的累计数，完成投资552.1亿元'],
    ['in the whole year', () => false, '各地本年没有报送过月报'],
  ])('say so in a sentence when no city reported on projects %s', (_, kept, known) => {
    const silent = withProjects((projects) => ({
      ...projects,
      returns: projects.returns.filter(({ month }) => kept(month)),
    }));
    const document = bulletin(silent, '2022Q3', 'project-bulletin');
    expect(blocksOf(document).map(({ kind }) => kind)).not.toContain('table');
    expect(blocksOf(document).map(({ kind }) => kind)).not.toContain('annexList');
    expect(prose(document)).toContain(`各地均未报送，没有完成投资的数据，本期不作分析和排名。${known}`);
    for (const id of ['progress-report', 'chair-script', 'brief', 'minutes-draft']) {
      const text = prose(bulletin(silent, '2022Q3', id));
      expect(text).toContain('各地均未报送本季度重点项目月报');
      expect(text).not.toMatch(/慢于序时进度\d+\.\d个百分点，未按期开工|重点项目未按期开工/);
    }
    const figures = outline(bulletin(silent, '2022Q3', 'brief'));
    expect(figures).toMatch(/项目投资完成率[^\n]*—[^\n]*各地均未报送/);
    const month = bulletin(silent, '2022-08', 'monthly-bulletin');
    expect(blocksOf(month).map(({ kind }) => kind)).not.toContain('table');
    expect(prose(month)).toContain('8月重点项目月报应报11个设区市和赣江新区，各地均未报送');
    // A late return of one city makes it a bulletin again.
    const one = withProjects((projects) => ({
      ...projects,
      returns: projects.returns.filter(
        ({ month: m, city }) => m < '2022-07' || (m === '2022-08' && city === '赣州市'),
      ),
    }));
    expect(rowsOf(bulletin(one, '2022Q3', 'project-bulletin'), 'project-cities')).toHaveLength(13);
  });

  it('print a name of sixty characters and marks of any language as they are', () => {
    const long = `**${'很长的项目名称'.repeat(8)}**{{x}}`;
    const changed = withProjects((projects) => ({
      ...projects,
      projects: projects.projects.map((project) =>
        project.code === 'Z027' ? { ...project, name: long } : project,
      ),
    }));
    const document = bulletin(changed, '2022Q3', 'project-bulletin');
    expect(rowsOf(document, 'stalled-projects').map((row) => row[1])).toContain(long);
    expect(prose(document)).toContain(`萍乡市“${long}”`);
  });

  it('are left out, with a word, where the workspace has no such data', () => {
    const { projects: _projects, cities: _cities, ...bare } = desk.inputs;
    const without = pack({ ...desk, inputs: bare }, '2022Q3', ['project-bulletin', 'city-bulletin']);
    expect(without.documents).toEqual([]);
    expect(without.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['documentWithoutData', 'warning'],
      ['documentWithoutData', 'warning'],
    ]);
    const empty = withProjects((projects) => ({ ...projects, projects: [], returns: [] }));
    expect(pack(empty, '2022-08', []).documents).toEqual([]);
    expect(pack(empty, '2022-08', []).diagnostics[0]?.message).toContain('没有重点项目库');
    const quarter = pack(empty, '2022Q3', ['city-bulletin']);
    expect(quarter.documents).toHaveLength(1);
  });

  it('say who shares a place, in the table and in the text', () => {
    const [first = '', second = ''] = names();
    const tied = withCities((cities) => ({
      ...cities,
      // The projects' rate is not in the return: without it two equal returns make equal scores.
      indicators: cities.indicators
        .filter(({ basis }) => basis !== 'projects')
        .map((indicator) => ({ ...indicator, basis: 'level' as const })),
      returns: cities.returns.flatMap((one) =>
        one.city === second ? [] : one.city === first ? [one, { ...one, city: second }] : [one],
      ),
    }));
    const document = bulletin(tied, '2022Q3', 'city-bulletin');
    const shared = rowsOf(document, 'city-ranking').filter(([rank = '']) => rank.includes('并列'));
    expect(shared.map(([, city]) => city)).toEqual([first, second]);
    expect(prose(document)).toContain(`${first}、${second}并列第`);
  });

  it('fold long lists in the text and keep them whole in the annex', () => {
    const many = withProjects((projects) => ({
      ...projects,
      projects: projects.projects.map((project) => ({ ...project, plannedStart: '2022-01' })),
    }));
    const document = bulletin(many, '2022Q1', 'project-bulletin');
    const subject = subjectOf(many, '2022Q1');
    const overdue = subject.projects?.overdueStarts.length ?? 0;
    expect(overdue).toBeGreaterThan(100);
    expect(rowsOf(document, 'overdue-starts')).toHaveLength(15);
    expect(outline(document)).toContain(`其余${overdue - 15}项见附件2。`);
    expect(prose(document)).toContain(`等${overdue}个项目未按期开工`);
    expect(rowsOf(document, 'troubled-projects').length).toBeGreaterThanOrEqual(overdue);
  });

  it('tell where the unit’s return and the projects do not agree', () => {
    expect(prose(bulletin(desk, '2022Q3', 'project-bulletin'))).not.toContain('与部门报送数不一致');
    const changed = withProjects((projects) => ({
      ...projects,
      returns: projects.returns.filter(({ city }) => city !== '赣州市'),
    }));
    const subject = subjectOf(changed, '2022Q3');
    if (!isQuarter(subject)) throw new Error('no quarter');
    expect(subject.projectDifferences).toHaveLength(4);
    const text = prose(bulletin(changed, '2022Q3', 'project-bulletin'));
    for (const { name, unit } of subject.projectDifferences) expect(text).toContain(`“${name}”，${unit}报送`);
    expect(text).toContain('请上述部门与有关地方对账');
  });
});

describe('another region', () => {
  const COUNTIES = [
    ...['东湖区', '西湖区', '青云谱区', '青山湖区', '新建区', '红谷滩区'],
    ...['南昌县', '安义县', '进贤县', '樟树市', '丰城市', '南昌高新区'],
  ];
  /** The same data of a city with its counties, where `office` says no more than the names do. */
  const city = (region: Partial<GivenRegion> = {}): Desk => {
    const renamed = <T>(value: T): T =>
      JSON.parse(
        names().reduce(
          (text, name, i) => text.replaceAll(name, COUNTIES[i] as string),
          JSON.stringify(value),
        ),
      );
    const { projects, cities, office } = desk.inputs;
    if (!projects || !cities) throw new Error('no regional data');
    const own = { ...office, region: { ...office.region, ...region } };
    return {
      ...desk,
      inputs: { ...desk.inputs, office: own, projects: renamed(projects), cities: renamed(cities) },
    };
  };
  const texts = (from: Desk): string =>
    ['city-bulletin', 'project-bulletin', 'meeting-notice', 'attendees', 'chair-script', 'brief']
      .map((id) => outline(bulletin(from, '2022Q3', id)))
      .join('\n');

  it('is called by what its places are', () => {
    const all = texts(city());
    expect(all).toContain('各县（市、区）人民政府，南昌高新区');
    expect(all).toContain('五、县（市、区）和南昌高新区');
    expect(all).toContain('各县（市、区）和南昌高新区重点项目月报');
    expect(all).toContain('应报11个县（市、区）和南昌高新区');
    expect(all).toContain('全市数字经济“一号发展工程”2022年三季度专题调度会');
    expect(all).toMatch(/\| 全市 \| 396 \|/);
    expect(all).not.toMatch(/设区市|赣江新区/);
    const month = outline(bulletin(city(), '2022-08', 'monthly-bulletin'));
    expect(month).toContain('全市数字经济重点项目');
    expect(month).not.toContain('设区市');
  });

  it('is called otherwise where the office says so', () => {
    const all = texts(city({ whole: '全区', places: '县区、开发区', place: '县区' }));
    expect(all).toContain('五、县区、开发区');
    expect(all).toContain('各县区人民政府');
    expect(all).toContain('全区数字经济“一号发展工程”');
  });
});
