/** diaodu export: what clerks and other systems get, read back by other programs. */
import * as sheetjs from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ExportKind, exportPeriod } from '../../src/flows/export.ts';
import type { ExportTable } from '../../src/model/ledger/export-table.ts';
import { type LedgerExport, ledgerExportSchema } from '../../src/model/ledger/ledger-export.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { writeCsv } from '../../src/render/csv/table.ts';
import { writeExportWorkbook } from '../../src/render/xlsx/export-workbook.ts';
import { folderEffects } from '../support/effects.ts';

const HEAD = 3;

async function exported(id: string, only: ExportKind[] = []): Promise<Map<string, Uint8Array>> {
  const effects = folderEffects();
  const { diagnostics } = await exportPeriod(
    { period: parsePeriod(id) as Period, only, out: 'out' },
    effects,
  );
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return new Map([...effects.written].filter(([path]) => path !== 'out/manifest.json'));
}

it('of a quarter is not stopped by what is wrong with a later one', async () => {
  const effects = folderEffects(undefined, { 'data/2022/submissions/2022Q4/省科技厅.yaml': 'nonsense: 1\n' });
  const exportOf = (id: string) =>
    exportPeriod({ period: parsePeriod(id) as Period, only: ['csv'], out: 'out' }, effects);
  const [third, fourth] = [await exportOf('2022Q3'), await exportOf('2022Q4')];
  expect(third.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  expect(third.files).toHaveLength(2);
  expect(fourth.diagnostics.some((d) => d.severity === 'error')).toBe(true);
});

it('is not stopped by what is wrong with its meeting, of which it says nothing', async () => {
  const effects = folderEffects(undefined, { 'data/2022/meetings/2022Q4.yaml': 'nonsense: 1\n' });
  const { files, diagnostics } = await exportPeriod(
    { period: parsePeriod('2022Q4') as Period, only: ['csv'], out: 'out' },
    effects,
  );
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  expect(files).toHaveLength(2);
});

const bytesOf = (files: Map<string, Uint8Array>, name: string): Uint8Array =>
  files.get(`out/导出/${name}`) as Uint8Array;
const textOf = (files: Map<string, Uint8Array>, name: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(files, name));

/** Records of a sheet or CSV file under their headings. */
function records(sheet: sheetjs.WorkSheet | undefined, head = HEAD): Record<string, unknown>[] {
  return sheetjs.utils.sheet_to_json(sheet as sheetjs.WorkSheet, { range: head - 1, defval: '' });
}

let files: Map<string, Uint8Array>;
let json: LedgerExport;
beforeAll(async () => {
  files = await exported('2022Q3');
  json = JSON.parse(textOf(files, '台账.json'));
});

describe('the workbook', () => {
  const book = () => sheetjs.read(bytesOf(files, '台账.xlsx'));

  it('has the 97 tasks with the status of every quarter', () => {
    const rows = records(book().Sheets['任务台账']);
    expect(rows.map((row) => row['序号'])).toEqual(Array.from({ length: 97 }, (_, i) => i + 1));
    expect(rows[16]).toMatchObject({
      责任单位: '省发改委',
      一季度状态: '滞后',
      三季度状态: '达到序时进度',
      四季度状态: '',
    });
    expect(String(rows[16]?.['累计完成'])).toContain('512.8亿元');
  });

  it('has every figure with all quarters, and formulas where a clerk checks', () => {
    const sheet = book().Sheets['指标台账'] as sheetjs.WorkSheet;
    const rows = records(sheet);
    const row = rows.findIndex((record) => record['编号'] === 'T017-2');
    expect(rows[row]).toMatchObject({ 目标值: 650, 一季度末: 119.6, 二季度末: 337.2, 三季度末: 512.8 });
    const at = (heading: string): sheetjs.CellObject => {
      const column = Object.keys(rows[row] as object).indexOf(heading);
      return sheet[sheetjs.utils.encode_cell({ r: row + HEAD, c: column })];
    };
    const line = row + HEAD + 1;
    expect(at('完成率（%）').f).toBe(`K${line}/F${line}*100`);
    expect(at('差距（百分点）')).toMatchObject({ f: `ROUND(N${line}-O${line},1)`, v: 3.9 });
    expect(at('本季度数')).toMatchObject({ f: `ROUND(K${line}-J${line},1)`, v: 175.6 });
  });

  it('gives no rate of a value in doubt, and says so', () => {
    const row = records(book().Sheets['指标台账']).find((record) => record['编号'] === 'T089-1');
    expect(row).toMatchObject({ 三季度末: 7300, '完成率（%）': '', 三季度状态: '待核实' });
  });

  it('sums up by track', () => {
    const rows = records(book().Sheets['汇总']);
    expect(rows).toHaveLength(16);
    expect(rows.at(-1)).toMatchObject({ 专项: '合计', 任务数: 97, 已完成: 10, 未报送: 7 });
  });

  it('is the same, byte for byte, when made again', async () => {
    const again = await exported('2022Q3');
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, bytes] of files) expect(Buffer.compare(bytes, again.get(path) as Uint8Array)).toBe(0);
  });
});

describe('the 工作台账', () => {
  it('are one per track and hold each task once', () => {
    const names = [...files.keys()].filter((path) => path.includes('/工作台账/'));
    expect(names).toHaveLength(15);
    const tasks = names.flatMap((path) => {
      const { SheetNames, Sheets } = sheetjs.read(files.get(path) as Uint8Array);
      return records(Sheets[SheetNames[0] as string]).flatMap((row) =>
        row['序号'] === '' ? [] : [row['序号']],
      );
    });
    expect(tasks).toEqual(Array.from({ length: 97 }, (_, i) => i + 1));
  });
});

describe('CSV', () => {
  it('opens in UTF-8 and holds what the JSON holds', () => {
    const text = textOf(files, '任务台账.csv');
    expect(text.startsWith('\ufeff序号,')).toBe(true);
    const { SheetNames, Sheets } = sheetjs.read(text.slice(1), { type: 'string', raw: true });
    const rows = records(Sheets[SheetNames[0] as string], 1);
    expect(rows).toHaveLength(97);
    for (const [i, task] of json.tasks.entries()) {
      expect(rows[i]).toMatchObject({
        序号: String(task.no),
        工作任务: task.text,
        责任单位: task.responsible,
      });
      expect(unguarded(String(rows[i]?.['进展情况']))).toBe(task.progress);
    }
  });

  it('keeps the digits of every quarter', () => {
    const { SheetNames, Sheets } = sheetjs.read(textOf(files, '指标台账.csv').slice(1), {
      type: 'string',
      raw: true,
    });
    const rows = records(Sheets[SheetNames[0] as string], 1);
    const targets = [
      ...json.goals.flatMap((goal) => goal.target ?? []),
      ...json.tasks.flatMap((t) => t.targets),
    ];
    expect(rows.map((row) => row['编号'])).toEqual(targets.map((target) => target.id));
    for (const [i, { quarters }] of targets.entries()) {
      const amount = quarters[2]?.amount;
      expect(rows[i]?.['三季度末']).toBe(amount ? amount.value.toFixed(amount.decimals) : '');
    }
  });
});

describe('JSON', () => {
  it('keeps to its schema, which stands beside it', () => {
    expect(ledgerExportSchema.parse(json)).toEqual(json);
    expect(JSON.parse(textOf(files, '台账.schema.json'))).toMatchObject({ type: 'object' });
    expect(json).toMatchObject({
      schema: 'diaodu-ledger/1',
      period: '2022Q3',
      asOf: '2022-09-30',
      demo: true,
    });
    expect(json.tasks).toHaveLength(97);
    expect(json.goals).toHaveLength(17);
  });

  it('tells of each number where it came from', () => {
    const amount = json.tasks[16]?.targets[1]?.quarters[2]?.amount;
    expect(amount).toMatchObject({ value: 512.8, unit: '亿元', demo: true });
    expect(amount?.source).toMatch(/^data\/2022\/submissions\/2022Q3\/省发改委\.xlsx · 进展情况!H\d+$/);
    const open = json.tasks[88]?.findings[0];
    expect(open).toMatchObject({
      id: 'magnitude-slip/省政务服务办/T089-1',
      acknowledgement: { outcome: '继续核实' },
    });
  });
});

it('exports the first and the last quarter, and only what is asked for', async () => {
  expect([...(await exported('2022Q1', ['csv', 'json'])).keys()]).toHaveLength(4);
  const rows = records(
    sheetjs.read(bytesOf(await exported('2022Q4', ['xlsx']), '台账.xlsx')).Sheets['任务台账'],
  );
  expect(rows[0]?.['四季度状态']).toBe('已完成');
});

describe('a text that looks like a formula', () => {
  const HOSTILE = ['=1+1', "=cmd|' /C calc'!A0", '+86', '-3', '@SUM(A1)', '\t=1', '＝1+1', ' =1', "'=1"];
  const table: ExportTable = {
    name: '表',
    title: '=1+1',
    subtitle: '@x',
    columns: [
      { key: 'text', heading: '文字', width: 10, centred: false },
      { key: 'number', heading: '数', width: 10, centred: true },
    ],
    rows: HOSTILE.map((text) => ({ cells: { text, number: { number: -3, decimals: 0 } } })),
  };

  it('stays a text in the workbook', async () => {
    const bytes = await writeExportWorkbook([table], { title: '=1', creator: '', date: '2022-09-30' });
    const sheet = sheetjs.read(bytes).Sheets['表'] as sheetjs.WorkSheet;
    for (const [i, text] of HOSTILE.entries()) {
      const cell = sheet[`A${HEAD + i + 1}`];
      expect(cell).toMatchObject({ t: 's', v: text });
      expect(cell.f).toBeUndefined();
    }
    expect(sheet['A1'].f).toBeUndefined();
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toContain('<f>');
  });

  it('is disarmed in CSV; a negative number stays one', () => {
    const lines = new TextDecoder().decode(writeCsv(table)).trimEnd().split('\r\n').slice(1);
    for (const [i, line] of lines.entries()) {
      const [text, number] = [line.slice(0, line.lastIndexOf(',')), line.slice(line.lastIndexOf(',') + 1)];
      expect(text.replace(/^"|"$/g, '')).toBe(`'${HOSTILE[i]}`);
      expect(number).toBe('-3');
    }
  });
});

const unguarded = (text: string): string => text.replace(/^'(?=[\s'’]*[=+\-@＝＋－＠])/, '');
