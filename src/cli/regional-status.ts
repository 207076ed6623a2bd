/** What diaodu status prints of the cities. */
import { formatDate, formatReceipt } from '../base/chinese/date.ts';
import type { RegionalState, RegionalStates } from '../model/returns/regional-state.ts';
import { type Standing, sendAgain, standingWords, timelinessWord } from '../model/returns/return-standing.ts';
import { type ConsoleColumn, tableLines } from './table.ts';

const columns = (place: string): ConsoleColumn[] => [
  { heading: place, align: 'left' },
  { heading: '应填', align: 'right' },
  { heading: '已填', align: 'right' },
  { heading: '收到', align: 'right' },
  { heading: '报送', align: 'left' },
  { heading: '错误', align: 'right' },
  { heading: '提醒', align: 'right' },
  { heading: '版本', align: 'right' },
];

/** The matrix with its totals, then who owes which period. `what`: 重点项目, or what the places are called */
export function regionalStatusLines(states: RegionalStates, what: string): string[] {
  const { cities, due, periodName } = states;
  const sum = (key: 'owed' | 'filled' | 'errors' | 'warnings'): string =>
    String(cities.reduce((total, city) => total + city[key], 0));
  const having = (...words: RegionalState['timeliness'][]): RegionalState[] =>
    cities.filter((city) => words.includes(city.timeliness));
  const received = having('onTime', 'late').length;
  const total = [
    `合计${cities.length}个`,
    sum('owed'),
    sum('filled'),
    `${received}个`,
    `按时${having('onTime').length}`,
    sum('errors'),
    sum('warnings'),
    '',
  ];
  const owing = cities.filter((city) => city.owedEarlier.length > 0);
  const missing = having('missing').map((city) => city.city);
  return [
    `${periodName}${what}报送情况${due === '' ? '' : `（报送期限${formatDate(due)}）`}`,
    '',
    ...tableLines(columns(states.place), cities.map(row), [total]),
    '',
    `应报${cities.length}个${states.counted}，已报${received}个（按时${having('onTime').length}个、迟报${having('late').length}个），未报${missing.length}个${missing.length > 0 ? `：${missing.join('、')}` : ''}。`,
    ...sendAgainLines(cities.map(({ city, ...state }) => ({ ...state, sender: city }))),
    ...owing.map(({ city, owedEarlier }) => `以前各期未报：${city}（${owedEarlier.join('、')}）`),
    ...states.unreadable.map((file) => `读不出的文件，未计入任何${states.counted}：${file}`),
  ];
}

type Sender = Standing & { correctedAt: string | null; sender: string };

/** Who has sent something and has to send again, and why: it is not to be chased as if nothing had come. */
export function sendAgainLines(senders: readonly Sender[]): string[] {
  const again = senders
    .filter((one) => sendAgain(one) !== undefined)
    .map((one) => `  ${one.sender}：${standingWords(one)}`);
  return again.length > 0 ? ['报来后须改报、重报的：', ...again] : [];
}

const row = (state: RegionalState): string[] => [
  state.city,
  String(state.owed),
  String(state.filled),
  state.receivedAt ? formatReceipt(state.receivedAt, state.correctedAt) : '—',
  timelinessWord(state),
  String(state.errors),
  String(state.warnings),
  state.version > 0 ? String(state.version) : '—',
];
