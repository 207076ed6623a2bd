/** A stage is proven by nothing but a day that is still to come, or that lies before the plan's year. */
import { datesIn } from '../../base/chinese/dates-in.ts';
import { documentYears, namesDocument } from '../../base/chinese/proof.ts';
import { evidenceAhead, evidenceBefore } from '../../base/messages/ledger.ts';
import { periodEnd } from '../../model/period.ts';
import type { Check, EvidenceCase } from './check.ts';

export const evidenceDate: Check<EvidenceCase> = {
  name: 'evidence-date',
  effect: 'verify',
  voids: true,
  run({ evidence, period, about }) {
    const { value, at } = evidence;
    const [end, start] = [periodEnd(period), `${period.year}-01-01`];
    const days = datesIn(value, period.year).flatMap(({ text, iso }) => (iso ? [{ text, iso }] : []));
    const inTime = days.some(({ iso }) => iso >= start && iso <= end);
    if (inTime || namesDocument(value, period.year)) return [];
    const ahead =
      days.find(({ iso }) => iso > end)?.text ?? documentYears(value).map((year) => `〔${year}〕`)[0];
    if (ahead !== undefined) return [evidenceAhead({ ...about, at }, ahead, end)];
    const [early] = days;
    return early ? [evidenceBefore({ ...about, at }, early.text, period.year)] : [];
  },
};
