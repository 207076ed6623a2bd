/** diaodu remind <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const remindCommand = (exit: (code: number) => void): Command =>
  new Command('remind')
    .description('生成催报函（未报、漏报、迟报的单位每家一件）和报送情况汇总')
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度')
    .option('--unit <单位>', '只给列出的单位发函，用逗号分开；不再生成汇总')
    .option('--format <格式>', '格式，用逗号分开', 'pdf,docx')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，放在其中的“催报函”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu remind 2022Q3\n  diaodu remind 2022年三季度 --unit 省卫健委 --format docx\n\n发文字号、成文日期、补报期限、联系人取自 data/<年>/office.yaml，没有写的印空线。',
    )
    .action(later(exit, async () => (await import('../run/remind.ts')).run));
