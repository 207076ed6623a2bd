/** The command runs from its bundle: made once, before any test. */
import { execFileSync } from 'node:child_process';
import { REPOSITORY } from './effects.ts';

export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'bundle'], {
    cwd: REPOSITORY,
    shell: process.platform === 'win32',
  });
}
