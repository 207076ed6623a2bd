/** diaodu status [期] */
import { formatDate, formatReceipt } from '../../base/chinese/date.ts';
import type { OutdatedLetter } from '../../flows/status/outdated-letters.ts';
import { monthStatus, status } from '../../flows/status/status.ts';
import { yearAtHand, yearStatus } from '../../flows/status/year-status.ts';
import { parseYear, type Year } from '../../model/period.ts';
import { missingWords } from '../../model/returns/missing.ts';
import { completeness, standingWords, timelinessWord } from '../../model/returns/return-standing.ts';
import type { ReturnState, ReturnStates } from '../../model/returns/return-state.ts';
import { clock } from '../clock.ts';
import { conclude } from '../conclude.ts';
import { diskTrouble } from '../disk-trouble.ts';
import { regionalStatusLines, sendAgainLines } from '../regional-status.ts';
import { type ConsoleColumn, tableLines } from '../table.ts';
import { buildWhenError, parseWhen, usageError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';
import { yearStatusLines } from '../year-status.ts';

interface Options {
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string | undefined, options: Options): Promise<number> {
  const year = written === undefined ? undefined : parseYear(written);
  if (written === undefined || year) return showYear(year, options);
  const when = parseWhen(written);
  if (!when) return usageError(buildWhenError(written));
  const out = options.out ?? `output/${(when.quarter ?? when.month).id}`;
  try {
    return await show(when, out, options);
  } catch (error) {
    // A folder that takes no file keeps nobody from knowing how it stands.
    if (diskTrouble(error)) await show(when, null, options);
    throw error;
  }
}

/** @param asked undefined: see yearAtHand */
async function showYear(asked: Year | undefined, { out, workspace, json }: Options): Promise<number> {
  if (out !== undefined) return usageError('--out 只用于一个季度或一个月：年度的情况不另存文件。');
  const effects = cachedEffects(workspace, () => {});
  const today = clock().date;
  const { year, others } = await yearAtHand(asked, today, effects);
  const { diagnostics, ...result } = await yearStatus({ year, today, outputs: 'output' }, effects);
  const lines = result.periods.length > 0 ? yearStatusLines({ ...result, diagnostics }, others) : [];
  return conclude({ ...result, diagnostics }, json, lines);
}

async function show(
  when: NonNullable<ReturnType<typeof parseWhen>>,
  out: string | null,
  options: Options,
): Promise<number> {
  const effects = cachedEffects(options.workspace, () => {});
  if (when.month) {
    const { diagnostics, ...result } = await monthStatus({ month: when.month, out }, effects);
    const { states, path } = result;
    const lines = states ? regionalStatusLines(states, '重点项目') : [];
    lines.push(...whereListed(when.month.id, states?.cities ?? []));
    if (path) lines.push('', `  ${path}`);
    return conclude({ ...result, diagnostics }, options.json, lines);
  }
  const { diagnostics, ...result } = await status({ period: when.quarter, out }, effects);
  const lines = [
    ...(result.states ? statusLines(result.states) : []),
    ...(result.cities ? ['', ...regionalStatusLines(result.cities, result.cities.place)] : []),
    ...letterLines(when.quarter.id, result.letters),
    ...whereListed(when.quarter.id, [...(result.states?.units ?? []), ...(result.cities?.cities ?? [])]),
    ...(result.path ? ['', `  ${result.path}`] : []),
    ...(result.citiesPath ? [`  ${result.citiesPath}`] : []),
  ];
  return conclude({ ...result, diagnostics }, options.json, lines);
}

/** Letters that lie there and are not to go out as they are. */
export function letterLines(period: string, letters: readonly OutdatedLetter[]): string[] {
  if (letters.length === 0) return [];
  return [
    '',
    `写好的催报函中，以下各件写成以后报送情况又有变化，还没有发出的不要照发；再运行 diaodu remind ${period} 更新：`,
    ...letters.map(({ unit, now }) => (now ? `  ${unit}：${standingWords(now)}` : '  报送情况汇总')),
  ];
}

/** What is only counted in the tables, `check` tells one by one. */
export const whereListed = (
  period: string,
  states: readonly Pick<ReturnState, 'errors' | 'warnings'>[],
): string[] =>
  states.some(({ errors, warnings }) => errors + warnings > 0)
    ? ['', `表中的错误、提醒是什么、怎样处理，运行 diaodu check ${period} 查看。`]
    : [];

const COLUMNS: readonly ConsoleColumn[] = [
  { heading: '单位', align: 'left' },
  { heading: '应报任务', align: 'right' },
  { heading: '应报目标', align: 'right' },
  { heading: '收到', align: 'right' },
  { heading: '报送', align: 'left' },
  { heading: '齐全', align: 'left' },
  { heading: '错误', align: 'right' },
  { heading: '提醒', align: 'right' },
  { heading: '版本', align: 'right' },
];

/** The matrix with its totals, then who owes what. */
export function statusLines(states: ReturnStates): string[] {
  const { totals, units } = states;
  const sum = (key: 'owesTasks' | 'owesGoals'): string =>
    String(units.reduce((total, state) => total + state[key], 0));
  // Units that only cooperate owe nothing, but may have reported.
  const others = units.length - totals.units;
  const total = [
    others > 0 ? `应报${totals.units}个` : `合计${totals.units}个`,
    sum('owesTasks'),
    sum('owesGoals'),
    `${totals.received}个`,
    `按时${totals.onTime}`,
    `齐全${totals.complete}`,
    String(totals.errors),
    String(totals.warnings),
    '',
  ];
  return [
    `${states.periodName}报送情况（报送期限${formatDate(states.due)}）`,
    '',
    ...tableLines(COLUMNS, units.map(unitRow), [total]),
    '',
    `应报${totals.units}个单位，已报${totals.received}个（按时${totals.onTime}个、迟报${totals.late}个），未报${totals.missing}个${totals.refused > 0 ? `（其中${totals.refused}个报来而未收）` : ''}${others > 0 ? `；另有${others}个协同单位报来，不计入` : ''}。`,
    ...sendAgainLines(units.map(({ unit, ...state }) => ({ ...state, sender: unit }))),
    ...owedLines(units),
    ...states.unreadable.map((file) => `读不出的文件，未计入任何单位：${file}`),
  ];
}

function unitRow(state: ReturnState): string[] {
  return [
    state.unit,
    String(state.owesTasks),
    String(state.owesGoals),
    state.receivedAt ? formatReceipt(state.receivedAt, state.correctedAt) : '—',
    timelinessWord(state),
    completeness(state),
    String(state.errors),
    String(state.warnings),
    state.version > 0 ? String(state.version) : '—',
  ];
}

function owedLines(units: readonly ReturnState[]): string[] {
  const owing = units.filter((state) => state.missing.length > 0);
  if (owing.length === 0) return ['应报内容已全部报齐。'];
  return [
    '尚欠：',
    ...owing.flatMap((state) => [
      `  ${state.unit}（${timelinessWord(state)}）`,
      ...state.missing.map(
        (item) =>
          `    ${item.kind === 'task' ? '任务' : '目标'}${item.id} ${item.name}：${missingWords(item)}`,
      ),
    ]),
  ];
}
