/** diaodu fonts */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunCommand } from '../../flows/fonts.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { fontPlaces } from '../machine.ts';
import { diagnosticLines } from '../report.ts';

export async function run({ workspace }: { workspace: string }): Promise<number> {
  const { addFangsong } = await import('../../flows/fonts.ts');
  const temporary = await mkdtemp(join(tmpdir(), 'diaodu-fonts-'));
  try {
    const effects = realEffects(workspace, (line) => console.log(line));
    const outcome = await addFangsong(effects, runCommand, fontPlaces(workspace), temporary);
    for (const line of diagnosticLines(outcome.diagnostics)) console.log(line);
    return outcome.value ? EXIT.fine : EXIT.data;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const runCommand: RunCommand = (program, args, folder) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', () => resolve({ code: undefined, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
