/** Messages of the compose stage: templates, directives, references. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { Origin } from '../origin.ts';
import { didYouMean } from './hints.ts';

/** By the mark that the parser met; the hint names what is most often forgotten. */
const SYNTAX_FAULTS: Partial<Record<string, string>> = {
  EOF: '到末尾还有 {{#if}}、{{#each}} 没有结束，应有对应的 {{/if}}、{{/each}}',
  OPEN_ENDBLOCK: '多出一个 {{/…}}，前面没有与它对应的 {{#…}}',
  INVERSE: '{{else}} 只能写在 {{#if}} 或 {{#each}} 与它的结束标记之间，且只写一次',
  INVALID: '{{ 后面有不能识别的字符，应为名称、引号内的文字或数，以 }} 结束；引号要配对',
  CLOSE: '}} 前面缺少名称，或者与前面的 {{ 个数不同',
  CLOSE_UNESCAPED: '}}} 多了一个括号，应为 }}',
  OPEN_SEXPR: '“(”的位置不对，应先写助手或名称',
  CLOSE_SEXPR: '多出一个“)”，或者“(”没有配对',
  EQUALS: '“=”的位置不对，应写在参数名之后',
};

/** @param got kind of the mark that can't stand there */
export const templateSyntax = (at: Origin, got: string): Diagnostic =>
  diagnostic(
    'templateSyntax',
    'error',
    `模板语法有误：${SYNTAX_FAULTS[got] ?? '{{ }} 里的写法不能识别，应为名称、引号内的文字或数'}。`,
    at,
    '检查 {{ }} 是否成对，{{#each}}、{{#if}} 是否有对应的 {{/each}}、{{/if}}。',
  );

export const blockMismatch = (at: Origin, open: string, close: string): Diagnostic =>
  diagnostic(
    'blockMismatch',
    'error',
    `模板语法有误：这里的 {{#${open}}} 以 {{/${close}}} 结束，应为 {{/${open}}}。`,
    at,
    '核对中间各段 {{#…}}、{{/…}} 是否一一对应。',
  );

export const reservedCharacter = (at: Origin): Diagnostic =>
  diagnostic(
    'reservedCharacter',
    'error',
    '模板中含有程序保留的私用区字符（U+E000、U+E001）。',
    at,
    '删除这些看不见的字符，或重新输入该行。',
  );

export const looseBraces = (at: Origin, braces: string): Diagnostic =>
  diagnostic(
    'looseBraces',
    'error',
    `“${braces}”会照原样印在文稿里。`,
    at,
    '引用数据写作 {{名称}}：前后各两个半角大括号，成对。',
  );

export const unknownName = (
  at: Origin,
  name: string,
  suggestion: string | undefined,
  known: string[],
): Diagnostic =>
  diagnostic(
    'unknownName',
    'error',
    `数据中没有“${name}”。`,
    at,
    ...didYouMean(suggestion),
    ...(known.length > 0
      ? [`此处可用的名称：${known.slice(0, 20).join('、')}${known.length > 20 ? '等' : ''}。`]
      : []),
  );

/** A plan of another year may have other goals and tracks: what is written of the one is left out, but not unsaid. */
export const noSuchItem = (
  at: Origin,
  name: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  diagnostic(
    'noSuchItem',
    'warning',
    `名单中没有“${name}”，这一处的文字没有印出。`,
    at,
    ...didYouMean(suggestion),
    known.length > 0
      ? `名单中有：${known.slice(0, 20).join('、')}${known.length > 20 ? '等' : ''}；本年计划中已改名的，改用新的名称，没有了的，删去这一处。`
      : '名单中一项也没有，删去这一处。',
  );

export const unknownHelper = (at: Origin, name: string, suggestion: string | undefined): Diagnostic =>
  diagnostic('unknownHelper', 'error', `没有名为“${name}”的写法。`, at, ...didYouMean(suggestion));

export const helperMisuse = (at: Origin, name: string, expected: string): Diagnostic =>
  diagnostic('helperMisuse', 'error', `“${name}”用法不对：应为 ${expected}。`, at);

export const notPrintable = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'notPrintable',
    'error',
    `“${name}”是一组数据，不能直接印出。`,
    at,
    '写明组内的一项，如 {{任务.总数}}；或用 {{#each}} 逐项列出。',
  );

export const unknownDirective = (
  at: Origin,
  name: string,
  suggestion: string | undefined,
  known: string[],
): Diagnostic =>
  diagnostic(
    'unknownDirective',
    'error',
    `没有名为“::${name}”的指令。`,
    at,
    ...didYouMean(suggestion),
    `可用的指令：${known.join('、')}。`,
  );

export const unknownContent = (
  at: Origin,
  directive: string,
  name: string,
  suggestion: string | undefined,
  known: string[],
): Diagnostic =>
  diagnostic(
    'unknownContent',
    'error',
    `“::${directive}”没有名为“${name}”的内容。`,
    at,
    ...didYouMean(suggestion),
    `可用的内容：${known.join('、')}。`,
  );

export const badAttribute = (
  at: Origin,
  directive: string,
  attribute: string,
  found: string,
  expected: string,
): Diagnostic =>
  diagnostic(
    'badAttribute',
    'error',
    `“::${directive}”的 ${attribute} 写作“${found}”，应为${expected}。`,
    at,
  );

/** `names`: what each task is called in full, and what is left of it in its cell of `most` characters. */
export const cellNamesUnclear = (at: Origin, names: readonly string[], most: number): Diagnostic =>
  diagnostic(
    'cellNamesUnclear',
    'warning',
    `一览图每格最多印${most}个字，${names.length}项任务的名称截短后看不出是哪一项：${names.slice(0, MOST_CELLS).join('，')}${names.length > MOST_CELLS ? '等' : ''}。`,
    at,
    `在专项文件中给这些任务写 cellName（格子里的名称，不超过${most}个字），如 cellName: 政务外网和云，写在 brief 下一行。`,
  );

const MOST_CELLS = 5;

export const unsupportedMarkdown = (at: Origin, what: string): Diagnostic =>
  diagnostic(
    'unsupportedMarkdown',
    'error',
    `模板中的${what}不能用于公文。`,
    at,
    '可用：标题、段落、**加粗**、*楷体*、列表、表格和 :: 指令（见 docs/writing.md）。',
  );

export const danglingReference = (at: Origin, target: string, suggestion: string | undefined): Diagnostic =>
  diagnostic('danglingReference', 'error', `引用的图表“${target}”不存在。`, at, ...didYouMean(suggestion));

export const duplicateId = (at: Origin, id: string): Diagnostic =>
  diagnostic('duplicateId', 'error', `编号“${id}”出现了两次。`, at, '给其中一个图表换一个 id。');

export const missingTemplate = (at: Origin): Diagnostic =>
  diagnostic(
    'missingTemplate',
    'error',
    '找不到模板文件。',
    at,
    '检查模板目录是否完整，或从版本库恢复该文件。',
  );

export const noSuchList = (at: Origin, name: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'noSuchList',
    'error',
    `each 写的“${name}”不是一组可逐项列出的数据。`,
    at,
    ...didYouMean(nearest(name, known)),
    `可逐项列出的数据：${known.join('、')}。`,
  );

export const unknownDocument = (
  name: string,
  names: readonly string[],
  described: readonly string[],
): Diagnostic =>
  diagnostic(
    'unknownDocument',
    'error',
    `没有名为“${name}”的文稿。`,
    undefined,
    ...didYouMean(nearest(name, names)),
    `可生成的文稿：${described.join('、')}。`,
  );

export function documentWithoutData(
  label: string,
  needs: keyof typeof WITHOUT_DATA,
  folder: string,
): Diagnostic {
  const [why, hint] = WITHOUT_DATA[needs];
  return diagnostic('documentWithoutData', 'warning', `${why}，不生成《${label}》。`, { file: folder }, hint);
}

export const nameTwice = (name: string, folder: string, other: string): Diagnostic =>
  diagnostic(
    'nameTwice',
    'error',
    folder === other
      ? `同一个模板生成的几份文稿都叫“${name}”，后一份会覆盖前一份。`
      : `这里生成的文稿与 ${other} 的同名，都叫“${name}”，后一份会覆盖前一份。`,
    { file: `${folder}/document.yaml` },
    folder === other ? '在 name 中写入单位名称。' : '改其中一个的 name。',
  );

const NOT_NEEDED = '不需要这份文稿的，可以删去这个模板文件夹。';
const WITHOUT_DATA = {
  projects: ['工作区中没有重点项目库', NOT_NEEDED],
  cities: ['工作区中没有各地（设区市、县、乡镇）名单', NOT_NEEDED],
  lastMeeting: [
    '这是第一次会议，工作区中没有以前会议的文件',
    '上年开过会的，把上年的 data/<年>/meetings/<年>Q4.yaml 放入工作区；没有开过的，下一季度起会自动生成。',
  ],
} as const;
