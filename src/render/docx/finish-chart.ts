/** What `docx/charts` can't say of a chart: patterned fills for black-and-white copies, the space between bars layer by layer, Chinese fonts. */
import type { Chart } from '../../model/chart.ts';
import type { Pattern, Theme } from '../../model/theme.ts';
import type { WrittenChart } from './scope.ts';
import { hex } from './units.ts';

const PRESETS: Record<Exclude<Pattern, 'solid' | 'none'>, string> = {
  diagonal: 'wdUpDiag',
  backDiagonal: 'wdDnDiag',
  cross: 'openDmnd',
  dots: 'pct25',
  horizontal: 'narHorz',
  vertical: 'narVert',
};

/** XML of a chart part → the same with the theme's fonts, patterns and gaps. */
export function finishChart(xml: string, { chart, gapWidths }: WrittenChart, theme: Theme): string {
  let layer = 0;
  const spaced = xml
    .replaceAll('typeface="+mn-ea"', `typeface="${theme.officeFonts[theme.text.chart.font]}"`)
    .replaceAll('lang="en-US"', 'lang="zh-CN"')
    .replace(/<c:gapWidth val="\d+"\/>/g, (own) => {
      const width = gapWidths[layer++];
      return width === undefined ? own : `<c:gapWidth val="${width}"/>`;
    });
  return chart.kind === 'line' ? spaced : patterned(spaced, chart, theme);
}

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** Series are in the document's order; helper series that a chart adds have plain fills. */
function patterned(xml: string, chart: Chart, theme: Theme): string {
  const byName = new Map(chart.series.map((series) => [series.name, theme.tones[series.tone]]));
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    const name = /<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(series)?.[1] ?? '';
    const tone = byName.get(decoded(name));
    if (!tone) return series;
    const plain = `<c:spPr>${solid(hex(tone.colour))}`;
    return series.replace(plain, `<c:spPr>${fill(tone)}`).replace('<a:ln><a:noFill/></a:ln>', outline(theme));
  });
}

function fill({ colour, pattern }: { colour: string; pattern: Pattern }): string {
  if (pattern === 'solid' || pattern === 'none') return solid(hex(colour));
  const colours = `<a:fgClr><a:srgbClr val="${hex(colour)}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>`;
  return `<a:pattFill prst="${PRESETS[pattern]}">${colours}</a:pattFill>`;
}

/** White and light pieces need an edge. */
const outline = (theme: Theme): string => `<a:ln w="6350">${solid(hex(theme.colours.ink))}</a:ln>`;

const decoded = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );
