/** The maps for newcomers tell the truth: every path they name exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

describe.each(['src/README.md', 'docs/architecture.md', 'docs/writing.md', 'README.md'])('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');

  it('names only paths that exist', () => {
    const named = [...text.matchAll(/`((?:src|templates|data|docs|tests|seeds)\/[^`\s*]*)`/g)].map(
      (m) => m[1] as string,
    );
    expect(named.length).toBeGreaterThan(0);
    const missing = named.filter((path) => !path.includes('<') && !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map((m) => m[1] as string)
      .filter((l) => !l.includes('://'));
    const missing = links.filter((link) => !existsSync(join(ROOT, file, '..', link)));
    expect(missing).toEqual([]);
  });
});

const DOCS = readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`);

it.each(['src/README.md', ...DOCS])(
  '%s names only source files that exist, each by an ending of its path',
  (file) => {
    const sources = ['src', 'tests'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true }).map(
        (path) => `/${folder}/${String(path).replaceAll('\\', '/')}`,
      ),
    );
    const text = readFileSync(join(ROOT, file), 'utf8');
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|mjs))`/g)].map((m) => m[1] as string);
    expect(named.filter((name) => !sources.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  },
);
