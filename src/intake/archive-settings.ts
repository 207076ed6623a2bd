/** Reads data/<year>/archive.yaml. */
import type { Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { archiveSettingsMissing } from '../base/messages/archive.ts';
import { type ArchiveSettings, archiveSchema } from '../model/archive/archive.ts';
import type { LocatedData } from './located/located.ts';
import { checkSchema } from './located/schema.ts';
import { readYaml } from './located/yaml-file.ts';
import { folderInPlaceOf } from './misplaced.ts';

/** `at` leads to the place of a setting, for what is missing. */
export async function readArchiveSettings(
  effects: Effects,
  year: number,
): Promise<Outcome<{ settings: ArchiveSettings; at: LocatedData['at'] }>> {
  const file = `data/${year}/archive.yaml`;
  const bytes = await effects.read(file);
  if (!bytes) {
    const [folder] = await folderInPlaceOf(file, effects);
    return { value: undefined, diagnostics: [folder ?? archiveSettingsMissing(file)] };
  }
  const yaml = readYaml(file, bytes);
  if (!yaml.value) return { value: undefined, diagnostics: yaml.diagnostics };
  const { at } = yaml.value;
  const checked = checkSchema(archiveSchema, yaml.value);
  return {
    value: checked.value && { settings: checked.value, at },
    diagnostics: checked.diagnostics,
  };
}
