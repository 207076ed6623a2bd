/** Messages on what a book of a year is made of and is not there. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const few = (names: readonly string[]): string => someOf(names, 8, '个');

export const bookWithoutReturns = (year: number): Diagnostic =>
  diagnostic(
    'bookWithoutReturns',
    'error',
    `${year}年四季度没有收到单位报表，书中无从说明全年任务和目标的完成情况。`,
    { file: `data/${year}/submissions/${year}Q4` },
    `用 diaodu forms ${year}Q4 下发填报表，收回后用 diaodu collect ${year}Q4 存入。`,
    '先看书稿的，加 --draft：各项任务、目标都列为未报送，每页标明“征求意见稿”。',
  );

/** Some units; what they owe is told in the book as 未报送. */
export const bookUnitsSilent = (year: number, units: readonly string[]): Diagnostic =>
  diagnostic(
    'bookUnitsSilent',
    'warning',
    `${year}年四季度有${units.length}个单位没有报送：${units.join('、')}。书中写明这些单位未报送，其任务和目标列为未报送。`,
    { file: `data/${year}/submissions/${year}Q4` },
    `能补报的，收表后用 diaodu collect ${year}Q4 存入，再生成。`,
  );

export const bookWithoutProjects = (year: number, files: readonly string[]): Diagnostic =>
  diagnostic(
    'bookWithoutProjects',
    'error',
    `没有${year}年的重点项目库，而白皮书的模板要印重点项目的数（${few(files)}）。`,
    { file: `data/${year}/projects/projects.csv` },
    `建立这个文件，列名照上年的 data/${year - 1}/projects/projects.csv；各月月报表用 diaodu collect ${year}-12 等存入。`,
    '不调度重点项目的，在模板中把这些文字放在 {{#if 项目}} 和 {{/if}} 之间，并从 document.yaml 的 parts 中删去重大项目一章；或者改用 templates/white-paper-basic（见 docs/writing.md“白皮书”）。',
  );

export const bookWithoutMonth = (year: number): Diagnostic =>
  diagnostic(
    'bookWithoutMonth',
    'error',
    `没有收到${year}年12月的重点项目月报表，书中无从说明年末的投资和开工、竣工。`,
    { file: `data/${year}/projects/returns/${year}-12` },
    `用 diaodu forms ${year}-12 下发，收回后用 diaodu collect ${year}-12 存入。`,
  );

export const bookWithoutCityReturns = (year: number): Diagnostic =>
  diagnostic(
    'bookWithoutCityReturns',
    'error',
    `没有收到${year}年四季度的各地报表，书中无从说明各地的得分和位次。`,
    { file: `data/${year}/cities/returns/${year}Q4` },
    `用 diaodu forms ${year}Q4 下发，收回后用 diaodu collect ${year}Q4 存入。`,
  );

export const bookCitiesSilent = (year: number, cities: readonly string[]): Diagnostic =>
  diagnostic(
    'bookCitiesSilent',
    'warning',
    `${year}年四季度没有报送的地方：${cities.join('、')}。书中写明未报送，不参加排名。`,
    { file: `data/${year}/cities/returns/${year}Q4` },
    `能补报的，收表后用 diaodu collect ${year}Q4 存入，再生成。`,
  );

export const bookWithoutCities = (year: number, files: readonly string[]): Diagnostic =>
  diagnostic(
    'bookWithoutCities',
    'error',
    `没有${year}年的各地名单和指标，而白皮书的模板要印各地的得分和位次（${few(files)}）。`,
    { file: `data/${year}/cities/cities.yaml` },
    `照上年的 data/${year - 1}/cities（头一年照程序目录中的 data/2022/cities）建立 cities.yaml、indicators.yaml，收各地的四季度报表。`,
    '不比较各地的，从 document.yaml 的 parts 中删去这几个文件。',
  );

/** `series`: ids that the templates ask for. */
export const bookWithoutStatistics = (year: number, series: readonly string[]): Diagnostic =>
  diagnostic(
    'bookWithoutStatistics',
    'error',
    `白皮书的模板引用了${year}年的数，而 data/statistics 中有${series.length}个系列没有这一年的：${few(series)}。`,
    { file: 'data/statistics' },
    '在 series、tables 中补登这些系列当年的数，注明来源；没有公布的，从模板中删去。写法见 docs/statistics.md。',
  );

/** A book whose templates ask for the statistics of another year than that which is built. */
export const bookOfOtherYear = (at: Origin, asked: number, year: number): Diagnostic =>
  diagnostic(
    'bookOfOtherYear',
    'error',
    `模板写的是${asked}年的数据，不能用来生成${year}年的书。`,
    at,
    `先把${year}年的统计数据补入 data/statistics，再把模板中的年份（如 @${asked}、“${asked}年”、years=${asked - 4}-${asked}）逐处改为新的年份，并改写当年的文字；旧年的书用旧的模板文件夹另存。`,
  );

/** Facts of earlier years that stand in the templates, under the title of a new year. */
export const bookYearsTyped = (
  newest: number,
  year: number,
  places: readonly { file: string; line: number }[],
): Diagnostic =>
  diagnostic(
    'bookYearsTyped',
    'warning',
    `白皮书的模板里写定了年份的文字和数，最近的是${newest}年的，共${places.length}处，原样印入${year}年的书。`,
    places[0],
    `逐处核对，改写或者删去：${places.map(({ file, line }) => `${file.replace(/^.*\//, '')}第${line}行`).join('、')}。`,
    '每年都适用的，写作“本年”“上年”“前4年”（{{数 "city-va@本年"}}、years="前4年-本年"）和 {{年.名称}}、{{年.上年}}，以后不必再改。',
  );

/** Statistics whose home is another place: their numbers would be printed as the region's own. */
export const bookOfOtherHome = (home: string, whole: string): Diagnostic =>
  diagnostic(
    'bookOfOtherHome',
    'error',
    `统计数据的本地区是“${home}”，而计划和名册是${whole}的，书中会把${home}的数印作${whole}的。`,
    { file: 'data/statistics/regions.yaml' },
    '把 home: true 写在本地区一行（没有的加一行，short 写本地区的统称），series、tables 换成本地区的数。',
    '没有统计数据的，删去 data/statistics，白皮书改用 templates/white-paper-basic（见 docs/writing.md“白皮书”）。',
  );

interface OtherWord {
  file: string;
  line: number;
  word: string;
}

/** `words`: places in templates, or in white-paper.yaml, that speak of another kind of region. */
export const bookOfOtherRegion = (whole: string, words: readonly OtherWord[]): Diagnostic =>
  diagnostic(
    'bookOfOtherRegion',
    'warning',
    `白皮书里有${words.length}处说的像是别的地区，而计划和名册是${whole}的：${words
      .slice(0, MOST_PLACES)
      .map(({ file, line, word }) => `${file} 第${line}行“${word}”`)
      .join('；')}${words.length > MOST_PLACES ? '；……' : ''}。`,
    { file: words[0]?.file ?? '' },
    `是照搬的样本，改为本地区的文字；模板中可以写 {{辖区.全域}}（${whole}）、{{辖区.名称}}。确是说上级或者别的地区的，不必改。`,
  );
const MOST_PLACES = 5;

export const askedElsewhere = (places: number): string => `模板中还有${places}处引用。`;
