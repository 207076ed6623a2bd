/** What is remembered between builds is never wrong: whatever changes, the outputs are those of a build without it. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCache } from '../../src/cli/cache.ts';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-cache-'));
const workspace = join(root, 'work');
const ONLY = 'agenda,lights';

beforeAll(() => {
  mkdirSync(workspace);
  for (const folder of ['data', 'templates'])
    cpSync(join(REPOSITORY, folder), join(workspace, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function build(out: string, ...more: string[]): string {
  const args = ['build', '2022Q3', '--only', ONLY, '--workspace', workspace, '--out', out, ...more];
  return execFileSync(process.execPath, [join(REPOSITORY, 'src/cli/bin.mjs'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Every file of the folder by its path. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(workspace, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, file).not.toBe(before);
  writeFileSync(path, after);
};

it('gives the bytes of a build without it, whatever was changed in between', { timeout: 300_000 }, () => {
  const kept = join(root, 'kept');
  build(kept);
  const folder = 'templates/meeting-pack/02-会议议程';
  const chapter = readdirSync(join(workspace, folder)).find((name) => name.endsWith('.md')) as string;
  const changes: [string, () => void][] = [
    ['template', () => appendFileSync(join(workspace, folder, chapter), '\n\n另附一段话。\n')],
    [
      'theme',
      () => edit('templates/styles/official.yaml', (text) => text.replaceAll('size: 16,', 'size: 15.5,')),
    ],
    [
      'plan',
      () =>
        edit('data/2022/plan/tracks/01.yaml', (text) => text.replace(/shortName: (\S+)/, 'shortName: $1改')),
    ],
  ];
  const seen = new Set([JSON.stringify(contents(kept))]);
  for (const [what, change] of changes) {
    change();
    build(kept);
    const fresh = join(root, `fresh-${what}`);
    build(fresh, '--no-cache');
    expect(contents(kept), what).toEqual(contents(fresh));
    seen.add(JSON.stringify(contents(kept)));
  }
  // Each change was one that shows.
  expect(seen.size).toBe(changes.length + 1);
  // Nothing changed: nothing is written, and that is said.
  const old = new Date(2001, 1, 1);
  for (const name of Object.keys(contents(kept))) utimesSync(join(kept, name), old, old);
  expect(build(kept)).toContain('没有变化');
  for (const name of Object.keys(contents(kept)))
    expect(statSync(join(kept, name)).mtimeMs).toBe(old.getTime());
  // An output that was spoiled is put right.
  const [pdf] = Object.keys(contents(kept)).filter((name) => name.endsWith('.pdf')) as [string];
  const good = readFileSync(join(kept, pdf));
  writeFileSync(join(kept, pdf), 'spoiled');
  build(kept);
  expect(readFileSync(join(kept, pdf)).equals(good)).toBe(true);
});

it('ignores damaged and foreign entries, and keeps to its size', async () => {
  const folder = join(root, 'store');
  const cache = openCache(folder, 'program');
  const keys = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
  const bytes = new Uint8Array(1000).fill(7);
  for (const key of keys) await cache.write(key, bytes);
  const places = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const place = (key: string): string => places.find((path) => path.endsWith(key)) as string;
  expect(relative(folder, place(keys[0] as string)).startsWith('.diaodu')).toBe(true);
  appendFileSync(place(keys[0] as string), 'x');
  writeFileSync(place(keys[1] as string), 'foreign');
  expect(await cache.read(keys[0] as string)).toBeUndefined();
  expect(await cache.read(keys[1] as string)).toBeUndefined();
  expect(Buffer.from((await cache.read(keys[2] as string)) as Uint8Array).equals(Buffer.from(bytes))).toBe(
    true,
  );
  const old = new Date(2001, 1, 1);
  utimesSync(place(keys[0] as string), old, old);
  await cache.tidy(1500);
  expect(await cache.read(keys[0] as string)).toBeUndefined();
  expect(await cache.read(keys[2] as string)).toBeDefined();
});
