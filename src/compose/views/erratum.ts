/** 更正: what papers that were handed out say otherwise now. */
import { BLANK_DATE } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import { toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { Erratum } from '../../model/erratum.ts';
import { isQuarter, isYear, type Subject } from '../../model/ledger/ledger.ts';
import { monthName, periodName } from '../../model/period.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';

/** A single paper's changes are told one by one where they are not more than this, as in the 勘误表 of a book. */
const MOST_WORDS = 40;

export function erratumView({ edition, issuedOn, facts, papers, words }: Erratum, subject: Subject): View {
  const values = facts.filter(({ fact }) => fact.kind === 'value');
  const statuses = facts.filter(({ fact }) => fact.kind === 'status');
  const statistics = facts.filter(({ fact }) => fact.kind === 'statistic');
  const units = [...new Set(values.map(({ fact }) => fact.who))];
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  return {
    ...nameOf(subject),
    有汇编: isQuarter(subject),
    单份: !isQuarter(subject),
    说份数: isQuarter(subject) || pages === 0,
    成文日期: BLANK_DATE,
    印发日期: formatDate(issuedOn),
    之: edition === 1 ? '' : `之${toChineseNumeral(edition)}`,
    数据: count(values.length, '更正的数据', '处'),
    有数据: values.length > 0,
    统计: count(statistics.length, '更正的统计数据', '处'),
    有统计: statistics.length > 0,
    单位: units,
    评定: count(statuses.length, '评定结果的变化', '项'),
    有评定: statuses.length > 0,
    材料: count(papers.length, '有改动的材料', '份'),
    页: count(pages, '有改动的页', '页'),
    有页: pages > 0,
    列文字: !isQuarter(subject) && words.length > 0 && words.length <= MOST_WORDS,
    文字: count(words.length, '文字对照', '处'),
    有文字: words.length > 0,
  };
}

/** 期 goes into the name of the file; 所指 is what was handed out, and 期次 stands before it where its name does not say it. */
function nameOf(subject: Subject): View {
  if (isYear(subject)) {
    return { 期: `${subject.year.year}年`, 期次: '', 所指: `《${subject.book.title.join('')}》` };
  }
  const [when, what] = isQuarter(subject)
    ? [periodName(subject.period), '专题调度会会议材料']
    : [monthName(subject.month), '重点项目月调度简报'];
  return { 期: when, 期次: when, 所指: what };
}
