/** What a quarter's returns of the cities say that should not be printed unseen: it stops formal texts; of drafts it is told. Pure. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { cityFindingsOpen, cityFindingsTold } from '../../base/messages/acknowledgements.ts';
import type { CityLedger } from '../../model/ledger/city-ledger.ts';
import { periodName } from '../../model/period.ts';
import {
  type Acknowledgement,
  acknowledgementsFile,
  cityAcknowledgements,
} from '../../model/returns/acknowledgement.ts';
import { byCity } from '../projects/gate.ts';
import { acknowledge } from '../returns/acknowledge.ts';
import { stopsCities } from './checks/index.ts';

/** `formal`: the text waits for them. Out: one error then, one warning for a draft; nothing where nothing is open. */
export function cityGate(
  { period, region, findings }: CityLedger,
  all: readonly Acknowledgement[],
  formal: boolean,
): Diagnostic[] {
  const name = cityAcknowledgements(period.id);
  const open = acknowledge(findings, all, name).findings.filter(stopsCities);
  if (open.length === 0) return [];
  const about = { id: period.id, year: period.year, name: periodName(period), places: region.places };
  const notes = acknowledgementsFile(period.year, name);
  return [formal ? cityFindingsOpen(about, notes, byCity(open)) : cityFindingsTold(about, byCity(open))];
}
