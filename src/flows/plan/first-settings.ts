/** Settings of a workspace's first year, which has no last one to carry them over from: the program's own example, dated anew. */
import type { Effects } from '../../base/effects.ts';
import { rolledFile } from '../../intake/returns/roll-forward.ts';

/** Without them nothing can be judged, asked for or archived; what names places, projects or a book each office writes itself. */
const SETTINGS = ['ladders.yaml', 'rules.yaml', 'periods.yaml', 'office.yaml', 'archive.yaml'] as const;

export interface Example {
  /** The example's folder, absolute. */
  folder: string;
  year: number;
}

/** Those that the year lacks. Where there is a year before, `diaodu new` carries its own over. */
export async function firstSettings(
  year: number,
  example: Example,
  effects: Effects,
): Promise<{ path: string; text: string }[]> {
  if (year < example.year || (await effects.list(`data/${year - 1}`)).length > 0) return [];
  const files: { path: string; text: string }[] = [];
  for (const name of SETTINGS) {
    const path = `data/${year}/${name}`;
    const bytes = (await effects.read(path)) ? undefined : await effects.read(`${example.folder}/${name}`);
    if (bytes) files.push({ path, text: dated(name, new TextDecoder().decode(bytes), year - example.year) });
  }
  return files;
}

const dated = (name: string, text: string, years: number): string =>
  years === 0 ? text : dated(name, rolledFile(name, text), years - 1);
