/** Messages on key projects: the master list, monthly returns, and the cross-checks on them. */
import { clause } from '../chinese/clause.ts';
import { formatDate } from '../chinese/date.ts';
import { formatAmount } from '../chinese/format.ts';
import type { Quantity } from '../chinese/quantity.ts';
import { someOf } from '../chinese/some-of.ts';
import { innerQuotes } from '../chinese/text.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

// ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** `known`: the kinds of the rules. */
export const projectKindUnknown = (at: Origin, kind: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'projectKindUnknown',
    'error',
    `没有“${kind}”这个项目类别。`,
    at,
    `可用的写法：${known.join('、')}。`,
    '本地的类别不是这几种的，改 projects/rules.yaml 中的 kinds；写 kinds: [] 的，项目库中怎样写就怎样分。',
  );

export const projectKindMismatch = (at: Origin, code: string, kind: string, letter: string): Diagnostic =>
  diagnostic(
    'projectKindMismatch',
    'error',
    `项目编号“${code}”与类别“${kind}”不符。`,
    at,
    `“${kind}”的项目编号以 ${letter} 开头（projects/rules.yaml 的 kinds）。`,
  );

export const plannedBackwards = (at: Origin, start: string, completion: string): Diagnostic =>
  diagnostic('plannedBackwards', 'error', `计划竣工${completion}早于计划开工${start}。`, at);

export const planOverTotal = (at: Origin, plan: Quantity, total: Quantity): Diagnostic =>
  diagnostic(
    'planOverTotal',
    'error',
    `年度计划投资${formatAmount(plan)}大于总投资${formatAmount(total)}。`,
    at,
  );

export const unknownTrack = (at: Origin, track: number, last: number): Diagnostic =>
  diagnostic('unknownTrack', 'error', `计划中没有第${track}个专项。`, at, `专项序号为 1 至 ${last}。`);

export const unknownProject = (at: Origin, code: string, suggestion: string | undefined): Diagnostic =>
  diagnostic(
    'unknownProject',
    'error',
    `项目库中没有“${code}”，该行未采用。`,
    at,
    ...(suggestion
      ? [`是不是想写“${suggestion}”？`]
      : [
          '核对项目编号；新增的项目先在项目库 data/<年>/projects/projects.csv 中加一行（先编号），再收这份表。',
        ]),
  );

/** Of a table in which no row is known: rows, and their codes, as many as show of what kind they are. */
export const noProjectKnown = (at: Origin, rows: readonly string[], codes: readonly string[]): Diagnostic =>
  diagnostic(
    'noProjectKnown',
    'error',
    `表中${rows.length}行（第${rows[0]}行至第${rows.at(-1)}行）的项目编号在项目库中都没有，均未采用：${someOf(codes, 5, '个')}。`,
    at,
    '核对是否报错了表，或者用了别处、别年的项目编号；都是新增项目的，先在项目库 data/<年>/projects/projects.csv 中逐个加行（先编号），再收这份表。',
  );

export const projectElsewhere = (at: Origin, code: string, owner: string, city: string): Diagnostic =>
  diagnostic(
    'projectElsewhere',
    'error',
    `“${code}”是${owner}的项目，不由${city}填报，该行未采用。`,
    at,
    '核对项目编号。',
  );

export const projectNameElsewhere = (at: Origin, code: string, found: string, expected: string): Diagnostic =>
  diagnostic(
    'projectNameElsewhere',
    'error',
    `“${code}”应为“${expected}”，本行写的是“${found}”，该行未采用。`,
    at,
    '编号和名称错行，多因只对部分列排序；请恢复原来的次序后重新填报。',
  );

export const projectNameDiffers = (at: Origin, code: string, found: string, expected: string): Diagnostic =>
  diagnostic(
    'projectNameDiffers',
    'info',
    `“${code}”的名称写作“${found}”，项目库中为“${expected}”，按编号采用。`,
    at,
  );

export const comparedTargetUnknown = (file: string, id: string): Diagnostic =>
  diagnostic(
    'comparedTargetUnknown',
    'error',
    `计划中没有编号为“${id}”的指标，无法与月报合计数核对。`,
    { file },
    '在 targets 中改为新计划的指标编号，不核对的删去。',
  );

/** @param known the kinds there are */
export const comparedKindUnknown = (file: string, kind: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'comparedKindUnknown',
    'error',
    `targets 中的“${kind}”不是项目类别，所列指标无法与月报合计数核对。`,
    { file },
    `按 kinds 中的 name 或者项目库的“类别”写：${known.join('、')}；不核对的删去。`,
  );

export const twoMasters = (files: readonly string[]): Diagnostic =>
  diagnostic(
    'twoMasters',
    'error',
    `项目库有${files.length}份，分不清以哪份为准。`,
    { file: files[0] ?? '' },
    '只留一份，其余移出文件夹。',
  );

export const projectsLeftOut = (
  file: string,
  city: string,
  count: number,
  codes: readonly string[],
): Diagnostic =>
  diagnostic(
    'projectsLeftOut',
    'warning',
    `${city}有${count}个项目没有填报：${codes.slice(0, 10).join('、')}${codes.length > 10 ? '等' : ''}。`,
    { file },
    '没有进展的项目也要填报，本月完成投资填 0。',
  );

/** Rows that were sent back with the cell blank: last month's number goes on for it. */
export const projectAmountsBlank = (
  file: string,
  city: string,
  heading: string,
  codes: readonly string[],
): Diagnostic =>
  diagnostic(
    'projectAmountsBlank',
    'warning',
    `${city}有${codes.length}个项目没有填“${heading}”：${codes.slice(0, 10).join('、')}${codes.length > 10 ? '等' : ''}，沿用上次报送数。`,
    { file },
    '请补填后整份重报；没有变化的，照填上月累计数。',
  );

/** @param rows how many of those with a number of last month, `of` */
export const columnInOtherUnit = (
  at: Origin,
  city: string,
  {
    heading,
    rows,
    of,
    unit,
    wanted,
  }: { heading: string; rows: number; of: number; unit: string; wanted: string },
): Diagnostic =>
  diagnostic(
    'columnInOtherUnit',
    'warning',
    `${city}“${heading}”一栏，上月有数的${of}个项目中有${rows}个按${wanted}计与上月相差约一万倍、按${unit}计与上月相近，疑整栏以${unit}填报。`,
    at,
    `请把整栏换算为${wanted}后重新报送；或在每个数后写明单位，如 1.8${unit}。`,
  );

export const completedBeforeStart = (at: Origin, code: string): Diagnostic =>
  diagnostic('completedBeforeStart', 'error', `“${code}”的实际竣工时间早于实际开工时间，未采用。`, at);

// ── cross-checks ────────────────────────────────────────────────────────────────────────────────────────────────

/** What a finding is about: 赣州市“XX项目”（Z012）. */
export interface AboutProject {
  city: string;
  name: string;
  code: string;
  at: Origin;
}

const on = ({ city, name, code }: AboutProject): string => `${city}“${innerQuotes(name)}”（${code}）`;

export const projectFallen = (about: AboutProject, value: Quantity, last: Quantity): Diagnostic =>
  diagnostic(
    'projectFallen',
    'warning',
    `${on(about)}本年累计完成投资${formatAmount(value)}，低于上月的${formatAmount(last)}，累计数不应减少。`,
    about.at,
    '属核减的，在“存在问题”栏写明核减数和依据。',
  );

export const projectExchanged = (about: AboutProject, month: Quantity, cumulative: Quantity): Diagnostic =>
  diagnostic(
    'projectExchanged',
    'warning',
    `${on(about)}本月完成投资${formatAmount(month)}，大于本年累计${formatAmount(cumulative)}，两栏可能填反。`,
    about.at,
    '核对本月数和累计数。',
  );

export const projectTenfold = (about: AboutProject, value: Quantity, last: Quantity): Diagnostic =>
  diagnostic(
    'projectTenfold',
    'warning',
    `${on(about)}本年累计完成投资${formatAmount(value)}，是上月${formatAmount(last)}的十倍以上，并超过年度计划，疑为小数点或计量单位填错。`,
    about.at,
    '核对小数点和计量单位（万元）。',
  );

export const projectReduced = (
  about: AboutProject,
  value: Quantity,
  last: Quantity,
  said: string,
): Diagnostic =>
  diagnostic(
    'projectReduced',
    'info',
    `${on(about)}本年累计完成投资${formatAmount(value)}，低于上月的${formatAmount(last)}；报送地说明：${clause(said)}。`,
    about.at,
  );

export const projectBeyondPlan = (about: AboutProject, rate: string, limit: number): Diagnostic =>
  diagnostic(
    'projectBeyondPlan',
    'info',
    `${on(about)}累计完成投资已达年度计划的${rate}%，超过${limit}%，请核实计划和投资数据。`,
    about.at,
  );

/** The same of several in one. `rate`: in per cent, as printed. */
export function projectsBeyondPlan(
  list: readonly (Omit<AboutProject, 'at'> & { rate: string })[],
  limit: number,
): string {
  const named = list.map(
    ({ city, name, code, rate }) => `${city}“${innerQuotes(name)}”（${code}，${rate}%）`,
  );
  return `累计完成投资超过年度计划${limit}%的项目${list.length}个，请核实计划和投资数据：${named.join('、')}`;
}

export const projectBeyondTotal = (about: AboutProject, value: Quantity, total: Quantity): Diagnostic =>
  diagnostic(
    'projectBeyondTotal',
    'warning',
    `${on(about)}本年累计完成投资${formatAmount(value)}，大于项目总投资${formatAmount(total)}。`,
    about.at,
    '核对计量单位（万元）；总投资有调整的，先报发展改革部门更新项目库。',
  );

export const startedBeforeApproval = (
  about: AboutProject,
  started: string,
  approved: string | null,
): Diagnostic =>
  diagnostic(
    'startedBeforeApproval',
    'warning',
    approved === null
      ? `${on(about)}已于${formatDate(started)}开工，但项目库中没有批准日期，请核实。`
      : `${on(about)}实际开工${formatDate(started)}早于批准日期${formatDate(approved)}，请核实。`,
    about.at,
    '核对开工日期；确属未批先建的，按规定补办手续并报告。',
  );

export const projectStalled = (about: AboutProject, months: number): Diagnostic =>
  diagnostic('projectStalled', 'info', `${on(about)}连续${months}个月没有完成投资，列入停滞项目。`, about.at);

export const investedAfterCompletion = (
  about: AboutProject,
  value: Quantity,
  completed: string,
): Diagnostic =>
  diagnostic(
    'investedAfterCompletion',
    'info',
    `${on(about)}已于${formatDate(completed)}竣工，本月仍报完成投资${formatAmount(value)}。`,
    about.at,
    '属工程结算的予以说明，否则更正竣工时间。',
  );

export const monthsDisagree = (
  about: AboutProject,
  cumulative: Quantity,
  last: Quantity,
  month: Quantity,
): Diagnostic =>
  diagnostic(
    'monthsDisagree',
    'warning',
    `${on(about)}本年累计${formatAmount(cumulative)}，上月累计${formatAmount(last)}，与本月完成${formatAmount(month)}对不上。`,
    about.at,
    '核对本月数和累计数。',
  );

export const startOverdue = (about: AboutProject, planned: string): Diagnostic =>
  diagnostic('startOverdue', 'info', `${on(about)}计划${planned}开工，至今未开工。`, about.at);

export const projectsDisagree = (
  at: Origin,
  unit: string,
  target: string,
  said: Quantity,
  sum: Quantity,
): Diagnostic =>
  diagnostic(
    'projectsDisagree',
    'warning',
    `${unit}报送的“${target}”为${formatAmount(said)}，各地项目月报汇总为${formatAmount(sum)}，两数不一致。`,
    at,
    `请${unit}与有关地方对账。`,
  );

/** `never`: nor any month of the year before. */
export const projectReturnMissing = (city: string, month: string, file: string, never: boolean): Diagnostic =>
  diagnostic(
    'projectReturnMissing',
    'warning',
    `${city}未报送${month}重点项目进展，${never ? '本年此前也没有报送过，累计投资按0计' : '累计投资沿用上次报送数'}。`,
    { file },
    '请补报；以后月份的累计数应包含本月。',
  );

/** Instead of what is said of one that did not come. @param came how it came: 1月9日报来的是空表，未收 */
export const projectReturnUnread = (city: string, month: string, came: string): string =>
  `${city}${came}；改正前，${month}重点项目进展列为未报送。`;
