/**
 * What the disk does to a run: files are put in place together or not at all, and a register has one writer at a time.
 * Among the slow tests, since a disk can be mocked only in a process of its own.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as disk from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { claim } from '../../src/cli/claim.ts';
import { diskTrouble } from '../../src/cli/disk-trouble.ts';
import { realEffects } from '../../src/cli/effects.ts';
import { bytes } from '../support/manifest-file.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof disk>();
  return {
    ...real,
    open: vi.fn(real.open),
    rename: vi.fn(real.rename),
    rm: vi.fn(real.rm),
    writeFile: vi.fn(real.writeFile),
  };
});

const root = mkdtempSync(join(tmpdir(), 'diaodu-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'w'));
});
const refusal = (code: string): Error => Object.assign(new Error(code), { code });
const effects = () => realEffects(folder, () => {});
const together = (...names: string[]): Promise<void> | undefined =>
  effects().writeTogether?.(names.map((path) => ({ path, bytes: bytes('新') })));

describe('several files', () => {
  it('stay as they were, all of them, when the disk is full before the last is whole', async () => {
    writeFileSync(join(folder, '01.docx'), '旧');
    const real = await vi.importActual<typeof disk>('node:fs/promises');
    vi.mocked(disk.writeFile).mockImplementationOnce(real.writeFile).mockRejectedValueOnce(refusal('ENOSPC'));
    const error = await together('01.docx', '02.docx')?.catch((reason: unknown) => reason);
    expect(readdirSync(folder)).toEqual(['01.docx']);
    expect(readFileSync(join(folder, '01.docx'), 'utf8')).toBe('旧');
    // Said by its own name, not by that of the half-written file.
    const told = diskTrouble(error);
    expect(told?.message).toContain(`${join(folder, '02.docx')} 时被拒绝：磁盘空间不足`);
    // What helps, and nothing of open files.
    expect(told?.hints).toEqual(['腾出磁盘空间（也可用 --out 输出到别的盘），再运行一次。']);
  });

  it('are put in place though something holds one of them for a moment', async () => {
    vi.mocked(disk.rename).mockRejectedValueOnce(refusal('EBUSY')).mockRejectedValueOnce(refusal('EPERM'));
    await together('01.docx', '02.docx');
    expect(readdirSync(folder).sort()).toEqual(['01.docx', '02.docx']);
  });
});

it('a folder is replaced though something still holds a file of the old one', async () => {
  const replace = (text: string) => effects().replaceFolder('归档包', new Map([['说明.txt', bytes(text)]]));
  await replace('旧');
  vi.mocked(disk.rm).mockRejectedValueOnce(refusal('EBUSY'));
  await replace('新');
  expect(readFileSync(join(folder, '归档包/说明.txt'), 'utf8')).toBe('新');
});

describe('a claim', () => {
  it('that could not be written down on a full disk holds up nobody afterwards', async () => {
    const real = await vi.importActual<typeof disk>('node:fs/promises');
    vi.mocked(disk.open).mockImplementationOnce(async (...args) => {
      const file = await real.open(...args);
      vi.spyOn(file, 'writeFile').mockRejectedValueOnce(refusal('ENOSPC'));
      return file;
    });
    // The work itself says that the disk is full.
    expect(await claim(folder, 'collect')).toBeDefined();
    expect(readdirSync(folder)).toEqual([]);
    const next = await claim(folder, 'collect');
    expect(next).toBeDefined();
    await next?.();
  });

  it('waits for the moment in which the last one is being removed', async () => {
    vi.mocked(disk.open).mockRejectedValueOnce(refusal('EPERM'));
    const first = await claim(folder, 'collect');
    expect(await claim(folder, 'collect')).toBeUndefined();
    await first?.();
  });

  it('is one program’s, and ends without a trace', async () => {
    const first = await claim(folder, 'collect');
    expect(await claim(folder, 'collect')).toBeUndefined();
    await first?.();
    const second = await claim(folder, 'collect');
    expect(second).toBeDefined();
    await second?.();
    expect(existsSync(join(folder, '.diaodu'))).toBe(false);
  });

  it('of a program that was killed counts for nothing; one of another computer does for a while', async () => {
    mkdirSync(join(folder, '.diaodu'));
    const lock = join(folder, '.diaodu/collect.lock');
    writeFileSync(lock, `999999999 ${hostname()}`);
    await (await claim(folder, 'collect'))?.();
    expect(existsSync(lock)).toBe(false);
    mkdirSync(join(folder, '.diaodu'), { recursive: true });
    writeFileSync(lock, '1 别的电脑');
    expect(await claim(folder, 'collect')).toBeUndefined();
  });
});
