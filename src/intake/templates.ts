/** Templates and house styles as data: templates/<pack>/<document>/ and templates/styles/<name>.yaml. */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { folderEmpty, templateIdTwice } from '../base/messages/files.ts';
import { coloursAlike } from '../base/messages/styles.ts';
import { together } from '../base/together.ts';
import { alikeInGrey, LEAST_DISTANCE, toneName } from '../model/document/grey.ts';
import { documentTemplateSchema, type TemplateFolder } from '../model/document/template.ts';
import { type Theme, themeSchema } from '../model/document/theme.ts';
import { readChecked } from './located/checked.ts';

const SETTINGS = 'document.yaml';

/**
 * A pack: all template folders below templates/<pack>, in the order of their names. A folder that can't be read is told
 * and left out; two of one id are an error.
 */
export async function readPack(
  effects: Effects,
  pack: string,
): Promise<{ value: TemplateFolder[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const names = await effects.list(`templates/${pack}`);
  const folders = await together(names, diagnostics, async (name, told) => {
    const folder = await readTemplateFolder(effects, `templates/${pack}/${name}`);
    told.push(...folder.diagnostics);
    return folder.value ?? [];
  });
  const value = folders.flat();
  if (value.length === 0 && diagnostics.length === 0)
    diagnostics.push(folderEmpty(`templates/${pack}`, '模板文件夹'));
  for (const [i, { path, settings }] of value.entries()) {
    const twin = value.slice(0, i).find((other) => other.settings.id === settings.id);
    if (twin) diagnostics.push(templateIdTwice({ file: `${path}/${SETTINGS}` }, settings.id, twin.path));
  }
  return { value, diagnostics };
}

/** The chapters are handed on as text; running them is the next stage's work. No value, and nothing told, without settings. */
async function readTemplateFolder(effects: Effects, path: string): Promise<Outcome<TemplateFolder>> {
  const names = await effects.list(path);
  if (!names.includes(SETTINGS)) return { value: undefined, diagnostics: [] };
  const settings = await readChecked(effects, `${path}/${SETTINGS}`, documentTemplateSchema);
  if (!settings.value) return { value: undefined, diagnostics: settings.diagnostics };
  const chapters = await Promise.all(
    names
      .filter((file) => file.endsWith('.md'))
      .map(async (file) => [file, await effects.read(`${path}/${file}`)] as const),
  );
  const files = new Map(
    chapters.flatMap(([file, bytes]): [string, string][] =>
      bytes ? [[file, new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')]] : [],
    ),
  );
  return { value: { path, settings: settings.value, files }, diagnostics: settings.diagnostics };
}

/**
 * A house style by its name: templates/styles/<name>.yaml. Colours that a black-and-white printer makes alike are errors:
 * whoever chooses them sees it at the next build, not when the sheets lie on the table.
 */
export function readTheme(effects: Effects, style = 'official'): Promise<Outcome<Theme>> {
  return readChecked(effects, `templates/styles/${style}.yaml`, themeSchema, (theme, located) =>
    alikeInGrey(theme).map((pair) => {
      const shown = pair.tones.map((tone) => ({ name: toneName(tone), colour: theme.tones[tone].colour }));
      const at = located.at(['tones', pair.tones.at(-1) ?? '', 'colour']);
      return coloursAlike(at, pair.kind, shown, pair.distance, LEAST_DISTANCE);
    }),
  );
}
