/** Word files through LibreOffice, with the packaged fonts in place of office fonts; tests are skipped where it is missing. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Theme } from '../../src/model/document/theme.ts';
import { testFonts } from './fonts.ts';

export const hasLibreOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** In: a .docx or .xlsx. Out: the PDF that LibreOffice makes of it. */
export function libreOfficePdf(
  office: Uint8Array,
  theme: Theme,
  extension: 'docx' | 'xlsx' = 'docx',
): Uint8Array {
  return libreOfficePdfs([office], theme, extension)[0] as Uint8Array;
}

/** With the blank pages before sections that open on the right, which LibreOffice leaves out unless asked. */
const PDF_WITH_BLANKS = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}';

/** Many files in one go: starting the program takes longer than most of them. */
export function libreOfficePdfs(
  files: readonly Uint8Array[],
  theme: Theme,
  extension: 'docx' | 'xlsx' = 'docx',
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-office-'));
  try {
    const paths = files.map((_, i) => join(folder, `${i}.${extension}`));
    for (const [i, path] of paths.entries()) writeFileSync(path, files[i] as Uint8Array);
    writeFileSync(join(folder, 'fonts.conf'), fontConfig(folder, theme));
    convert(folder, extension === 'docx' ? PDF_WITH_BLANKS : 'pdf', folder, paths, {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    });
    return files.map((_, i) => new Uint8Array(readFileSync(join(folder, `${i}.pdf`))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file saved by LibreOffice in another format (or the same; `to` may name a filter), as by somebody who opened it. */
export function convertOffice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-office-'));
  try {
    const out = join(folder, 'out');
    writeFileSync(join(folder, `a.${from}`), bytes);
    convert(folder, to, out, [join(folder, `a.${from}`)]);
    return new Uint8Array(readFileSync(join(out, `a.${to.split(':')[0]}`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Whoever has seen no version yet is shown what is new, and has everything drawn as a test of it beforehand: that takes six
 * times as long as the work.
 */
const SEEN = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item></oor:items>
`;

/** @param folder where the program's own settings go, which no other run shares */
function convert(
  folder: string,
  to: string,
  out: string,
  paths: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SEEN);
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  execFileSync('soffice', [own, '--headless', '--convert-to', to, '--outdir', out, ...paths], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
}

function fontConfig(folder: string, theme: Theme): string {
  const { body, title, hei } = testFonts().faces;
  const folders = [body, title, hei].map((face) => `<dir>${dirname(face.path)}</dir>`);
  const alias = (office: string, family: string): string =>
    `<alias binding="same"><family>${office}</family><prefer><family>${family}</family></prefer></alias>`;
  const aliases = Object.values(theme.officeFonts).map((name) =>
    alias(name, name === theme.officeFonts.hei ? hei.family : body.family),
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>${folders.join('')}<cachedir>${folder}/cache</cachedir>${aliases.join('')}${alias(theme.latinFont, body.family)}</fontconfig>`;
}
