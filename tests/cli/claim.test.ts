/** Commands at work in the same output folder at the same time. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../src/archive/manifest.ts';
import { putWorkbooks } from '../../src/archive/outputs.ts';
import { claim, claimOutputs } from '../../src/cli/claim.ts';
import { diskTrouble } from '../../src/cli/disk-trouble.ts';
import { realEffects } from '../../src/cli/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-claim-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const OUT = 'output/2022Q3';

describe('a claim on the outputs', () => {
  it('lets every command note what it made', async () => {
    const workspace = join(root, 'many');
    mkdirSync(workspace);
    const paths = Array.from({ length: 12 }, (_, i) => `${OUT}/表${i}.xlsx`);
    const results = await Promise.all(
      paths.map((path) =>
        putWorkbooks(
          OUT,
          [{ path, bytes: Buffer.from(path) }],
          realEffects(workspace, () => {}),
        ),
      ),
    );
    expect(results.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    const manifest = await readManifest(
      OUT,
      realEffects(workspace, () => {}),
    );
    expect(manifest?.others?.map(({ path }) => `${OUT}/${path}`).sort()).toEqual(paths.sort());
    // Nothing stays of the claims.
    expect(readdirSync(workspace)).toEqual(['output']);
  });

  it('makes no workspace where there is none', async () => {
    const workspace = join(root, 'nowhere');
    await (await claim(workspace, 'collect'))?.();
    expect(existsSync(workspace)).toBe(false);
  });

  it('is told of when another program does not end, and does not outlive a program that was killed', async () => {
    const workspace = join(root, 'held');
    const lock = join(workspace, '.diaodu/outputs.lock');
    mkdirSync(join(workspace, '.diaodu'), { recursive: true });
    writeFileSync(lock, `${process.pid} ${hostname()}`);
    const refused = await claimOutputs(workspace, 0).catch(diskTrouble);
    expect(refused).toMatchObject({ code: 'outputsHeld', severity: 'error' });
    // No process has that number.
    writeFileSync(lock, `${2 ** 22 + 1} ${hostname()}`);
    const release = await claimOutputs(workspace, 0);
    await release();
    // Written by no program of ours.
    mkdirSync(join(workspace, '.diaodu'), { recursive: true });
    writeFileSync(lock, 'garbage');
    await (await claimOutputs(workspace, 0))();
    expect(readdirSync(workspace)).toEqual([]);
  });

  it('says so when it has to wait', async () => {
    const workspace = join(root, 'waiting');
    const lock = join(workspace, '.diaodu/outputs.lock');
    mkdirSync(join(workspace, '.diaodu'), { recursive: true });
    writeFileSync(lock, `${process.pid} ${hostname()}`);
    let told = 0;
    const release = await claimOutputs(workspace, 10_000, () => {
      told += 1;
      rmSync(lock);
    });
    expect(told).toBe(1);
    await release();
  });
});
