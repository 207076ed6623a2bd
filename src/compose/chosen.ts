/** Which documents of a pack a command names, by id, label or the number of their files. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { literal } from '../base/literal.ts';
import { unknownDocument } from '../base/messages/compose.ts';
import type { TemplateFolder } from '../model/document/template.ts';

/** The number that the names of a document's files begin with; empty where they have none. */
const numberOf = ({ settings }: TemplateFolder): string => /^\d+/.exec(settings.name)?.[0] ?? '';

const LIVE = /\{\{.*?\}\}/g;

/** A label with live text in each of its cases. */
function variants(label: string): string[] {
  const cases = /\{\{#if [^}]*\}\}(.*?)\{\{else\}\}(.*?)\{\{\/if\}\}/;
  return cases.test(label) ? ['$2', '$1'].map((one) => label.replace(cases, one)) : [label];
}

/** The same as written: without figures, and places by no name. */
const spelt = (label: string): string[] =>
  variants(label).map((one) => one.replace(/各\{\{.*?\}\}/g, '各地').replace(LIVE, ''));

/** Whether a name is that of the label, whatever its live text says: 各设区市…, 各乡镇（街道）…. */
const isLabel = (name: string, label: string): boolean =>
  variants(label).some((one) => {
    const parts = one.split(LIVE).map(literal);
    return new RegExp(`^${parts.join('.*')}$`).test(name);
  });

/** What people may call a document: its id, its label, the number of its files, with or without a leading 0. */
const isNamed = (folder: TemplateFolder, name: string): boolean => {
  const number = numberOf(folder);
  const numbers = number === '' ? [] : [number, number.replace(/^0(?=.)/, '')];
  const { id, label } = folder.settings;
  return [id, ...spelt(label), ...numbers].includes(name) || isLabel(name, label);
};

/** The folders that `only` names; all when it is empty. */
export const chosen = (folders: readonly TemplateFolder[], only: readonly string[]): TemplateFolder[] =>
  folders.filter((folder) => only.length === 0 || only.some((name) => isNamed(folder, name)));

/** A diagnostic for each name in `only` that the pack doesn't know; a folder that couldn't be read is none of `folders`. */
export function unknownOnly(folders: readonly TemplateFolder[], only: readonly string[]): Diagnostic[] {
  return only
    .filter((name) => !folders.some((folder) => isNamed(folder, name)))
    .map((name) =>
      unknownDocument(
        name,
        folders.flatMap(({ settings }) => [settings.id, ...spelt(settings.label)]),
        folders.map((folder) => {
          const { id, label } = folder.settings;
          return `${id}（${numberOf(folder)}${spelt(label)[0] ?? ''}）`;
        }),
      ),
    );
}
