/** diaodu erratum <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const erratumCommand = (exit: (code: number) => void): Command =>
  new Command('erratum')
    .description('材料分发以后又有更正：与留底比较，列出要换哪几页，起草更正说明')
    .argument('<期>', '季度、月份或年度，写作 2022Q3、2022-08 或 2022')
    .option('--format <格式>', '更正说明的格式，用逗号分开', 'pdf,docx')
    .option('--print', '换页取自打印版（先运行 diaodu build <期> --print）')
    .option('--out <文件夹>', '文稿在哪里（默认 output/<期>），更正说明、换页也放在其中')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu erratum 2022Q3\n\n先运行 diaodu build 更新文稿。换页每份材料一个 PDF，已带上背面的页，按双面打印即可替换。',
    )
    .action(later(exit, async () => (await import('../run/erratum.ts')).run));
