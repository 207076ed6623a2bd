import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart, ChartSeries, Tone } from '../../src/model/document/chart.ts';
import { type Block, type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { all, documentXml, first, parseXml, part, partNames, val, type XmlNode } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { sampleDocument, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

const series = (name: string, tone: Tone, values: (number | null)[], suffix = ''): ChartSeries => ({
  name,
  tone,
  points: values.map((value) => ({ value, label: value === null ? '' : `${value}${suffix}`, figure: null })),
});
const axis = { title: '%', min: 0, max: null };
const common = { categories: ['甲', '乙', '丙'], valueAxis: axis, heightMm: 60 };
const CHARTS: Chart[] = [
  {
    ...common,
    kind: 'bar',
    series: [series('完成率', 'primary', [82, 71, null], '%')],
    rule: { value: 75, label: '序时进度75%' },
  },
  {
    ...common,
    kind: 'stackedBar',
    share: false,
    series: [
      series('已完成', 'done', [3, 0, 1]),
      series('滞后', 'behind', [1, 2, 0]),
      series('未报送', 'notReported', [0, 1, 1]),
    ],
  },
  { ...common, kind: 'column', stacked: true, series: [series('已完成', 'done', [3, 4, 5])] },
  {
    ...common,
    kind: 'line',
    series: [series('掌上可办', 'primary', [60, 72, 80]), series('活跃率', 'tertiary', [20, 25, null])],
  },
  {
    ...common,
    kind: 'range',
    series: [series('上季度末', 'secondary', [50, 48, 30]), series('本季度末', 'primary', [82, 40, 60])],
    rule: null,
  },
  {
    ...common,
    kind: 'bullet',
    series: [
      series('完成率', 'primary', [82, 71, 60]),
      series('序时进度', 'muted', [75, 75, 50]),
      series('上年同期', 'muted', [70, 60, 40]),
    ],
  },
];
const document: Document = {
  ...sampleDocument,
  sections: [
    {
      ...PLAIN_SECTION,
      blocks: CHARTS.map((chart, index) => ({
        kind: 'chart',
        id: `c${index}`,
        number: `图${index + 1}`,
        caption: [text('标题')],
        chart,
        notes: [],
        alt: `说明${index + 1}`,
      })),
    },
  ],
};
let bytes: Uint8Array;

beforeAll(async () => {
  const { value } = await renderDocx(document, { theme, fonts: testFonts(), effects: testEffects() });
  if (!value) throw new Error('nothing written');
  bytes = value.bytes;
});

const chartXml = (kind: Chart['kind']): XmlNode =>
  parseXml(part(bytes, `word/charts/chart${CHARTS.findIndex((chart) => chart.kind === kind) + 1}.xml`));
const seriesOf = (kind: Chart['kind']): XmlNode[] => all(chartXml(kind), 'c:ser');
const nameOf = (node: XmlNode): string => first(first(node, 'c:tx') as XmlNode, 'c:v')?.text ?? '';
const fillOf = (node: XmlNode): string =>
  node.children.find((child) => child.name === 'c:spPr')?.children[0]?.name ?? '';

describe('native charts', () => {
  it('are valid Open XML, one part and one workbook each, in the order of the document', async () => {
    if (hasValidator) expect(await validate(bytes)).toEqual([]);
    expect(partNames(bytes).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(
      CHARTS.length,
    );
    expect(partNames(bytes).filter((name) => name.endsWith('.xlsx'))).toHaveLength(CHARTS.length);
    expect(all(documentXml(bytes), 'wp:docPr').map((node) => node.attributes['descr'])).toEqual(
      CHARTS.map((_, i) => `说明${i + 1}`),
    );
  });

  it('have the form that suits them', () => {
    expect(
      CHARTS.map(({ kind }) => ['c:barChart', 'c:lineChart'].find((name) => first(chartXml(kind), name))),
    ).toEqual(['c:barChart', 'c:barChart', 'c:barChart', 'c:lineChart', 'c:barChart', 'c:barChart']);
    expect(first(chartXml('stackedBar'), 'c:grouping')?.attributes['val']).toBe('stacked');
    expect(first(chartXml('column'), 'c:barDir')?.attributes['val']).toBe('col');
  });

  it('keep every value, so that they can be edited', () => {
    for (const chart of CHARTS) {
      const drawn = seriesOf(chart.kind);
      for (const one of chart.series) {
        const values = first(drawn.find((node) => nameOf(node) === one.name) as XmlNode, 'c:val') as XmlNode;
        const expected = one.points.flatMap((point) => (point.value === null ? [] : [String(point.value)]));
        expect(
          all(values, 'c:v').map((node) => node.text),
          `${chart.kind} ${one.name}`,
        ).toEqual(expected);
      }
    }
    const workbook = unzipSync(
      unzipSync(bytes)['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array(),
    );
    expect(Object.keys(workbook)).toContain('xl/worksheets/sheet1.xml');
  });

  it('tell series apart without colour: patterns, hollow bars, dashes and markers', () => {
    expect(seriesOf('stackedBar').map(fillOf)).toEqual(['a:solidFill', 'a:pattFill', 'a:solidFill']);
    expect(seriesOf('bullet').map(fillOf)).toEqual(['a:solidFill', 'a:noFill', 'a:noFill']);
    const dashes = seriesOf('bullet')
      .slice(1)
      .map((node) => first(node, 'a:prstDash')?.attributes['val']);
    expect(dashes).toEqual(['solid', 'sysDash']);
    expect(seriesOf('range').map((node) => [nameOf(node), fillOf(node)])).toEqual([
      ['本季度末', 'a:solidFill'],
      ['上季度末', 'a:noFill'],
    ]);
    expect(seriesOf('bar').map((node) => [nameOf(node), fillOf(node)])).toEqual([
      ['完成率', 'a:solidFill'],
      ['序时进度75%', 'a:noFill'],
    ]);
    const lines = seriesOf('line').map((node) => [
      first(node, 'a:prstDash')?.attributes['val'],
      first(node, 'c:symbol')?.attributes['val'],
    ]);
    expect(new Set(lines.map(String)).size).toBe(2);
  });

  it('name lines at their ends instead of in a legend', () => {
    expect(first(chartXml('line'), 'c:legend')).toBeUndefined();
    const named = seriesOf('line').map((node) =>
      all(node, 'c:dLbl')
        .filter((label) => first(label, 'c:showSerName')?.attributes['val'] === '1')
        .map((label) => first(label, 'c:idx')?.attributes['val']),
    );
    // The second has no value in the last category, so its end is the one before.
    expect(named).toEqual([['2'], ['1']]);
  });

  it('label values by their own format, and pieces of nothing not at all', () => {
    expect(first(seriesOf('bar')[0] as XmlNode, 'c:numFmt')?.attributes['formatCode']).toBe('0"%"');
    const [done] = seriesOf('stackedBar');
    expect(all(done as XmlNode, 'c:dLbl').map((label) => first(label, 'c:idx')?.attributes['val'])).toEqual([
      '1',
    ]);
  });

  it('are set in the office font', () => {
    const fonts = new Set(all(chartXml('bar'), 'a:ea').map((node) => node.attributes['typeface']));
    expect([...fonts]).toEqual([theme.officeFonts.song]);
  });

  it('stand above their caption, whose number is a field', () => {
    const captions = all(documentXml(bytes), 'w:p').filter((p) => val(first(p, 'w:pStyle')) === 'Caption');
    expect(captions.map((p) => first(p, 'w:instrText')?.text.trim())).toEqual(
      CHARTS.map(() => 'SEQ 图 \\* ARABIC'),
    );
  });
});

/** Charts of the tests below. The validator takes two seconds to start, so it sees them in one file. */
const shown: Chart[] = [];

async function wordOf(charts: readonly Chart[]): Promise<Uint8Array> {
  const blocks = charts.map((chart, i): Block => {
    const [id, number] = [`c${i}`, `图${i + 1}`];
    return { kind: 'chart', id, number, caption: [text('标题')], chart, notes: [], alt: '说明' };
  });
  const { value } = await renderDocx(
    { ...document, sections: [{ ...PLAIN_SECTION, blocks }] },
    { theme, fonts: testFonts(), effects: testEffects() },
  );
  if (!value) throw new Error('nothing written');
  return value.bytes;
}

/** One chart in a Word file of its own: its XML and its workbook's sheet. */
async function written(chart: Chart): Promise<{ xml: XmlNode; sheet: string; strings: string }> {
  shown.push(chart);
  const bytes = await wordOf([chart]);
  const files = unzipSync(
    unzipSync(bytes)['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array(),
  );
  return {
    xml: parseXml(part(bytes, 'word/charts/chart1.xml')),
    sheet: strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array()),
    strings: strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array()),
  };
}

const number = (node: XmlNode | undefined): number => Number(node?.attributes['val']);
/** Where a label on the right of its mark stands, mm from the top of the plot: by its value, the axis and its offset. */
function labelHeights(xml: XmlNode, chart: Chart): Map<string, number> {
  const axis = first(xml, 'c:valAx') as XmlNode;
  const [min, max] = [number(first(axis, 'c:min')), number(first(axis, 'c:max'))];
  const plot = number(first(first(xml, 'c:plotArea') as XmlNode, 'c:h')) * chart.heightMm;
  return new Map(
    chart.series.map((one, s) => {
      const ser = all(xml, 'c:ser')[s] as XmlNode;
      const label = all(ser, 'c:dLbl').findLast((node) => first(node, 'c:layout')) as XmlNode;
      const value = one.points[number(first(label, 'c:idx'))]?.value ?? 0;
      const moved = number(first(first(label, 'c:layout') as XmlNode, 'c:y')) * chart.heightMm;
      return [one.name, (1 - (value - min) / (max - min)) * plot + moved];
    }),
  );
}
const LINE_MM = theme.text.chart.size * (25.4 / 72);

describe('labels of near values', () => {
  const ends = { 甲: 12, 乙: 2.7, 丙: 1.5, 丁: 0, 戊: -0.8 };
  const chart: Chart = {
    ...common,
    kind: 'line',
    valueAxis: { title: '', min: null, max: null },
    series: Object.entries(ends).map(([name, end]) => series(name, 'primary', [0, 0, end])),
  };

  it('stand apart by more than their height at the ends of lines, from top to bottom as the lines do', async () => {
    const { xml } = await written(chart);
    const heights = labelHeights(xml, chart);
    expect([...heights].sort((a, b) => a[1] - b[1]).map(([name]) => name)).toEqual(Object.keys(ends));
    const sorted = [...heights.values()].sort((a, b) => a - b);
    for (const [i, height] of sorted.entries())
      if (i > 0) expect(height - (sorted[i - 1] ?? 0)).toBeGreaterThan(LINE_MM);
    // One of a far value stays where its line ends.
    expect(number(first(all(xml, 'c:dLbl').find((l) => first(l, 'c:layout')) as XmlNode, 'c:y'))).toBe(0);
  });

  it('stand on sides of their own before the ends', async () => {
    const { xml } = await written({
      ...chart,
      series: [series('甲', 'primary', [50, 51, 60]), series('乙', 'tertiary', [50.5, 20, 30])],
    } as Chart);
    const sides = all(xml, 'c:ser').map((ser) =>
      ['0', '1'].map((at) => {
        const own = all(ser, 'c:dLbl').find((label) => first(label, 'c:idx')?.attributes['val'] === at);
        return first(own as XmlNode, 'c:dLblPos')?.attributes['val'];
      }),
    );
    expect(sides).toEqual([
      ['b', 't'],
      ['t', 't'],
    ]);
  });

  it('leave the scale to Word where none is moved', async () => {
    const { xml } = await written({
      ...chart,
      series: [series('甲', 'primary', [10, 20, 80]), series('乙', 'tertiary', [10, 20, 30])],
    } as Chart);
    expect(first(first(xml, 'c:valAx') as XmlNode, 'c:max')).toBeUndefined();
  });
});

describe('quarters of several years', () => {
  const quarters = ['一季度', '二季度', '三季度', '四季度'];
  const chart: Chart = {
    ...common,
    kind: 'column',
    stacked: false,
    categories: ['2021年', '2022年'].flatMap((year) => quarters.map((quarter) => `${year}${quarter}`)),
    series: [series('增加值', 'primary', [1, 2, 3, 4, 5, 6, 7, 8])],
  };

  it('have their years in a row below, and in a column of the workbook', async () => {
    const { xml, sheet, strings } = await written(chart);
    const rows = all(xml, 'c:lvl').map((level) => all(level, 'c:v').map((node) => node.text));
    expect(rows).toEqual([
      [...quarters, ...quarters],
      ['2021年', '2022年'],
    ]);
    expect(first(first(xml, 'c:multiLvlStrRef') as XmlNode, 'c:f')?.text).toBe('Sheet1!$A$2:$B$9');
    const held = strings + sheet;
    for (const name of ['2021年', '四季度', '增加值']) expect(held).toContain(name);
    expect(held).not.toContain('2021年一季度');
    expect(sheet).toMatch(/<c r="C9"[^>]*><v>8<\/v>/);
  });

  it('are one name where a year has but one', async () => {
    const ends = ['2020年末', '2021年末', '2022年末'];
    const three = [series('增加值', 'primary', [1, 2, 3])];
    const { xml } = await written({ ...chart, categories: ends, series: three } as Chart);
    expect(first(xml, 'c:multiLvlStrRef')).toBeUndefined();
    expect(all(first(xml, 'c:cat') as XmlNode, 'c:v').map((node) => node.text)).toEqual(ends);
  });
});

it('stacked columns of twelve months stand closer, so that they hold their values', async () => {
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
  const values = months.map((_, i) => 50.5 + i);
  const year: Chart = {
    ...common,
    kind: 'column',
    stacked: true,
    categories: months,
    series: [series('甲', 'primary', values), series('乙', 'secondary', values)],
  };
  const gap = async (chart: Chart) => number(first((await written(chart)).xml, 'c:gapWidth'));
  const few = { ...year, categories: months.slice(0, 3), series: [series('甲', 'primary', [1, 2, 3])] };
  expect(await gap(year)).toBeLessThan(40);
  expect(await gap(few)).toBe(80);
});

describe('axes', () => {
  it('of bars begin at zero, however near their values lie', async () => {
    const { xml } = await written({
      ...common,
      kind: 'column',
      stacked: false,
      valueAxis: { title: '', min: null, max: null },
      series: [series('甲', 'primary', [96, 97, 98])],
    });
    expect(number(first(xml, 'c:min'))).toBe(0);
  });

  it('name as many years as have room', async () => {
    const years = Array.from({ length: 40 }, (_, i) => String(1983 + i));
    const { xml } = await written({
      ...common,
      kind: 'column',
      stacked: false,
      categories: years,
      series: [
        series(
          '甲',
          'primary',
          years.map((_, i) => i + 1),
        ),
      ],
    });
    expect(number(first(xml, 'c:tickLblSkip'))).toBeGreaterThan(1);
    expect(number(first(chartXml('column'), 'c:tickLblSkip'))).toBe(1);
  });
});

it.runIf(hasValidator)('all of them are valid Open XML', async () => {
  expect(shown.length).toBeGreaterThan(5);
  expect(await validate(await wordOf(shown))).toEqual([]);
});
