/** diaodu forms <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const formsCommand = (exit: (code: number) => void): Command =>
  new Command('forms')
    .description(
      '生成填报表（Excel）：季度的每个单位、每个设区市（县、乡镇）一份，月份的每个设区市（县、乡镇）一份（重点项目）',
    )
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度；月份，写作 2022-08 或 2022年8月')
    .option('--unit <单位>', '只生成列出的单位或地区，用逗号分开')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，放在其中的“填报表”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu forms 2022Q4\n  diaodu forms 2022年四季度 --unit 省科技厅,省工信厅\n  diaodu forms 2022-08 --unit 赣州市\n\n各地的季报表放在“填报表”中的“设区市”文件夹（县、乡镇等按本地区的叫法）。联系人、电话、邮箱取自 data/<年>/office.yaml，没有写的印空线。',
    )
    .action(later(exit, async () => (await import('../run/forms.ts')).run));
