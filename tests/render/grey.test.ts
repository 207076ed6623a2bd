/** What colours say is still said in black and white: computed from the house styles, and measured on pages in grey. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inkOn, lightness, luminance } from '../../src/base/colour.ts';
import { coloursAlike } from '../../src/base/messages/styles.ts';
import { readTheme } from '../../src/intake/templates.ts';
import { RAMP, SERIES_TONES, type Tone } from '../../src/model/document/chart.ts';
import type { Document } from '../../src/model/document/document.ts';
import { alikeInGrey, LEAST_DISTANCE } from '../../src/model/document/grey.ts';
import type { Theme } from '../../src/model/document/theme.ts';
import { STATUS_FACES, STATUSES } from '../../src/model/status.ts';
import { renderChart } from '../../src/render/charts/svg.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { renderPdf } from '../../src/render/pdf/render.ts';
import { testBrowser } from '../support/browser.ts';
import { chartSamples } from '../support/chart-samples.ts';
import { folderEffects, REPOSITORY, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, gridDocument, sectionOf } from '../support/forms-documents.ts';
import { greys, hasPoppler } from '../support/poppler.ts';
import { officialTheme } from '../support/theme.ts';

const STYLES = ['official', 'book'];
const PRINTERS = [undefined, 'office'] as const;
const fileOf = (style: string): string => `templates/styles/${style}.yaml`;
const textOf = (style: string): string => readFileSync(resolve(REPOSITORY, fileOf(style)), 'utf8');
const styled = async (style: string): Promise<Theme> =>
  (await readTheme(folderEffects(), style)).value as Theme;
/** The theme with one tone changed. */
const withTone = (theme: Theme, tone: Tone, colour: string): Theme => ({
  ...theme,
  tones: { ...theme.tones, [tone]: { ...theme.tones[tone], colour } },
});

describe.each(STYLES)('the house style %s in grey', (style) => {
  it('is read without complaint', async () => {
    expect((await readTheme(folderEffects(), style)).diagnostics).toEqual([]);
  });

  it('has eight steps for the statuses, the empty one like paper, the gravest the darkest', async () => {
    const { tones } = await styled(style);
    const steps = STATUSES.map((status) => lightness(tones[status].colour)).sort((a, b) => a - b);
    for (const [i, step] of steps.slice(1).entries())
      expect(step - (steps[i] ?? 0)).toBeGreaterThanOrEqual(LEAST_DISTANCE);
    expect(steps.at(-1)).toBeCloseTo(100, 5);
    const byLight = (light: string): number[] =>
      STATUSES.filter((status) => STATUS_FACES[status].light === light).map((status) =>
        lightness(tones[status].colour),
      );
    expect(Math.max(...byLight('red'))).toBeLessThan(Math.min(...byLight('yellow')));
    expect(Math.max(...byLight('yellow'))).toBeLessThan(Math.min(...byLight('green')));
  });

  it('means red, yellow and green in colour', async () => {
    const { tones } = await styled(style);
    const lights = { red: [340, 20], yellow: [30, 65], green: [75, 175] } as const;
    for (const status of STATUSES) {
      const { light } = STATUS_FACES[status];
      if (light === 'none') continue;
      const [from, to] = lights[light];
      const hue = hueOf(tones[status].colour);
      expect(from > to ? hue >= from || hue <= to : hue >= from && hue <= to, status).toBe(true);
    }
  });

  it('writes on every status so that it can be read', async () => {
    const { tones } = await styled(style);
    for (const status of STATUSES) {
      const ground = tones[status].colour;
      const [dark = 0, light = 0] = [luminance(ground), luminance(inkOn(ground))].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05), status).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('a style whose colours die in a black-and-white printer', () => {
  const changed = async (from: string, to: string) => {
    const text = textOf('official');
    expect(text.split(from)).toHaveLength(2);
    const overlay = { [fileOf('official')]: text.replace(from, to) };
    const { diagnostics } = await readTheme(folderEffects(REPOSITORY, overlay));
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    return { diagnostics, line };
  };

  it('is told the file, the line and the two colours', async () => {
    // A brown beside the red: told apart in colour, the same in grey.
    const { diagnostics, line } = await changed(
      "toVerify: { colour: '#7F7F7F'",
      "toVerify: { colour: '#A84838'",
    );
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['coloursAlike', 'error']]);
    const [first] = diagnostics;
    expect(first?.at).toMatchObject({ file: fileOf('official'), line });
    const shown = [
      { name: '未启动', colour: '#AF261D' },
      { name: '待核实', colour: '#A84838' },
    ];
    const distance = lightness('#A84838') - lightness('#AF261D');
    expect(first?.message).toBe(
      coloursAlike({ file: '' }, 'status', shown, distance, LEAST_DISTANCE).message,
    );
    expect(first?.message).toMatch(/“未启动”#AF261D和“待核实”#A84838.+相差\d\.\d，至少应差8/);
  });

  it('finds statuses like paper, series of one hatching, and shades that do not grow darker', () => {
    const found = (tone: Tone, colour: string) =>
      alikeInGrey(withTone(officialTheme, tone, colour)).map(({ kind, tones }) => [kind, ...tones]);
    expect(found('done', '#F4FAF0')).toEqual([
      ['status', 'done', 'notReported'],
      ['paper', 'done'],
    ]);
    expect(found('muted', '#A6A6A6')).toEqual([['series', 'secondary', 'muted']]);
    // Hatched: as light as it likes.
    expect(found('tertiary', '#4F86B5')).toEqual([]);
    expect(found('shade4', '#C0C0C0')).toEqual([['shade', 'shade3', 'shade4']]);
    expect(alikeInGrey(officialTheme)).toEqual([]);
  });
});

describe('charts in grey', () => {
  it('draw six lines that differ in dash, and each mark by shape or filling', async () => {
    const svg = await renderChart(
      {
        kind: 'line',
        categories: ['一季度', '二季度'],
        series: SERIES_TONES.map((tone, i) => ({
          name: `系列${i}`,
          tone,
          points: [i, i + 1].map((value) => ({ value, label: '', figure: null })),
        })),
        valueAxis: { title: '', min: 0, max: null },
        heightMm: 60,
      },
      officialTheme,
      156,
      testFonts(),
    );
    const data = [...svg.matchAll(/<(?:line|path)[^>]*stroke-width="1\.4"[^>]*>/g)].map(([tag]) => tag);
    const dashes = data.map((tag) => /stroke-dasharray="([^"]+)"/.exec(tag)?.[1] ?? 'solid');
    expect(new Set(dashes).size).toBe(SERIES_TONES.length);
  });
});

describe.skipIf(!hasPoppler)('a page printed in grey', () => {
  let browser: PrintBrowser;

  beforeAll(async () => {
    browser = (await testBrowser()).value as PrintBrowser;
  });
  afterAll(() => browser?.close());

  /** Lightness of what is painted on more than a few square millimetres of the first page, from the darkest. */
  const stepsOf = async (document: Document): Promise<number[]> => {
    const fonts = testFonts();
    const charts = new Map<string, string>();
    for (const block of document.sections.flatMap(({ blocks }) => blocks))
      if (block.kind === 'chart')
        charts.set(block.id, await renderChart(block.chart, officialTheme, 156, fonts));
    const pdf = await renderPdf(document, {
      theme: officialTheme,
      fonts,
      charts,
      effects: testEffects(),
      browser: async () => ({ value: browser, diagnostics: [] }),
    });
    return greys(pdf.value?.bytes ?? new Uint8Array(), 1).flatMap((pixels, level) =>
      // What is painted less is edges of letters.
      pixels >= LEAST_PIXELS
        ? [lightness(`#${level.toString(16).padStart(2, '0').toUpperCase().repeat(3)}`)]
        : [],
    );
  };
  /** Levels are whole numbers of 255; another program's conversion need not be by luminance and takes more. */
  const least = (printer: 'office' | undefined): number => (printer ? LEAST_DISTANCE - 0.5 : 6);

  it.each(PRINTERS)('shows every status by its own step (printer: %s)', async (printer) => {
    const steps = await stepsOf({ ...gridDocument('whole'), ...(printer && { printer }) });
    // Ink, and the eight fills; 未报送 is paper.
    expect(steps).toHaveLength(STATUSES.length + 1);
    for (const [i, step] of steps.slice(1).entries())
      expect(step - (steps[i] ?? 0)).toBeGreaterThanOrEqual(least(printer));
  });

  it.each(PRINTERS)('shows every shade of a heat table by its own step (printer: %s)', async (printer) => {
    const heat = chartSamples.filter(({ chart }) => chart.kind === 'heat').slice(0, 1);
    const steps = await stepsOf({
      ...documentOf('report', [sectionOf('report', heat)], ''),
      ...(printer && { printer }),
    });
    expect(steps.length).toBeGreaterThanOrEqual(RAMP.length);
    for (const tone of RAMP) {
      const wanted = lightness(officialTheme.tones[tone].colour);
      const [nearest = 0] = [...steps].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
      expect(Math.abs(nearest - wanted), tone).toBeLessThan(3);
    }
  });
});

/** At 150 dots an inch: 30 mm². */
const LEAST_PIXELS = 1000;

/** Degrees of HSL. */
function hueOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [most, range] = [Math.max(r, g, b), Math.max(r, g, b) - Math.min(r, g, b)];
  const sector = most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range;
  return (sector * 60 + 360) % 360;
}

describe('shades', () => {
  it('are five, from paper to ink', () => {
    expect(RAMP.map((tone) => Math.round(lightness(officialTheme.tones[tone].colour)))).toEqual([
      100, 83, 67, 54, 32,
    ]);
  });
});
