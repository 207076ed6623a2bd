/** The command line. What a command does is loaded only when it is done, so that --help is quick. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../base/version.ts';
import { archiveCommand } from './commands/archive.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { collectCommand } from './commands/collect.ts';
import { doctorCommand } from './commands/doctor.ts';
import { erratumCommand } from './commands/erratum.ts';
import { exportCommand } from './commands/export.ts';
import { fontsCommand } from './commands/fonts.ts';
import { formsCommand } from './commands/forms.ts';
import { inspectCommand } from './commands/inspect.ts';
import { issueCommand } from './commands/issue.ts';
import { lintCommand } from './commands/lint.ts';
import { newCommand } from './commands/new.ts';
import { planCommand } from './commands/plan.ts';
import { remindCommand } from './commands/remind.ts';
import { statusCommand } from './commands/status.ts';
import { EXIT } from './exit-codes.ts';
import { inChinese } from './help.ts';
import { listenToInterrupts } from './interrupt.ts';

/** In the order in which an office needs them. */
const GROUPS: [title: string, commands: ((exit: (code: number) => void) => Command)[]][] = [
  [
    '从下发到归档：',
    [
      formsCommand,
      collectCommand,
      statusCommand,
      remindCommand,
      checkCommand,
      buildCommand,
      lintCommand,
      issueCommand,
      erratumCommand,
      exportCommand,
      archiveCommand,
    ],
  ],
  ['换年度：', [newCommand, planCommand]],
  ['其他：', [doctorCommand, fontsCommand, inspectCommand]],
];

/** V8 takes functions for hot so early that optimizing them costs three tenths of a build's processor time (default 67584). */
async function optimizeLater(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--interrupt-budget=528000');
}

async function main(argv: string[]): Promise<number> {
  const program = new Command('diaodu')
    .description('调度：把工作计划和各单位报送的进展变成可付印的文稿')
    .version(VERSION, '-V, --version', '显示版本');
  const exit = { code: EXIT.fine as number };
  for (const [title, commands] of GROUPS) {
    program.commandsGroup(title);
    for (const command of commands) program.addCommand(command((code) => (exit.code = code)));
  }
  inChinese(program);
  program.hook('preAction', optimizeLater);
  program.addHelpText(
    'after',
    '\n示例：\n  diaodu status                           全年各期办到哪一步、接下来做什么\n  diaodu build 2022Q3                     生成三季度的全部文稿（PDF 和 Word）\n  diaodu build 2022年三季度 --format docx  只要 Word\n  diaodu doctor                           检查浏览器和字体',
  );
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    const { diskTrouble } = await import('./disk-trouble.ts');
    const trouble = diskTrouble(error);
    if (trouble) {
      const { complain } = await import('./conclude.ts');
      complain([trouble]);
      return EXIT.data;
    }
    console.error(`程序内部错误：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return EXIT.internal;
  }
}

// `| head` closes the pipe early: what has no reader any more is not said, the work goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
listenToInterrupts();
process.exitCode = await main(process.argv.slice(2));

// Nothing is to be done any more. What is still waited for by then is a timer that a dead browser left, of half a minute.
const LINGER_MS = 1_000;
setInterval(() => {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}, LINGER_MS).unref();
