import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart, ChartSeries, Tone } from '../../src/model/chart.ts';
import { type Document, PLAIN_SECTION } from '../../src/model/document.ts';
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
