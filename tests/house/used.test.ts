/** What a file offers is taken: an export that no other file names is a private matter, or dead. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const textsOf = (folder: string, kind: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));

/** Types are exempt: the shapes in an exported function's head are exported for whoever has to name them. */
const EXPORTED = /^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm;
const WORD = /[\w$]+/g;

it('what is exported of src is named in another file', () => {
  const sources = textsOf('src', /\.(?:ts|mjs)$/);
  const places = new Map<string, number>();
  for (const text of [...sources, ...textsOf('tests', /\.(?:ts|mjs)$/)])
    for (const word of new Set(text.match(WORD))) places.set(word, (places.get(word) ?? 0) + 1);
  const exported = sources.flatMap((text) => [...text.matchAll(EXPORTED)].map(([, name = '']) => name));
  expect(exported.length).toBeGreaterThan(1000);
  expect(exported.filter((name) => (places.get(name) ?? 0) < 2)).toEqual([]);
});
