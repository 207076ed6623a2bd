/** Names every template may use: the period, the plan, the office. */
import { formatDate } from '../../base/chinese/date.ts';
import { innerTitles } from '../../base/chinese/text.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { cumulativeName, elapsedShare, periodName } from '../../model/period.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { fieldOf } from '../../model/plan/programme.ts';
import type { Region } from '../../model/region/region.ts';
import type { View } from '../engine/value.ts';
import { paceFigure } from '../figures.ts';

const QUARTER_END = ['一季度末', '上半年末', '三季度末', '年末'];

export function frame(ledger: Ledger): View {
  const { period, plan } = ledger;
  return {
    期: {
      名称: periodName(period),
      累计: cumulativeName(period),
      季末: QUARTER_END[period.quarter - 1] as string,
      截止: formatDate(ledger.setting.asOf),
      报送期限: formatDate(ledger.setting.due),
      年: `${period.year}年`,
      首季: period.quarter === 1,
      末季: period.quarter === 4,
      序时进度: paceFigure(elapsedShare(period) * 100, 0),
    },
    计划: planView(plan),
    辖区: regionView(ledger.region),
    演示: ledger.demo,
    有上期: ledger.previousCounts !== null,
  };
}

/** 全省, 设区市和赣江新区, 设区市, 地方; 省 of 省有关单位 and 省直 of 省直单位, '' and 各 where not known. */
export const regionView = ({ whole, places, place, counted, level }: Region): View => ({
  全域: whole,
  统称: places,
  名称: place,
  计称: counted,
  层级: level,
  直属: level === '' ? '各' : (DIRECT[level] ?? `${level}直`),
});

const DIRECT: Partial<Record<string, string>> = { 自治区: '区直', 地区: '地直' };

/** What a notice was issued with: after 领导小组印发 its own title would say once more who issues it. */
const issuedTitle = (title: string): string =>
  /印发(?:《(.+)》|(.+))的通知$/.exec(title)?.slice(1).find(Boolean) ?? title;

const LEADING_GROUP = '领导小组';

/** Bodies that meet and whose office keeps the minutes. */
const BODY = /(?:领导小组|联席会议|委员会|指挥部|专班)$/;

/** Whose minutes they are: a plan may be printed by a 人民政府办公厅, which does not hold the meetings of the 领导小组. */
function meetingBody({ issuer, office }: Plan['document']): string {
  if (BODY.test(issuer) || office === '') return issuer || LEADING_GROUP;
  const body = office.replace(/办公室$/, '');
  return BODY.test(body) ? body : office;
}

export function planView({ document, requirements }: Plan): View {
  return {
    要求: requirements.paragraphs.map(({ heading, text }): View => ({ 标题: heading, 原文: text })),
    要求白皮书: requirements.duties.some(({ kind }) => kind === 'whitePaper'),
    // Both stand between 《》 wherever a template prints them in a sentence.
    标题: innerTitles(document.title),
    名称: innerTitles(issuedTitle(document.title)),
    文号: document.documentNumber,
    简称: innerTitles(document.shortTitle.replace(/^《([^《》]*)》$/, '$1')),
    项目: document.programme,
    领域: fieldOf(document.programme),
    // An imported plan may not say: see planBlanks of base/messages/meetings.ts.
    领导小组: document.issuer || LEADING_GROUP,
    议事机构: meetingBody(document),
    办公室: document.office || `${LEADING_GROUP}办公室`,
    主送: document.recipients,
  };
}
