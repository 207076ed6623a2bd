/** What `docx/charts` can't say of a chart: patterned fills for black-and-white copies, hollow bars, Chinese fonts. */
import type { Chart, Tone } from '../../../model/document/chart.ts';
import type { Pattern, Theme } from '../../../model/document/theme.ts';
import { edgeToEdge } from '../charts/ends.ts';
import { labelSkip, plotArea } from '../charts/plot-area.ts';
import { hex } from '../parts/units.ts';
import { placeLabels } from '../placed-labels.ts';
import type { WrittenChart } from '../scope.ts';
import { clean } from '../text/text.ts';

const PRESETS: Record<Exclude<Pattern, 'solid' | 'none'>, string> = {
  diagonal: 'wdUpDiag',
  backDiagonal: 'wdDnDiag',
  cross: 'openDmnd',
  dots: 'pct25',
  horizontal: 'narHorz',
  vertical: 'narVert',
};

const EVERY_LABEL = /<c:lblOffset val="\d+"\/>(?!<c:tickLblSkip)/;

/** Names of the categories stand at zero, in the middle of lines and on bars, where some values lie below it. */
const CATEGORY_NAMES = /(<c:catAx>(?:(?!<\/c:catAx>).)*?<c:tickLblPos val=")nextTo/s;
const below = (chart: Chart): boolean =>
  // Falls of a waterfall do not end below it.
  chart.kind !== 'waterfall' &&
  chart.series.some(({ points }) => points.some(({ value }) => (value ?? 0) < 0));

/** Lines begin at the axis; its numbers keep off their first marks by the length of ticks, which are not seen. */
const fromTheEdge = (axis: string): string =>
  axis
    .replace('<c:crossBetween val="between"/>', '<c:crossBetween val="midCat"/>')
    .replace('<c:majorTickMark val="none"/>', '<c:majorTickMark val="out"/>');

/** Beside the axis would be among the labels. */
const inTheCorner = (title: string): string =>
  title.replaceAll('rot="-5400000"', 'rot="0"').replace('</c:tx>', `$&${CORNER}`);
const CORNER =
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.01"/><c:y val="0.01"/></c:manualLayout></c:layout>';

/** XML of a chart part → the same with the theme's fonts and fills. */
export function finishChart(xml: string, written: WrittenChart, theme: Theme): string {
  const { chart, widthMm, frames, bare, hidden, labels } = written;
  const font = theme.officeFonts[theme.text.chart.font];
  const chinese = placeLabels(xml, labels)
    .replaceAll('typeface="+mn-ea"', `typeface="${font}"`)
    .replaceAll('lang="en-US"', 'lang="zh-CN"')
    .replace('<c:lang val="en-US"/>', '<c:lang val="zh-CN"/>')
    .replace('<c:plotArea><c:layout/>', (whole) =>
      chart.kind === 'radar' ? whole : `<c:plotArea>${plotArea(chart, widthMm, theme.text.chart.size)}`,
    )
    .replace(EVERY_LABEL, `$&<c:tickLblSkip val="${labelSkip(chart, widthMm, theme.text.chart.size)}"/>`)
    .replace(/<c:valAx>.*<\/c:valAx>/s, (axis) => (edgeToEdge(chart) ? fromTheEdge(axis) : axis))
    .replace(/<c:title>.*?<\/c:title>/s, (title) => (chart.kind === 'slope' ? inTheCorner(title) : title))
    .replace(CATEGORY_NAMES, below(chart) ? '$1low' : '$&');
  if (UNTONED.includes(chart.kind)) return chinese;
  const own = chart.series.map(({ name, tone }): [string, Tone] => [clean(name), tone]);
  const tones = new Map(
    [...own, ...Object.entries(written.tones)].map(([name, tone]) => [name, theme.tones[tone]]),
  );
  let hollow = 0;
  return chinese.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    const name = decoded(/<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(series)?.[1] ?? '');
    const tone = tones.get(name);
    if (hidden.includes(name)) return look(series, '<a:noFill/>', '<a:ln><a:noFill/></a:ln>');
    if (bare.includes(name)) return lineless(series);
    if (chart.kind === 'dot') return series;
    // The second hollow series is dashed, so that it is not taken for the first.
    if (frames.includes(name))
      return look(series, '<a:noFill/>', edge(theme, 12700, hollow++ > 0 ? 'sysDash' : 'solid'));
    return tone && tone.pattern !== 'solid' ? look(series, fill(tone), edge(theme, 6350, 'solid')) : series;
  });
}

/** Charts of lines and points, which have no areas to be filled. */
const UNTONED: readonly Chart['kind'][] = ['line', 'slope', 'scatter', 'radar'];

/** Only the marks of a line: the first line of a series is its own, those of marks and labels stand further on. */
const lineless = (series: string): string =>
  series.replace(/<c:spPr>.*?<\/c:spPr>/s, '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>');

/** Fill and edge of a series; those of its points and labels stand further on. */
const look = (series: string, fill: string, edge: string): string =>
  series.replace(
    /<c:spPr><a:solidFill>.*?<\/a:solidFill><a:ln><a:noFill\/><\/a:ln>/s,
    `<c:spPr>${fill}${edge}`,
  );

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

function fill({ colour, pattern }: { colour: string; pattern: Pattern }): string {
  if (pattern === 'solid' || pattern === 'none') return solid(hex(colour));
  const colours = `<a:fgClr><a:srgbClr val="${hex(colour)}"/></a:fgClr><a:bgClr><a:srgbClr val="${tint(colour)}"/></a:bgClr>`;
  return `<a:pattFill prst="${PRESETS[pattern]}">${colours}</a:pattFill>`;
}

/** The ground of a pattern: seven parts white to three of the colour. */
const tint = (colour: string): string =>
  [1, 3, 5]
    .map((at) => Math.round(0.3 * Number.parseInt(colour.slice(at, at + 2), 16) + 0.7 * 255))
    .map((part) => part.toString(16).toUpperCase().padStart(2, '0'))
    .join('');

/** Width in EMU, 12700 to the point. */
const edge = (theme: Theme, width: number, dash: 'solid' | 'sysDash'): string =>
  `<a:ln w="${width}">${solid(hex(theme.colours.ink))}<a:prstDash val="${dash}"/></a:ln>`;

const decoded = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );
