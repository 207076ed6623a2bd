/**
 * Fetches a free 仿宋 (FandolFang) from the system's own package source, without installing anything and without root,
 * and makes it a TrueType font. `diaodu fonts`.
 */
import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { fontAdded, fontAddingUnsupported, fontStepFailed } from '../../base/messages/fonts.ts';
import { cffToTrueType } from './convert-cff.ts';
import { openFace } from './open-face.ts';
import { type FontPlaces, WORKSPACE_FONTS } from './places.ts';

/** Runs a program in a folder and waits for it. `code` is undefined when there is no such program. */
export type RunCommand = (
  program: string,
  args: readonly string[],
  folder: string,
) => Promise<{ code: number | undefined; output: string }>;

const PACKAGE = 'texlive-lang-chinese';
const UNPACKED = 'unpacked';
const FONT = 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf';
const NOTICE = 'usr/share/doc/texlive-doc/fonts/fandol/README';
const LICENCE = 'usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz';

export interface AddedFont {
  /** Absolute path of the new font file. */
  path: string;
  family: string;
}

/** In: an empty temporary folder, which the caller removes afterwards. Out: the font added; undefined when it failed. */
export async function addFangsong(
  effects: Effects,
  run: RunCommand,
  places: Pick<FontPlaces, 'platform' | 'workspace'>,
  temporary: string,
): Promise<Outcome<AddedFont>> {
  if (places.platform !== 'linux') return failed(fontAddingUnsupported());
  effects.print(`下载 ${PACKAGE}（约50MB，只取其中的仿宋字体）……`);
  const download = await run('apt-get', ['download', PACKAGE], temporary);
  if (download.code === undefined) return failed(fontAddingUnsupported());
  const archive = (await effects.list(temporary)).find((name) => name.endsWith('.deb'));
  if (download.code !== 0 || !archive) return failed(fontStepFailed('下载字体包', lastLine(download.output)));
  effects.print('取出字体……');
  const unpacking = await run('dpkg-deb', ['-x', archive, UNPACKED], temporary);
  const inside = (path: string): string => posix.join(temporary, UNPACKED, path);
  const source = await effects.read(inside(FONT));
  if (unpacking.code !== 0 || !source) return failed(fontStepFailed('取出字体', lastLine(unpacking.output)));
  effects.print('转换为 TrueType 轮廓……');
  const bytes = cffToTrueType(source);
  const face = bytes && openFace(bytes);
  if (!bytes || !face) return failed(fontStepFailed('转换字体', ''));
  const folder = posix.join(places.workspace, WORKSPACE_FONTS);
  const path = posix.join(folder, 'FandolFang-Regular.ttf');
  await effects.write(
    posix.join(folder, 'FandolFang-LICENSE.txt'),
    licenceText(await effects.read(inside(NOTICE)), await effects.read(inside(LICENCE))),
  );
  await effects.write(path, bytes);
  return { value: { path, family: face.family }, diagnostics: [fontAdded(face.family, path)] };
}

const failed = (diagnostic: Diagnostic): Outcome<never> => ({ value: undefined, diagnostics: [diagnostic] });

/** What a program said last is mostly why it failed. */
function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

/** The licence asks that changes are named and that the licence goes with the font. */
function licenceText(notice: Uint8Array | undefined, licence: Uint8Array | undefined): Uint8Array {
  const text = new TextDecoder();
  return new TextEncoder().encode(
    [
      'FandolFang-Regular.ttf 由 FandolFang-Regular.otf（Debian 软件包 texlive-lang-chinese）转换而来，',
      '只把 CFF 轮廓改为 TrueType 轮廓，字形、字宽和名称未作改动。许可证：GPL 及字体例外条款。',
      '',
      notice ? text.decode(notice) : '',
      licence ? text.decode(gunzipSync(licence)) : '',
    ].join('\n'),
  );
}
