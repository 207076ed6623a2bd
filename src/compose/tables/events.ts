/** 大事记 and the list of documents issued: stages of tasks and duties whose evidence names a date or a document number. */
import { formatMonthDay, parseDate } from '../../base/chinese/date.ts';
import { groupBy } from '../../base/group.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Ledger, YearLedger } from '../../model/ledger/ledger.ts';
import type { MilestoneRecord } from '../../model/plan/milestone-record.ts';
import { rich } from '../engine/value.ts';
import { dutyName } from '../texts/duty-text.ts';
import { columns, simpleTable, type TableContent } from './cells.ts';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})-(\d{1,2})-(\d{1,2})/;
/** 机关代字, year and number: 赣工信企业字〔2022〕31号; between two there may be 和. */
const DOCUMENT = /(?:(?<=号)(?:以及|和|及|与))?([\u4e00-\u9fff]{2,})(〔\d{4}〕(\d+)号)/g;

/** The stage of which a document needs no telling. */
const ISSUED = '印发';

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

/** 应用大赛 and 大赛决赛已举办 → 应用大赛：决赛已举办: what the name ends with is not said twice. */
function eventText({ what, stage }: Proven): string {
  const shared = [...what].findIndex((_, at) => stage.startsWith(what.slice(at)));
  const rest = shared < 0 ? stage : stage.slice(what.length - shared);
  return rest === '' ? what : `${what}：${rest}`;
}

/** ISO date of the evidence within the year; undefined without one. */
function dateOf({ evidence }: Proven, year: number): string | undefined {
  const found = DATE.exec(evidence)?.[0];
  const iso = found && parseDate(found);
  return iso?.startsWith(String(year)) ? iso : undefined;
}

/** `without`: what a matter lacks that is not listed. */
const sourceNote = (quarter: Ledger, without: string): TableContent['notes'] => [
  rich(
    `数据来源：各单位、各地报送的佐证材料${quarter.demo ? '（演示数据）' : ''}；没有${without}的事项未列入。`,
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
    columns([13, 'left'], [53, 'left'], [21, 'left'], [13, 'centre']),
    rows.map(({ date, one }) => [formatMonthDay(date), eventText(one), one.by, one.about]),
    { density: 'dense', notes: sourceNote(quarter, '日期') },
  );
}

/** The plan itself first, then the documents of units, then those of cities; each unit's together, in order of number. */
export function issuedDocuments(ledger: YearLedger): TableContent {
  const { plan, quarter } = ledger;
  const issued = (all: readonly Proven[]): string[][] => {
    const documents = all.flatMap((one) => {
      const named = [...one.evidence.matchAll(DOCUMENT)];
      return named.map(([, code = '', rest, serial]) => ({
        ...one,
        number: `${code}${rest}`,
        code,
        serial: Number(serial),
      }));
    });
    // What proves several stages is one document, of the first of them.
    const distinct = [
      ...groupBy(documents, ({ number, about, what }) => `${number}${about}${what}`).values(),
    ];
    const ofUnits = groupBy(
      distinct.flatMap(([one]) => one ?? []),
      ({ by }) => by,
    );
    return [...ofUnits.values()]
      .flatMap((own) => [...groupBy(own, ({ code }) => code).values()])
      .flatMap((series) => [...series].sort((a, b) => a.serial - b.serial))
      .map((one) => [one.number, one.stage === ISSUED ? one.what : eventText(one), one.by, one.about]);
  };
  const { documentNumber, title, issuer } = plan.document;
  return simpleTable(
    ['文号', '事项', '印发或填报单位', '对应任务'],
    columns([29, 'left'], [44, 'left'], [17, 'left'], [10, 'centre']),
    [
      ...(documentNumber ? [[documentNumber, title, issuer, '—']] : []),
      ...issued(byTasks(ledger)),
      ...issued(byCities(ledger)),
    ],
    { density: 'dense', notes: sourceNote(quarter, '文号') },
  );
}
