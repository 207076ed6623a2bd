/** The eight verdicts on a task or target. Each has a word, a symbol that survives black-and-white copying, and a light. */
export const STATUSES = [
  'done',
  'ahead',
  'onPace',
  'behind',
  'farBehind',
  'notStarted',
  'toVerify',
  'notReported',
] as const;

export type Status = (typeof STATUSES)[number];

/** green: fine · yellow: watch · red: act · none: cannot be judged (未报送 and 待核实 are neither red nor green). */
type Light = 'green' | 'yellow' | 'red' | 'none';

interface StatusFace {
  word: string;
  /** At most four characters, for table cells. */
  short: string;
  /** One full-width glyph present in ordinary office fonts. */
  symbol: string;
  light: Light;
}

export const STATUS_FACES: Record<Status, StatusFace> = {
  done: { word: '已完成', short: '已完成', symbol: '★', light: 'green' },
  ahead: { word: '超前', short: '超前', symbol: '▲', light: 'green' },
  onPace: { word: '达到序时进度', short: '达序时', symbol: '●', light: 'green' },
  behind: { word: '滞后', short: '滞后', symbol: '◆', light: 'yellow' },
  farBehind: { word: '严重滞后', short: '严重滞后', symbol: '■', light: 'red' },
  notStarted: { word: '未启动', short: '未启动', symbol: '□', light: 'red' },
  toVerify: { word: '待核实', short: '待核实', symbol: '◇', light: 'none' },
  notReported: { word: '未报送', short: '未报送', symbol: '○', light: 'none' },
};

const LAGGING: readonly Status[] = ['behind', 'farBehind', 'notStarted'];
const FINE: readonly Status[] = ['done', 'ahead', 'onPace'];
const UNKNOWN: readonly Status[] = ['notReported', 'toVerify'];

/** Somebody has to act. */
export const isLaggingStatus = (status: Status): boolean => LAGGING.includes(status);
/** At the pace of the year, or beyond it. */
export const isFineStatus = (status: Status): boolean => FINE.includes(status);
/** Nobody can tell how it stands. */
export const isUnknownStatus = (status: Status): boolean => UNKNOWN.includes(status);

/** What a unit may say of itself; the other two are for the office to say. */
export const OWN_VERDICTS: readonly Status[] = STATUSES.filter((s) => !isUnknownStatus(s));

/** The status whose word this is, also by the short forms people write in returns; undefined when none fits. */
export function statusByWord(word: string): Status | undefined {
  const clean = word.trim();
  if (['达序时', '达到序时', '正常推进', '正常', '按序时推进'].includes(clean)) return 'onPace';
  if (['超序时', '超过序时进度', '提前'].includes(clean)) return 'ahead';
  return STATUSES.find((s) => STATUS_FACES[s].word === clean);
}
