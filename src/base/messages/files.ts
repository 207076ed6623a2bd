/** Messages on input files of any kind: missing, unreadable, not YAML, a field of the wrong shape. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';
import { listedFields, quotedField } from './field-names.ts';
import { didYouMean, oneOf, returnFormats } from './hints.ts';

// Files

export const noWorkspace = (): Diagnostic =>
  diagnostic(
    'noWorkspace',
    'error',
    '这里不是工作区（没有 data 和 templates 文件夹）。',
    undefined,
    '先进入工作区所在的文件夹再运行，或者用 --workspace 指明它，如 --workspace /home/office/diaodu；已经写了的，核对路径。',
  );

/** `known`: years that there are data for. */
export const yearMissing = (year: number, known: readonly string[]): Diagnostic => {
  const latest = Math.max(...known.map(Number));
  return diagnostic(
    'yearMissing',
    'error',
    `还没有${year}年的数据。`,
    { file: `data/${year}` },
    known.includes(String(year - 1))
      ? `先运行 diaodu new ${year}，再用 diaodu plan import 导入${year}年的工作计划。`
      : known.length > 0
        ? `核对年份：已有${known.join('、')}年的数据${year > latest ? `；逐年结转，下一年用 diaodu new ${latest + 1}` : ''}。`
        : '把计划、单位、规则等数据放在该文件夹中，格式见 README.md 的“改什么，到哪里改”。',
  );
};

/** @param example the same file of another year of the workspace; without one the program has its own */
export const fileMissing = (file: string, example?: string): Diagnostic =>
  diagnostic(
    'fileMissing',
    'error',
    '缺少必需的文件。',
    { file },
    example
      ? `补上该文件，格式可参照 ${example}。`
      : `补上该文件，格式可参照程序目录中的 ${ownExample(file)}（随程序带有的江西省2022年数据）。`,
  );

const ownExample = (file: string): string => file.replace(/^data\/\d{4}\//, 'data/2022/');

export const folderIsFile = (folder: string): Diagnostic =>
  diagnostic(
    'folderIsFile',
    'error',
    '这里应当是一个文件夹，现在是一个同名的文件，里面的内容没有读入。',
    { file: folder },
    '把这个文件改名或移走，建一个同名的文件夹。',
  );

export const fileIsFolder = (file: string): Diagnostic =>
  diagnostic(
    'fileIsFolder',
    'error',
    '这里应当是一个文件，现在是一个同名的文件夹，里面的内容没有读入。',
    { file },
    '其中有要用的文件的，移出来放在这里；这个文件夹删去。',
  );

export const planMissing = (year: number): Diagnostic =>
  diagnostic(
    'planMissing',
    'error',
    `${year}年还没有工作计划。`,
    { file: `data/${year}/plan` },
    '用 diaodu plan import <工作计划文件> 读入，核对后再运行。',
  );

export const folderEmpty = (file: string, what: string): Diagnostic =>
  diagnostic('folderEmpty', 'error', `文件夹中没有${what}。`, { file });

export const notText = (file: string): Diagnostic =>
  diagnostic(
    'notText',
    'error',
    '文件不是 UTF-8 编码的文本。',
    { file },
    '用记事本打开，“另存为”时编码选 UTF-8。',
  );

export const wordsLost = (file: string): Diagnostic =>
  diagnostic(
    'wordsLost',
    'error',
    '文件中没有汉字，都成了问号（?），是存成文本时丢失的，无法恢复。',
    { file },
    '打开原来的表，另存为 .xlsx，或“CSV UTF-8”，再报。',
  );

/** In the folder of a period, where files lie side by side. */
export const folderNotRead = (path: string): Diagnostic =>
  diagnostic(
    'folderNotRead',
    'warning',
    '这是文件夹，里面的文件没有读取。',
    { file: path },
    '里面有要采用的报表的，把文件夹移到别处，用 diaodu collect 收取；不用的删去。',
  );

export const unknownFormat = (file: string): Diagnostic =>
  diagnostic('unknownFormat', 'warning', '不认识这种文件，已跳过。', { file }, `${returnFormats()}。`);

// YAML

const YAML_FAULTS: Partial<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '用制表符做了缩进',
  DUPLICATE_KEY: '同一处有两个相同的字段名',
  MISSING_CHAR: '缺少逗号、冒号或括号',
  UNEXPECTED_TOKEN: '多出了不该有的字符',
  BLOCK_IN_FLOW: '括号里少了逗号，或括号没有配对',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“: ”，或缩进不对',
  MULTILINE_IMPLICIT_KEY: '字段名占了多行，可能漏写冒号',
  BAD_SCALAR_START: '文字以特殊字符开头',
  BAD_DQ_ESCAPE: '双引号内的反斜杠写法不对',
  BAD_ALIAS: '文字以“*”或“&”开头',
  BAD_COLLECTION_TYPE: '列表与字段混用',
  MULTIPLE_DOCS: '一个文件里有多份文档（“---”）',
  ALIAS_PROPS: '文字以“*”或“&”开头',
  BAD_PROP_ORDER: '文字以“&”或“!”开头',
  MULTIPLE_ANCHORS: '文字以“&”开头',
  MULTIPLE_TAGS: '文字以“!”开头',
  TAG_RESOLVE_FAILED: '文字以“!”开头',
  RESOURCE_EXHAUSTION: '层次太深',
  KEY_OVER_1024_CHARS: '字段名太长，可能漏写换行或引号',
};

export const yamlSyntax = (at: Origin, fault: string): Diagnostic =>
  diagnostic(
    'yamlSyntax',
    'error',
    `YAML 写法有误：${YAML_FAULTS[fault] ?? `无法识别（${fault}）`}。`,
    at,
    fault === 'RESOURCE_EXHAUSTION'
      ? '本程序的数据文件最多五六层：删去多写的括号和缩进；内容弄乱了的，换回以前的一份。'
      : '每级缩进两个空格；含“: ”“#”或以特殊字符开头的文字要用引号括起来。',
  );

/** `empty`: “[]” or “{}”, with something written under it all the same. */
export const yamlNotEmpty = (at: Origin, empty: string, line: number): Diagnostic =>
  diagnostic(
    'yamlNotEmpty',
    'error',
    `这里的“${empty}”表示没有内容，第${line}行起却又写了内容。`,
    at,
    `删去“${empty}”，下面写的不用动。`,
  );

export const yamlTwice = (at: Origin, key: string, line: number): Diagnostic =>
  diagnostic(
    'yamlTwice',
    'error',
    `“${key}”在第${line}行已经写过，同一处不能写两次。`,
    at,
    '两处合成一处，删去空的或多余的一处。',
  );

export const yamlOpen = (at: Origin, bracket: '[' | '{'): Diagnostic =>
  diagnostic(
    'yamlOpen',
    'error',
    `“${bracket}”没有写对应的“${bracket === '[' ? ']' : '}'}”。`,
    at,
    '补上后半个括号；括号本来就是文字的，把整句用引号括起来。',
  );

export const yamlUnquoted = (at: Origin, quote: '"' | "'"): Diagnostic =>
  diagnostic(
    'yamlUnquoted',
    'error',
    `引号 ${quote} 没有写对应的后半个。`,
    at,
    '在这段文字的末尾补上；引号本来就是文字的，改用中文引号“”。',
  );

/** `written`: up to the next space. */
export const yamlSign = (at: Origin, sign: '*' | '&' | '!', written: string): Diagnostic =>
  diagnostic(
    'yamlSign',
    'error',
    `“${excerpt(written)}”以“${sign}”开头，${sign === '*' ? '会被当作引用别处的内容' : '不会当作文字读入'}。`,
    at,
    '把整句用引号括起来；多写的，删去。',
  );

export const yamlNested = (at: Origin): Diagnostic =>
  diagnostic(
    'yamlNested',
    'error',
    '这里应为文字或字段名，现为括号括起来的一组内容。',
    at,
    '括号本来就是文字的，把整句用引号括起来。',
  );

/** What is referred to is repeated so often that the file would hold millions of values. */
export const yamlRepeats = (file: string): Diagnostic =>
  diagnostic(
    'yamlRepeats',
    'error',
    '“&”“*”引用重复太多，无法读入。',
    { file },
    '不用引用，把内容直接写在各处。',
  );

export const yamlQuoteInside = (at: Origin, quote: '"' | "'"): Diagnostic =>
  diagnostic(
    'yamlQuoteInside',
    'error',
    `引号 ${quote} 到这里已经成对，后面还有文字。`,
    at,
    '文字里面的引号改用中文引号“”。',
  );

/** `found`: the colon as written, full-width or without the space that YAML asks for. */
export const yamlColon = (at: Origin, key: string, found: '：' | ':'): Diagnostic =>
  diagnostic(
    'yamlColon',
    'error',
    found === '：'
      ? `字段名“${key}”后用了全角冒号“：”，应为半角冒号加一个空格。`
      : `字段名“${key}”的冒号后面没有空格。`,
    at,
    `写作“${key}: 内容”。`,
  );

// Fields

export const unknownKey = (
  at: Origin,
  key: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  diagnostic(
    'unknownKey',
    'error',
    `不认识的字段“${key}”。`,
    at,
    ...didYouMean(suggestion),
    ...oneOf(listedFields(at, known)),
  );

export const missingField = (at: Origin, field: string): Diagnostic =>
  diagnostic(
    'missingField',
    'error',
    `缺少字段${quotedField(at, field)}。`,
    at,
    '补上这个字段，写法参照同类的项或随程序带有的同名文件。',
  );

/** `expected`: the types that it may have. */
export const wrongType = (
  at: Origin,
  field: string,
  found: string,
  expected: readonly string[],
): Diagnostic =>
  diagnostic(
    'wrongType',
    'error',
    `${quotedField(at, field)}应为${expected.join('或')}，现为${found}。`,
    at,
    ...howToWrite(expected),
  );

/** What such a value looks like. */
const WRITTEN: Readonly<Record<string, string>> = {
  文字: '字段后写文字；含冒号、井号的加半角引号。',
  数字: '只写数，不加引号、单位和千分号，如 12.5。',
  整数: '只写整数，不加引号和单位，如 12。',
  'true 或 false': '写 true 或 false，不加引号。',
  '列表（每项以“- ”开头）': '每项另起一行，以“- ”开头；没有的写 []。',
  一组字段: '每个字段一行，写作“字段: 内容”。',
  空: '冒号后不写内容。',
};
const howToWrite = (expected: readonly string[]): string[] =>
  expected.flatMap((type) => {
    const hint = WRITTEN[type];
    if (hint === undefined) return [];
    return [expected.length > 1 ? `写${type.replace(/（.*/, '')}的，${hint}` : hint];
  });

/** `found`: as it is written, such as 0123, which is a number to YAML unless it is quoted. */
export const unquotedText = (at: Origin, field: string, found: string): Diagnostic =>
  diagnostic(
    'unquotedText',
    'error',
    `${quotedField(at, field)}应为文字，所写的 ${found} 不加引号会被当作别的类型（如数字，开头的0会丢失）。`,
    at,
    `加上引号，写作 "${found}"。`,
  );

export const wrongChoice = (
  at: Origin,
  field: string,
  found: string,
  options: readonly string[],
  suggestion: string | undefined,
): Diagnostic =>
  diagnostic(
    'wrongChoice',
    'error',
    `${quotedField(at, field)}不能是“${found}”。`,
    at,
    ...didYouMean(suggestion),
    ...oneOf(options),
  );

export const wrongForm = (at: Origin, field: string, found: string, expected: string): Diagnostic =>
  diagnostic('wrongForm', 'error', `${quotedField(at, field)}的写法“${found}”不对：${expected}。`, at);

export const outOfRange = (at: Origin, field: string, limit: string): Diagnostic =>
  diagnostic('outOfRange', 'error', `${quotedField(at, field)}超出范围：应${limit}。`, at);

export const templateIdTwice = (at: Origin, id: string, other: string): Diagnostic =>
  diagnostic(
    'templateIdTwice',
    'error',
    `模板的 id“${id}”与 ${other} 重复。`,
    at,
    '每个模板的 id 应不相同。',
  );
