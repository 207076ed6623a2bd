/** diaodu build <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const buildCommand = (exit: (code: number) => void): Command =>
  new Command('build')
    .description('生成一个季度的会议材料、一个月的重点项目简报，或一年的白皮书（PDF 和 Word）')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度；月份，写作 2022-08 或 2022年8月；年度，写作 2022')
    .option(
      '--only <文稿>',
      '只生成列出的文稿，用逗号分开，如 04 或 progress-report',
      // Said twice, both are meant.
      (names: string, before?: string) => (before ? `${before},${names}` : names),
    )
    .option('--format <格式>', '格式，用逗号分开', 'pdf,docx')
    .option('--draft', '核对发现未处理完也生成，每页标明“征求意见稿”')
    .option('--print', '打印版：供办公室黑白打印机双面打印的 PDF，放在“打印版”文件夹，不动原来的文件')
    .option('--print-shop', '白皮书的 PDF 加出血和裁切线，供印刷厂用')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--each <文件夹>', '依次生成这个文件夹里每个工作区的文稿（各设区市、各县各有一个工作区时用）')
    .option('--jobs <个数>', '同时排版几份文稿（默认按处理器个数，最多4份）')
    .option('--max-memory <MB>', '排版时大约可以使用多少内存', '1500')
    .option('--no-cache', '不使用 .diaodu/cache 里留存的结果，全部重新生成')
    .option('--watch', '生成后一直等着：数据、模板或字体一保存，就更新受影响的文稿（按 Ctrl+C 结束）')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu build 2022Q3\n  diaodu build 2022年三季度 --only progress-report --format pdf\n  diaodu build 2022Q4 --draft\n  diaodu build 2022Q3 --print\n  diaodu build 2022 --print-shop\n  diaodu build 2022Q3 --watch\n  diaodu build 2022Q3 --each 各县',
    )
    .action(later(exit, async () => (await import('../run/build.ts')).run));
