/** 大事记 and the list of documents issued: stages of tasks and duties whose evidence names a date or a document number. */
import { formatDate, parseDate } from '../../base/chinese/date.ts';
import { groupBy } from '../../base/group.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Ledger, YearLedger } from '../../model/ledger.ts';
import type { MilestoneRecord } from '../../model/milestone-record.ts';
import { dutyName } from '../duty-text.ts';
import { rich } from '../engine/value.ts';
import { columns, simpleTable, type TableContent } from './cells.ts';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})-(\d{1,2})-(\d{1,2})/;
const DOCUMENT = /[\u4e00-\u9fff]{2,}〔\d{4}〕\d+号/;

/** A stage that was reached, and what proves it. */
interface Proven {
  what: string;
  stage: string;
  evidence: string;
  by: string;
  /** 任务17; — for a city's duty, which has no number. */
  about: string;
}

const provenOf = (milestone: MilestoneRecord | null, rest: Omit<Proven, 'stage' | 'evidence'>): Proven[] =>
  (milestone?.proven ?? []).map(({ stage, evidence }) => ({
    ...rest,
    stage: milestone?.nodes[stage - 1]?.stage ?? '',
    evidence: evidence.value,
  }));

const byTasks = ({ quarter }: YearLedger): Proven[] =>
  quarter.tasks.flatMap(({ task, unit, milestone }) =>
    provenOf(milestone, { what: task.brief, by: unit, about: `任务${task.no}` }),
  );

const byCities = ({ cities }: YearLedger): Proven[] =>
  (cities?.cities ?? []).flatMap(({ city, duties }) =>
    duties.flatMap((duty) => provenOf(duty.milestone, { what: dutyName(duty), by: city.name, about: '—' })),
  );

/** 应用大赛 and 大赛决赛已举办 → 应用大赛决赛已举办: what the name ends with is not said twice. */
function eventText({ what, stage }: Proven): string {
  const shared = [...what].findIndex((_, at) => stage.startsWith(what.slice(at)));
  return `${shared < 0 ? what : what.slice(0, shared)}${stage}`;
}

/** ISO date of the evidence within the year; undefined without one. */
function dateOf({ evidence }: Proven, year: number): string | undefined {
  const found = DATE.exec(evidence)?.[0];
  const iso = found && parseDate(found);
  return iso?.startsWith(String(year)) ? iso : undefined;
}

const demoNote = (quarter: Ledger): TableContent['notes'] => [
  rich(
    `数据来源：各单位、各地报送的佐证材料${quarter.demo ? '（演示数据）' : ''}；没有日期或者文号的事项未列入。`,
  ).rich,
];

/** One event of each task, the furthest it came to. */
export function events(ledger: YearLedger): TableContent {
  const { quarter, year } = ledger;
  const dated = byTasks(ledger).flatMap((one) => {
    const date = dateOf(one, year.year);
    return date ? [{ date, one }] : [];
  });
  const rows = [...groupBy(dated, ({ one }) => one.about).values()]
    .flatMap((stages) => stages.at(-1) ?? [])
    .sort((a, b) => byCodeUnit(a.date, b.date));
  return simpleTable(
    ['日期', '事项', '责任单位', '对应任务'],
    columns([20, 'left'], [48, 'left'], [20, 'left'], [12, 'centre']),
    rows.map(({ date, one }) => [formatDate(date), eventText(one), one.by, one.about]),
    { density: 'dense', notes: demoNote(quarter) },
  );
}

/** The plan itself first, then the documents of each task, then those of each city. */
export function issuedDocuments(ledger: YearLedger): TableContent {
  const { plan, quarter } = ledger;
  const issued = (all: readonly Proven[], key: (one: Proven) => string): string[][] => {
    const numbered = all.flatMap((one) => {
      const number = DOCUMENT.exec(one.evidence)?.[0];
      return number ? [{ ...one, number }] : [];
    });
    return [...groupBy(numbered, key).values()].map((group) => {
      const [first] = group;
      const names = [...new Set(group.map(({ what }) => what))];
      return [
        group.map(({ number }) => number).join('、'),
        names.length > 1 ? `${names[0]}等${names.length}项` : (names[0] ?? ''),
        first?.by ?? '',
        first?.about ?? '',
      ];
    });
  };
  const { documentNumber, title, issuer } = plan.document;
  return simpleTable(
    ['文号', '事项', '印发或填报单位', '对应任务'],
    columns([36, 'left'], [32, 'left'], [20, 'left'], [12, 'centre']),
    [
      ...(documentNumber ? [[documentNumber, title, issuer, '—']] : []),
      ...issued(byTasks(ledger), ({ about }) => about),
      ...issued(byCities(ledger), ({ by }) => by),
    ],
    { density: 'dense', notes: demoNote(quarter) },
  );
}
