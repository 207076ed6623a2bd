/** The quarterly and the monthly bulletin on key projects. Update goldens with UPDATE_GOLDEN=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, bulletin, figuresOf, openDesk, rowsOf } from '../support/bulletins.ts';
import { brokenHeads } from '../support/heads.ts';
import { outline } from '../support/outline.ts';
import { officialTheme } from '../support/theme.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
/** Longer tables are lists of projects; their beginning shows their form. */
const MOST_ROWS = 16;

const desk = await openDesk();

function compareGolden(id: string, only: string): void {
  const text = outline(bulletin(desk, id, only), MOST_ROWS);
  const file = join(GOLDEN, `${only}-${id}.txt`);
  if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('the bulletins on key projects', () => {
  it.each(['2022Q1', '2022Q3', '2022Q4'])('of %s reads as the golden', (id) =>
    compareGolden(id, 'project-bulletin'),
  );

  it.each(['2022-01', '2022-08', '2022-12'])('of the month %s reads as the golden', (id) =>
    compareGolden(id, 'monthly-bulletin'),
  );

  it('say of projects of a place that never reported that nobody has, not that they have not started', () => {
    const { projects } = desk.inputs;
    if (!projects) throw new Error('no projects');
    const [city] = projects.projects.flatMap((one) => (one.plannedStart < '2022-06' ? one.city : []));
    const own = projects.projects.filter((one) => one.city === city);
    const returns = projects.returns.filter((one) => one.city !== city);
    const silent = { ...desk, inputs: { ...desk.inputs, projects: { ...projects, returns } } };
    const paper = outline(bulletin(silent, '2022Q3', 'project-bulletin'));
    expect(paper).toContain(`，没有报送的${own.length}个；`);
    expect(paper).toContain(`${city}本年没有报送过月报，累计完成投资按0计，项目是否开工不明。`);
    const monthly = bulletin(silent, '2022-08', 'monthly-bulletin');
    for (const document of [bulletin(silent, '2022Q3', 'project-bulletin'), monthly]) {
      const overdue = rowsOf(document, 'overdue-starts').map((row) => row[2]);
      expect(overdue.length).toBeGreaterThan(0);
      expect(overdue).not.toContain(city);
    }
  });

  it('do not say of projects that nobody has told of that none of them stands still', () => {
    const { projects } = desk.inputs;
    if (!projects) throw new Error('no projects');
    const city = '赣江新区';
    const fine = projects.projects.map((one) => ({ ...one, plannedStart: '2022-12' }));
    const own = fine.filter((one) => one.city === city).length;
    const told = projects.returns.filter((one) => one.city !== city);
    const silent = {
      ...desk,
      inputs: { ...desk.inputs, projects: { ...projects, projects: fine, returns: told } },
    };
    const papers = ['project-bulletin', 'next-quarter', 'brief'].map((id) =>
      outline(bulletin(silent, '2022Q1', id)),
    );
    for (const paper of [...papers, outline(bulletin(silent, '2022-02', 'monthly-bulletin'))]) {
      expect(paper).toMatch(new RegExp(`已报送的(?:重点)?项目没有停滞和未按期开工的，未报送的${own}个`));
      expect(paper).not.toMatch(/没有停滞项目|没有此类项目/);
    }
    expect(papers[2]).toContain(`未报送项目${own}个`);
  });

  it('compose for every quarter and every month', () => {
    for (let quarter = 1; quarter <= 4; quarter++)
      expect(outline(bulletin(desk, `2022Q${quarter}`, 'project-bulletin'))).toContain('有关要求');
    for (let month = 1; month <= 12; month++) {
      const id = `2022-${String(month).padStart(2, '0')}`;
      expect(outline(bulletin(desk, id, 'monthly-bulletin'))).toContain('各地进度');
    }
  });

  it('keep a head of two characters in one line', () => {
    expect(brokenHeads(bulletin(desk, '2022Q3', 'project-bulletin'), officialTheme)).toEqual([]);
    expect(brokenHeads(bulletin(desk, '2022-08', 'monthly-bulletin'), officialTheme)).toEqual([]);
  });

  it('print no number from data without its origin', () => {
    const figures = figuresOf(bulletin(desk, '2022Q3', 'project-bulletin'));
    expect(figures.length).toBeGreaterThan(1000);
    for (const { provenance } of figures) {
      if (provenance.kind === 'derived') expect(provenance.rule).not.toBe('');
      if (provenance.kind === 'count') expect(provenance.what).not.toBe('');
      if (provenance.kind === 'submission') expect(provenance.at.file).toMatch(/^data\/2022\/projects\//);
    }
  });

  it('keep tables in the text to twenty rows', () => {
    for (const id of ['2022Q1', '2022Q2', '2022Q3', '2022Q4'])
      for (const block of bulletin(desk, id, 'project-bulletin').sections[0]?.blocks ?? [])
        if (block.kind === 'table') expect(block.body.length).toBeLessThanOrEqual(20);
  });

  it('leave issue and date as visible gaps until the office gives them', () => {
    const head = (document: ReturnType<typeof bulletin>) =>
      blocksOf(document).find((block) => block.kind === 'letterhead');
    const gaps = { form: 'bulletin', number: '第＿＿期', date: '＿＿＿＿年＿＿月＿＿日' };
    expect(head(bulletin(desk, '2022-08', 'monthly-bulletin'))).toMatchObject(gaps);
    expect(head(bulletin(desk, '2022Q3', 'project-bulletin'))).toMatchObject({ form: 'bulletin' });
    const office = {
      ...desk.inputs.office,
      bulletins: { '2022-08': { number: '第8期', date: '2022-09-08' } },
    };
    const given = bulletin({ ...desk, inputs: { ...desk.inputs, office } }, '2022-08', 'monthly-bulletin');
    expect(head(given)).toMatchObject({ number: '第8期', date: '2022年9月8日' });
  });
});
