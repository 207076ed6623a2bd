/** Messages of the pipeline itself. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

/** `returns`: whose, for which period (2022Q3), and how many errors are in each. */
export const returnsFaulty = (
  returns: readonly { period: string; name: string; errors: number }[],
): Diagnostic => {
  const listed = returns.map(({ period, name, errors }) => `${name}（${period}，${errors}处）`).join('、');
  const periods = [...new Set(returns.map(({ period }) => period))];
  return diagnostic(
    'returnsFaulty',
    'error',
    `有${returns.length}份报表中还有错误，错处的数没有采用，暂不能生成正式文稿：${listed}。`,
    undefined,
    `把${periods.map((period) => `output/${period}/退回/`).join('、')}中的退回稿发回单位，改好后运行 diaodu collect ${periods[0]} 收到的表/ 再收，后收的为准。`,
    `单位一时改不了、已在电话中核实的，可由办公室在退回稿上代改，再用 diaodu collect ${periods[0]} 文件 收入。`,
    '没有经过 diaodu collect、由人直接放进数据文件夹的表没有退回稿：照上面所列各处改原表，再生成。',
    '今晚要先看稿子的，加 --draft 生成征求意见稿：错处的数留空，其余照常，每页标明“征求意见稿”。',
  );
};

export const epochUnreadable = (value: string): Diagnostic =>
  diagnostic(
    'epochUnreadable',
    'error',
    `环境变量 SOURCE_DATE_EPOCH 的值“${value}”不是有效的时间，没有生成文件。`,
    undefined,
    '应为自1970年1月1日（世界时）起的秒数，只写数字，如 1666085400；不需要指定文件日期的，请取消该变量。',
  );

/** As many as one takes in at a glance. */
const MOST_NAMED = 6;

/** A line for the reader of the progress. */
export const staleRemoved = (paths: readonly string[]): string =>
  `已删除上次生成、这次不再需要的文件：${someOf(paths, MOST_NAMED, '个')}`;

/** `paths`: as the user may look for them. */
export const staleKept = (paths: readonly string[]): Diagnostic =>
  diagnostic(
    'staleKept',
    'warning',
    `下列文件是以前生成的，这次不再需要，但生成后有人改过，没有删除：${paths.join('、')}。`,
    undefined,
    '确认不再使用的，请自行删除或移走，以免误发。',
  );

const OPEN_ELSEWHERE = '关闭打开的文件，检查文件夹的写入权限（也可用 --out 输出到别的文件夹），再运行一次。';
const NO_ROOM = '腾出磁盘空间（也可用 --out 输出到别的盘），再运行一次。';
const IN_THE_WAY = '把占着这个位置的文件或文件夹移走或改名，再运行一次。';

/** By the system's codes: why, and what to do. */
const DISK_REFUSALS: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  EBUSY: ['文件正被其他程序打开', OPEN_ELSEWHERE],
  EPERM: ['文件正被其他程序打开，或者没有写入权限', OPEN_ELSEWHERE],
  EACCES: ['文件正被其他程序打开，或者没有写入权限', OPEN_ELSEWHERE],
  EROFS: [
    '磁盘是只读的',
    '用 --out 输出到可以写入的文件夹，或者把工作区复制到可以写入的磁盘上，再运行一次。',
  ],
  ENOSPC: ['磁盘空间不足', NO_ROOM],
  EDQUOT: ['磁盘空间不足', NO_ROOM],
  EEXIST: ['同名的位置上是文件，不是文件夹', IN_THE_WAY],
  EISDIR: ['同名的位置上是文件夹', IN_THE_WAY],
  ENOTDIR: ['路径中有一段不是文件夹', IN_THE_WAY],
  ENAMETOOLONG: ['文件名或路径太长', '把工作区移到路径短一些的文件夹，再运行一次。'],
  EIO: ['磁盘或网络出错', '检查磁盘、U盘或网络是否正常，再运行一次。'],
  UNKNOWN: ['磁盘或网络出错', '检查磁盘、U盘或网络是否正常，再运行一次。'],
  ELOOP: ['这是指向自己的链接，不是文件', '把它换成文件本身，再运行一次。'],
  EMFILE: ['同时打开的文件太多', '关闭一些程序，再运行一次。'],
  ENFILE: ['同时打开的文件太多', '关闭一些程序，再运行一次。'],
};

/**
 * The operating system would not read or write a file; undefined for a code that is not the disk's.
 * @param ofFiles it is known to be about files, whatever the code
 */
export function diskRefused(path: string | undefined, code: string, ofFiles = false): Diagnostic | undefined {
  const refusal = DISK_REFUSALS[code];
  if (!refusal && !ofFiles) return undefined;
  const [why, hint] = refusal ?? [
    `系统不允许（${code}）`,
    '检查这个路径和所在的磁盘、网络是否正常，再运行一次。',
  ];
  const what = path === undefined ? '文件' : ` ${path} `;
  return diagnostic('diskRefused', 'error', `读写${what}时被拒绝：${why}。`, undefined, hint);
}

/** `code`: the system's, ENOSPC where it watches too many files already. */
export const watchFailed = (code: string): Diagnostic =>
  diagnostic(
    'watchFailed',
    'error',
    `系统不能再监视文件的改动（${code}），--watch 已停止；已生成的文稿不受影响。`,
    undefined,
    ...(code === 'ENOSPC'
      ? ['监视的文件太多：关闭其他监视文件的程序，或由管理员调高 fs.inotify.max_user_watches。']
      : []),
    '改好数据后用 diaodu build 生成。',
  );
