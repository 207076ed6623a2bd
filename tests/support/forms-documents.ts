/** Small documents of every form and of the blocks that only some forms have. All names in them are placeholders. */
import {
  type Block,
  type Document,
  type DocumentForm,
  type LetterheadBlock,
  PLAIN_SECTION,
  type Section,
  type StatusGridBlock,
  type StatusGridCell,
} from '../../src/model/document/document.ts';
import { STATUSES } from '../../src/model/status.ts';
import { body, cell, heading, text } from './sample-document.ts';

const PROSE =
  '各地各有关单位认真贯彻落实省委、省政府决策部署，深入推进数字经济做优做强，三季度97项重点任务总体进展平稳，完成年度目标的82.4%，快于序时进度7.4个百分点。';

/** Running text of about so many characters, in paragraphs of some three lines. */
export const prose = (characters: number): Block[] =>
  Array.from({ length: Math.max(1, Math.round(characters / PROSE.length)) }, () => body(text(PROSE)));

export function documentOf(form: DocumentForm, sections: Section[], pageMark = '演示数据'): Document {
  return {
    name: '样张',
    form,
    style: 'official',
    meta: {
      title: '样张',
      author: '某某领导小组办公室',
      subject: '样张',
      keywords: ['样张'],
      date: '2022-09-30',
      language: 'zh-CN',
      pageMark,
    },
    sections,
  };
}

export const sectionOf = (form: DocumentForm, blocks: Block[], more: Partial<Section> = {}): Section => ({
  ...PLAIN_SECTION,
  form,
  blocks,
  ...more,
});

const MASTHEADS: Record<'official' | 'minutes' | 'bulletin', Omit<LetterheadBlock, 'kind' | 'form'>> = {
  official: {
    mark: '某某省发展数字经济领导小组办公室文件',
    number: '某办〔2022〕＿＿号',
    issuer: '',
    date: '',
  },
  minutes: {
    mark: '专题调度会议纪要',
    number: '〔2022〕＿＿号',
    issuer: '某某领导小组办公室',
    date: '2022年＿＿月＿＿日',
  },
  bulletin: {
    mark: '数字经济工作通报',
    number: '2022年第＿＿期（总第＿＿期）',
    issuer: '某某领导小组办公室',
    date: '2022年10月＿＿日',
  },
};

export const IMPRINT: Block = {
  kind: 'imprint',
  copies:
    '某某省委办公厅，某某省人大常委会办公厅，某某省政府办公厅，某某省政协办公厅，省直有关单位，各设区市人民政府',
  issuer: '某某领导小组办公室',
  date: '2022年10月＿＿日',
};

const attendance = (label: string, people: string): Block => ({
  kind: 'attendance',
  label,
  people: [text(people)],
});

const ENDS: Record<keyof typeof MASTHEADS, Block[]> = {
  official: [
    {
      kind: 'annexList',
      items: [
        '数字经济“一号发展工程”2022年重点任务三季度进展情况及四季度工作安排一览表',
        '单位填报说明',
        '联系人名单',
      ],
    },
    { kind: 'signature', issuer: '某某领导小组办公室', date: '2022年10月＿＿日', sealed: true },
  ],
  minutes: [
    attendance(
      '出席',
      '省发改委＿＿＿，省工信厅＿＿＿，省科技厅＿＿＿，省通信管理局＿＿＿，省政府办公厅＿＿＿。',
    ),
    attendance('请假', '省委网信办＿＿＿。'),
    attendance('列席', '省大数据中心＿＿＿，省信息中心＿＿＿。'),
  ],
  bulletin: [],
};

export interface FormOptions {
  mark?: string;
  addressee?: string;
  characters?: number;
  marks?: string[];
  imprint?: boolean;
}

/** Document with 版头, title, 主送, text, 附件说明, signature, 出席 and 版记. */
export function formDocument(form: keyof typeof MASTHEADS, options: FormOptions = {}): Document {
  const {
    addressee = '各成员单位，各设区市人民政府：',
    characters = 500,
    marks = [],
    imprint = true,
  } = options;
  const head = { ...MASTHEADS[form], ...(options.mark !== undefined && { mark: options.mark }) };
  const blocks: Block[] = [
    { kind: 'letterhead', form, ...head },
    {
      kind: 'title',
      lines: ['关于做好数字经济“一号发展工程”', '2022年三季度专题调度工作的通知'],
      subtitle: [],
      marks,
    },
  ];
  if (form !== 'minutes') blocks.push({ kind: 'addressee', children: [text(addressee)] });
  blocks.push(heading(1, 'one', '一、', '总体要求'), ...prose(characters), ...ENDS[form]);
  if (imprint) blocks.push(IMPRINT);
  return documentOf(form, [sectionOf(form, blocks)]);
}

/** 版记 after a text of so many full lines. */
export const imprintAfter = (lines: number, form: DocumentForm = 'report'): Document =>
  documentOf(
    form,
    [
      sectionOf(form, [
        { kind: 'paragraph', style: 'flush', children: [text('国'.repeat(28 * lines))] },
        IMPRINT,
      ]),
    ],
    '',
  );

export const annexOne: Block = { kind: 'annexList', items: ['单位填报说明'] };

/** 97 tasks in 15 rows, or one row of cells with text. */
export function statusGrid(kind: 'whole' | 'track'): StatusGridBlock {
  const cells = (from: number, to: number, named: boolean): StatusGridCell[] =>
    Array.from({ length: to - from + 1 }, (_, i) => ({
      status: STATUSES[(from + i) % STATUSES.length] ?? 'onPace',
      no: String(from + i),
      text: named ? (['省级创新平台', '关键技术攻关', '数字人才培养'][i % 3] ?? '') : '',
    }));
  const legend = [...STATUSES];
  if (kind === 'track') {
    const rows = [{ label: [text('数字技术创新')], cells: cells(1, 9, true) }];
    return { kind: 'statusGrid', rows, perLine: 9, legend, cellMm: 14 };
  }
  const ends = [9, 16, 21, 31, 35, 40, 45, 51, 57, 62, 69, 76, 85, 91, 97];
  const rows = ends.map((end, i) => ({
    label: [text(`（${i + 1}）数字专项名称`)],
    cells: cells((ends[i - 1] ?? 0) + 1, end, true),
  }));
  return { kind: 'statusGrid', rows, perLine: 10, legend, cellMm: 8.4 };
}

export const gridDocument = (kind: 'whole' | 'track'): Document =>
  documentOf('sheet', [
    sectionOf(
      'sheet',
      [
        {
          kind: 'title',
          lines: ['2022年三季度重点任务进展一览'],
          subtitle: [[text('（截至2022年9月30日）')]],
          marks: ['会议材料之六', '会后收回'],
        },
        statusGrid(kind),
      ],
      { orientation: 'landscape' },
    ),
  ]);

/** A sheet with prose in each size, parts and a table. */
export const sheetDocument: Document = documentOf('sheet', [
  sectionOf('sheet', [
    { kind: 'title', lines: ['专项一页'], subtitle: [], marks: ['会议材料之六', '会后收回'] },
    { ...heading(1, 'track', '一、', '数字技术创新'), look: 'sheet' },
    { ...heading(2, 'pace', '（一）', '总体进展'), look: 'sheet' },
    { kind: 'paragraph', style: 'sheetLarge', children: [text(PROSE)] },
    { kind: 'paragraph', style: 'sheet', children: [text(PROSE)] },
    { kind: 'paragraph', style: 'fine', children: [text(PROSE)] },
    {
      kind: 'table',
      id: 'tasks',
      number: '',
      caption: [],
      unitNote: '',
      columns: [
        { width: 1, align: 'centre' },
        { width: 5, align: 'left' },
      ],
      head: [['序号', '任务'].map((name) => ({ ...cell([text(name)]), header: true }))],
      body: [[cell([text('1')]), cell([text('建设省级创新平台')])]],
      notes: [],
      density: 'normal',
    },
  ]),
]);

/** A bound volume: cover, contents, two materials of which one has a landscape page, each opening on the right. */
export const volumeDocument: Document = documentOf('report', [
  sectionOf(
    'report',
    [
      {
        kind: 'cover',
        marks: ['会后收回'],
        lines: ['数字经济“一号发展工程”', '三季度专题调度会', '材料汇编'],
        subtitle: ['（2022年三季度）'],
        issuer: '某某领导小组办公室',
        date: '2022年10月',
      },
    ],
    { numbered: false },
  ),
  sectionOf('report', [{ kind: 'contents', title: '目录', scope: '', lists: 'dividers', depth: 1 }], {
    opens: 'odd',
  }),
  ...material('m1-', '会议材料之一', '工作进展情况报告', [
    sectionOf('report', [
      { kind: 'title', lines: ['三季度工作进展情况报告'], subtitle: [], marks: ['会议材料之一'] },
      { kind: 'contents', title: '目录', scope: 'm1-', lists: 'headings', depth: 2 },
      { kind: 'pageBreak' },
      heading(1, 'm1-pace', '一、', '总体进展'),
      ...prose(400),
      heading(2, 'm1-track', '（一）', '数字技术创新专项'),
      ...prose(200),
    ]),
    sectionOf('report', [heading(1, 'm1-annex', '附件1', '重点任务一览'), statusGrid('whole')], {
      orientation: 'landscape',
    }),
  ]),
  ...material('m2-', '会议材料之二', '工作纪要', [
    sectionOf(
      'minutes',
      formDocument('minutes', { marks: ['会议材料之二'], imprint: false }).sections.flatMap((s) => s.blocks),
    ),
  ]),
]);

function material(prefix: string, mark: string, title: string, sections: Section[]): Section[] {
  const divider: Block = { kind: 'divider', id: `${prefix}divider`, mark, title };
  return [
    sectionOf('sheet', [divider], { opens: 'odd', numbered: false }),
    ...sections.map((section, i): Section => ({ ...section, depth: 1, opens: i === 0 ? 'odd' : 'anywhere' })),
  ];
}

export const cardsDocument: Document = documentOf('sheet', [
  sectionOf(
    'sheet',
    ['张三', '李四五', '欧阳六七', '某某省长', '省发展改革委', '阿卜杜拉·买买提'].map((name) => ({
      kind: 'nameCard',
      name,
    })),
    { orientation: 'landscape', numbered: false },
  ),
]);

export const seatsDocument: Document = documentOf('sheet', [
  sectionOf(
    'sheet',
    [
      {
        kind: 'seatingPlan',
        head: ['副省长丙', '省长甲', '领导小组办公室负责同志'],
        rows: [
          ['省发改委', '省地方金融监管局', '省工信厅', '省委网信办'],
          ['南昌市', null, null, null],
        ],
        seatMm: 16,
        density: 'normal',
      },
    ],
    { orientation: 'landscape' },
  ),
]);
