/** 图表数据.xlsx: the data of every numbered chart of a document, a sheet each, behind a list of them with their sources. */
import { chartTable } from '../../model/document/chart-table.ts';
import type { ChartBlock, Document } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { ExportCell, ExportTable } from '../../model/ledger/export-table.ts';
import { writeExportWorkbook } from './export-workbook.ts';

const LIST = '目录';

/** Undefined for a document without charts. Missing values are written as printed: — or …, never as zero. */
export async function chartDataWorkbook(document: Document): Promise<Uint8Array | undefined> {
  const charts = document.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is ChartBlock => block.kind === 'chart' && block.number !== ''),
  );
  if (charts.length === 0) return undefined;
  const { title, author, date } = document.meta;
  return writeExportWorkbook([listOf(charts, title), ...charts.map(sheetOf)], {
    title: `${title}图表数据`,
    creator: author,
    date,
  });
}

const notesOf = ({ notes }: ChartBlock): string => notes.map(plainText).join('\n');

const listOf = (charts: readonly ChartBlock[], title: string): ExportTable => ({
  name: LIST,
  title: `${title}图表数据`,
  subtitle: '每个图一张工作表，表名即图号；“—”为缺数，“…”为不适用。',
  columns: [
    { key: 'number', heading: '图号', width: 10, centred: true },
    { key: 'caption', heading: '图题', width: 60, centred: false },
    { key: 'unit', heading: '计量单位', width: 14, centred: true },
    { key: 'notes', heading: '来源和说明', width: 80, centred: false },
  ],
  rows: charts.map((chart) => ({
    cells: {
      number: chart.number,
      caption: plainText(chart.caption),
      unit: chartTable(chart.chart).unit,
      notes: notesOf(chart),
    },
  })),
});

function sheetOf(block: ChartBlock): ExportTable {
  const { columns, rows, unit } = chartTable(block.chart);
  const heading = (name: string, own: string): string => {
    const said = own || unit;
    return said === '' || name.includes(said) ? name : `${name}（${said}）`;
  };
  return {
    name: block.number,
    title: `${block.number}　${plainText(block.caption)}`,
    subtitle: block.notes.map(plainText).join(''),
    columns: [
      { key: 'name', heading: '名称', width: 24, centred: false },
      ...columns.map((column, i) => ({
        key: `c${i}`,
        heading: heading(column.name, column.unit),
        width: 18,
        centred: true,
      })),
    ],
    rows: rows.map(({ name, cells }) => ({
      cells: Object.fromEntries([
        ['name', name] as const,
        ...cells.map(({ value, text, figure }, i): [string, ExportCell] => [
          `c${i}`,
          value === null ? text : { number: value, decimals: figure?.decimals ?? decimalsOf(value) },
        ]),
      ]),
    })),
  };
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
