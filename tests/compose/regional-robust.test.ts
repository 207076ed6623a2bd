/** The bulletins with other data: much missing, long names, nothing at all, ties, numbers that do not agree. */
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../src/model/city.ts';
import { isQuarter } from '../../src/model/ledger.ts';
import type { ProjectInputs } from '../../src/model/project.ts';
import { bulletin, type Desk, openDesk, pack, prose, rowsOf, subjectOf } from '../support/bulletins.ts';
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
