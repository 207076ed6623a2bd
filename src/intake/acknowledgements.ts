/** data/<year>/acknowledgements/<period>.yaml → acknowledgements that know where they were written. */
import type { z } from 'zod';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import * as messages from '../base/messages/acknowledgements.ts';
import { fileIsFolder } from '../base/messages/files.ts';
import { endsAfter, type Month, monthIdSchema } from '../model/period.ts';
import type { PeriodSetting } from '../model/plan/rules.ts';
import {
  type Acknowledgement,
  acknowledgementsFileSchema,
  cityAcknowledgements,
} from '../model/returns/acknowledgement.ts';
import type { LocatedData } from './located/located.ts';
import { checkSchema } from './located/schema.ts';
import { readYaml } from './located/yaml-file.ts';

type Written = z.output<typeof acknowledgementsFileSchema>[number];

/**
 * All files of the folder, but for those on later periods (`until`, see Wants); an entry that names no finding, gives no
 * reason or no office is an error and left out.
 */
export async function readAcknowledgements(
  effects: Effects,
  folder: string,
  periods: readonly PeriodSetting[],
  until?: Month,
): Promise<{ acknowledgements: Acknowledgement[]; diagnostics: Diagnostic[] }> {
  const acknowledgements: Acknowledgement[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = periods.map((period) => period.id);
  for (const name of (await effects.list(folder)).filter((entry) => /^[^.~].*\.yaml$/.test(entry))) {
    const file = `${folder}/${name}`;
    const period = name.replace(/\.yaml$/, '');
    if (!known.includes(period) && !isRegional(period, known)) {
      diagnostics.push(messages.acknowledgementPeriodUnknown({ file }, period, known));
      continue;
    }
    if (endsAfter(period.replace(cityAcknowledgements(''), ''), until)) continue;
    const bytes = await effects.read(file);
    if (!bytes) {
      diagnostics.push(fileIsFolder(file));
      continue;
    }
    const yaml = readYaml(file, bytes);
    diagnostics.push(...yaml.diagnostics);
    // A file of comments only says that there is nothing to acknowledge.
    if (!yaml.value || yaml.value.data === null) continue;
    const checked = checkSchema(acknowledgementsFileSchema, yaml.value);
    diagnostics.push(...checked.diagnostics);
    for (const [index, written] of (checked.value ?? []).entries()) {
      const read = readOne(period, written, yaml.value, index);
      if ('code' in read) diagnostics.push(read);
      else acknowledgements.push(read);
    }
  }
  return { acknowledgements, diagnostics };
}

/** 2022-09 for the projects of a month, cities-2022Q3 for the cities of a quarter. */
const isRegional = (name: string, periods: readonly string[]): boolean =>
  monthIdSchema.safeParse(name).success || periods.some((period) => name === cityAcknowledgements(period));

function readOne(
  period: string,
  written: Written,
  located: LocatedData,
  index: number,
): Acknowledgement | Diagnostic {
  const at = located.at([index]);
  const { outcome, found = '' } = written;
  const [check, unit, subject] = written.finding?.split('/') ?? [
    written.check,
    written.unit,
    written.subject === undefined ? undefined : String(written.subject),
  ];
  if (!check || !unit || !subject) return messages.acknowledgementUnnamed(at);
  const [reason, by] = [written.reason.trim(), written.by.trim()];
  if (!reason) return messages.acknowledgementIncomplete(at, '理由');
  if (!by) return messages.acknowledgementIncomplete(at, '说明单位');
  return { period, check, unit, subject, outcome, found: String(found), reason, by, at };
}
