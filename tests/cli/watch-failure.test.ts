/** A system that can watch no more files: the watching ends with its code, and nobody waits for ever. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { watch } from 'chokidar';
import { afterAll, expect, it } from 'vitest';
import { watchWorkspace } from '../../src/cli/watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaodu-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function watching(before: boolean) {
  const watcher = Object.assign(new EventEmitter(), { close: async () => {} });
  const fail = () => watcher.emit('error', Object.assign(new Error('no room'), { code: 'ENOSPC' }));
  const open = (() => {
    setImmediate(before ? fail : () => watcher.emit('ready'));
    return watcher;
  }) as unknown as typeof watch;
  return { opened: watchWorkspace(folder, open), fail };
}

it('ends before it was ready', async () => {
  const watched = await watching(true).opened;
  expect([await watched.next(), watched.failure()]).toEqual([undefined, 'ENOSPC']);
});

it('ends while somebody waits', async () => {
  const { opened, fail } = watching(false);
  const watched = await opened;
  expect(watched.failure()).toBeUndefined();
  const next = watched.next();
  fail();
  expect([await next, watched.failure()]).toEqual([undefined, 'ENOSPC']);
});
