// Other tools on the same content, where they are installed.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function installed(tool) {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** One process for each document, as these tools are used; the last one's line is what counts when one fails. */
const each = (folder, command) => {
  const script = join(folder, 'each.sh');
  const numbers = readdirSync(folder).filter((name) => name.endsWith('.html'));
  writeFileSync(script, `set -e\n${numbers.map((name) => command(join(folder, name))).join('\n')}\n`);
  return ['sh', [script]];
};

/** In: the folder that dump.ts filled. Out: what can be run; without `command` the tool is not here. */
export function otherTools(folder) {
  const pandoc = installed('pandoc');
  const tools = [
    ['WeasyPrint', installed('weasyprint'), (file) => `weasyprint '${file}' '${file}.weasy.pdf'`],
    [
      'Typst (by way of pandoc)',
      pandoc && installed('typst'),
      (file) => `pandoc '${file}' -t typst -s -o '${file}.typ' && typst compile '${file}.typ' '${file}.typst.pdf'`,
    ],
    ['pandoc to DOCX', pandoc, (file) => `pandoc '${file}' -o '${file}.pandoc.docx'`],
  ];
  return tools.map(([name, here, command]) => ({ name, ...(here ? { command: each(folder, command) } : {}) }));
}
