/** The top of the document: issuer, number, title, recipients, preamble. What is not printed stays empty. */
import { officeIn } from '../owners/office-name.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { tidyText } from '../text/tidy.ts';
import type { Outline, Unread } from './shape.ts';
import { signerOf, signs } from './surroundings.ts';

export interface Head {
  year: number | undefined;
  /** Whether the year was only guessed from the text. */
  yearGuessed: boolean;
  /** Last year of a plan of several years, whose first is `year`. */
  lastYear: number | undefined;
  /** The plan is for several years, whichever of them is drafted. */
  several: boolean;
  title: string;
  documentNumber: string;
  issuer: string;
  issuerMark: string;
  office: string;
  recipients: string;
  preamble: string;
  shortTitle: string;
  programme: string;
  titleLine: number;
  /** Dates, signatures, annex marks: printed, but without a place in the plan's data. */
  unread: Unread[];
}

const NUMBER = /^[\u4e00-\u9fff（）()]{1,12}[〔[［【（(]\s*(20\d{2})\s*[〕\]］】）)]\s*第?\s*\d+\s*号$/;
const TITLE_END = /(?:通知|计划|要点|方案|清单|安排|意见|措施|规划|分工|工作台账|任务书)(?:（.*）)?$/;
const ISSUER = /^[\u4e00-\u9fff（）]{4,30}(?:办公室|领导小组|委员会|人民政府|联席会议|厅|局)$/;
const ASIDE = /^（此件|^附件|^附：|^抄送|印发$|^目录$/;
/** What a page of a web site adds to a plan; no plan says it. */
const OF_A_PAGE =
  /^(?:索引号|发布时间|来源|信息来源|发布日期|主题分类|发布机构|发文部门|发文单位|发文日期|成文日期|生成日期|政策级别|政策主题|信息分类|有效性|是否有效|文号|名称|字号|打印|分享|点赞|收藏|转发|浏览次数|扫一扫在手机打开当前页)(?:[：:|]|$)/;
/** 文　号：某政办发〔2023〕5号 in the box of a page, which says it instead of the plan. */
const NUMBER_ON_PAGE =
  /(?:文\s*号|发文字号|文件编号)\s*[：:|\s]+([\u4e00-\u9fff]{1,10}\s*〔\s*20\d{2}\s*〕\s*\d+\s*号)/;
/** （2022—2024年） behind the name of a plan of several years. */
const SPAN_BEHIND = /（20\d{2}年?(?:—|-|至)20\d{2}年?）$/;
/** What a plan is, behind what it is about: …三年行动计划. */
const KIND = /(?:[一二两三四五]年)?(?:重点)?(?:行动|工作|攻坚|实施|建设)?(?:计划|方案|规划|要点|清单|安排)$/;
/** Papers of measures are called after them, not after a year. */
const MEASURES = /的?(?:若干)?(?:政策)?(?:措施|意见)$|的?实施意见$/;

/** What has been read of the head so far. */
interface Reading {
  head: Head;
  title: { text: string; line: number; done: boolean };
  /** Of a paper of several, each on a line of its own; the first calls the meetings. */
  issuers: string[];
  signer: string;
}

interface Line {
  text: string;
  /** Without spaces. */
  close: string;
  line: number;
}

/** What a line of the head is, and what becomes of it. */
interface LineKind {
  is(line: Line, reading: Reading): boolean;
  take(line: Line, reading: Reading): void;
}

/** It belongs to the paper, and has no place in the plan's data. */
const known = ({ line, text }: Line, { head }: Reading): void => {
  head.unread.push({ line, text, how: 'known' });
};
const unread = ({ line, text }: Line, { head }: Reading): void => {
  head.unread.push({ line, text });
};

/** 某某委员会办公室 某某政府办公室: who issues it together, on one line. */
const issuersIn = (text: string): string[] => {
  const names = text.split(/\s+/);
  return names.length > 1 && names.every((name) => ISSUER.test(name)) ? names : [];
};

/** In the order in which they are told apart; the last takes what is none of the others. */
const KINDS: readonly LineKind[] = [
  {
    is: ({ text }, { head, title }) =>
      title.text === '' && head.recipients === '' && issuersIn(text).length > 0,
    take: ({ text }, { head, issuers }) => {
      issuers.push(...issuersIn(text));
      head.issuer ||= issuersIn(text)[0] ?? '';
    },
  },
  {
    is: ({ close }) => NUMBER.test(close),
    take: ({ close }, { head }) => {
      head.documentNumber ||= close.replace(/[[［【（(](20\d{2})[\]］】）)]/, '〔$1〕');
    },
  },
  {
    is: ({ text }, { title }) => /文件$/.test(text) && text.length <= 40 && title.text === '',
    take: ({ text }, { head }) => {
      head.issuerMark ||= text;
    },
  },
  {
    is: ({ text }, { head, title }) =>
      signs(text) && (signerOf(text) === '' || title.done || head.recipients + head.preamble !== ''),
    take: (line, reading) => {
      reading.signer ||= signerOf(line.text);
      known(line, reading);
    },
  },
  {
    is: ({ text }, { head }) => NUMBER_ON_PAGE.test(text) && head.documentNumber === '',
    take: ({ text }, { head }) => {
      head.documentNumber = (NUMBER_ON_PAGE.exec(text)?.[1] ?? '').replace(/\s/g, '');
    },
  },
  { is: ({ close }) => OF_A_PAGE.test(close), take: known },
  { is: ({ close }) => ASIDE.test(close), take: unread },
  {
    is: ({ text }, { head }) =>
      /：$/.test(text) &&
      text.length <= 120 &&
      head.recipients === '' &&
      head.preamble === '' &&
      !text.includes('。') &&
      !/^(?:为|按照|根据|现|经)|如下：$/.test(text),
    take: ({ text }, { head }) => {
      head.recipients = text;
    },
  },
  {
    is: ({ text }, { head, title }) => title.text === '' && head.recipients === '' && ISSUER.test(text),
    take: ({ text }, { head, issuers }) => {
      issuers.push(text);
      head.issuer ||= text;
    },
  },
  {
    is: ({ text }, { head, title }) =>
      !title.done && head.recipients === '' && text.length <= 80 && !/[。：；]/.test(text),
    take: ({ text, line }, reading) => {
      const { title, issuers } = reading;
      // 某某办公室 / 关于印发…: the title was broken behind the issuer.
      const issuer = title.text === '' && text.startsWith('关于') ? issuers.join(' ') : '';
      reading.title = {
        text: issuer + title.text + text,
        line: title.line || line,
        done: TITLE_END.test(text),
      };
    },
  },
  // The plan's own title, below the notice that issues it.
  {
    is: ({ text }) => TITLE_END.test(text) && text.length <= 60 && !/[。：；，]/.test(text),
    take: (line, reading) => {
      const { title } = reading;
      // A page title of a web copy stands above the notice's own.
      if (title.text === '' || (/关于/.test(line.text) && !/关于/.test(title.text)))
        reading.title = { text: line.text, line: line.line, done: true };
      else if (line.text !== title.text) known(line, reading);
    },
  },
  {
    is: ({ text }, { title }) => text.length >= 4 && withoutMarks(title.text).includes(withoutMarks(text)),
    take: known,
  },
  {
    is: ({ text }) => /[。：]$/.test(text) || text.length > 25,
    take: ({ text }, { head }) => {
      head.preamble += text;
    },
  },
  { is: () => true, take: unread },
];

const blankHead = (titleLine: number): Head => ({
  year: undefined,
  yearGuessed: false,
  lastYear: undefined,
  several: false,
  title: '',
  documentNumber: '',
  issuer: '',
  issuerMark: '',
  office: '',
  recipients: '',
  preamble: '',
  shortTitle: '',
  programme: '',
  titleLine,
  unread: [],
});

export function readHead(paragraphs: readonly Paragraph[], outline: Outline, allText: string): Head {
  const head = blankHead(paragraphs[0]?.line ?? 1);
  const reading: Reading = { head, title: { text: '', line: 0, done: false }, issuers: [], signer: '' };
  for (const { line, cells, marker, text: written } of paragraphs) {
    // The demands of a notice keep their numbers.
    const printed = marker?.number === undefined ? '' : marker.printed;
    const { text } = tidyText(cells ? cells.join(' ') : printed + written);
    if (text === '') continue;
    const read: Line = { text, close: text.replace(/\s/g, ''), line };
    KINDS.find((kind) => kind.is(read, reading))?.take(read, reading);
  }
  head.title = reading.title.text;
  head.titleLine = reading.title.line || head.titleLine;
  derive(head, outline, allText, reading.signer || outline.signer);
  return head;
}

/** The plan's own title below the notice may be broken into lines, and stands there without 《》. */
const withoutMarks = (text: string): string => text.replace(/[《》\s]/g, '');

function derive(head: Head, outline: Outline, allText: string, signer: string): void {
  const { title } = head;
  const span = /(20\d{2})年?(?:—|-|至)(20\d{2})年?/.exec(title);
  const inTitle = span ?? /(20\d{2})年/.exec(title) ?? /〔(20\d{2})〕/.exec(head.documentNumber);
  if (span) head.lastYear = Number(span[2]);
  head.several = span !== null;
  head.year = inTitle ? Number(inTitle[1]) : mostFrequentYear(allText);
  head.yearGuessed = !inTitle;
  head.issuer = head.issuerMark.replace(/文件$/, '') || head.issuer || issuerIn(title) || signer;
  const plan = title
    .replace(/^.*?关于(?:印发|下发|公布)?/, '')
    .replace(/的?通知$/, '')
    // 《…2024年工作计划》任务分工; the marks of a title within, or of two, stay with it.
    .replace(/^《([^《》]*)》([^《》]*)$/, '$1$2');
  const years = SPAN_BEHIND.exec(plan)?.[0] ?? '';
  const kind = KIND.exec(plan.slice(0, plan.length - years.length))?.[0] ?? '';
  const behind = years !== '' && kind !== '' ? `${kind}${years}` : /20\d{2}年[^《》]*$/.exec(plan)?.[0];
  head.shortTitle = behind ?? plan;
  const subject = plan
    .slice(0, plan.length - (behind ?? '').length)
    .replace(behind === undefined ? MEASURES : /的$/, '');
  const afterYear = plan
    .replace(/^.*?20\d{2}年(?:度)?/, '')
    .replace(/(?:重点)?(?:工作|行动|任务)?(?:计划|要点|方案|清单|安排)$/, '')
    .replace(/(?:重点)?(?:工作)?(?:任务)?(?:分解)?[和及与]?(?:责任|任务)?分[工解]$/, '')
    .replace(/重点(?:工作|任务)$/, '');
  head.programme =
    subject.slice(regionOf(subject).length) || afterYear.slice(regionOf(afterYear).length) || subject;
  const text = [...outline.requirements.map((r) => r.text), head.preamble].join('\n');
  const attributions = outline.tracks.flatMap((t) => [t, ...t.tasks]).map(({ attribution }) => attribution);
  const units = attributions.flatMap(({ leads, cooperating, listed }) => [
    ...leads,
    ...cooperating,
    ...listed,
  ]);
  head.office = officeIn(text, head.issuer, units);
}

/** Not 数字强省 of 数字强省建设, nor the 州 of 广州市; 某某市某某区 is one place. */
const REGION =
  /^(?!数字|智慧|法治|平安)[\u4e00-\u9fff]{1,7}?(?:自治[区州县]|省|市|州(?!市)|县|区|旗|盟|管委会)(?:(?!数字|智慧|社)[\u4e00-\u9fff]{2,3}(?<![社园小校景城])[区县](?=.{4}))?/;
const regionOf = (title: string): string => REGION.exec(title)?.[0] ?? '';

/** Of two that issue it together the first. */
const issuerIn = (title: string): string => /^([^《》]{4,80}?)关于/.exec(title)?.[1]?.split(/\s+/)[0] ?? '';

function mostFrequentYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const found of text.matchAll(/(?<!有效期至)(20\d{2})年/g))
    counts.set(Number(found[1]), (counts.get(Number(found[1])) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return sorted[0]?.[0];
}
