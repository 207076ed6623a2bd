/** How a project, and the investment of several, read in tables and sentences. */
import { formatAmount, formatSigned } from '../../base/chinese/format.ts';
import { againstPace, completion, direction } from '../../base/chinese/wording.ts';
import { groupBy } from '../../base/group.ts';
import type { Figure } from '../../model/document/figure.ts';
import {
  type CityProjects,
  hasReported,
  type ProjectGroup,
  type ProjectLedger,
  type ProjectRecord,
  type ProjectSummary,
} from '../../model/ledger/project-ledger.ts';
import { type Month, monthOf, quarterOf } from '../../model/period.ts';
import { figureInline, type Rich, rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { join, phrase } from './sentences.ts';

/** The number alone, for a column whose unit stands over the table. */
export const bare = (figure: Figure | null): Rich | null =>
  figure && { rich: [figureInline({ ...figure, unit: '' })] };

/** +1.2, −3.4, 0.0 under a heading in 百分点. */
export function signed(figure: Figure | null): Rich | null {
  return figure && { rich: [figureInline(figure, formatSigned(figure))] };
}

/** “完成年度计划的71.0%，慢于序时进度4.0个百分点”; at the year's end the rate says it all. */
export function paceSentence({ rate, gap, expected }: ProjectSummary): Rich {
  if (!rate) return rich('没有年度计划投资');
  const done = phrase(completion(rate, '年度计划'), rate);
  return gap && expected.value < 100 ? join([done, phrase(againstPace(gap), gap)], '，') : done;
}

/**
 * “完成投资91.6亿元”, or “核减投资1.2亿元” where more was struck off than done. None is what was reported as nought, not what
 * rounds to it.
 */
export function investedPhrase(figure: Figure | null): Rich {
  if (!figure) return rich('没有报送完成投资');
  if (figure.value === 0) return rich('没有完成投资');
  const amount = { ...figure, value: Math.abs(figure.value) };
  const before = figure.value > 0 ? '完成投资' : '核减投资';
  return phrase({ before, number: formatAmount(amount) }, figure);
}

/**
 * “新开工3个、竣工2个”; what is not there is said, or left out beside what is.
 * @param between the mark between the two
 */
export function startsPhrase(started: Figure, completed: Figure, between: '、' | '，'): Rich {
  const finished = rich('竣工', completed);
  if (started.value > 0) return rich('新开工', started, ...(completed.value > 0 ? [between, finished] : []));
  return completed.value > 0 ? rich(finished, '、没有新开工项目') : rich('没有新开工和竣工项目');
}

export const kindOf = ({ project }: ProjectRecord): string => project.kind;

/** 2022-07 → 2022年7月 */
export function monthWords(id: string): string {
  const [year, month] = id.split('-').map(Number);
  return `${year}年${month}月`;
}

/** Projects in the customary order of their places. */
export function byCity(records: readonly ProjectRecord[], { cities }: ProjectGroup): ProjectRecord[] {
  const groups = groupBy(records, ({ project }) => project.city);
  return cities.flatMap(({ city }) => groups.get(city) ?? []);
}

/**
 * “南昌市2个，萍乡市、九江市各1个”, most first, those with as many in the customary order. Beyond `most` places (and one) those with as many are not torn apart:
 * “抚州市3个，宜春市2个，其余5个地方各1个”.
 */
export function placesText(
  list: readonly ProjectRecord[],
  most: number,
  what: string,
  { all }: ProjectLedger,
): Rich {
  // Of one project there is nothing to count.
  const [only] = list;
  if (only && list.length === 1) return rich(only.project.city);
  const places = [...groupBy(byCity(list, all), ({ project }) => project.city)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const each = (names: string, several: boolean, n: number): Rich =>
    rich(`${names}${several ? '各' : ''}`, count(n, `${names}每地的${what}`, '个'));
  const shown: Rich[] = [];
  let named = 0;
  for (const [n, those] of groupBy(places, ([, own]) => own.length)) {
    if (named + those.length > most + 1) break;
    shown.push(each(those.map(([city]) => city).join('、'), those.length > 1, n));
    named += those.length;
  }
  const rest = places.slice(named);
  const [next] = rest;
  // A single place more is named, too.
  if (next && rest.length === 1) shown.push(each(next[0], false, next[1].length));
  if (!next || rest.length === 1) return join(shown, '，');
  const others = rich(named > 0 ? '其余' : '', count(rest.length, `其余有${what}的地方`, '个'), '地方');
  const sum = rest.reduce((n, [, own]) => n + own.length, 0);
  const alike = rest.every(([, own]) => own.length === next[1].length);
  const amount = alike ? each('', true, next[1].length) : rich('共', count(sum, `其余各地的${what}`, '个'));
  return join([...shown, rich(others, amount)], '，');
}

/** Cities whose investment is behind the pace, or at the year's end behind its plan; the furthest first. */
export function behindPace(cities: readonly CityProjects[]): CityProjects[] {
  const gapOf = ({ summary: { gap } }: CityProjects): number => gap?.value ?? 0;
  return cities
    .filter(({ summary: { gap } }) => gap && direction(gap) < 0)
    .sort((a, b) => gapOf(a) - gapOf(b));
}

/** Whether any city reported in the month, or in any month of its quarter. */
export function anyReported(
  { month, returns, projects }: ProjectLedger,
  since: 'month' | 'quarter',
): boolean {
  if (returns.some(({ receivedAt }) => receivedAt !== null)) return true;
  const earlier = since === 'month' ? [] : monthsOfQuarter(month).slice(0, -1);
  return earlier.some((one) => projects.some(({ months }) => months[one.month - 1]?.entry));
}

const monthsOfQuarter = (month: Month): Month[] =>
  Array.from({ length: month.month }, (_, i) => monthOf(month.year, i + 1)).filter(
    (one) => quarterOf(one).id === quarterOf(month).id,
  );

/** Cities that did not report this month, and whose last report is counted still. */
export function silentNow(projects: ProjectLedger): string[] {
  const never = neverReported(projects);
  return projects.returns
    .filter(({ receivedAt, city }) => receivedAt === null && !never.includes(city))
    .map(({ city }) => city);
}

/** Cities of which nothing was reported in the year: there is no last report to count. */
export const neverReported = ({ all, projects }: ProjectLedger): string[] =>
  all.cities.map(({ city }) => city).filter((city) => !hasReported(projects, city));
