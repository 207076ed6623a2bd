/** A city that is not ranked for want of a return: a warning, and what it is asked; no build waits for it. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { cityReturnMissing, cityReturnsMissing, cityReturnUnread } from '../../base/messages/cities.ts';
import type { CityLedger } from '../../model/ledger/city-ledger.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import { type Period, periodName } from '../../model/period.ts';
import { type Came, NOTHING_CAME } from '../../model/returns/came.ts';
import { cityReturnsFolder } from '../../model/returns/folders.ts';
import { findingOf } from '../returns/acknowledge.ts';

/** One for each city without a return for the period that counts. @param came how it came that does not, by city */
export function missingReturns(
  cities: CityLedger['cities'],
  period: Period,
  came: Came = NOTHING_CAME,
): { finding: Finding; diagnostic: Diagnostic }[] {
  const folder = cityReturnsFolder(period);
  return cities
    .filter((record) => record.receivedAt === null)
    .map(({ city: { name } }) => {
      const how = came.get(name);
      const diagnostic =
        how === undefined
          ? cityReturnMissing(name, periodName(period), folder)
          : cityReturnUnread(name, periodName(period), folder, how);
      const { message, at = { file: folder } } = diagnostic;
      const facts = { check: 'city-missing-return', effect: 'verify', unit: name, subject: name } as const;
      const finding = findingOf({ ...facts, message, at });
      return { finding, diagnostic: { ...diagnostic, finding: finding.id } };
    });
}

/** The same for whoever builds: more than one in one warning, or a quarter in which nothing has come yet begins with a wall of them. */
export function missingTold(cities: CityLedger['cities'], period: Period, came: Came): Diagnostic[] {
  const missing = missingReturns(cities, period, came);
  const silent = missing.filter(({ finding }) => !came.has(finding.unit));
  const unread = missing.filter((one) => !silent.includes(one)).map(({ diagnostic }) => diagnostic);
  const [first, ...others] = silent.map(({ diagnostic }) => diagnostic);
  if (!first || others.length === 0) return [...(first ? [first] : []), ...unread];
  const names = silent.map(({ finding }) => finding.unit);
  return [{ ...first, message: cityReturnsMissing(names, periodName(period)) }, ...unread];
}
