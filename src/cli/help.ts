/** Commander speaks English; our users do not. */
import type { Command } from 'commander';
import { displayWidth, wrapTo } from '../base/chinese/width.ts';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const ERRORS: [RegExp, string][] = [
  [/^error: unknown command '(.*)'/, '错误　没有“$1”这个命令。'],
  [/^error: unknown option '(.*)'/, '错误　没有“$1”这个选项。'],
  [/^error: missing required argument '(.*)'/, '错误　缺少参数：$1。'],
  [/^error: option '(.*)' argument missing/, '错误　选项 $1 后面缺少内容。'],
  [/^error: too many arguments.*$/m, '错误　参数太多。'],
  [/\(Did you mean one of (.*)\?\)/, '是不是想写 $1？'],
  [/\(Did you mean (.*)\?\)/, '是不是想写 $1？'],
];

/** A command with a use of its own besides those below it is shown with that: archive <期>. */
const withCommand = (usage: string): string =>
  usage.replace(/\[command\] (?=<)/, '').replace('[command]', '<命令>');

/** As it is typed: diaodu plan import. */
const called = (command: Command): string =>
  command.parent ? `${called(command.parent)} ${command.name()}` : command.name();

/** Sets Chinese titles, messages and the way errors leave the program, for a command and all below it. */
export function inChinese(command: Command): void {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      displayWidth,
      boxWrap: wrapTo,
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: (usage) => withCommand(usage.replace('[options]', '[选项]')),
      optionDescription: (option) =>
        typeof option.defaultValue === 'string'
          ? `${option.description}（默认 ${option.defaultValue}）`
          : option.description,
      subcommandTerm: (sub) =>
        `${sub.name()} ${withCommand(sub.usage().replace(/\[options\] ?/, ''))}`.trim(),
    })
    .configureOutput({
      outputError: (text, write) =>
        write(
          `${ERRORS.reduce((message, [pattern, chinese]) => message.replace(pattern, chinese), text).trim()}\n用 ${called(command)} --help 查看用法。\n`,
        ),
    })
    .exitOverride();
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某个命令的帮助');
  for (const sub of command.commands) inChinese(sub);
}
