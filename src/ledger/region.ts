/** What the places of a workspace are called, from all that is read of it. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { regionUnknown } from '../base/messages/regional.ts';
import type { Inputs } from '../model/inputs.ts';
import { ownLevel, ownNames, placesCalled } from '../model/region/own-level.ts';
import { type Region, type RegionHints, regionOf } from '../model/region/region.ts';

type Known = Pick<Inputs, 'plan' | 'units' | 'office' | 'cities'>;

export function regionHints({ plan, units, office, cities }: Known): RegionHints {
  const known = { document: plan.document, units, ...(cities && { cities: cities.cities }) };
  return {
    given: office.region,
    own: ownLevel(known),
    ownNames: ownNames(known),
    called: placesCalled(plan.document),
  };
}

export function regionTold(inputs: Known): { value: Region; diagnostics: Diagnostic[] } {
  const names = inputs.cities?.cities.map((city) => city.name) ?? [];
  const value = regionOf(names, regionHints(inputs));
  return { value, diagnostics: unknownRegion(inputs, value) };
}

/** Papers leave the word out where nothing tells it; the office can. */
export const unknownRegion = ({ plan }: Known, { whole }: Region): Diagnostic[] =>
  whole === '' ? [regionUnknown(`data/${plan.document.year}/office.yaml`)] : [];
