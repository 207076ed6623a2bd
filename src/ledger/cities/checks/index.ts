/** All cross-checks on cities' numbers, in the order in which they speak. To add one: its file, and a line here. */

import type { Finding } from '../../../model/ledger/finding.ts';
import type { Acknowledgement } from '../../../model/returns/acknowledgement.ts';
import { findingOf, isDoubt } from '../../returns/acknowledge.ts';
import { type Checked, voidFirst } from '../../returns/void-first.ts';
import type { CityCase, CityCheck } from './check.ts';
import { falling } from './falling.ts';
import { growthSwing } from './growth-swing.ts';
import { magnitudeSlip } from './magnitude-slip.ts';
import { outOfRange } from './out-of-range.ts';
import { ratioSlip } from './ratio-slip.ts';
import { reduced } from './reduced.ts';
import { tenfoldSlip } from './tenfold-slip.ts';

const CITY_CHECKS: readonly CityCheck[] = [
  outOfRange,
  magnitudeSlip,
  tenfoldSlip,
  ratioSlip,
  growthSwing,
  falling,
  reduced,
];

const STOPPING: ReadonlySet<string> = new Set(
  CITY_CHECKS.filter(({ effect }) => effect === 'verify').map(({ name }) => name),
);

/** Whether formal texts wait for it: a figure on paper is likely wrong, and the office has noted nothing of it. */
export const stopsCities = ({ check, acknowledgement }: Finding): boolean =>
  STOPPING.has(check) && !acknowledgement;

/** Findings on one number. */
export function checkNumber(subject: CityCase, acknowledged: readonly Acknowledgement[]): Checked[] {
  const { about, indicator } = subject;
  return voidFirst(CITY_CHECKS, (check) =>
    check.run(subject).map((diagnostic) => {
      const finding = findingOf(
        {
          check: check.name,
          effect: check.effect,
          unit: about.city,
          subject: indicator.id,
          message: diagnostic.message,
          hints: diagnostic.hints,
          at: diagnostic.at ?? about.at,
        },
        acknowledged,
      );
      return {
        finding,
        diagnostic: { ...diagnostic, finding: finding.id },
        voids: check.voids && isDoubt(finding),
      };
    }),
  );
}
