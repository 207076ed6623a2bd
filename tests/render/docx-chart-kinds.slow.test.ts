/** The same charts in Word: native where Word has the kind, tables and shapes where not; all of it editable. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart, ChartSeries } from '../../src/model/document/chart.ts';
import { type ChartBlock, type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { chartSamples } from '../support/chart-samples.ts';
import { all, documentXml, first, parseXml, part, partNames, type XmlNode } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

const TABLES: readonly Chart['kind'][] = ['heat'];
const SHAPES: readonly Chart['kind'][] = ['treemap', 'flow', 'tileMap'];
const isNative = ({ chart }: ChartBlock): boolean =>
  ![...TABLES, ...SHAPES, 'multiples'].includes(chart.kind);
const document: Document = {
  ...sampleDocument,
  sections: [{ ...PLAIN_SECTION, blocks: chartSamples }],
};
const write = async (): Promise<Uint8Array> => {
  const { value, diagnostics } = await renderDocx(document, {
    theme,
    fonts: testFonts(),
    effects: testEffects(),
  });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  if (!value) throw new Error('nothing written');
  return value.bytes;
};
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await write();
});

/** Parts are numbered in the order in which charts are written; a panel is a chart of its own. */
function chartXml(kind: Chart['kind']): XmlNode {
  let n = 0;
  for (const block of chartSamples) {
    if (isNative(block)) n++;
    if (block.chart.kind === kind) return parseXml(part(bytes, `word/charts/chart${n}.xml`));
    if (block.chart.kind === 'multiples') n += block.chart.series.length;
  }
  throw new Error(kind);
}
const numbers = (node: XmlNode | undefined): string[] => (node ? all(node, 'c:v').map((v) => v.text) : []);
const valuesOf = (series: ChartSeries): string[] =>
  series.points.flatMap(({ value }) => (value === null ? [] : [String(value)]));

describe('charts in Word', () => {
  it('are valid Open XML and the same bytes each time', async () => {
    if (hasValidator) expect(await validate(bytes)).toEqual([]);
    expect(Buffer.compare(Buffer.from(await write()), Buffer.from(bytes))).toBe(0);
  });

  it('carry a workbook each, with their numbers in it', () => {
    const natives = chartSamples.filter(isNative).length;
    const panels = chartSamples.flatMap(({ chart }) =>
      chart.kind === 'multiples' ? chart.series : [],
    ).length;
    const books = partNames(bytes).filter((name) => name.endsWith('.xlsx'));
    expect(books).toHaveLength(natives + panels);
    const first = unzipSync(
      unzipSync(bytes)['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array(),
    );
    const sheet = strFromU8(first['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    for (const value of ['6820', '11200', '29.9', '34.9']) expect(sheet).toContain(`<v>${value}</v>`);
  });

  it.each([
    ['combo', ['c:barChart', 'c:lineChart']],
    ['dot', ['c:lineChart']],
    ['slope', ['c:lineChart']],
    ['waterfall', ['c:barChart']],
    ['scatter', ['c:bubbleChart']],
    ['radar', ['c:radarChart']],
  ] as const)('%s is drawn by Word itself', (kind, elements) => {
    const xml = chartXml(kind);
    for (const element of elements) expect(first(xml, element), element).toBeDefined();
  });

  it('combine two axes, every value kept', () => {
    const combo = chartSamples[0]?.chart as Extract<Chart, { kind: 'combo' }>;
    const xml = chartXml('combo');
    expect(all(xml, 'c:valAx')).toHaveLength(2);
    const kept = all(xml, 'c:ser').map((ser) => numbers(first(ser, 'c:val')));
    expect(kept).toEqual([...combo.series, ...combo.lines].map(valuesOf));
  });

  it('stand a waterfall on a piece that is not seen', () => {
    const [base, ...rest] = all(chartXml('waterfall'), 'c:ser');
    expect(first(base as XmlNode, 'c:spPr')?.children[0]?.name).toBe('a:noFill');
    expect(numbers(first(base as XmlNode, 'c:val'))).toEqual(['6820', '7610', '8420', '9960']);
    expect(rest.map((ser) => numbers(first(ser, 'c:val')))).toEqual([
      ['6820', '11200'],
      ['790', '810', '1540', '1240'],
      [],
    ]);
  });

  it('draw dots without a line', () => {
    const [dots] = all(chartXml('dot'), 'c:ser');
    const line = first(first(dots as XmlNode, 'c:spPr') as XmlNode, 'a:ln');
    expect(line?.children[0]?.name).toBe('a:noFill');
  });

  it('make heat tables real tables, and maps, flows and treemaps shapes with their words as text', () => {
    const xml = documentXml(bytes);
    const heat = all(xml, 'w:tbl').find((table) => all(table, 'w:shd').length > 20);
    const shades = new Set(all(heat as XmlNode, 'w:shd').map((shade) => shade.attributes['w:fill']));
    expect(shades.size).toBeGreaterThanOrEqual(4);
    const groups = all(xml, 'wpg:wgp');
    expect(groups).toHaveLength(SHAPES.length);
    const said = groups.map((group) =>
      all(group, 'w:t')
        .map((node) => node.text)
        .join(' '),
    );
    for (const name of ['赣州', '数字产品制造业 5890', '景德镇 32.1'])
      expect(
        said.some((text) => text.includes(name)),
        name,
      ).toBe(true);
  });

  it('tell of each panel what it shows, and nothing of the others', () => {
    const told = all(documentXml(bytes), 'wp:docPr').map((node) => node.attributes['descr'] ?? '');
    const chart = chartSamples.find((block) => block.chart.kind === 'multiples')?.chart as Chart;
    for (const { name } of chart.series) {
      const own = told.filter((one) => one.startsWith(name));
      expect(own, name).toHaveLength(1);
      for (const year of chart.categories) expect(own[0]).toContain(`${year}：`);
      for (const other of chart.series) if (other.name !== name) expect(own[0]).not.toContain(other.name);
    }
  });

  it('spread the names on both sides of a slope, in the order of its lines', () => {
    const xml = chartXml('slope');
    const chart = chartSamples.find((block) => block.chart.kind === 'slope')?.chart as Chart;
    const { series, heightMm } = chart;
    const axis = first(xml, 'c:valAx') as XmlNode;
    const at = (node: XmlNode, name: string): number => Number(first(node, name)?.attributes['val']);
    const plotMm = at(first(xml, 'c:plotArea') as XmlNode, 'c:h') * heightMm;
    const labels = all(xml, 'c:ser').map((ser) => all(ser, 'c:dLbl'));
    for (const side of [0, 1]) {
      const places = series
        .map(({ points }, s) => {
          const value = points[side]?.value ?? 0;
          const label = labels[s]?.[side] as XmlNode;
          const share = (at(axis, 'c:max') - value) / (at(axis, 'c:max') - at(axis, 'c:min'));
          return { value, mm: share * plotMm + at(first(label, 'c:layout') as XmlNode, 'c:y') * heightMm };
        })
        .sort((a, b) => a.mm - b.mm);
      for (const [i, { value, mm }] of places.entries()) {
        const above = places[i - 1];
        if (!above) continue;
        expect(above.value).toBeGreaterThanOrEqual(value);
        expect(mm - above.mm).toBeGreaterThan(theme.text.chart.size * (25.4 / 72));
      }
    }
  });

  it('leave what does not occur out of the legend of a waterfall', () => {
    const entries = all(chartXml('waterfall'), 'c:legendEntry').map((entry) =>
      Number(first(entry, 'c:idx')?.attributes['val']),
    );
    const names = all(chartXml('waterfall'), 'c:ser').map(
      (ser) => first(first(ser, 'c:tx') as XmlNode, 'c:v')?.text,
    );
    expect(entries.map((entry) => names[entry])).toEqual(['（起点）', '减少']);
  });

  it('tell all of it to those who do not see it', () => {
    const told = all(documentXml(bytes), 'wp:docPr').map((node) => node.attributes['descr'] ?? '');
    for (const { alt, chart } of chartSamples)
      if (![...TABLES, 'multiples'].includes(chart.kind)) expect(told).toContain(alt);
    const ids = all(documentXml(bytes), 'wp:docPr').map((node) => node.attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
