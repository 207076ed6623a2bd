/** A build that is killed leaves nothing half-done, and the next one goes on where it was. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import {
  contents,
  copyWorkspace,
  filesIn,
  processesNaming,
  type Running,
  run,
  start,
  wait,
} from '../support/command.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-killed-'));
const workspace = join(root, 'work');
const out = join(workspace, 'output/2022Q3');
const cache = join(workspace, '.diaodu/cache');
/** Whatever is left in the folder for temporary files comes from these runs. */
const temporary = join(root, 'tmp');
const env = { TMPDIR: temporary };
const ARGS = ['build', '2022Q3', '--only', 'agenda,attendees,decisions,matters', '--workspace', workspace];
const FILES = 8;
/** What comes of a build that nobody disturbs, without the manifest. */
let clean: Map<string, Buffer>;
const HALF_WRITTEN = /\.tmp$/;
/** Before the content of each entry. */
const DIGEST_BYTES = 32;

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** With all it started, as a power cut would. */
async function kill({ child, ended }: Running): Promise<void> {
  process.kill(-(child.pid as number), 'SIGKILL');
  await ended;
}

const isPdf = (bytes: Buffer): boolean => bytes.subarray(-16).includes('%%EOF');
const isZip = (bytes: Buffer): boolean => {
  try {
    return Object.keys(unzipSync(bytes)).length > 0;
  } catch {
    return false;
  }
};

/**
 * Every output of the clean build that is in the cache, by the file's number on disk: what is written anew gets another.
 * What was printed ahead and then not wanted may lie there too, depending on what was idle when. A Word file that was put in
 * place lies there once more, as it is, for telling what is written into it.
 */
function finished(): Map<string, number> {
  const wanted = [...clean.values()];
  const outputs = filesIn(cache).filter((name) => {
    if (HALF_WRITTEN.test(name)) return false;
    const bytes = readFileSync(join(cache, name));
    return wanted.some(
      (output) =>
        bytes.length > output.length + DIGEST_BYTES && bytes.subarray(-output.length).equals(output),
    );
  });
  return new Map(outputs.map((name) => [name, statSync(join(cache, name)).ino]));
}

function expectWhole(): void {
  for (const name of filesIn(out).filter((one) => !HALF_WRITTEN.test(one))) {
    const bytes = readFileSync(join(out, name));
    if (name.endsWith('.pdf')) expect(isPdf(bytes), name).toBe(true);
    else if (name.endsWith('.docx')) expect(isZip(bytes), name).toBe(true);
    else expect(() => JSON.parse(bytes.toString()), name).not.toThrow();
  }
}

const hourAgo = (path: string): void =>
  utimesSync(path, new Date(Date.now() - 2 * 3_600_000), new Date(Date.now() - 2 * 3_600_000));

it.skipIf(process.platform !== 'linux')(
  'goes on after kill -9, and leaves no rubbish',
  { timeout: 300_000 },
  async () => {
    copyWorkspace(workspace);
    mkdirSync(temporary);
    const undisturbed = join(root, 'clean');
    expect((await run([...ARGS, '--no-cache', '--out', undisturbed], env)).code).toBe(0);
    clean = new Map(
      filesIn(undisturbed)
        .filter((name) => !name.endsWith('.json'))
        .map((name) => [name, readFileSync(join(undisturbed, name))]),
    );
    expect(clean.size).toBe(FILES);
    // The packaged browser, for all runs to come.
    const unpacked = readdirSync(temporary);

    const first = start(ARGS, env);
    expect(await wait(() => finished().size >= 2)).toBe(true);
    await kill(first);
    const done = finished();
    expect(done.size).toBeLessThan(FILES);
    expectWhole();
    expect(await wait(() => processesNaming(temporary).length === 0, 60_000)).toBe(true);

    // The second time in the moment in which the outputs are put into their folder.
    const second = start(ARGS, env);
    expect(await wait(() => filesIn(out).length > 0)).toBe(true);
    await kill(second);
    expectWhole();
    const later = finished();
    for (const [name, number] of done) expect(later.get(name), name).toBe(number);

    const left = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('diaodu-'));
    expect(left().length).toBeGreaterThan(0);
    for (const name of left()) hourAgo(join(temporary, name));
    for (const name of [
      ...filesIn(out).map((one) => join(out, one)),
      ...filesIn(cache).map((one) => join(cache, one)),
    ])
      if (HALF_WRITTEN.test(name)) hourAgo(name);

    const third = await run(ARGS, env);
    expect(third.code, third.stderr).toBe(0);
    const last = finished();
    for (const [name, number] of later) expect(last.get(name), name).toBe(number);
    expect(last.size).toBe(FILES);
    expect(left()).toEqual([]);
    expect([...filesIn(out), ...filesIn(cache)].filter((name) => HALF_WRITTEN.test(name))).toEqual([]);
    expect(readdirSync(temporary)).toEqual(unpacked);
    expect(contents(out)).toEqual(contents(undisturbed));
  },
);
