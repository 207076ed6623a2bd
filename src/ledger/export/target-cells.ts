/** Cells of one target: the quarters' values, and the rates as formulas of them, so that a clerk can check. */
import { decimalsOf } from '../../base/decimal.ts';
import type { ExportCell, ExportColumn } from '../../model/ledger/export-table.ts';
import type { ExportedTarget } from '../../model/ledger/ledger-export.ts';
import { STATUS_FACES, type Status } from '../../model/status.ts';

export const QUARTERS = ['一季度', '二季度', '三季度', '四季度'] as const;
const RATE_DECIMALS = 1;

export const column = (key: string, heading: string, width: number, centred = true): ExportColumn => ({
  key,
  heading,
  width,
  centred,
});

/** q1 … q4 and what is calculated from them; `target` and `baseline` have to stand in the same table. */
export const VALUE_COLUMNS: readonly ExportColumn[] = [
  column('target', '目标值', 9),
  column('unit', '计量单位', 8),
  column('baseline', '年初基数', 9),
  ...QUARTERS.map((name, i) => column(`q${i + 1}`, `${name}末`, 10)),
  column('quarter', '本季度数', 9),
  column('rate', '完成率（%）', 8),
  column('expected', '序时进度（%）', 8),
  column('gap', '差距（百分点）', 8),
];

export const word = (status: Status | null | undefined): string => (status ? STATUS_FACES[status].word : '');

/** Cells of VALUE_COLUMNS. */
export function valueCells(target: ExportedTarget): Record<string, ExportCell> {
  const last = target.quarters.length;
  const now = `{q${last}}`;
  return {
    target: plain(target.value),
    unit: target.unit,
    baseline: target.baseline === null ? null : plain(target.baseline),
    ...Object.fromEntries(target.quarters.map((_, i) => [`q${i + 1}`, reported(target, i)])),
    quarter: quarterCell(target, now, last),
    rate:
      target.rate === null
        ? null
        : { formula: rateFormula(target, now), result: target.rate, decimals: RATE_DECIMALS },
    expected: expectedCell(target, last),
    // Rounded once, from unrounded numbers, as the report prints it.
    gap:
      target.gap === null
        ? null
        : {
            formula: `ROUND({rate}-{expected},${RATE_DECIMALS})`,
            result: target.gap,
            decimals: RATE_DECIMALS,
          },
  };
}

const plain = (value: number): ExportCell => ({ number: value, decimals: decimalsOf(value) });

/** A value in a unit that can't be brought to the target's stands as a text, so that no formula takes it. */
function reported({ quarters, unit }: ExportedTarget, index: number): ExportCell {
  const amount = quarters[index]?.amount;
  if (!amount) return null;
  return amount.unit === unit ? { number: amount.value, decimals: amount.decimals } : amount.text;
}

function rateFormula(target: ExportedTarget, now: string): string {
  if (target.operator === 'yesNo') return `IF(${now}>=1,100,0)`;
  if (target.baseline !== null) return `(${now}-{baseline})/({target}-{baseline})*100`;
  return `${now}/{target}*100`;
}

function quarterCell({ quarters, quarterValue }: ExportedTarget, now: string, last: number): ExportCell {
  if (quarterValue === null) return null;
  const decimals = Math.max(...quarters.slice(-2).map((quarter) => quarter.amount?.decimals ?? 0));
  const formula = last === 1 ? now : `ROUND(${now}-{q${last - 1}},${decimals})`;
  return { formula, result: quarterValue, decimals };
}

/** A straight line is written as one; nodes and deadlines stand as the number that they come to. */
function expectedCell({ expected }: ExportedTarget, last: number): ExportCell {
  if (expected === null) return null;
  if (expected === last * 25) return { formula: `${last}/4*100`, result: expected, decimals: RATE_DECIMALS };
  return { number: expected, decimals: RATE_DECIMALS };
}
