/** A city that is not ranked for want of a return: a warning, and what it is asked; no build waits for it. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { cityReturnMissing, cityReturnsMissing } from '../../base/messages/cities.ts';
import type { CityLedger } from '../../model/ledger/city-ledger.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import { type Period, periodName } from '../../model/period.ts';
import { findingOf } from '../returns/acknowledge.ts';

/** One for each city without a return for the period. */
export function missingReturns(
  cities: CityLedger['cities'],
  period: Period,
): { finding: Finding; diagnostic: Diagnostic }[] {
  const folder = `data/${period.year}/cities/returns/${period.id}`;
  return cities
    .filter((record) => record.receivedAt === null)
    .map(({ city: { name } }) => {
      const diagnostic = cityReturnMissing(name, periodName(period), folder);
      const { message, at = { file: folder } } = diagnostic;
      const facts = { check: 'city-missing-return', effect: 'verify', unit: name, subject: name } as const;
      const finding = findingOf({ ...facts, message, at });
      return { finding, diagnostic: { ...diagnostic, finding: finding.id } };
    });
}

/** The same for whoever builds: more than one in one warning, or a quarter in which nothing has come yet begins with a wall of them. */
export function missingTold(cities: CityLedger['cities'], period: Period): Diagnostic[] {
  const missing = missingReturns(cities, period);
  const [first, ...others] = missing.map(({ diagnostic }) => diagnostic);
  if (!first || others.length === 0) return first ? [first] : [];
  const names = missing.map(({ finding }) => finding.unit);
  return [{ ...first, message: cityReturnsMissing(names, periodName(period)) }];
}
