/** Plans as Word files: automatic numbers, headings by style, tables with merged cells, and files that are none. */
import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { imported, importPlan } from './plan-import-helper.ts';

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.LEFT,
});
const NUMBERING = {
  config: [
    {
      reference: 'plan',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
        level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
      ],
    },
    { reference: 'tasks', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
  ],
};

async function word(children: FileChild[]): Promise<Uint8Array> {
  const document = new Document({ numbering: NUMBERING, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

const text = (line: string): Paragraph => new Paragraph(line);
const numbered = (reference: string, depth: number, line: string, instance = 0): Paragraph =>
  new Paragraph({ numbering: { reference, level: depth, instance }, children: [new TextRun(line)] });
const cell = (line: string, merge?: 'restart' | 'continue'): TableCell =>
  new TableCell({
    children: [text(line)],
    ...(merge && { verticalMerge: VerticalMergeType[merge === 'restart' ? 'RESTART' : 'CONTINUE'] }),
  });
const row = (...cells: TableCell[]): TableRow => new TableRow({ children: cells });

describe('a Word file', () => {
  it('is read with the numbers that Word prints', async () => {
    const bytes = await word([
      text('戊省2025年数字经济工作计划'),
      numbered('plan', 0, '重点专项工作'),
      numbered('plan', 1, '数字技术创新专项'),
      text('牵头单位：省科技厅'),
      numbered('tasks', 0, '培育15个省级科技创新平台。'),
      numbered('tasks', 0, '编制关键技术目录。'),
      numbered('plan', 1, '数字产业专项'),
      text('牵头单位：省工信厅'),
      numbered('tasks', 0, '支持100家企业，力争营业收入增长20%以上。'),
      numbered('plan', 0, '工作要求'),
      text('各地各部门要狠抓落实。'),
    ]);
    const plan = imported('计划.docx', bytes);
    expect(plan.tracks.map((t) => [t.name, t.leads])).toEqual([
      ['数字技术创新专项', ['省科技厅']],
      ['数字产业专项', ['省工信厅']],
    ]);
    expect(plan.tasks.map((t) => t.text)).toEqual([
      '培育15个省级科技创新平台。',
      '编制关键技术目录。',
      '支持100家企业，力争营业收入增长20%以上。',
    ]);
    expect(plan.codes).not.toContain('tasksWithoutNumber');
    expect(plan.yaml('plan/document.yaml')).toMatchObject({
      year: 2025,
      title: '戊省2025年数字经济工作计划',
    });
    expect(plan.yaml('plan/requirements.yaml')).toMatchObject({ duties: [{ who: '各地各部门' }] });
  });

  it('goes on counting behind a number that began anew', async () => {
    const bytes = await word([
      text('戊省2025年数字经济工作计划'),
      numbered('plan', 0, '重点任务'),
      numbered('plan', 1, '数字技术创新专项'),
      numbered('tasks', 0, '培育15个省级科技创新平台。（责任单位：省科技厅）'),
      numbered('tasks', 0, '编制关键技术目录。（责任单位：省科技厅）'),
      numbered('plan', 1, '数字产业专项'),
      // “重新开始于1” of Word: this paragraph is of another list, those behind it of the first; Word prints 1, 2, 3.
      numbered('tasks', 0, '支持100家企业。（责任单位：省工信厅）', 1),
      numbered('tasks', 0, '打造10个园区。（责任单位：省工信厅）'),
      numbered('tasks', 0, '引进20个项目。（责任单位：省工信厅）'),
    ]);
    const plan = imported('计划.docx', bytes);
    expect(plan.tasks).toHaveLength(5);
    expect(plan.value.unsure.map((d) => d.message).filter((words) => /不连续/.test(words))).toEqual([]);
  });

  it('is read by its heading styles and its tables', async () => {
    const bytes = await word([
      new Paragraph({ text: '己市2024年数字经济重点任务', heading: HeadingLevel.TITLE }),
      new Paragraph({ text: '任务分工', heading: HeadingLevel.HEADING_1 }),
      new Table({
        rows: [
          row(cell('专项'), cell('工作任务'), cell('责任单位'), cell('完成时限')),
          row(
            cell('数字产业', 'restart'),
            cell('引进项目20个'),
            cell('市工信局、市商务局'),
            cell('2024年9月底前'),
          ),
          row(cell('', 'continue'), cell('出台扶持办法。'), cell('市发改委'), cell('持续推进')),
          row(
            cell('数字政府'),
            cell('建成一体化平台。'),
            cell('市数据局牵头，市财政局配合'),
            cell('6月30日前'),
          ),
        ],
      }),
    ]);
    const plan = imported('任务.docx', bytes);
    expect(plan.tracks.map((t) => [t.name, t.leads, t.cooperating, t.tasks.length])).toEqual([
      ['数字产业', ['市工信局', '市发改委'], ['市商务局'], 2],
      ['数字政府', ['市数据局'], ['市财政局'], 1],
    ]);
    expect(plan.tasks.map((t) => t.targets[0]?.deadline)).toEqual(['2024-09-30', undefined, '2024-06-30']);
    expect(plan.tasks[1]?.milestones).toEqual({ ladder: 'issue' });
    // Said of a list of units without a lead, at the row it stands in.
    expect(plan.value.unsure.find((d) => d.code === 'firstListedLeads')?.at?.line).toBe(4);
  });
});

describe('a table with merged cells', () => {
  it('gives a row what is merged downwards beside cells that are merged across', async () => {
    const wide = (line: string): TableCell => new TableCell({ children: [text(line)], columnSpan: 2 });
    const bytes = await word([
      text('己市2024年数字经济重点任务'),
      new Table({
        rows: [
          row(cell('专项'), wide('工作任务'), cell('责任单位')),
          row(cell('数字产业'), wide('引进项目20个。'), cell('市工信局', 'restart')),
          row(cell('数字产业'), cell('培育企业30家。'), cell(''), cell('', 'continue')),
        ],
      }),
    ]);
    const { tasks } = imported('任务.docx', bytes);
    expect(tasks.map((task) => [task.text, task.responsible.unit])).toEqual([
      ['引进项目20个。', '市工信局'],
      ['培育企业30家。', '市工信局'],
    ]);
  });

  it('may say below who leads of those that are listed', async () => {
    const bytes = await word([
      text('己市2024年数字经济工作任务表'),
      new Table({
        rows: [
          row(cell('序号'), cell('工作任务'), cell('责任单位')),
          row(cell('1'), cell('引进项目20个。'), cell('市工信局、市商务局')),
        ],
      }),
      text('注：排在第一位的为牵头单位。'),
    ]);
    const { codes, tasks } = imported('任务.docx', bytes);
    expect(tasks.map(({ responsible }) => responsible.unit)).toEqual(['市工信局']);
    expect(codes).not.toContain('firstListedLeads');
    expect(codes).not.toContain('unreadText');
  });

  it('has a unit on each line of a cell, whatever is said behind it', async () => {
    const lines = (...all: string[]): TableCell => new TableCell({ children: all.map(text) });
    const bytes = await word([
      text('己市2024年数字经济工作任务表'),
      new Table({
        rows: [
          row(cell('序号'), cell('工作任务'), cell('责任单位')),
          row(
            cell('1'),
            cell('建设基地30个。'),
            lines('市农业局、市商务局按职责分工负责', '甲海关、乙海关配合'),
          ),
          row(cell('2'), cell('引进项目20个。'), lines('市工信局牵头', '市商务局', '市统计局配合')),
        ],
      }),
    ]);
    const plan = imported('任务.docx', bytes);
    expect(plan.tasks.map(({ responsible, cooperating }) => [responsible.unit, cooperating])).toEqual([
      ['市农业局', ['市商务局', '甲海关', '乙海关']],
      ['市工信局', ['市商务局', '市统计局']],
    ]);
    expect(plan.codes).not.toContain('oddUnit');
  });
});

const refusal = (file: string, bytes: Uint8Array): string[] => {
  const { value, diagnostics } = importPlan(file, bytes);
  expect(value).toBeUndefined();
  expect(diagnostics.every((d) => d.at?.file === file && d.hints.length > 0)).toBe(true);
  return diagnostics.map((d) => d.code);
};

describe('hostile and foreign files', () => {
  it('are refused with a reason', () => {
    expect(refusal('a.txt', new Uint8Array())).toEqual(['sourceEmpty']);
    expect(refusal('a.txt', strToU8(' \n\n \n'))).toEqual(['sourceEmpty']);
    expect(
      refusal(
        'a.txt',
        Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
      ),
    ).toEqual(['sourceBinary']);
    expect(refusal('a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual([
      'sourceOldWord',
    ]);
    expect(refusal('a.pdf', strToU8('%PDF-1.7\n'))).toEqual(['sourceForeign']);
    expect(refusal('a.rtf', strToU8('{\\rtf1 x}'))).toEqual(['sourceForeign']);
    expect(refusal('a.txt', strToU8('今天天气很好。\n'))).toEqual(['notAPlan']);
    expect(refusal('a.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toEqual(['docxNotWord']);
    expect(refusal('a.docx', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }))).toEqual([
      'docxBroken',
    ]);
    expect(refusal('a.docx', zipSync({ 'word/document.xml': strToU8('x') }).slice(0, 60))).toEqual([
      'docxBroken',
    ]);
  });

  it('tells a file with a password from an old one', () => {
    const name = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(512).fill(0), ...name]);
    expect(importPlan('a.docx', bytes).diagnostics[0]?.message).toContain('密码');
  });

  it('stops at a zip bomb, at entities that multiply and at absurd nesting', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal('a.docx', bomb)).toEqual(['docxTooBig']);
    const laughs = `<!DOCTYPE w [<!ENTITY a "哈哈哈"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    expect(refusal('a.docx', zipSync({ 'word/document.xml': strToU8(laughs) }))).toEqual(['docxBroken']);
    const deep = `<w:document><w:body>${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}</w:body></w:document>`;
    expect(refusal('a.docx', zipSync({ 'word/document.xml': strToU8(deep) }))).toEqual(['docxNested']);
  });

  it('reads around a huge line and a huge number of tasks, in time', () => {
    const huge = `一、重点任务\n（一）专项\n牵头单位：省工信厅\n1. ${'推进（“建设、1'.repeat(200_000)}\n2. 举办论坛。`;
    const plan = imported('长行.txt', huge);
    expect(plan.codes).toContain('lineTooLong');
    const many = `一、重点任务\n${Array.from({ length: 5000 }, (_, i) => `${(i % 999) + 1}. 建成${i}个平台，${'打造'.repeat(20)}。`).join('\n')}`;
    const long = imported('多任务.txt', many);
    expect(long.tasks).toHaveLength(999);
    expect(long.codes).toContain('tooManyTasks');
  }, 10_000);

  it('keeps what is typed out of the YAML syntax', () => {
    const plan = imported(
      '符号.txt',
      '某省2023年计划\n一、任务\n（一）"a: b" #专项\n牵头单位：省厅\n1. {{x}} *&!|> - : # 建成3个“平台”。\n散落的文字\u0007\u0085：# y\n2. 举办论坛。',
    );
    expect(plan.tasks[0]?.text).toContain('{{x}} *&!|> -');
    expect(plan.tasks[0]?.targets[0]?.value).toBe(3);
  });
});
