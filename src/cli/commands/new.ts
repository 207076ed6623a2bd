/** diaodu new <年度>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const newCommand = (exit: (code: number) => void): Command =>
  new Command('new')
    .description('结转到新年度：沿用单位、规则、阶段和指标设置，上年结果作为基数，起草首次会议的会议事项')
    .argument('<年度>', '新年度，如 2023')
    .option('--workspace <文件夹>', '工作区', '.')
    .option('--json', '结果以 JSON 输出')
    .addHelpText('after', '\n示例：\n  diaodu new 2023\n\n结转后用 diaodu plan import 读入新年度的工作计划。')
    .action(later(exit, async () => (await import('../run/new.ts')).run));
