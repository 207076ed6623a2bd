/**
 * A Document with every block and inline kind, portrait and landscape pages, hostile text and rare characters.
 * Renderers of every format are tested with it.
 */
import type { Chart } from '../../src/model/document/chart.ts';
import {
  type Block,
  type Document,
  type HeadingBlock,
  type ParagraphBlock,
  PLAIN_SECTION,
  type TableBlock,
  type TableCell,
} from '../../src/model/document/document.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { FigureInline, Inline, TextInline } from '../../src/model/document/inline.ts';
import { STATUSES } from '../../src/model/status.ts';

export const HOSTILE =
  '<script>alert(1)</script> **粗** | a | {{secret}} ::chart{} &amp; “引号” \\u0000 #不是标题';
export const RARE = '万锽、李堃、张翀、王玥';

export function text(value: string): TextInline {
  return { kind: 'text', text: value };
}

/** A figure counted by us; its text is what is printed. */
export function figure(printed: string, value: number, unit: string, decimals = 0): FigureInline {
  const provenance: Figure['provenance'] = { kind: 'count', what: '样张' };
  return { kind: 'figure', text: printed, figure: { value, unit, decimals, qualifier: '', provenance } };
}

export function heading(level: 1 | 2 | 3 | 4, id: string, number: string, title: string): HeadingBlock {
  return {
    kind: 'heading',
    level,
    id,
    number,
    children: [text(title)],
    inContents: level <= 2,
    look: 'text',
  };
}

export function body(...children: Inline[]): ParagraphBlock {
  return { kind: 'paragraph', style: 'body', children };
}

export function cell(...paragraphs: Inline[][]): TableCell {
  return { content: paragraphs, colSpan: 1, rowSpan: 1, header: false };
}

const words = (value: string): TableCell => cell([text(value)]);

/** A dense table of one column; each row as paragraphs of its cell. */
export const denseTable = (rows: readonly string[][], notes: readonly string[] = []): TableBlock => ({
  kind: 'table',
  id: 't',
  number: '',
  caption: [],
  unitNote: '',
  columns: [{ width: 1, align: 'left' }],
  head: [[{ ...cell([text('任务')]), header: true }]],
  body: rows.map((row) => [cell(...row.map((words) => [text(words)]))]),
  notes: notes.map((note) => [text(note)]),
  density: 'dense',
});

export const sampleChart: Chart = {
  kind: 'bar',
  categories: ['数字技术创新', '数字产业集聚', '园区数字化'],
  series: [
    {
      name: '完成年度目标比例',
      tone: 'primary',
      points: [
        { value: 82.4, label: '82.4%', figure: null },
        { value: 71, label: '71%', figure: null },
        { value: null, label: '', figure: null },
      ],
    },
  ],
  valueAxis: { title: '%', min: 0, max: 100 },
  heightMm: 45,
  rule: { value: 75, label: '序时进度75%' },
};

const goals: TableBlock = {
  kind: 'table',
  id: 'goals',
  number: '表1',
  caption: [text('年度目标完成情况')],
  unitNote: '单位：个、亿元',
  columns: [
    { width: 1, align: 'centre' },
    { width: 4, align: 'left' },
    { width: 2, align: 'right' },
    { width: 2, align: 'right' },
    { width: 2, align: 'centre' },
  ],
  head: [
    [
      { ...words('序号'), rowSpan: 2, header: true },
      { ...words('目标'), rowSpan: 2, header: true },
      { ...words('数量'), colSpan: 2, header: true },
      { ...words('状态'), rowSpan: 2, header: true },
    ],
    [
      { ...words('年度目标'), header: true },
      { ...words('累计完成'), header: true },
    ],
  ],
  body: STATUSES.map((status, index) => [
    words(String(index + 1)),
    words(`新增省级科技创新平台第${index + 1}批`),
    cell([figure('15', 15, '个')]),
    cell([figure(`${index + 3}`, index + 3, '个')]),
    cell([{ kind: 'status', status, form: 'full' }]),
  ]),
  notes: [[text('注：演示数据，不代表实际进展。')], [text('数据来源：各单位2022年三季度报送。')]],
  density: 'normal',
};

const ledger: TableBlock = {
  kind: 'table',
  id: 'ledger',
  number: '表2',
  caption: [text('重点任务台账')],
  unitNote: '',
  columns: [
    { width: 1, align: 'centre' },
    { width: 3, align: 'left' },
    { width: 6, align: 'left' },
    { width: 2, align: 'centre' },
  ],
  head: [['序号', '任务', '进展', '状态'].map((name) => ({ ...words(name), header: true }))],
  body: Array.from({ length: 40 }, (_, index) => [
    words(String(index + 1)),
    words(`任务${index + 1}：建设省级工业互联网平台`),
    index === 2
      ? words(HOSTILE)
      : cell(
          [text(`已完成方案起草，征求省发改委、省工信厅等单位意见${index + 1}次，计划四季度印发实施。`)],
          ...(index % 3 === 0 ? [[text('下一步：按程序报审。')]] : []),
        ),
    cell([
      {
        kind: 'status',
        status: STATUSES[index % STATUSES.length] ?? 'onPace',
        form: index % 2 === 1 ? 'symbol' : 'full',
      },
    ]),
  ]),
  notes: [],
  density: 'dense',
};

const PROSE =
  '各地各有关单位认真贯彻落实省委、省政府决策部署，深入推进数字经济做优做强“一号发展工程”，三季度新增5G基站1.2万个，累计达到6.5万个，同比增长28.6%，完成年度目标的82.4%，快于序时进度7.4个百分点。';

function track(index: number, name: string): Block[] {
  return [
    heading(2, `track-${index}`, `（${'一二三四五六'[index - 1]}）`, `${name}专项`),
    body(text(PROSE), text(PROSE)),
    heading(3, `track-${index}-lag`, '1.', '滞后事项'),
    body(
      text(`负责人：${RARE}。`),
      { kind: 'status', status: 'behind', form: 'full' },
      text('：'),
      text(PROSE),
    ),
  ];
}

const portrait: Block[] = [
  {
    kind: 'title',
    lines: ['全省数字经济“一号发展工程”', '2022年三季度工作进展情况报告'],
    subtitle: [[text('省发展数字经济领导小组办公室')], [text('（截至2022年9月30日）')]],
    marks: ['会议材料之四'],
  },
  { kind: 'contents', title: '目录', depth: 2, scope: '', lists: 'headings' },
  { kind: 'pageBreak' },
  heading(1, 'summary', '一、', '总体进展'),
  body(text(PROSE), { kind: 'strong', children: [text('加粗的话')] }, text('，'), {
    kind: 'emphasis',
    children: [text('楷体的话')],
  }),
  body(
    text('详见'),
    { kind: 'reference', target: 'goals', text: '表1' },
    text('、'),
    {
      kind: 'reference',
      target: 'pace',
      text: '图1',
    },
    text('，累计完成'),
    figure('12个', 12, '个'),
    text('。'),
  ),
  {
    kind: 'keyFigures',
    items: [
      { label: [text('任务总数')], value: [figure('97项', 97, '项')], detail: [text('涉及15个专项')] },
      { label: [text('达到序时进度以上')], value: [figure('81项', 81, '项')], detail: [text('占83.5%')] },
      { label: [text('滞后')], value: [figure('12项', 12, '项')], detail: [] },
      { label: [text('未报送')], value: [figure('4项', 4, '项')], detail: [text('1个单位')] },
    ],
  },
  goals,
  {
    kind: 'chart',
    id: 'pace',
    number: '图1',
    caption: [text('三个专项中一个快于序时进度')],
    chart: sampleChart,
    notes: [[text('数据来源：各单位报送，演示数据。')]],
    alt: '条形图：数字技术创新82.4%，数字产业集聚71%，园区数字化未报送；序时进度75%。',
  },
  {
    kind: 'callout',
    title: [text('需协调事项')],
    children: [body(text('请省发改委牵头，于2022年10月20日前研究能耗指标问题。'))],
  },
  heading(1, 'tracks', '二、', '专项进展'),
  ...track(1, '数字技术创新'),
  ...track(2, '数字产业集聚'),
  ...track(3, '园区数字化'),
  heading(1, 'next', '三、', '下一步安排'),
  {
    kind: 'list',
    ordered: true,
    items: [[text('压实责任，按月调度。')], [text('对滞后事项逐项建账，限期销号。')]],
  },
  { kind: 'list', ordered: false, items: [[text('各设区市人民政府：按职责分工抓好落实。')]] },
  body(text(HOSTILE), { kind: 'break' }, text('断行之后。')),
  { kind: 'paragraph', style: 'flush', children: [text('顶格段落：')] },
  { kind: 'paragraph', style: 'centre', children: [text('居中段落')] },
  { kind: 'paragraph', style: 'right', children: [text('居右段落')] },
  { kind: 'paragraph', style: 'note', children: [text('注：小字注释。')] },
  { kind: 'paragraph', style: 'fine', children: [text('方法说明：进度按季度末应完成比例判定。')] },
];

export const sampleDocument: Document = {
  form: 'report',
  style: 'official',
  name: '样张',
  meta: {
    title: '全省数字经济“一号发展工程”2022年三季度工作进展情况报告',
    author: '省发展数字经济领导小组办公室',
    subject: '工作进展情况',
    keywords: ['数字经济', '调度'],
    date: '2022-09-30',
    language: 'zh-CN',
    pageMark: '演示数据',
  },
  sections: [
    { ...PLAIN_SECTION, blocks: portrait },
    {
      ...PLAIN_SECTION,
      orientation: 'landscape',
      blocks: [heading(1, 'annex', '附件1', '重点任务台账'), ledger],
    },
    {
      ...PLAIN_SECTION,
      blocks: [
        heading(1, 'method', '附件2', '方法说明'),
        heading(4, 'rules', '（1）', '规则'),
        body(text(PROSE)),
      ],
    },
  ],
};

/** Stand-ins for drawn charts, chart id → SVG. */
export const sampleCharts: ReadonlyMap<string, string> = new Map([
  [
    'pace',
    '<svg xmlns="http://www.w3.org/2000/svg" width="150mm" height="45mm" viewBox="0 0 425 128"><rect x="100" y="20" width="240" height="20" fill="#1F4E79"/><text x="20" y="35" font-family="Noto Serif SC" font-size="9">数字技术创新</text></svg>',
  ],
]);
