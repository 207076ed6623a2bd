/** What a paper of a period reads of the workspace, for telling later whether it has changed (archive/watch.ts). */
import type { Scope } from '../model/archive/manifest.ts';
import { type Office, officeOf, officeSchema } from '../model/office.ts';
import { type Month, type Period, untilOf, type Year } from '../model/period.ts';
import { readYaml } from './located/yaml-file.ts';

const OFFICE = /^data\/\d{4}\/office\.yaml$/;

export function scopeOf(period: Period | Month | Year): Scope {
  return {
    until: untilOf(period),
    partOf: (path, bytes) => {
      const office = OFFICE.test(path) ? readOffice(path, bytes) : undefined;
      return office ? new TextEncoder().encode(JSON.stringify(officeOf(office, toldBy(period)))) : bytes;
    },
  };
}

/** A year is told by its last quarter (ledger/build-year.ts). */
const toldBy = (period: Period | Month | Year): Period | Month =>
  'quarter' in period || 'month' in period ? period : { id: `${period.id}Q4`, year: period.year, quarter: 4 };

/** Undefined when it can't be read: then every change counts. */
function readOffice(path: string, bytes: Uint8Array): Office | undefined {
  const { value } = readYaml(path, bytes);
  return value && officeSchema.safeParse(value.data ?? {}).data;
}
