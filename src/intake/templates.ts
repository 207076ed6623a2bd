/** Templates and house styles as data: templates/<document>/ and templates/styles/<name>.yaml. */
import type { z } from 'zod';
import type { Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileMissing } from '../base/messages/files.ts';
import { documentTemplateSchema, type TemplateFolder } from '../model/template.ts';
import { type Theme, themeSchema } from '../model/theme.ts';
import { checkSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

const STYLE = 'official';

/** The chapters are handed on as text; running them is the next stage's work. */
export async function readTemplateFolder(effects: Effects, name: string): Promise<Outcome<TemplateFolder>> {
  const path = `templates/${name}`;
  const settings = await readChecked(effects, `${path}/document.yaml`, documentTemplateSchema);
  if (!settings.value) return { value: undefined, diagnostics: settings.diagnostics };
  const files = new Map<string, string>();
  for (const file of await effects.list(path)) {
    const bytes = file.endsWith('.md') ? await effects.read(`${path}/${file}`) : undefined;
    if (bytes) files.set(file, new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'));
  }
  return { value: { path, settings: settings.value, files }, diagnostics: settings.diagnostics };
}

/** The house style, templates/styles/official.yaml. */
export function readTheme(effects: Effects): Promise<Outcome<Theme>> {
  return readChecked(effects, `templates/styles/${STYLE}.yaml`, themeSchema);
}

async function readChecked<S extends z.ZodType>(
  effects: Effects,
  file: string,
  schema: S,
): Promise<Outcome<z.output<S>>> {
  const bytes = await effects.read(file);
  if (!bytes) return { value: undefined, diagnostics: [fileMissing(file)] };
  const yaml = readYaml(file, bytes);
  if (!yaml.value) return { value: undefined, diagnostics: yaml.diagnostics };
  const checked = checkSchema(schema, yaml.value);
  return { value: checked.value, diagnostics: [...yaml.diagnostics, ...checked.diagnostics] };
}
