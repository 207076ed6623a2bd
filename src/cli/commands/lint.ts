/** diaodu lint [期]: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const lintCommand = (exit: (code: number) => void): Command =>
  new Command('lint')
    .description('检查模板和成稿的文字、标点、数字、层次和图表编号是否合乎公文规范')
    .argument('[期]', '季度、月份或年度，写作 2022Q3、2022-08 或 2022；不写时只检查模板')
    .option('--all', '说明也逐条列出（如计划原文、报送文字中的问题，留空之处）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n依据 GB/T 9704-2012（公文格式）、GB/T 15834-2011（标点）、GB/T 15835-2011（数字）。方括号里是规则名称，不适用的规则可在 templates/lint.yaml 中关闭并写明理由，要避免的词语也在那里增减。\n\n示例：\n  diaodu lint\n  diaodu lint 2022Q3 --all',
    )
    .action(later(exit, async () => (await import('../run/lint.ts')).run));
