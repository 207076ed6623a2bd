/** Where the plot of a native chart lies: room for legends where there are any, and for the names of lying bars. */
import { expect, it } from 'vitest';
import type { Chart } from '../../src/model/document/chart.ts';
import { plotArea } from '../../src/render/docx/charts/plot-area.ts';
import { MM_PER_POINT } from '../../src/render/layout/units.ts';

const SIZE = 10;
const EM = SIZE * MM_PER_POINT;
const [WIDTH, HEIGHT] = [150, 80];

const chart = (kind: 'column' | 'bullet' | 'scatter', series: number, categories: string[]): Chart =>
  ({
    kind,
    categories,
    series: Array.from({ length: series }, (_, i) => ({ name: `系列${i}`, tone: 'primary', points: [] })),
    valueAxis: { title: '', min: null, max: null },
    heightMm: HEIGHT,
  }) as unknown as Chart;

/** mm from the left and from above. */
const corner = (one: Chart): [number, number] => {
  const xml = plotArea(one, WIDTH, SIZE);
  const [x, y] = ['x', 'y'].map((name) => Number(new RegExp(`<c:${name} val="([^"]+)"`).exec(xml)?.[1]));
  return [(x ?? 0) * WIDTH, (y ?? 0) * HEIGHT];
};

it('leaves a line for the legend of several series, and none for one or for points that are named', () => {
  const above = (one: Chart): number => corner(one)[1];
  expect(above(chart('column', 2, ['甲']))).toBeCloseTo(2.6 * EM, 1);
  expect(above(chart('column', 1, ['甲']))).toBeCloseTo(EM, 1);
  expect(above(chart('scatter', 2, ['甲']))).toBeCloseTo(EM, 1);
});

it('leaves a second line when the first is full', () => {
  // An entry takes 2.55 em and its sign 3: six of them fit into 85% of the width.
  expect(corner(chart('column', 6, ['甲']))[1]).toBeCloseTo(2.6 * EM, 1);
  expect(corner(chart('column', 7, ['甲']))[1]).toBeCloseTo(4.2 * EM, 1);
});

it('leaves room for the names of lying bars, up to a third of the width', () => {
  const left = (name: string): number => corner(chart('bullet', 1, [name]))[0];
  expect(left('数字')).toBeCloseTo(4 * EM, 1);
  expect(left('字'.repeat(40))).toBeCloseTo(48 + 2 * EM, 1);
});
