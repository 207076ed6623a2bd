/** The lint on composed documents: numbers of headings and captions, sums of tables, and whose words are whose. */
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { lintDocument } from '../../src/lint/lint.ts';
import { quotedIn } from '../../src/lint/settings.ts';
import {
  type Block,
  type Document,
  type HeadingBlock,
  PLAIN_SECTION,
  type TableBlock,
} from '../../src/model/document/document.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Inline } from '../../src/model/document/inline.ts';
import { settings } from './settings.ts';

const text = (words: string): Inline[] => [{ kind: 'text', text: words }];
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', style: 'body', children });
const says = (words: string): Block => paragraph(...text(words));
const heading = (number: string, level: HeadingBlock['level'], words = '总体进展'): Block => ({
  kind: 'heading',
  level,
  id: number,
  number,
  children: text(words),
  inContents: true,
  look: 'text',
});
const table = (number: string, rows: string[][], notes: string[] = []): TableBlock => ({
  kind: 'table',
  id: number,
  number,
  caption: text('任务状态'),
  unitNote: '',
  columns: (rows[0] ?? []).map(() => ({ width: 1, align: 'left' })),
  head: [(rows[0] ?? []).map(cell)],
  body: rows.slice(1).map((row) => row.map(cell)),
  notes: notes.map(text),
  density: 'normal',
});
const cell = (words: string) => ({ content: [text(words)], colSpan: 1, rowSpan: 1, header: false });
const counted = (value: number, what: string): Figure => ({
  value,
  unit: '家',
  decimals: 0,
  qualifier: '',
  provenance: { kind: 'count', what },
});

const documentOf = (...blocks: Block[]): Document => ({
  name: '三季度报告',
  form: 'report',
  style: 'official',
  meta: {
    title: '三季度报告',
    author: '办公室',
    subject: '三季度调度',
    keywords: [],
    date: '2022-09-30',
    language: 'zh-CN',
    pageMark: '',
  },
  sections: [{ ...PLAIN_SECTION, blocks }],
});
const found = (...blocks: Block[]) => lintDocument(documentOf(...blocks), settings);
const codes = (...blocks: Block[]): string[] => found(...blocks).map((d) => `${d.severity} ${d.code}`);

it('a sign for what does not apply is no ellipsis', () => {
  expect(
    codes(
      table('表1', [
        ['指标', '2018年'],
        ['交易额', '…'],
      ]),
    ),
  ).toEqual([]);
  expect(
    codes(
      table('表1', [
        ['指标', '2018年'],
        ['交易额', '见附件…'],
      ]),
    ),
  ).toEqual(['warning ellipsisDash']);
});

describe('headings of a document', () => {
  it('in order, with annexes that start anew, are fine', () => {
    expect(
      codes(
        heading('一、', 1),
        heading('（一）', 2),
        heading('二、', 1),
        heading('附件1', 1),
        heading('一、', 1),
      ),
    ).toEqual([]);
  });
  it('begin anew in each chapter and appendix of a book', () => {
    const chapter = (number: string) => [heading(number, 1), heading('一、', 2), heading('二、', 2)];
    expect(codes(...['第一章', '第十二章', '附录一', '附录'].flatMap(chapter))).toEqual([]);
    expect(codes(...chapter('第一章'), heading('四、', 2))).toEqual(['error headingOrder']);
  });
  it.each([
    ['a gap', [heading('一、', 1), heading('三、', 1)]],
    ['a duplicate', [heading('一、', 1), heading('一、', 1)]],
    ['a level left out', [heading('一、', 1), heading('（一）', 2), heading('二、', 1), heading('1.', 3)]],
    ['a second level first', [heading('（一）', 2)]],
    ['a fourth level below the first', [heading('一、', 1), heading('（1）', 4)]],
    [
      'a fourth level below the second of two',
      [heading('一、', 1), heading('1.', 3), heading('2.', 3), heading('二、', 1), heading('（1）', 4)],
    ],
    ['an annex that begins with its second level', [heading('附件1', 1), heading('（一）', 2)]],
    [
      'a second level that goes on counting in the next chapter',
      [heading('一、', 1), heading('（一）', 2), heading('二、', 1), heading('（二）', 2)],
    ],
  ])('%s is an error', (_, blocks) => expect(codes(...blocks)).toEqual(['error headingOrder']));
  it('without a number are left alone', () => expect(codes(heading('', 2), heading('', 1))).toEqual([]));
  it('may go from 一、 to 1. where a document has two levels', () => {
    expect(codes(heading('一、', 1), heading('1.', 3), heading('2.', 3))).toEqual([]);
  });
});

describe('captions', () => {
  const good = [
    ['状态', '数量'],
    ['完成', '3'],
  ];
  it('in order and mentioned are fine, also in a range', () => {
    expect(codes(says('见表1和表2。'), table('表1', good), table('表2', good))).toEqual([]);
    expect(codes(says('见表1—表3。'), table('表1', good), table('表2', good), table('表3', good))).toEqual(
      [],
    );
  });
  it('out of order, unmentioned, or mentioned without being there are told', () => {
    expect(codes(says('见表1、表3。'), table('表1', good), table('表3', good))).toEqual(['error captions']);
    const prose = says(
      '各单位按照工作计划，扎实推进各项任务，总体进展顺利，但是仍有部分任务滞后于序时进度，需要加快。',
    );
    expect(codes(prose, table('表1', good))).toEqual(['warning captions']);
    expect(codes(table('表1', good))).toEqual([]);
    expect(codes(says('见图2。'))).toEqual(['error captions']);
    expect(codes(says('推选代表2名，制图3幅。本地图5处，列表3项。'))).toEqual([]);
  });
  it('a range mentions all that lie in it, and words of the plan may mention its own', () => {
    const prose = (mention: string): Block =>
      says(`各单位按照工作计划，扎实推进各项任务，总体进展顺利，仍有部分任务滞后于序时进度，见${mention}。`);
    const tables = ['表1', '表2', '表3'].map((number) => table(number, good));
    for (const mention of ['表1—表3', '表1～3', '表1至表3'])
      expect(codes(prose(mention), ...tables)).toEqual([]);
    expect(codes(prose('表1、表3'), ...tables)).toEqual(['warning captions']);
    const quoted = quotedIn({ text: '按照工作方案表7的分工推进。' });
    const lint = (words: string) => lintDocument(documentOf(says(words)), { ...settings, quoted });
    expect(lint('按照工作方案表7的分工推进。')).toEqual([]);
    expect(lint('请对照表7的分工推进。').map((d) => d.code)).toEqual(['captions']);
  });
  it('end without a mark', () => {
    const block = { ...table('', good), caption: text('任务状态。') };
    expect(codes(block)).toEqual(['error captions']);
  });
});

describe('sums of a table', () => {
  const rows = (total: string, share = '100.0'): string[][] => [
    ['状态', '数量', '占比', '完成率'],
    ['完成', '3', '33.3', '80'],
    ['滞后', '6', '66.7', '40'],
    ['未报送', '—', '', '—'],
    ['合计', total, share, '53.3'],
  ];
  it('that add up are fine, rates are not added', () => expect(codes(table('', rows('9')))).toEqual([]));
  it('that do not add up are errors', () => {
    const [first] = found(table('', rows('10')));
    expect(first?.severity).toBe('error');
    expect(first?.message).toContain('各行相加为9，合计为10');
  });
  it('of shares may miss 100 by rounding only', () => {
    const thirds = (last: string): string[][] => [
      ['状态', '占比'],
      ['甲', '33.3'],
      ['乙', '33.3'],
      ['丙', last],
      ['合计', '100.0'],
    ];
    expect(codes(table('', thirds('33.3')))).toEqual([]);
    expect(codes(table('', thirds('32.3')))).toEqual(['error tableSums']);
  });
  it('are left alone where the note says that something is counted twice', () => {
    expect(codes(table('', rows('8'), ['注：跨单位的任务有重复计算。']))).toEqual([]);
  });
  it('leave out subtotals, and find the total behind a number of its own', () => {
    const parted = (total: string): string[][] => [
      ['序号', '类别', '数量'],
      ['1', '甲', '3'],
      ['2', '乙', '4'],
      ['小计', '', '7'],
      ['', '合计', total],
    ];
    expect(codes(table('', parted('7')))).toEqual([]);
    expect(codes(table('', parted('8')))).toEqual(['error tableSums']);
  });
  it('take a minus for what it is, and round each row once', () => {
    const changes = (total: string, ...rows: string[]): string[][] => [
      ['单位', '净变化'],
      ...rows.map((value, i) => [`单位${i + 1}`, value]),
      ['合计', total],
    ];
    expect(codes(table('', changes('2', '5', '−3')))).toEqual([]);
    expect(codes(table('', changes('8', '5', '−3')))).toEqual(['error tableSums']);
    // Three numbers rounded to a tenth may miss their sum by 0.15.
    expect(codes(table('', changes('1.1', '0.4', '0.4', '0.4')))).toEqual([]);
    expect(codes(table('', changes('1.0', '0.4', '0.4', '0.4')))).toEqual(['error tableSums']);
    expect(codes(table('', changes('11', '4', '4', '4')))).toEqual(['error tableSums']);
  });
  it('say of shares what they come to, of anything else in which column', () => {
    const shares = (total: string): string[][] => [
      ['状态', '占比'],
      ['甲', '40'],
      ['乙', '50'],
      ['合计', total],
    ];
    expect(found(table('', shares('100')))[0]?.message).toContain('相加为90%，超出四舍五入');
    expect(found(table('', shares('91')))[0]?.message).toContain('相加为90，合计为91');
  });
  it('look through cells that span rows and columns', () => {
    const block = table('', [
      ['类别', '状态', '数量'],
      ['甲', '完成', '3'],
    ]);
    block.body = [
      [{ ...cell('甲'), rowSpan: 2 }, cell('完成'), cell('3')],
      [cell('滞后'), cell('4')],
      [{ ...cell('合计'), colSpan: 2 }, cell('8')],
    ];
    expect(codes(block)).toEqual(['error tableSums']);
    block.body[2] = [{ ...cell('合计'), colSpan: 2 }, cell('7')];
    expect(codes(block)).toEqual([]);
  });
});

describe('a number from data', () => {
  const figure = counted(12000, '上云企业');
  const printed = (words: string): Inline => ({ kind: 'figure', text: words, figure });
  it('is printed alike throughout the text', () => {
    expect(codes(paragraph(printed('12000家'), ...text('上云，共')), says('完。'))).not.toContain(
      'sameFigure',
    );
    const [first] = found(
      paragraph(printed('12000家'), ...text('企业上云。')),
      paragraph(...text('上云企业'), printed('1.2万家'), ...text('。')),
    );
    expect(first?.code).toBe('sameFigure');
    expect(first?.message).toContain('“12000家”和“1.2万家”');
  });
  it('also where a heading prints it', () => {
    const title: Block = {
      kind: 'heading',
      level: 1,
      id: 'h',
      number: '',
      children: [printed('1.2万家'), ...text('企业上云')],
      inContents: true,
      look: 'text',
    };
    expect(codes(title, paragraph(printed('12000家'), ...text('企业上云。')))).toEqual([
      'warning sameFigure',
    ]);
  });
  it('may be written without its unit, and another number is another', () => {
    const other: Inline = { kind: 'figure', text: '1.2万家', figure: counted(12000, '规上企业') };
    expect(
      codes(
        paragraph(printed('12000家'), ...text('、'), printed('12000'), ...text('、'), other, ...text('。')),
      ),
    ).toEqual([]);
  });
});

describe('whose words they are', () => {
  it('a doubtful wording in a document is a warning, though an error in a template', () => {
    expect(codes(says('各单位,请报送。'))).toEqual(['warning halfWidth']);
  });
  it('what we compose ourselves stays an error', () => {
    expect(codes(says('进展顺利。。'))).toEqual(['error doubledPunctuation']);
  });
  it('words of the plan or of a unit are remarks, where they meet ours they are not', () => {
    const quoted = quotedIn({ text: '已建成平台,运行良好。' });
    const lint = (words: string) =>
      lintDocument(documentOf(says(words)), { ...settings, quoted }).map((d) => `${d.severity} ${d.code}`);
    expect(lint('省工信厅：已建成平台,运行良好。')).toEqual(['info halfWidth']);
    expect(lint('省工信厅：已建成平台,运行良好。。')).toEqual(['info halfWidth', 'error doubledPunctuation']);
    expect(lint('平台“已建成平台,运行良好”。')).toEqual(['info halfWidth']);
  });
  it('a few characters are nobody’s words, and a short quotation is looked up as a whole', () => {
    const lint = (quoted: string, words: string) =>
      lintDocument(documentOf(says(words)), { ...settings, quoted: quotedIn({ text: quoted }) });
    expect(lint('好,好', '好,').map((d) => d.severity)).toEqual(['warning']);
    expect(lint('说好,再说', '会上说“好,再”。').map((d) => d.severity)).toEqual(['info']);
  });
  it('of one rule no more than twenty findings are told in one passage', () => {
    expect(found(says('各单位,'.repeat(25))).filter((d) => d.code === 'halfWidth')).toHaveLength(20);
  });
  it('says where: document, heading and the words around', () => {
    const [first] = found(heading('一、', 1), says('请省工信厅,省发改委按时报送。'));
    expect(first?.at && formatOrigin(first.at)).toBe(
      '三季度报告 · 一、总体进展 “请省工信厅,省发改委按时报送…”',
    );
  });
});

describe('official frame', () => {
  it('letterhead, addressee and signature', () => {
    const frame = (number: string, addressee: string, date: string): Block[] => [
      {
        kind: 'letterhead',
        form: 'letter',
        mark: '江西省发展数字经济领导小组办公室',
        number,
        issuer: '',
        date: '',
      },
      { kind: 'addressee', children: text(addressee) },
      { kind: 'signature', issuer: '江西省发展数字经济领导小组办公室', date, sealed: true },
    ];
    expect(codes(...frame('赣数办〔2022〕15号', '江西省工业和信息化厅：', '2022年10月8日'))).toEqual([]);
    expect(codes(...frame('赣数办（2022）15号', '省工信厅', '2022年10月'))).toEqual([
      'error documentNumber',
      'error addressee',
      'error signatureDate',
    ]);
  });
  it('a title of an hourglass shape is told', () => {
    const title = (...lines: string[]): Block => ({ kind: 'title', lines, subtitle: [], marks: [] });
    expect(codes(title('关于召开江西省数字经济', '一号发展工程三季度', '专题调度会的通知'))).toEqual([]);
    expect(codes(title('关于召开', '江西省数字经济', '三季度专题调度会的通知'))).toEqual([]);
    expect(codes(title('关于召开江西省数字经济', '三季度', '专题调度会的通知'))).toEqual([
      'warning titleShape',
    ]);
  });
  it('the list of annexes agrees with the annexes', () => {
    const annexed = (...names: string[]): Block[] =>
      names.map((name, i) => heading(names.length > 1 ? `附件${i + 1}` : '附件', 1, name));
    expect(codes(says('附件：1. 议程'), says('2. 名单'), ...annexed('议程', '名单'))).toEqual([]);
    expect(codes(says('附件：议程'), ...annexed('议程'))).toEqual([]);
    expect(codes(says('附件：1. 议程'), says('2. 名单'))).toEqual([]);
    expect(codes(says('附件：议程'), ...annexed('议程', '名单'))).toEqual(['error annexes']);
    expect(codes(says('附件：1. 议程'), says('2. 名单'), ...annexed('议程'))).toEqual(['error annexes']);
    expect(codes(says('附件：1. 议程'), says('2. 回执'), ...annexed('议程', '名单'))).toEqual([
      'error annexes',
    ]);
  });
  it('rules can be switched off', () => {
    const off = { ...settings, off: new Set(['halfWidth']) };
    expect(lintDocument(documentOf(says('各单位,请报送。')), off)).toEqual([]);
  });
});
