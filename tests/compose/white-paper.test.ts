/** The white paper of the demonstration data, as a document tree. Update the golden with UPDATE_GOLDEN=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockInlines } from '../../src/compose/passes/references.ts';
import type {
  Block,
  ChartBlock,
  Document,
  HeadingBlock,
  TableBlock,
} from '../../src/model/document/document.ts';
import { type Inline, plainText } from '../../src/model/document/inline.ts';
import { isYear } from '../../src/model/ledger/ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';

const YEAR = parseYear('2022年') as Year;
const FOLDER = 'templates/white-paper/01-白皮书';
const GOLDEN = join(import.meta.dirname, 'golden/2022.txt');

const composed = await compose({ period: YEAR, only: [] }, folderEffects());
const book = composed.pack?.documents[0]?.document as Document;
const blocks: Block[] = book.sections.flatMap((section) => section.blocks);
const charts = blocks.filter((block): block is ChartBlock => block.kind === 'chart');
const tables = blocks.filter((block): block is TableBlock => block.kind === 'table' && block.number !== '');

const deep = (node: Inline): Inline[] =>
  node.kind === 'strong' || node.kind === 'emphasis' ? node.children.flatMap(deep) : [node];
const inlines = blocks.flatMap(blockInlines).flatMap(deep);

/** Headings, numbers of figures and tables with their titles: the book's skeleton. */
function skeleton(): string {
  const line = (block: Block): string[] => {
    if (block.kind === 'heading')
      return [`${'#'.repeat(block.level)} ${block.number}${plainText(block.children)}`];
    if (block.kind === 'chart')
      return [
        `  ${block.number}　${plainText(block.caption)}　${block.chart.kind}${block.half ? '（并排）' : ''}`,
      ];
    return block.kind === 'table' && block.number !== ''
      ? [`  ${block.number}　${plainText(block.caption)}`]
      : [];
  };
  return `${blocks.flatMap(line).join('\n')}\n`;
}

/** The book with one chapter replaced. */
async function withChapter(text: string) {
  const file = `${FOLDER}/05-数据价值化.md`;
  const result = await compose(
    { period: YEAR, only: [] },
    folderEffects(REPOSITORY, { [file]: `# 数据价值化\n\n${text}\n` }),
  );
  return result.diagnostics.filter((d) => d.severity === 'error' && d.at?.file === file);
}

/** What is printed of a chapter that says this. */
async function chapterSays(text: string): Promise<string> {
  const file = `${FOLDER}/05-数据价值化.md`;
  const { pack } = await compose(
    { period: YEAR, only: ['white-paper'] },
    folderEffects(REPOSITORY, { [file]: `# 数据价值化\n\n${text}\n` }),
  );
  const all = pack?.documents[0]?.document.sections.flatMap((section) => section.blocks) ?? [];
  const from = all.findIndex(
    (block) => block.kind === 'heading' && plainText(block.children) === '数据价值化',
  );
  return plainText(all.slice(from + 1, from + 12).flatMap(blockInlines));
}

describe('the white paper', () => {
  it('is composed without errors, of the whole year', () => {
    expect(composed.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(composed.subject && isYear(composed.subject)).toBe(true);
    expect(book.form).toBe('book');
    expect(book.style).toBe('book');
  });

  it('has the skeleton of the golden', () => {
    if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(GOLDEN, skeleton());
    expect(skeleton()).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('numbers figures and tables by chapter, without a gap', () => {
    for (const [name, numbered] of [
      ['图', charts],
      ['表', tables],
    ] as const) {
      const expected = new Map<string, number>();
      for (const { number } of numbered) {
        const [, appendix = '', kind, chapter, n] = /^(附?)([图表])(\d+)-(\d+)$/.exec(number) ?? [];
        expect(kind).toBe(name);
        const key = `${appendix}${chapter}`;
        expect(Number(n)).toBe((expected.get(key) ?? 0) + 1);
        expected.set(key, Number(n));
      }
      expect(expected.size).toBeGreaterThan(6);
    }
  });

  it('has at least 30 figures of at least 10 kinds, each with a source, a title and words for those who do not see it', () => {
    expect(charts.length).toBeGreaterThanOrEqual(30);
    expect(new Set(charts.map(({ chart }) => chart.kind)).size).toBeGreaterThanOrEqual(10);
    for (const { caption, notes, alt } of charts) {
      expect(plainText(caption)).not.toBe('');
      expect(notes.map(plainText).join()).toMatch(/数据来源/);
      expect(alt.length).toBeGreaterThan(10);
    }
  });

  it('says of every table where its figures come from, and of small multiples each unit once', () => {
    const told = tables.filter(({ notes }) => notes.map(plainText).join().includes('数据来源'));
    // Those of the appendices on data name the sources in their columns.
    const untold = tables.filter((one) => !told.includes(one)).map(({ number }) => number);
    expect(untold).toEqual(['附表1-1', '附表6-1', '附表6-2']);
    const multiples = charts.flatMap(({ chart }) => (chart.kind === 'multiples' ? [chart] : []));
    expect(multiples.length).toBeGreaterThan(3);
    for (const { series, valueAxis, categories } of multiples) {
      expect(series.every(({ unit }) => unit)).toBe(true);
      expect(valueAxis.title).toBe('');
      expect(categories.every((name) => /^20\d\d$/.test(name))).toBe(true);
      // Years and their ends are the same column, so no panel has gaps for those of another.
      expect(new Set(categories).size).toBe(categories.length);
      for (const { name, points } of series) expect([name, points.length]).toEqual([name, categories.length]);
    }
  });

  it('marks the demonstration data under every figure and table made of them', () => {
    for (const { chart, notes, number } of charts) {
      const made = chart.series.flatMap(({ points }) => points.map(({ figure }) => figure?.provenance));
      const demo = made.some((p) => p && 'demo' in p && p.demo);
      if (demo)
        expect([number, notes.map(plainText).join()]).toEqual([number, expect.stringContaining('演示数据')]);
    }
  });

  it('has quarters that add up to what units had reported at the end of each', () => {
    const { subject } = composed;
    if (!subject || !isYear(subject)) throw new Error('no year');
    const reported = new Map(
      subject.quarter.goals.map(({ goal, target }) => [goal.name, target?.history.map((one) => one?.value)]),
    );
    const table = readFileSync(join(REPOSITORY, 'data/statistics/tables/全省-季度.csv'), 'utf8');
    const cumulative = (name: string): number[] => {
      const row = table.split(/\r?\n/).find((line) => line.split(',')[1] === name) ?? '';
      const quarters = row.split(',').slice(-4).map(Number);
      return quarters.map((_, i) =>
        Number(
          quarters
            .slice(0, i + 1)
            .reduce((sum, one) => sum + one, 0)
            .toFixed(1),
        ),
      );
    };
    expect(cumulative('电子信息产业营业收入')).toEqual(reported.get('电子信息产业规模'));
    expect(cumulative('物联网产业营业收入')).toEqual(reported.get('物联网产业规模'));
    expect(cumulative('网络零售额')).toEqual(reported.get('网络零售额'));
  });

  it('prints no number from data without its origin', () => {
    const figures = inlines.flatMap((node) => (node.kind === 'figure' ? [node.figure] : []));
    expect(figures.length).toBeGreaterThan(1500);
    for (const { provenance } of figures) {
      if (provenance.kind === 'statistic') {
        expect(provenance.at.file).toMatch(/^data\/statistics\//);
        expect(provenance.source).not.toBe('');
        expect(provenance.definition).not.toBe('');
      }
      if (provenance.kind === 'derived') expect(provenance.rule).not.toBe('');
      if (provenance.kind === 'count') expect(provenance.what).not.toBe('');
    }
  });

  it('labels a chart of shares with shares, as its axis and title have it', () => {
    const chart = charts.find(({ caption }) => plainText(caption).startsWith('产业数字化占数字经济的'));
    const labels = chart?.chart.series.map(({ points }) => points.at(-1)?.label);
    expect(labels).toEqual(['20.1', '79.9']);
    expect(plainText(chart?.caption ?? [])).toContain('79.9%');
  });

  it("says of the places' scores that the places reported, not the units", () => {
    const ofPlaces = charts.filter(({ caption }) =>
      plainText(caption).match(/\d+项指标得分高于各地平均$|没有指标得分高于各地平均$/),
    );
    expect(ofPlaces).toHaveLength(12);
    for (const { notes } of ofPlaces)
      expect(plainText(notes.flat())).toBe('数据来源：各地报送（演示数据），领导小组办公室计算。');
  });

  it('says why the months of projects add up to less than the year, where a month was not reported', () => {
    const months = charts.find(({ caption }) => plainText(caption).startsWith('全年完成年度计划投资的'));
    const notes = months?.notes.map(plainText).join('');
    expect(notes).toContain('缺报月份的投资计入累计，不计入各月');
  });

  it('tells the progress of a track once: no stage that its table shows, and numbers written as elsewhere', () => {
    const told = blocks
      .flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.children)] : []))
      .join('\n');
    expect(told).not.toContain('已到“');
    expect(told).toContain('总投资约2140亿元');
    expect(told).not.toMatch(/\d,\d{3}/);
  });

  it('calls a place by its whole name in every table, the province 全省', () => {
    const firsts = [
      '各地综合得分和单项得分',
      '各地主要指标（2022年）',
      '各地数字经济增加值、占比和核心产业',
    ].map((caption) => {
      const table = tables.find((one) => plainText(one.caption) === caption);
      return table?.body.map((row) =>
        row
          .map((cell) => cell.content.map(plainText).join(''))
          .slice(0, 2)
          .join(),
      );
    });
    for (const rows of firsts) expect(rows?.some((row) => row.includes('景德镇市'))).toBe(true);
    expect(firsts[1]?.[0]).toMatch(/^全省,/);
  });

  it('calls a place last only in what it has not completed', () => {
    const [, page] = /四、南昌市([\s\S]*?)五、景德镇市/.exec(
      blocks.map((b) => `${b.kind === 'heading' ? b.number : ''}${plainText(blockInlines(b))}`).join('\n'),
    ) ?? ['', ''];
    expect(page).toContain('新增上云企业完成率（第12位）居后');
    expect(page).not.toContain('数字经济增加值完成率（第11位）');
  });

  it('refers to nothing that is not there', () => {
    const numbers = new Set([...charts, ...tables].map(({ number }) => number));
    const references = inlines.flatMap((node) => (node.kind === 'reference' ? [node.text] : []));
    expect(references.length).toBeGreaterThan(20);
    for (const text of references) expect(numbers).toContain(text);
  });

  it('lists its figures and tables, and opens every chapter on a right-hand page of its own', () => {
    const lists = blocks.flatMap((block) => (block.kind === 'contents' ? [block.lists] : []));
    expect(lists).toEqual(['headings', 'charts', 'tables']);
    const openings = book.sections.filter(({ leaf }) => leaf?.full && leaf.matter === 'body');
    expect(openings).toHaveLength(12);
    for (const { opens, blocks: own } of openings) {
      expect(opens).toBe('odd');
      expect((own[0] as HeadingBlock).look).toBe('chapter');
    }
  });

  it('prints notes at the end of their chapter, numbered within it', () => {
    const marks = inlines.flatMap((node) => (node.kind === 'noteMark' ? [node.n] : []));
    expect(marks).toEqual([1, 2, 3, 1, 1]);
    const notes = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.style === 'note' ? [plainText(block.children)] : [],
    );
    expect(notes.map((text) => text[0])).toEqual(['①', '②', '③', '①', '①']);
  });

  it('lists each document once with what it is, and each dated matter by name and result', () => {
    const rowsOf = (caption: string): string[][] => {
      const table = tables.find((one) => plainText(one.caption).startsWith(caption));
      const text = (cell: TableBlock['body'][number][number]): string => cell.content.map(plainText).join('');
      return table?.body.map((row) => row.map(text)) ?? [];
    };
    const issued = rowsOf('年内印发的文件');
    expect(issued[0]?.[0]).toBe('赣数〔2022〕2号');
    expect(issued.slice(1).every(([number]) => /^[^、]+〔2022〕\d+号$/.test(number ?? ''))).toBe(true);
    const ofIndustry = issued.filter(([, , by]) => by === '省工信厅');
    expect(ofIndustry).toContainEqual([
      '赣工信大数据字〔2022〕64号',
      '大数据产业发展规划',
      '省工信厅',
      '任务11',
    ]);
    // A unit's documents stand together, a series in order of number.
    const places = issued.flatMap(([, , by], i) => (by === '省工信厅' ? [i] : []));
    expect(places.at(-1)).toBe((places[0] ?? 0) + places.length - 1);
    const series = issued.flatMap(([number]) => /^赣发改数字〔2022〕(\d+)号$/.exec(number ?? '')?.[1] ?? []);
    expect(series.map(Number)).toEqual([...series.map(Number)].sort((a, b) => a - b));
    expect(series.length).toBeGreaterThan(3);
    const dates = rowsOf('2022年数字经济大事记').map(([date]) => date);
    expect(dates.every((date) => /^\d+月\d+日$/.test(date ?? ''))).toBe(true);
    const events = rowsOf('2022年数字经济大事记').map(([, what]) => what);
    expect(events).toContain('党校数字经济培训：省委党校开课');
    expect(events).toContain('数据共享示范和应用大赛：决赛已举办');
  });

  it('leaves visible gaps for what it has not been told', () => {
    const colophon = blocks.find((block) => block.kind === 'colophon');
    expect(
      colophon?.kind === 'colophon' && colophon.rows.find(({ label }) => label === '发布日期')?.text,
    ).toMatch(/＿+年＿+月＿+日/);
  });
});

describe('a chapter', () => {
  it('that names an unknown series is told where, and which one was meant', async () => {
    const [problem, ...others] = await withChapter('共有{{数 "open-dat@2022-12-31"}}。');
    expect(others).toEqual([]);
    expect(problem?.at?.line).toBe(3);
    expect(`${problem?.message}${problem?.hints.join('')}`).toContain('open-data');
  });

  it('that puts two 口径 into one chart is told both sources', async () => {
    const problems = await withChapter(
      '::chart[混用]{kind=line id=x series="de-whitepaper,city-va" years=2021-2021}',
    );
    expect(problems.map((d) => d.at?.line)).toContain(3);
    expect(problems.map((d) => d.message).join()).toMatch(/白皮书测算口径[\s\S]*演示测算口径/);
  });

  it('that computes growth over two 口径 is refused', async () => {
    const problems = await withChapter('增长{{增速 "de-whitepaper@2021" "de-plan145@2020"}}。');
    expect(problems.length).toBeGreaterThan(0);
  });

  it('that asks for an unknown kind of chart, or an attribute that says nothing, is told the known ones', async () => {
    const [kind] = await withChapter('::chart[图]{kind=pie id=x series=open-data}');
    expect(kind?.hints.join('')).toContain('waterfall');
    const [range] = await withChapter('::chart[图]{kind=range id=x series=city-va periods="2022"}');
    expect(range?.message).toContain('periods');
  });

  it('says what the places have together: rank, share of the first, who is above the whole, how far apart', async () => {
    const text = await chapterSays(
      '名次{{各地名次 "city-va" "2022" "九江市"}}，前三{{居前占比 "city-va" "2022" 3}}，高于{{高于全域 "city-va-share" "2022"}}，相差{{高低差 "city-va-share" "2022"}}。',
    );
    // (2984.9 + 1478.1 + 1306.7) ÷ 11200.0; 41.4 − 27.5.
    expect(text).toContain('名次3位，前三51.5%，高于南昌市、赣江新区、鹰潭市，相差13.9个百分点。');
    const [problem] = await withChapter('{{各地名次 "city-va" "2022"}}');
    expect(problem?.message).toContain('{{各地名次 "系列" "时期" 名称}}');
  });

  it('may use names of data that helpers of statistics have too', async () => {
    expect(await withChapter('{{#each 地区}}{{#each 领先}}{{数}}{{/each}}{{/each}}')).toEqual([]);
  });
});

describe('contradictions of sources', () => {
  const conflict = (id: string, years: string) =>
    `- { id: ${id}, title: 矛盾${id}, between: [gdp@2021], what: 甲, treatment: 乙${years} }\n`;
  const notes = async (conflicts: string) => {
    const overlay = { 'data/statistics/conflicts.yaml': conflicts };
    const { pack, diagnostics } = await compose(
      { period: YEAR, only: [] },
      folderEffects(REPOSITORY, overlay),
    );
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    const all = pack?.documents[0]?.document.sections.flatMap((section) => section.blocks) ?? [];
    const table = all.find(
      (block): block is TableBlock => block.kind === 'table' && block.id === 'conflicts',
    );
    return {
      titles: table?.body.map((row) => row[0]?.content.map(plainText).join('')) ?? null,
      text: plainText(all.flatMap(blockInlines)),
    };
  };

  it('that belong to the plan of another year are not told', async () => {
    const { titles, text } = await notes(
      conflict('a', ', years: [2021]') + conflict('b', ', years: [2021, 2022]') + conflict('c', ''),
    );
    expect(titles).toEqual(['矛盾b', '矛盾c']);
    expect(text).toContain('编写中发现2处来源之间的矛盾');
  });

  it('have no section where there are none', async () => {
    const { titles, text } = await notes(conflict('a', ', years: [2023]'));
    expect(titles).toBeNull();
    expect(text).not.toContain('来源之间的矛盾');
  });
});
