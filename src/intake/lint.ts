/** What the lint reads: templates/lint.yaml and the texts of all templates. */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { notText } from '../base/messages/files.ts';
import { type LintFile, lintFileSchema } from '../model/lint.ts';
import { checkSchema } from './located/schema.ts';
import { readYaml } from './located/yaml-file.ts';
import { folderInPlaceOf } from './misplaced.ts';

const FILE = 'templates/lint.yaml';

export interface LintFileRead {
  path: string;
  settings: LintFile;
}

/** Without the file every rule is on and no phrase is known. */
export async function readLintFile(effects: Effects): Promise<Outcome<LintFileRead>> {
  const bytes = await effects.read(FILE);
  if (!bytes) {
    const diagnostics = await folderInPlaceOf(FILE, effects);
    const value = { path: FILE, settings: { rules: [], phrases: [] } };
    return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
  }
  const yaml = readYaml(FILE, bytes);
  if (!yaml.value) return { value: undefined, diagnostics: yaml.diagnostics };
  const checked = checkSchema(lintFileSchema, yaml.value);
  return {
    value: checked.value && { path: FILE, settings: checked.value },
    diagnostics: [...yaml.diagnostics, ...checked.diagnostics],
  };
}

interface TemplateTexts {
  value: { path: string; text: string }[];
  diagnostics: Diagnostic[];
}

/** Chapters and settings of all document templates, folders within folders too; house styles hold no prose. */
export async function readTemplateTexts(effects: Effects, folder = 'templates'): Promise<TemplateTexts> {
  const found: TemplateTexts = { value: [], diagnostics: [] };
  for (const name of await effects.list(folder)) {
    const path = `${folder}/${name}`;
    if (path === FILE || path === 'templates/styles') continue;
    const bytes = /\.(?:md|ya?ml)$/.test(name) ? await effects.read(path) : undefined;
    if (bytes) {
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        found.value.push({ path, text: text.replaceAll('\r\n', '\n') });
      } catch {
        found.diagnostics.push(notText(path));
      }
    } else if (!name.includes('.')) {
      const inner = await readTemplateTexts(effects, path);
      found.value.push(...inner.value);
      found.diagnostics.push(...inner.diagnostics);
    }
  }
  return found;
}
