// Makes .build/: our code and what it is mostly made of in a few files that load quickly; large packages stay outside.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

// `npx diaodu` before `npm ci` runs “prepare” too, and an error here would leave npx broken for good: bin.mjs says what to do.
const { build } = await import('esbuild').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('esbuild is not installed yet: run npm ci');
  process.exit();
});

const OUT = '.build';
const ENTRIES = ['main', 'worker', 'prepare-fonts'];

/** Packages of many small files, whose loading one by one takes longer than what most commands do. */
const INSIDE = ['docx', 'zod', 'commander', 'yaml', 'big.js', 'unified', 'remark-parse', 'remark-gfm', 'remark-directive', 'remark-cjk-friendly', 'handlebars', 'saxes', 'fflate', '@cantoo/pdf-lib', 'puppeteer', '@sparticuz/chromium', 'vega', 'vega-lite', 'fontkit'];
const isInside = (path) => INSIDE.some((name) => path === name || path.startsWith(`${name}/`));

/**
 * docx comes compiled for engines without object spread, and its page layout asks the same small questions millions of
 * times; pdf-lib decodes every name and writes out every reference that it meets. The same results in less time: [what
 * stands in the package, what stands for it].
 */
const QUICKER = [
  ['const decodePdfNameEscapes = (name) => name.replace(', "const decodePdfNameEscapes = (name) => !name.includes('#') ? name : name.replace("],
  ['const decodeName = (name) => name.replace(', "const decodeName = (name) => !name.includes('#') ? name : name.replace("],
  ['const tag = `${objectNumber} ${generationNumber} R`;\n    let instance', 'const tag = generationNumber === 0 ? objectNumber : `${objectNumber} ${generationNumber} R`;\n    let instance'],
  // Entries come in order: each of thousands was compared with all before it.
  [
    'appendEntry(entry) {',
    '$& if (this.entries.length > 0 && this.entries[this.entries.length - 1].ref.objectNumber <= entry.ref.objectNumber) { this.entries.push(entry); return; }',
  ],
  // Word files and the workbooks in them are opened again at once, settled and packed anew (render/docx/finish/normalise.ts).
  ['var zipFiles = (files) => zipSync(Object.fromEntries([...files].map(([path, data]) => [path, bytesOf$2(data)])));', 'var zipFiles = (files) => zipSync(Object.fromEntries([...files].map(([path, data]) => [path, bytesOf$2(data)])), { level: 0 });'],
  // Own enumerable properties, in order, later ones winning.
  ['function _objectSpread2(e) {', '$& return Object.assign(...arguments);'],
  [
    '= (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));',
    '= (object) => { const kept = {}; for (const key of Object.keys(object)) if (object[key] !== void 0) kept[key] = object[key]; return kept; };',
  ],
  [
    'var knownEastAsianFontOf = (font) => {',
    'var eastAsianFonts = new Map(), knownEastAsianFontOf = (font) => { if (!eastAsianFonts.has(font)) eastAsianFonts.set(font, findEastAsianFont(font)); return eastAsianFonts.get(font); }, findEastAsianFont = (font) => {',
  ],
  [
    'const faceOf = ({ font = DEFAULT_FONT, bold = false, italic = false }) => {',
    'const facesOf = new WeakMap(), faceOf = (look) => { if (!facesOf.has(look)) facesOf.set(look, findFace(look)); return facesOf.get(look); }, findFace = ({ font = DEFAULT_FONT, bold = false, italic = false }) => {',
  ],
  // Two texts of a thousand characters each were joined to look up one of a few faces.
  ['const known = decodedMore.get(widths + fonts);', 'const known = decodedMore.get(widths)?.get(fonts);'],
  ['decodedMore.set(widths + fonts, face);', 'decodedMore.set(widths, (decodedMore.get(widths) ?? new Map()).set(fonts, face));'],
  [
    'const segment = Array.from({ length: segments }, (_, index) => index).find((index) => view.getUint16(ends + index * 2) >= code);',
    'let segment = 0; while (segment < segments && view.getUint16(ends + segment * 2) < code) segment += 1; if (segment === segments) segment = void 0;',
  ],
];
const missing = new Set(QUICKER);

const quicker = {
  name: 'quicker packages',
  setup({ onLoad, onResolve, onEnd }) {
    // What a package inside asks for comes inside with it.
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) =>
      kind === 'entry-point' || isInside(path) || /[\\/]node_modules[\\/]/.test(importer)
        ? undefined
        : { path, external: true },
    );
    onLoad({ filter: /[\\/]docx[\\/]dist[\\/].*\.mjs$|[\\/]pdf-lib[\\/]es[\\/]core[\\/](?:objects|parser|structures)[\\/]\w+\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const change of QUICKER) {
        const [slow, quick] = change;
        if (contents.includes(slow)) missing.delete(change);
        contents = contents.replace(slow, quick);
      }
      return { contents, loader: 'js' };
    });
    onEnd(() => ({ errors: [...missing].map(([slow]) => ({ text: `no package contains any more: ${slow}` })) }));
  },
};

/** Fifty languages of messages, of which we use none: ours are in base/messages. */
const zodWithoutLocales = {
  name: 'zod without locales',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};', loader: 'js' }));
  },
};

/**
 * Proxies, for browsers that puppeteer would download, and what would download the packaged one: we never do, and it would be
 * a fifth of what is loaded, with Node's own network modules.
 */
const noDownloads = {
  name: 'no downloads',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]proxy-agent[\\/]dist[\\/]index\.js$/ }, () => ({ contents: 'export class ProxyAgent {}', loader: 'js' }));
    onLoad({ filter: /[\\/]follow-redirects[\\/]index\.js$/ }, () => ({ contents: 'export default {};', loader: 'js' }));
    // The browser is unpacked once on a machine; what does that is loaded then.
    onLoad({ filter: /[\\/]@sparticuz[\\/]chromium[\\/]build[\\/]esm[\\/](?:helper|lambdafs)\.js$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      if (!contents.includes(UNPACKING)) return { errors: [{ text: `the browser's package does not contain any more: ${UNPACKING}` }] };
      return { contents: contents.replace(UNPACKING, 'const extract = (...asked) => require("tar-fs").extract(...asked);'), loader: 'js' };
    });
  },
};
const UNPACKING = 'import { extract } from "tar-fs";';

/** Node has a brotli of its own; fontkit brings one in JavaScript, half of it a dictionary that is unpacked when it is loaded. */
const ownBrotli = {
  name: 'own brotli',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]brotli[\\/]decompress\.js$/ }, () => ({
      contents: "module.exports = (bytes) => require('node:zlib').brotliDecompressSync(bytes);",
      loader: 'js',
    }));
  },
};

const { outputFiles } = await build({
  entryPoints: ENTRIES.map((name) => `src/cli/${name}.ts`),
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  outdir: OUT,
  outExtension: { '.js': '.mjs' },
  // Packages written for require find Node's own modules by it.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  // What puppeteer itself adds looks for settings in files of every kind; all that we set is set in the call.
  alias: { puppeteer: 'puppeteer-core' },
  logLevel: 'warning',
  plugins: [quicker, zodWithoutLocales, noDownloads, ownBrotli],
});

/**
 * The command may be running from what lies there, and must find it whole: what others load comes before them, each file at
 * once, and what nothing asks for any more goes last.
 */
const isEntry = (file) => ENTRIES.includes(basename(file.path, '.mjs'));
await mkdir(OUT, { recursive: true });
for (const file of [...outputFiles.filter((one) => !isEntry(one)), ...outputFiles.filter(isEntry)]) {
  const there = await readFile(file.path).catch(() => undefined);
  if (there?.equals(file.contents)) continue;
  const half = `${file.path}.${process.pid}`;
  await writeFile(half, file.contents);
  await rename(half, file.path);
}
// Fonts that were got ready (cli/prepare-fonts.ts) stay.
const made = new Set(['fonts', ...outputFiles.map(({ path }) => basename(path))]);
for (const name of await readdir(OUT)) if (!made.has(name) && !/\.mjs\.\d+$/.test(name)) await rm(`${OUT}/${name}`, { recursive: true, force: true });

if (process.argv.includes('--fonts')) await import('../../.build/prepare-fonts.mjs');
