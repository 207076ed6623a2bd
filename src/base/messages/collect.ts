/** Messages of collecting returns: whose they are, where they are kept; files: sent-files.ts, cells: form-cells.ts. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic, type Severity } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { didYouMean } from './hints.ts';

// Whose return, for which period

/** @param units short names of those between which it is open */
export const unitConflict = (at: Origin, hints: string, units: readonly string[]): Diagnostic => ({
  ...diagnostic(
    'unitConflict',
    'error',
    `填报单位前后不一致：${hints}。`,
    at,
    '核对是否填错了别的单位的表；确认无误的，用 --unit 指明单位。',
    '几个单位的表放在一个文件里的，按单位各存成一个文件，分别收。',
  ),
  about: units,
});

export const unitUnfound = (at: Origin): Diagnostic =>
  diagnostic(
    'unitUnfound',
    'error',
    '看不出是哪个单位报的。',
    at,
    '在“填报说明”或表头写明填报单位，或用 --unit 指明单位。',
  );

export const strangeUnit = (at: Origin, found: string, suggestion: string | undefined): Diagnostic =>
  diagnostic(
    'strangeUnit',
    'error',
    `单位名册中没有“${found}”。`,
    at,
    ...(suggestion === undefined
      ? ['不在名册中的单位不必填报；名册中另有叫法的，收表时用 --unit 指明单位。']
      : didYouMean(suggestion)),
  );

export const unitOverruled = (at: Origin, hints: string, unit: string): Diagnostic =>
  diagnostic('unitOverruled', 'warning', `表内填报单位（${hints}）与指明的“${unit}”不同，按指明的计。`, at);

export const periodConflict = (at: Origin, hints: string): Diagnostic =>
  diagnostic(
    'periodConflict',
    'error',
    `报送期次前后不一致：${hints}。`,
    at,
    '核对是否用了往期的表；改正期次或文件名后重报。',
  );

/** `found`, `wanted`: names, 2022年三季度; `id`: how what was found is typed. */
export const otherPeriod = (at: Origin, found: string, id: string, wanted: string): Diagnostic =>
  diagnostic(
    'otherPeriod',
    'error',
    `这是${found}的填报表，本次收的是${wanted}。`,
    at,
    `请用${wanted}的填报表重报；确为${found}补报的，改用 diaodu collect ${id}。`,
  );

export const periodAssumed = (at: Origin, period: string): Diagnostic =>
  diagnostic('periodAssumed', 'warning', `表内没有写报送期次，按命令中的${period}计。`, at);

// Keeping

export const sameAgain = (file: string, unit: string, version: number): Diagnostic =>
  diagnostic('sameAgain', 'info', `与${unit}第${version}版完全相同，不重复入库。`, { file });

export const dateCorrected = (file: string, unit: string, was: string, now: string): Diagnostic =>
  diagnostic('dateCorrected', 'warning', `${unit}的收到日期由${was}改登为${now}。`, { file });

/** Somebody gave the day of what lies in the folder without the register knowing it. @param path of what lies there */
export const dateNotRegistered = (
  file: string,
  unit: string,
  path: string,
  [stands, given]: readonly [string, string],
): Diagnostic =>
  diagnostic(
    'dateNotRegistered',
    'warning',
    `与${unit}已有的一份（${path}）完全相同，那一份是手工放入的，登记簿中没有，收到日期仍按表内所写的${stands}，没有改为${given}。`,
    { file },
    `要改的，在表内改写收到日期；或者把 ${path} 移出这个文件夹，再用 --received 收取。`,
  );

/** What a new version is held against: the last one, or, where that could not be read as a whole, those since version `since`. */
const compared = (since: number | undefined): string =>
  since === undefined ? '与上一版相比' : `与第${since}版以来所填的相比（上一版没有读全）`;

export const changedSince = (
  file: string,
  told: readonly string[],
  all: number,
  since?: number,
): Diagnostic =>
  diagnostic(
    'changedSince',
    'info',
    `${compared(since)}：${told.join('；')}${all > told.length ? `；等共${all}处` : ''}。`,
    { file },
  );

/** A return counts whole: what it leaves out is not taken from the one before. */
export const valuesWithdrawn = (file: string, values: readonly string[], since?: number): Diagnostic =>
  diagnostic(
    'valuesWithdrawn',
    'warning',
    `${compared(since)}，有${values.length}个数没有再报：${values.join('，')}，这一版为空；以这一版为准，文稿中不再有这些数。`,
    { file },
    '不是有意撤回的，请单位补填后重新报送。',
  );

export const copyNotRead = (file: string, original: string): Diagnostic =>
  diagnostic(
    'copyNotRead',
    'warning',
    `是“${original}”的副本，没有读取。`,
    { file },
    '没有改动的可以删去；在副本上改过、要以它为准的，移出这个文件夹，用 diaodu collect 收取。',
  );

export const datesStand = (files: number, date: string): Diagnostic =>
  diagnostic(
    'datesStand',
    'warning',
    `有${files}份以前已经收过，收到日期仍按原来登记的，没有改为${date}；${date}只登记给新收的。`,
    undefined,
    '原来登记错了要改的，用 --received 只收那一份。',
  );

export const supersededAgain = (file: string, unit: string, version: number, last: number): Diagnostic =>
  diagnostic(
    'supersededAgain',
    'warning',
    `与${unit}第${version}版完全相同，已由后来的第${last}版替代，未改变：仍以第${last}版为准。`,
    { file },
    '如要重新以这一份为准，只收这一份，并加 --again。',
  );

/** @param others that came with it, each another one */
export const twoAtOnce = (file: string, unit: string, others: readonly string[]): Diagnostic =>
  diagnostic(
    'twoAtOnce',
    'error',
    `${unit}一次来了${others.length > 1 ? others.length + 1 : '两'}份不同的填报表（${others.length > 1 ? '其余' : '另一份'}为 ${someOf(others, 4, '份')}），分不清以哪份为准，均未入库。`,
    { file },
    '只收其中一份，或按先后分两次收，后收的为准。',
  );

const ONE_BOOK =
  '把各张表放进一个工作簿（工作表仍叫“进展情况”“指标”），另存为 .xlsx 再收；或请单位报下发的那份 Excel 填报表。';

/** Two tables of one form, each saved as text. */
export const tablesApart = (
  file: string,
  unit: string,
  tables: readonly string[],
  other: string,
): Diagnostic =>
  diagnostic(
    'tablesApart',
    'error',
    `${unit}的${tables.map((name) => `“${name}”`).join('和')}分存成了两个文件（另一个为 ${other}），均未入库：一份填报表须是一个文件，CSV 只存得下一张工作表。`,
    { file },
    ONE_BOOK,
    '分两次收也不行：后收的一份里没有另一张表的内容，收不进来。',
  );

/** A file of a format that has no room for the form's other table, which the unit owes as well. */
export const tableAlone = (file: string, table: string, lacking: string, severity: Severity): Diagnostic =>
  diagnostic(
    'tableAlone',
    severity,
    `CSV 只存得下一张工作表：这一份是“${table}”，没有“${lacking}”。`,
    { file },
    ONE_BOOK,
  );

export const receivedTooEarly = (file: string, received: string, last: string): Diagnostic =>
  diagnostic(
    'receivedTooEarly',
    'error',
    `收到日期${received}早于上一版的${last}，未入库。`,
    { file },
    '核对 --received。',
  );

export const textTooLong = (at: Origin, length: number, most: number): Diagnostic =>
  diagnostic(
    'textTooLong',
    'warning',
    `这一格有${length}字，照登会占去台账半页以上。`,
    at,
    `请压缩到${most}字以内，只写做到哪一步、数是多少，细节另附材料。`,
  );

export const unitNotReporting = (file: string, unit: string): Diagnostic =>
  diagnostic('unitNotReporting', 'warning', `${unit}本期没有要填报的任务和指标。`, { file });

/** A unit that was sent a form on the tasks of others. */
export const onlyCooperates = (file: string, unit: string, tracks: readonly string[]): Diagnostic =>
  diagnostic(
    'onlyCooperates',
    'info',
    `${unit}没有由其负责的任务和指标，这是参与${tracks.map((name) => `“${name}”`).join('、')}的配合情况。`,
    { file },
  );

/** `column`: where to say that nothing could be done. */
export const nothingFilled = (file: string, who: string, column = '存在问题'): Diagnostic =>
  diagnostic(
    'nothingFilled',
    'warning',
    `${who}报来的是空表：除下发时带出的内容和填表人、审核人外没有填写，未收，不算已报。`,
    { file },
    `请${who}核对是不是发错了文件，填好再报；确无进展的，也要填写，在“${column}”说明原因。`,
  );

/** An empty form of a unit whose tasks are done, for which last quarter's figures go on. */
export const nothingToFill = (file: string, unit: string): Diagnostic =>
  diagnostic(
    'nothingToFill',
    'warning',
    `${unit}报来的是空表；应报的各项上季度都已完成，按没有变化收下。`,
    { file },
    '有变化的，请填好再报。',
  );

/** An empty form after a filled one: a unit sent the wrong file. */
export const emptyNotTaken = (file: string, who: string, version: number): Diagnostic =>
  diagnostic(
    'emptyNotTaken',
    'warning',
    `是空表，没有填写任何内容，未收；${who}已收的第${version}版仍然有效。`,
    { file },
    '请报送单位核对是不是发错了文件。',
  );

/** A correction that holds only what was corrected. */
export const contentLost = (
  file: string,
  unit: string,
  lost: readonly string[],
  { column = '进展情况', since }: { column?: string; since?: number | undefined },
): Diagnostic =>
  diagnostic(
    'contentLost',
    'error',
    `${since === undefined ? '已收的上一版填有' : `第${since}版以来填过`}、这一份没有的：${lost.join('、')}。未收，${unit}的上一版仍然有效。`,
    { file },
    since === undefined
      ? `请在上一版上改好后整份报送；确实撤回的，在该项“${column}”写明。`
      : `请补上这些事项后整份报送（第${since}版填的可以照抄）；确实撤回的，在该项“${column}”写明。`,
  );

export const originalChanged = (file: string): Diagnostic =>
  diagnostic(
    'originalChanged',
    'error',
    '入库原件与登记的校验值不符，收入以后被改动过，暂不能生成正式文稿。',
    { file },
    `确系本办公室代改的，把改过的这份作为新版本收入：diaodu collect ${file.split('/').at(-2)} ${file}；登记簿即与文件相符。`,
    '误改的，把单位报来的那份再收一次，入库原件即恢复。',
  );

/** `shown`: what was collected once more. */
export const originalRestored = (shown: string, sender: string, version: number): Diagnostic =>
  diagnostic(
    'originalRestored',
    'warning',
    `与${sender}第${version}版相同；入库的那份已被改动或不在了，已用这一份恢复。`,
    { file: shown },
  );

/** The later of two versions is registered on an earlier day: which of them counts, nobody can tell. */
export const registerTurned = (
  at: Origin,
  { unit, version, receivedAt }: { unit: string; version: number; receivedAt: string },
  before: { version: number; receivedAt: string },
): Diagnostic =>
  diagnostic(
    'registerTurned',
    'error',
    `登记簿中“${unit}”第${version}版的收到日期${receivedAt}早于第${before.version}版的${before.receivedAt}，哪一版在后无法确定。`,
    at,
    '登记簿由 collect 登记，不要手改；照实改正写错的那个收到日期，后收的不早于先收的。',
  );

export const originalMissing = (file: string): Diagnostic =>
  diagnostic(
    'originalMissing',
    'error',
    '登记簿中有这份原件，但文件不在了。',
    { file },
    '从备份恢复，或者把单位报来的那份再收一次。',
  );

/** Behind a sender's name: what lies in the folder of the period and can't be read. */
export const cameFaulty = (file: string): string => `报来的表（${file}）有错误，没有采用`;

/** Behind a sender's name. @param words 1月9日报来的是空表 */
export const cameRefused = (words: string): string => `${words}，未收`;
