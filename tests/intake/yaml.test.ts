/** Every kind of mistake in a YAML file is told in Chinese, with line and column, all at once. */
import { describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { formatOrigin } from '../../src/base/origin.ts';
import { checkSchema } from '../../src/intake/located/schema.ts';
import { readYaml } from '../../src/intake/located/yaml-file.ts';
import { trackSchema } from '../../src/model/plan/plan.ts';
import { submissionFileSchema } from '../../src/model/returns/submission.ts';

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(
    (d) => `${d.at && formatOrigin(d.at)} ${d.message}${d.hints.map((hint) => ` ▸${hint}`).join('')}`,
  );

function problems(schema: z.ZodType, text: string): string[] {
  const read = readYaml('x.yaml', new TextEncoder().encode(text));
  if (!read.value) return told(read.diagnostics);
  return told(checkSchema(schema, read.value).diagnostics);
}

/** Of the syntax, before any schema. */
const faults = (text: string): string[] =>
  readYaml('x.yaml', new TextEncoder().encode(text)).diagnostics.map(
    (d) => `${d.code} ${d.at?.line}:${d.at?.column} ${d.message}`,
  );

describe('a colon that is none', () => {
  it('is told where it stands, and nothing of what follows from it', () => {
    expect(faults('demo: true\ndate：2023-01-13\nstart: 09:00\nplace: 省政府\n')).toEqual([
      'yamlColon 2:5 字段名“date”后用了全角冒号“：”，应为半角冒号加一个空格。',
    ]);
    expect(faults('date: 2023-01-13\nplace:会议室\nend: 11:00\n')).toEqual([
      'yamlColon 2:6 字段名“place”的冒号后面没有空格。',
    ]);
    expect(faults('date: 2023-01-13\nnote: 说明：见附件\n')).toEqual([]);
    expect(faults('- name: [省科技厅\n')[0]).toMatch(/^yamlOpen/);
  });
});

describe('a bracket that never closes', () => {
  it('is told where it opens, not where the parser gave up', () => {
    expect(faults('a: 1\nunits: [省科技厅, 省教育厅\n\nb: 2\n')).toEqual([
      'yamlOpen 2:8 “[”没有写对应的“]”。',
    ]);
    expect(faults('task: { unit: 省科技厅\nb: 2\n')).toEqual(['yamlOpen 1:7 “{”没有写对应的“}”。']);
    expect(faults('a: [1]\nb: [2\nc: [3\n')).toEqual([
      'yamlOpen 2:4 “[”没有写对应的“]”。',
      'yamlOpen 3:4 “[”没有写对应的“]”。',
    ]);
    expect(faults('a: { b: [1, 2}\nc: 3\n')).toEqual(['yamlOpen 1:9 “[”没有写对应的“]”。']);
    expect(faults('a: [ { b: 1\nc: 3\n')).toEqual([
      'yamlOpen 1:6 “{”没有写对应的“}”。',
      'yamlOpen 1:4 “[”没有写对应的“]”。',
    ]);
  });
});

describe('a quote', () => {
  it('that never closes is told where it opens, once', () => {
    const unclosed = (place: string, quote: string) =>
      `yamlUnquoted ${place} 引号 ${quote} 没有写对应的后半个。`;
    expect(faults('a: "省科技厅\nb: 2\nc: 3\n')).toEqual([unclosed('1:4', '"')]);
    expect(faults("a: it's\nb: '省科技厅\n")).toEqual([unclosed('2:4', "'")]);
    expect(faults('a: [1, "省科技厅, 2]\nb: 3\n')).toEqual([unclosed('1:8', '"')]);
    expect(faults('a: 1\nb: "省科技厅\nc: "y"\n')).toEqual([unclosed('2:4', '"')]);
  });

  it('inside others of its kind is told where they end', () => {
    expect(faults('a: "他说"好"了"\nb: 1\n')).toEqual([
      'yamlQuoteInside 1:7 引号 " 到这里已经成对，后面还有文字。',
    ]);
    expect(faults('a: "他说“好”了"\n')).toEqual([]);
  });
});

describe('a list or group written as empty', () => {
  it('is told to go when something stands below it, and nothing of what follows from it', () => {
    const filled = (place: string, empty: string, line: number) =>
      `yamlNotEmpty ${place} 这里的“${empty}”表示没有内容，第${line}行起却又写了内容。`;
    // As somebody does who adds to our own file what “check” prints.
    expect(faults('# 说明\n[]\n- finding: a/b/c\n  reason: 甲\n  by: 乙\n')).toEqual([
      filled('2:1', '[]', 3),
    ]);
    expect(faults('date: 2023-01-13\ndecisions: []  # 会后填\n\n  - { no: 1 }\n')).toEqual([
      filled('2:12', '[]', 4),
    ]);
    expect(faults('decisions: []\n- no: 1\n  text: 甲\n')).toEqual([filled('1:12', '[]', 2)]);
    expect(faults('a:\n  numbers: {}\n    省科技厅: 1号\n    省教育厅: 2号\nb: 1\n')).toEqual([
      filled('2:12', '{}', 3),
    ]);
    expect(faults('decisions: []\nfollowUps: []\nb: 1\n')).toEqual([]);
    expect(faults('decisions: []\nb: [1\n')[0]).toMatch(/^yamlOpen/);
  });
});

describe('a field written twice', () => {
  it('is named, with the line that has it already', () => {
    expect(faults('x: 1\nperiods: {}\nperiods:\n  2022Q4: 1\n')).toEqual([
      'yamlTwice 3:1 “periods”在第2行已经写过，同一处不能写两次。',
    ]);
  });
});

describe('a text that begins with a sign of YAML’s own', () => {
  it('is told, and is neither a crash nor a text without its first word', () => {
    const sign = (place: string, written: string, what: string) =>
      `yamlSign ${place} “${written}”以“${written[0]}”开头，${what}。`;
    const [quoted, dropped] = ['会被当作引用别处的内容', '不会当作文字读入'];
    expect(faults('place: **重点**\n')).toEqual([sign('1:8', '**重点**', quoted)]);
    expect(faults('a:\n  - *重点\n')).toEqual([sign('2:5', '*重点', quoted)]);
    expect(faults('a: &重点 工程\nb: &重点 工程\n')).toEqual([
      sign('1:4', '&重点', dropped),
      sign('2:4', '&重点', dropped),
    ]);
    expect(faults('a: !note 工程\n')).toEqual([sign('1:4', '!note', dropped)]);
    expect(faults('a: "**重点**"\nb: 1 * 2 & 3!\n')).toEqual([]);
  });

  it('stays a reference where it is one, unless it would never end', () => {
    const { value } = readYaml('x.yaml', new TextEncoder().encode('a: &甲 [1]\nb: *甲\n'));
    expect(value?.data).toEqual({ a: [1], b: [1] });
    expect(faults('&甲\nx: *甲\n')[0]).toMatch(/^yamlSign 2:4/);
    const list = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of)}]\n`;
    const bomb = `${list('a', 'x') + list('b', '*a') + list('c', '*b') + list('d', '*c')}e: [*d, *d]\n`;
    expect(faults(bomb)[0]).toMatch(/^yamlRepeats/);
  });

  it('braces where a field’s name or a text should be: not a word of the parser’s own on the console', () => {
    const said = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    expect(faults('title: {{会议名称}}\n')).toEqual([
      'yamlNested 1:9 这里应为文字或字段名，现为括号括起来的一组内容。',
    ]);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});

describe('a file as old Macintoshes save it', () => {
  it('is not one long comment', () => {
    const { value } = readYaml('x.yaml', new TextEncoder().encode('# 说明\ra: 1\rb: 2\r'));
    expect(value?.data).toEqual({ a: 1, b: 2 });
    expect(faults('# 说明\ra: 1\rb: [2\r')).toEqual(['yamlOpen 3:4 “[”没有写对应的“]”。']);
  });
});

describe('what stands there instead', () => {
  it('is shown in a few words, however long it is', () => {
    const page = `<!DOCTYPE html>${'页'.repeat(5000)}`;
    expect(problems(trackSchema, page)[0]?.length).toBeLessThan(120);
  });
});

describe('what the parser cannot follow', () => {
  it('is told once, not for every word after it', () => {
    expect(faults('[1]\n- a: 1\n  b: 2\n  c: 3\n')).toEqual([
      'yamlSyntax 2:1 YAML 写法有误：多出了不该有的字符。',
    ]);
  });
});

describe('a file that nests without end', () => {
  it.each([
    [`x: ${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'in brackets'],
    [Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}x:`).join('\n'), 'in lines'],
  ])('is told to be too deep', (text) => {
    expect(faults(`${text}\n`)[0]).toMatch(/^yamlSyntax .*：层次太深。$/);
  });
});

describe('text that YAML takes for a number', () => {
  it('is told to be quoted, as it was written', () => {
    const schema = submissionFileSchema.pick({ unit: true });
    expect(problems(schema, 'unit: 0123\n')).toEqual([
      'x.yaml:1:7 “unit”应为文字，所写的 0123 不加引号会被当作别的类型（如数字，开头的0会丢失）。 ▸加上引号，写作 "0123"。',
    ]);
    expect(problems(schema, 'unit: "0123"\n')).toEqual([]);
  });
});

describe('YAML returns', () => {
  it('tells every wrong field at its place', () => {
    const text = `unit: 省教育厅
period: 2022年三季度
receivedAt: 10月8日
tasks:
  - task: 八十八
    progres: 已印发方案。
    stage: 12
    values: { T088-1: [1] }
    coordination:
      - matter: 请支持
        with: 省财政厅
goal: []
`;
    expect(problems(submissionFileSchema, text)).toEqual([
      'x.yaml:2:9 “period”的写法“2022年三季度”不对：应写作 2022Q3 的样子。',
      'x.yaml:3:13 “receivedAt”的写法“10月8日”不对：日期应写作 2022-10-08 的样子。',
      'x.yaml:5:5 缺少字段“progress”。 ▸补上这个字段，写法参照同类的项或随程序带有的同名文件。',
      'x.yaml:5:11 “task”应为数字，现为八十八。 ▸只写数，不加引号、单位和千分号，如 12.5。',
      'x.yaml:6:5 不认识的字段“progres”。 ▸是不是想写“progress”？ ▸可用的写法：values、sources、task、stage、evidence、selfAssessment、progress、problems、coordination、next。',
      'x.yaml:7:12 “stage”应为文字，所写的 12 不加引号会被当作别的类型（如数字，开头的0会丢失）。 ▸加上引号，写作 "12"。',
      'x.yaml:8:23 “T088-1”应为数字或文字，现为列表。 ▸写数字的，只写数，不加引号、单位和千分号，如 12.5。 ▸写文字的，字段后写文字；含冒号、井号的加半角引号。',
      'x.yaml:11:15 “with”应为列表（每项以“- ”开头），现为省财政厅。 ▸每项另起一行，以“- ”开头；没有的写 []。',
      'x.yaml:12:1 不认识的字段“goal”。 ▸是不是想写“goals”？ ▸可用的写法：unit、period、receivedAt、demo、tasks、goals、cooperation。',
    ]);
  });

  it('explains YAML errors without English', () => {
    const hint = ' ▸每级缩进两个空格；含“: ”“#”或以特殊字符开头的文字要用引号括起来。';
    expect(problems(submissionFileSchema, '[甲]\nunit: 乙\n')).toEqual([
      `x.yaml:2:1 YAML 写法有误：多出了不该有的字符。${hint}`,
    ]);
    expect(problems(submissionFileSchema, 'tasks:\n\t- task: 1\n')[0]).toContain(
      'x.yaml:2:1 YAML 写法有误：',
    );
    expect(problems(submissionFileSchema, 'next: 下一步: 抓紧\n')[0]).toContain('一行里有两个“: ”');
    expect(problems(submissionFileSchema, 'values: { "T1" "T2" }')[0]).toContain('缺少逗号、冒号或括号');
    expect(problems(submissionFileSchema, 'values: { T1: 1 T2: 2 }')[0]).toContain('括号里少了逗号');
  });

  it('copes with an empty file, a bare word and bytes that are no text', () => {
    expect(problems(submissionFileSchema, '')).toEqual([
      'x.yaml:1:1 “整个文件”应为一组字段，现为空。 ▸每个字段一行，写作“字段: 内容”。',
    ]);
    expect(problems(submissionFileSchema, '你好')).toEqual([
      'x.yaml:1:1 “整个文件”应为一组字段，现为你好。 ▸每个字段一行，写作“字段: 内容”。',
    ]);
    const gbk = readYaml('x.yaml', new Uint8Array([0xca, 0xa1, 0xbd, 0xcc]));
    expect(told(gbk.diagnostics)).toEqual([
      'x.yaml 文件不是 UTF-8 编码的文本。 ▸用记事本打开，“另存为”时编码选 UTF-8。',
    ]);
  });
});

describe('YAML plan data', () => {
  it('names wrong choices and missing parts of targets', () => {
    const text = `no: 1
name: 数字技术创新专项
shortName: 数字技术创新
leads: []
cooperating: []
tasks:
  - no: 1
    text: 支持30个以上科研攻关项目。
    brief: 科研攻关
    responsible: { unit: 省科技厅, assignedBy: plans }
    targets:
      - id: T1-1
        name: 科研攻关项目
        operator: atleast
        wording: 以上
        value: 三十
        unit: 个
        kind: cumulative
        schedule: { type: straight }
        responsible: { unit: 省科技厅, assignedBy: plan }
`;
    expect(problems(trackSchema, text)).toEqual([
      'x.yaml:4:8 “leads”超出范围：应不少于1项。',
      'x.yaml:10:44 “assignedBy”不能是“plans”。 ▸是不是想写“plan”？ ▸可用的写法：plan、office。',
      'x.yaml:12:9 缺少字段“sentence”。 ▸补上这个字段，写法参照同类的项或随程序带有的同名文件。',
      'x.yaml:12:13 “id”的写法“T1-1”不对：编号应写作 G03 或 T017-1 的样子。',
      'x.yaml:14:19 “operator”不能是“atleast”。 ▸是不是想写“atLeast”？ ▸可用的写法：atLeast、exceed、about、range、batches、yesNo、atMost。',
      'x.yaml:16:16 “value”应为数字，现为三十。 ▸只写数，不加引号、单位和千分号，如 12.5。',
      'x.yaml:19:27 “type”不能是“straight”。 ▸可用的写法：linear、nodes、deadline、level。',
    ]);
  });

  it('keeps the digits as they were written', () => {
    const read = readYaml('x.yaml', new TextEncoder().encode('a: 412.60\nb: "1,234"\nc: ~\n')).value;
    expect(read?.raw(['a'])).toBe('412.60');
    expect(read?.raw(['b'])).toBe('1,234');
    expect(read?.raw([])).toBeUndefined();
  });
});
