/** Who may import whom, as docs/architecture.md says, and each outside library's one home. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const STAGES = ['intake', 'ledger', 'compose', 'render', 'lint', 'archive'];
const MAY_IMPORT: Record<string, string[]> = {
  base: [],
  model: ['base'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['base', 'model']])),
  pipeline: ['base', 'model', ...STAGES],
  'pipeline.ts': ['base', 'model', 'pipeline', ...STAGES],
  /** One file per command that is more than a build: collect, status, remind … */
  flows: ['base', 'model', 'pipeline.ts', ...STAGES],
  cli: ['base', 'model', 'pipeline.ts', 'flows'],
};
/** Library (or prefix) → path prefixes below src that may import it. */
const HOMES: Record<string, string[]> = {
  docx: ['render/docx'],
  puppeteer: ['render/pdf'],
  '@sparticuz/chromium': ['render/pdf'],
  '@cantoo/pdf-lib': ['render/pdf'],
  vega: ['render/charts/svg.ts'],
  'vega-lite': ['render/charts/'],
  fontkit: ['render/fonts'],
  harfbuzzjs: ['render/fonts'],
  handlebars: ['compose/'],
  unified: ['compose/'],
  'remark-': ['compose/'],
  mdast: ['compose/'],
  'mdast-util-': ['compose/'],
  fflate: ['archive/', 'render/docx', 'render/xlsx', 'intake/plan-import/source/docx', 'intake/formats'],
  '@e965/xlsx': ['intake/'],
  hucre: ['render/xlsx'],
  saxes: ['archive/', 'intake/plan-import/source/docx'],
  diff: ['archive/'],
  yaml: ['intake/', 'compose/'],
  zod: ['model/', 'intake/'],
  'big.js': ['base/'],
  chokidar: ['cli/'],
  commander: ['cli/'],
  'node:': ['cli/'],
};
/** Pure Node helpers that touch no disk, clock or process. */
const PURE_NODE = ['node:crypto', 'node:path', 'node:url', 'node:util', 'node:buffer', 'node:zlib'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const IMPORT = /^(?:import|export)\s[^'=;(]*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
const imports = files.flatMap((file) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(IMPORT)].map((m) => ({
    file,
    target: (m[1] ?? m[2] ?? m[3]) as string,
  })),
);
const floorOf = (path: string): string => path.split('/')[0] as string;

/** What imports itself by way of others, when files are taken together by `placeOf`. */
function inCircles(placeOf: (file: string) => string): string[] {
  const targets = new Map<string, Set<string>>(files.map((file) => [placeOf(file), new Set()]));
  for (const { file, target } of imports.filter((i) => i.target.startsWith('.'))) {
    const to = placeOf(relative(SRC, resolve(SRC, dirname(file), target)));
    if (to !== placeOf(file)) targets.get(placeOf(file))?.add(to);
  }
  // What is left after taking away, again and again, what imports none of the rest or is imported by none of it.
  for (let before = -1; before !== targets.size; ) {
    before = targets.size;
    for (const [place, own] of targets) {
      const imported = [...targets.values()].some((others) => others.has(place));
      if (!imported || ![...own].some((to) => targets.has(to))) targets.delete(place);
    }
  }
  return [...targets.keys()];
}

describe('floors', () => {
  it('import only what lies below them', () => {
    const crossed = imports
      .filter((i) => i.target.startsWith('.'))
      .map((i) => ({ ...i, to: relative(SRC, resolve(SRC, dirname(i.file), i.target)) }))
      .filter(
        (i) => floorOf(i.to) !== floorOf(i.file) && !MAY_IMPORT[floorOf(i.file)]?.includes(floorOf(i.to)),
      );
    expect(crossed.map((i) => `${i.file} → ${i.to}`)).toEqual([]);
  });

  it('keep each outside library in its home', () => {
    const astray = imports.filter(({ file, target }) => {
      if (target.startsWith('.') || PURE_NODE.includes(target)) return false;
      const name = Object.keys(HOMES)
        .filter((h) => target === h || target.startsWith(h.endsWith('-') || h.endsWith(':') ? h : `${h}/`))
        .sort((a, b) => b.length - a.length)[0];
      return !name || !HOMES[name]?.some((home) => file.startsWith(home));
    });
    expect(astray.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  it('import in no circle, not even for types', () => {
    expect(inCircles((file) => file)).toEqual([]);
  });

  it.each([1, 2])('are built of rooms that import in no circle either, %d folders down', (depth) => {
    const room = (file: string): string =>
      file
        .split('/')
        .slice(0, depth + 1)
        .join('/');
    expect(inCircles(room)).toEqual([]);
  });

  it('hold no file over 400 lines', () => {
    const long = files.filter((f) => readFileSync(join(SRC, f), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
