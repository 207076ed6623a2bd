/** diaodu erratum <期> */
import { formatDate } from '../../base/chinese/date.ts';
import { pageList } from '../../base/chinese/page-list.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { FORMAT_NAMES } from '../../flows/build.ts';
import { correct, type ErratumResult } from '../../flows/issued/erratum.ts';
import type { Fact } from '../../model/archive/issued.ts';
import { LEAVES_FOLDER } from '../../model/archive/outputs.ts';
import { mostlyChanged } from '../../model/erratum.ts';
import { conclude } from '../conclude.ts';
import { fontPlaces, host } from '../machine.ts';
import { fileLine } from '../report.ts';
import { tableLines } from '../table.ts';
import { buildWhenError, parseBuildWhen, splitList, unknownName, usageError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  format: string;
  print?: boolean;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, options: Options): Promise<number> {
  const period = parseBuildWhen(written);
  if (!period) return usageError(buildWhenError(written));
  const formats = splitList(options.format);
  const unknown = unknownName(formats, FORMAT_NAMES, '这种格式');
  if (unknown) return usageError(unknown);
  const out = options.out ?? `output/${period.id}`;
  const result = await correct(
    {
      period,
      formats: formats as typeof FORMAT_NAMES,
      print: options.print ?? false,
      out,
      host,
      fontPlaces: fontPlaces(options.workspace),
    },
    cachedEffects(options.workspace, () => {}),
  );
  return conclude(result, options.json, told(result, out));
}

function told(
  { erratum, unchanged, drafted, leaves, left, files, diagnostics }: ErratumResult,
  out: string,
): string[] {
  if (!erratum) return [];
  const since = `与第${erratum.edition}次印发（${formatDate(erratum.issuedOn)}）的相比`;
  const { papers } = erratum;
  const drafts =
    drafted.length > 0
      ? [`${drafted.join('、')}有变化：是代拟稿，没有发出，不列入更正，要用的整份重印。`]
      : [];
  if (papers.length === 0)
    return [
      `${since}，${drafted.length > 0 ? '其他' : ''}${unchanged}份材料的内容都没有变化，不需要更正。${left ? `${out}/${LEAVES_FOLDER}/ 里的是以前一次更正的，不要再用。` : ''}`,
      ...drafts,
    ];
  const rows = papers.map((one) => {
    const { name, kind, pages, of } = one;
    const sheets = leaves.find(({ paper }) => paper === name)?.leaves;
    const remarks = [WORDS[kind](of), mostlyChanged(one) ? '改动过半，可以整份重印' : ''];
    const remark = remarks.filter((words) => words !== '').join('；');
    return [name, pageList(pages) || '—', sheets === undefined ? '—' : String(sheets), remark];
  });
  const of = (wanted: Fact['kind']): number =>
    erratum.facts.filter(({ fact }) => fact.kind === wanted).length;
  const statistics = of('statistic') > 0 ? `统计数据${of('statistic')}处，` : '';
  return [
    `${since}：`,
    ...tableLines(
      [
        { heading: '材料', align: 'left' },
        { heading: '要换的页', align: 'left' },
        { heading: '张数', align: 'right' },
        { heading: '说明', align: 'left' },
      ],
      rows,
    ),
    `${unchanged > 0 ? `其余${unchanged}份没有变化。` : ''}更正数据${of('value')}处，${statistics}评定变化${of('status')}项，改动${erratum.words.length}条。`,
    ...drafts,
    ...files.map(fileLine),
    hasErrors(diagnostics)
      ? '未完成。'
      : `完成：换页在 ${out}/${LEAVES_FOLDER}/，每份材料一个 PDF，按双面打印，整张替换。更正件发出以后，再运行一次 diaodu issue 留底。`,
  ];
}

const WORDS: Record<'changed' | 'longer' | 'shorter' | 'added' | 'gone', (of: number) => string> = {
  changed: () => '',
  longer: (of) => `页数增加，共${of}页`,
  shorter: (of) => `页数减少，共${of}页，多出的页抽去`,
  added: () => '新增的材料',
  gone: () => '不再需要，收回',
};
