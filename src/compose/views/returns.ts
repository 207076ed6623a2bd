/** 报送, 催报, 联系: how the returns of the period stand, for letters and for the office. */
import { BLANK_DATE, BLANK_NUMBER, orBlank } from '../../base/chinese/blank.ts';
import { formatDate, formatMonthDay, formatReceipt } from '../../base/chinese/date.ts';
import { cameAfter, type Ledger, owesReturn, type ReturnRecord } from '../../model/ledger/ledger.ts';
import { reminderSettings } from '../../model/office.ts';
import { REFUSED_WORDS } from '../../model/returns/refusal.ts';
import { type Owing, owing } from '../../model/returns/return-standing.ts';
import type { Unit } from '../../model/unit.ts';
import { toRemind } from '../audiences.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';

const BLANK_CONTACT = 6;
const MS_PER_DAY = 86_400_000;

/** Contact of the office; a gap where it has given none. */
export function officeView({ office }: Ledger): View {
  const { person, phone, email } = office.contact;
  return {
    联系: {
      人: orBlank(person, BLANK_CONTACT),
      电话: orBlank(phone, BLANK_CONTACT),
      邮箱: orBlank(email, BLANK_CONTACT),
      有邮箱: email !== '',
    },
  };
}

/** What a letter to the unit says. Number and dates come from office.yaml or stay gaps. */
export function reminderView(ledger: Ledger, unit: Unit): View {
  const record = ledger.returns.find((r) => r.unit.name === unit.name);
  const set = reminderSettings(ledger.office, ledger.period.id);
  // A letter can't tell of what came in after its day: they were given to an earlier one.
  const settings = record && cameAfter(record, set.date) ? { date: '', deadline: '', numbers: {} } : set;
  const missing = record?.missing ?? [];
  const received = record?.receivedAt ?? null;
  const what = record ? owing(record) : 'return';
  const refused = record?.refused ?? null;
  const others = (refused?.named ?? []).filter((name) => name !== unit.name);
  const sentBack = record?.sentBack ?? 0;
  return {
    发文字号: settings.numbers[unit.name] || BLANK_NUMBER,
    成文日期: settings.date ? formatDate(settings.date) : BLANK_DATE,
    补报期限: settings.deadline ? formatDate(settings.deadline) : BLANK_DATE,
    事由: isDoubtful(record) ? '催报' : REASONS[what],
    未报: received === null,
    未收: what === 'another' && !isDoubtful(record),
    来件不明: what === 'another' && isDoubtful(record),
    另写单位: others,
    来件日期: refused && formatMonthDay(refused.receivedAt),
    来件: refused && REFUSED_WORDS[refused.why],
    退回: what === 'correction',
    错误: count(sentBack, `${unit.name}填报表中的错误`, '处'),
    不全: received !== null && missing.length > 0,
    迟报: received !== null && (record?.late ?? false),
    收到: received === null ? null : formatReceipt(received, record?.correctedAt ?? null),
    迟报天数:
      received !== null && record?.late
        ? count(daysBetween(ledger.setting.due, received), `${unit.name}迟于报送期限的天数`, '天')
        : null,
    缺项: count(missing.length, `${unit.name}未报或未填全的事项`),
    无法识别: missing.some(({ parts }) =>
      parts.some((part) => part.kind === 'value' && part.unread !== undefined),
    ),
  };
}

/** What the letter asks for, in its title. */
const REASONS: Record<Owing, string> = {
  return: '催报',
  another: '重新报送',
  correction: '改报',
  rest: '补报',
  nothing: '按期报送',
};

/** What was not taken may be another unit's: it can't be laid at the door of this one. */
const isDoubtful = (record: ReturnRecord | undefined): boolean => record?.refused?.named !== undefined;

/** Counts and names for the office. */
export function returnsView(ledger: Ledger): View {
  const records = ledger.returns.filter(owesReturn);
  const group = (what: string, test: (record: ReturnRecord) => boolean): View => {
    const chosen = records.filter(test);
    return { 数: count(chosen.length, what, '个'), 单位: chosen.map((record) => record.unit.name) };
  };
  const missing = records.reduce((sum, record) => sum + record.missing.length, 0);
  return {
    应报: count(records.length, '应报送的单位', '个'),
    已报: group('已报送的单位', (record) => record.receivedAt !== null),
    按时: group('按时报送的单位', (record) => record.receivedAt !== null && !record.late),
    迟报: group('迟报的单位', (record) => record.receivedAt !== null && record.late),
    未报: group('未报送的单位', (record) => record.receivedAt === null),
    无来件: group('没有来件的单位', (record) => owing(record) === 'return'),
    未收: {
      ...group('报来而未收的单位', (record) => isRefused(record) && !isDoubtful(record)),
      各单位: records
        .filter((record) => isRefused(record) && !isDoubtful(record))
        .map((record) => `${record.unit.name}（${refusedOn(record, '报来')}）`),
    },
    不明: {
      ...group('来件分不清是否为其报来的单位', (record) => isRefused(record) && isDoubtful(record)),
      各单位: records
        .filter((record) => isRefused(record) && isDoubtful(record))
        .map((record) => `${record.unit.name}（${refusedOn(record, '收到')}）`),
    },
    退回: {
      ...group('退回待改报的单位', (record) => owing(record) === 'correction'),
      各单位: records
        .filter((record) => owing(record) === 'correction')
        .map(
          ({ unit, sentBack, receivedAt, correctedAt }) =>
            `${unit.name}（${formatMonthDay(correctedAt ?? receivedAt ?? '')}报来，错误${sentBack}处）`,
        ),
    },
    不全: group('报送不全的单位', (record) => record.receivedAt !== null && record.missing.length > 0),
    均按时: records.every((record) => record.receivedAt !== null && !record.late),
    缺项: count(missing, '未报或未填全的事项'),
    催报: {
      数: count(toRemind(ledger).length, '发催报函的单位', '个'),
      单位: toRemind(ledger).map((record) => record.unit.name),
    },
  };
}

const isRefused = (record: ReturnRecord): boolean => owing(record) === 'another';

/** 1月9日报来，空表 */
const refusedOn = ({ refused }: ReturnRecord, came: string): string =>
  refused ? `${formatMonthDay(refused.receivedAt)}${came}，${REFUSED_WORDS[refused.why]}` : '';

function daysBetween(from: string, to: string): number {
  const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
  return day(to) - day(from);
}
