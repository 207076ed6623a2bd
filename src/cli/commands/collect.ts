/** diaodu collect <期> <文件或文件夹…>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const collectCommand = (exit: (code: number) => void): Command =>
  new Command('collect')
    .description('收取各单位、各地报来的填报表，逐格检查，原件入库，有错的生成退回稿')
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度；重点项目的月份，写作 2022-08 或 2022年8月')
    .argument('<文件或文件夹...>', '报来的填报表（.xlsx .xls .ods .csv .yaml）、放它们的文件夹或 .zip 压缩包')
    .option('--received <日期>', '收到日期，如 2023-01-08 或 "2023-01-08 15:30"（默认为现在）')
    .option('--unit <单位>', '这份表是哪个单位的（表内没有写明或前后不一致时用，只能收一份）')
    .option('--again', '这一份以前收过、后来被别的版本替代，现在重新以它为准（只能收一份）')
    .option('--out <文件夹>', '退回稿输出到哪里（默认 output/<期>，放在其中的“退回”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--verbose', '连同换算、转换等说明一并列出')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu collect 2022Q4 ~/收件箱\n  diaodu collect 2022Q4 省科技厅.xlsx 省教育厅.csv --received 2023-01-08\n  diaodu collect 2022Q4 统计表.xls --unit 省统计局\n  diaodu collect 2022-08 ~/收件箱/8月\n\n季度的单位填报表和各地的季报表可以放在一起收，按内容区分；.zip 压缩包直接收，其中的文件同放在文件夹里一样。原件原样存入 data/<年>/submissions/<期>（各地的存入 cities/returns/<期>、projects/returns/<月>），登记在其中的 receipts.yaml；再次报来的作为新版本，后收的为准。',
    )
    .action(later(exit, async () => (await import('../run/collect.ts')).run));
