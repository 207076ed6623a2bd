/** What diaodu status prints of a year: a line for each period, then what is to be done, by command. */
import { formatDate, formatDayIn } from '../base/chinese/date.ts';
import type { NextStep } from '../flows/status/next-steps.ts';
import type { PapersState } from '../flows/status/papers-state.ts';
import type { Received } from '../flows/status/year-returns.ts';
import type { PeriodProgress, YearStatus } from '../flows/status/year-status.ts';
import { type Month, parseMonth, parseYear, previousMonth } from '../model/period.ts';
import { type ConsoleColumn, tableLines } from './table.ts';

/** @param others years that have a plan, too */
export function yearStatusLines(
  { year, place, periods, rollOver }: YearStatus,
  others: readonly string[],
): string[] {
  const shown = periods.filter(hasBegun);
  return [
    `${year}年各期办理情况`,
    '',
    ...tableLines(
      columns(place),
      shown.map((period) => row(period, year)),
    ),
    '',
    ...stepLines(periods, place, rollOver ? [`  没有结转到${year + 1}年：diaodu new ${year + 1}`] : []),
    ...others.map((other) => `另有${other}年：diaodu status ${other}`),
  ];
}

const columns = (place: string): ConsoleColumn[] => [
  { heading: '期次', align: 'left' },
  { heading: '报送期限', align: 'right' },
  { heading: '单位', align: 'right' },
  { heading: place === '' ? '地方' : place, align: 'right' },
  { heading: '待处理', align: 'right' },
  { heading: '文稿', align: 'left' },
  { heading: '印发留底', align: 'left' },
  { heading: '归档', align: 'left' },
];

const NONE = '—';

/** Months are many: those to come are not listed. */
const hasBegun = ({ period, places, papers, next }: PeriodProgress): boolean =>
  !period.includes('-') || next.length > 0 || papers.made !== 'none' || (places?.received ?? 0) > 0;

function row(progress: PeriodProgress, year: number): string[] {
  const { period, name, due, units, places, waiting, papers } = progress;
  const { issued, archived } = papers;
  const notes = issued
    ? [...(issued.no > 1 ? [`第${issued.no}次`] : []), ...(issued.same ? [] : ['后有变'])]
    : [];
  return [
    parseYear(period) ? `${name}（白皮书）` : name,
    due === '' ? NONE : formatDate(due),
    counted(units),
    counted(places),
    waiting === null ? NONE : String(waiting),
    madeWord(papers),
    issued ? `${formatDayIn(year, issued.on)}${notes.length > 0 ? `（${notes.join('，')}）` : ''}` : NONE,
    { none: NONE, older: '已归档（后有变）', current: '已归档' }[archived],
  ];
}

const counted = (one: Received | null): string => (one ? `${one.received}/${one.asked}` : NONE);

const madeWord = ({ made, outdated }: PapersState): string =>
  made === 'formal' && outdated
    ? '已生成（后有变）'
    : { none: NONE, draft: '征求意见稿', part: '只有一部分', formal: '已生成' }[made];

/** In the order of the work. */
const HEADINGS: readonly { step: NextStep['step']; why?: NextStep['why']; says: string }[] = [
  { step: 'forms', says: '填报表没有下发：diaodu forms <期>' },
  { step: 'remind', says: '过期未报：催报 diaodu remind <期>，收到后 diaodu collect <期> 收到的表/' },
  { step: 'collect', says: '未报：收到后 diaodu collect <期> 收到的表/' },
  { step: 'check', says: '有错误待处理：diaodu check <期>' },
  { step: 'build', why: 'none', says: '没有生成文稿：diaodu build <期>' },
  { step: 'build', why: 'draft', says: '只有征求意见稿：diaodu build <期>' },
  { step: 'build', why: 'part', says: '只生成了一部分文稿：diaodu build <期>' },
  { step: 'build', why: 'changed', says: '文稿生成以后，数据或模板又有变化：diaodu build <期>' },
  { step: 'issue', says: '文稿已生成，分发时留底：diaodu issue <期>' },
  { step: 'erratum', says: '分发以后文稿又有变化：diaodu erratum <期>，更正件发出后再 diaodu issue <期>' },
  { step: 'archive', why: null, says: '没有归档：diaodu archive <期>' },
  { step: 'archive', why: 'changed', says: '归档以后文稿又有变化：diaodu archive <期>' },
];

/** @param last what is to be done of no period */
function stepLines(periods: readonly PeriodProgress[], place: string, last: readonly string[]): string[] {
  const groups = HEADINGS.flatMap(({ step, why, says }) => {
    const due = periods.filter(({ next }) =>
      next.some((one) => one.step === step && (why === undefined || one.why === why)),
    );
    if (due.length === 0) return [];
    const lines = isChased(step)
      ? due.map((one) => `    ${one.period}：${missing(one, step, place)}`)
      : [`    ${runs(due.map(({ period }) => period)).join('、')}`];
    return [`  ${says}`, ...lines];
  });
  const steps = [...groups, ...last];
  return steps.length > 0 ? ['接下来：', ...steps] : ['各期都已办结。'];
}

/** Of periods in order: months first, three and more that follow each other as 2022-01至2022-08. */
export function runs(periods: readonly string[]): string[] {
  const months: Month[][] = [];
  for (const month of periods.flatMap((period) => parseMonth(period) ?? [])) {
    const run = months.at(-1);
    if (run && run.at(-1)?.id === previousMonth(month)?.id) run.push(month);
    else months.push([month]);
  }
  const told = months.flatMap((run) => {
    const ids = run.map(({ id }) => id);
    return ids.length > 2 ? [`${ids[0]}至${ids.at(-1)}`] : ids;
  });
  return [...told, ...periods.filter((period) => !parseMonth(period))];
}

const isChased = (step: NextStep['step']): step is 'remind' | 'collect' =>
  step === 'remind' || step === 'collect';

/** Letters go to units; who gets one is not named twice. */
function missing({ units, places, next }: PeriodProgress, step: 'remind' | 'collect', place: string): string {
  const letters = next.some((one) => one.step === 'remind');
  const kinds = step === 'remind' ? [units] : letters ? [places] : [units, places];
  return kinds.flatMap((one) => (one ? named(one, one === units ? '单位' : place) : [])).join('、');
}

/** Many who are all missing need no names. */
const named = ({ asked, received, missing: names }: Received, kind: string): string[] =>
  received === 0 && asked > FEW ? [`全部${asked}个${kind}`] : names;

const FEW = 3;
