/** A second round of sloppy fillings, as data: what is understood, and what is pointed at in the right cell. */
import { type CellObject, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { openWorkbook } from '../../src/intake/formats/workbook.ts';
import { suspects } from '../../src/intake/returns/suspects.ts';
import { findTable } from '../../src/intake/tables/table.ts';
import {
  cellOf,
  collected,
  edited,
  form,
  hiddenColumns,
  hiddenRows,
  index,
  inputs,
  type Sheet,
  TRUTH,
  valuesOf,
} from './sloppy.ts';

type Written = string | number | CellObject;
const cell = (written: Written): CellObject =>
  typeof written === 'string'
    ? { t: 's', v: written }
    : typeof written === 'number'
      ? { t: 'n', v: written }
      : written;
const number = (v: number, z: string): CellObject => ({ t: 'n', v, z });
const put = (target: string, written: Written, key: Parameters<typeof cellOf>[1] = 'value'): Uint8Array =>
  edited((sheet) => (sheet[cellOf(target, key)] = cell(written)));
/** Intake's problems and collect's questions, as code and cell. */
function told(bytes: Uint8Array, file?: string): string[] {
  const { submission, diagnostics } = collected(bytes, file);
  const last = inputs.submissions.filter((s) => s.unit === '省工信厅' && s.period === '2022Q3').at(-1);
  const asked = submission ? suspects(submission, last, index) : [];
  return [...diagnostics, ...asked]
    .filter((d) => d.severity !== 'info')
    .map((d) => `${d.code} ${d.at?.cell ?? ''}`.trim());
}

const [COUNT, GROWTH, RATIO, LARGE] = ['T013-1', 'T013-2', 'T028-1', 'T028-2'];

describe('values', () => {
  it.each<[string, Written, number]>([
    [COUNT, '1，280', 1280],
    [COUNT, '0.128千个', 128],
    [COUNT, '128户', 128],
    [COUNT, '128；', 128],
    [COUNT, '累计 128 个', 128],
    [COUNT, number(128, '"约"0'), 128],
    // Pasted as a value from a computed cell.
    [GROWTH, number(0.21483726184, '0.0%'), 21.4837],
    [COUNT, number(128, '0"余"'), 128],
    [COUNT, number(128, '[DBNum1]General'), 128],
    [COUNT, number(0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ '), 0],
    [COUNT, { t: 's', v: '128', f: 'TEXT(128,"0")' }, 128],
    [GROWTH, '百分之二十一点五', 21.5],
    [GROWTH, number(-21.5, '0.0;▲0.0'), -21.5],
    [RATIO, '九十八点三', 98.3],
    [LARGE, '四万零五百家', 4.05],
    [LARGE, '40.5千家', 4.05],
    [LARGE, '40，500家', 4.05],
  ])('%s: %o is understood', (target, written, meant) => {
    expect(valuesOf(collected(put(target, written)).submission)).toEqual({ ...TRUTH, [target]: meant });
  });

  it.each<[string, Written, string]>([
    [COUNT, '128（含南昌）', 'unreadableValue'],
    [COUNT, '128、130', 'unreadableValue'],
    [COUNT, '1.200,5', 'unreadableValue'],
    [COUNT, '100改为128', 'unreadableValue'],
    [COUNT, '预计128', 'unreadableValue'],
    [COUNT, '+ 28', 'increment'],
    [COUNT, number(128, '"已完成"'), 'displayDiffers'],
    [COUNT, number(128, 'General"千"'), 'displayDiffers'],
    [COUNT, number(128, '0"个（在建"0"个）"'), 'displayDiffers'],
    [COUNT, number(0, '0;;"无"'), 'displayDiffers'],
    [COUNT, number(0.5, 'h:mm'), 'displayDiffers'],
    [COUNT, { t: 'b', v: true }, 'unreadableValue'],
    [GROWTH, '121.5', 'growthAsIndex'],
    [GROWTH, '1.215', 'growthAsIndex'],
    [RATIO, 1, 'percentAmbiguous'],
    [RATIO, '983‰', 'wrongUnit'],
    [RATIO, '1.2亿', 'wrongUnit'],
    [GROWTH, '3万', 'wrongUnit'],
    [LARGE, number(40500, '[>=10000]0!.0,"万";0'), 'displayDiffers'],
  ])('%s: %o is pointed at', (target, written, code) => {
    expect(told(put(target, written))).toEqual([`${code} ${cellOf(target)}`]);
  });
});

describe('days in the place of a proof', () => {
  const proof = (written: string) => collected(put(COUNT, written, 'evidence'));
  const cellTold = (written: string, severity: string): string[] =>
    proof(written)
      .diagnostics.filter((d) => d.severity === severity && d.at?.cell === cellOf(COUNT, 'evidence'))
      .map(({ message }) => message);
  it.each([
    '2022-02-30',
    '2022.13.5',
    '2022年2月29日',
    '12月45日',
    '13月5日召开',
    '二〇二二年二月三十日',
    '20221305',
  ])('that do not exist are told, and prove nothing: %s', (written) => {
    expect(cellTold(written, 'error')).toEqual([
      expect.stringMatching(/^“佐证材料”中的日期“.+”不存在，未采用/),
    ]);
    expect(proof(written).submission?.tasks.find(({ task }) => task === 13)?.evidence).toBeNull();
  });
  it('beside a proof are told', () => {
    const written = '赣工信字〔2022〕5号（2022年2月30日）';
    expect(cellTold(written, 'warning')).toEqual([expect.stringContaining('“2022年2月30日”不存在。')]);
    expect(proof(written).submission?.tasks.find(({ task }) => task === 13)?.evidence?.value).toBe(written);
  });
  it.each([
    '2022-12-5',
    '2022年12月5日—7日',
    '12月5日，南昌',
    'https://example.gov.cn/art/2022/13/45/art_1.html',
    '赣工信字〔2022〕5号',
    '2022.1.2.3',
    '二〇二二年十二月五日',
  ])('that can be, and what is no day, are left alone: %s', (written) => {
    expect(proof(written).diagnostics.map(({ code }) => code)).not.toContain('noSuchDay');
    expect(proof(written).submission?.tasks.find(({ task }) => task === 13)?.evidence?.value).toBe(written);
  });
});

describe('values in a column of words', () => {
  const moved = (key: Parameters<typeof cellOf>[1]): Uint8Array =>
    edited((sheet) => {
      sheet[cellOf(COUNT, key)] = sheet[cellOf(COUNT)];
      delete sheet[cellOf(COUNT)];
    });
  it.each(['targetId', 'target', 'goal', 'previousProgress'] as const)('%s', (key) => {
    expect(told(moved(key))).toContain(`filledBeside ${cellOf(COUNT, key)}`);
  });
  it.each(['evidence', 'progress', 'problems', 'coordination', 'next'] as const)('%s', (key) => {
    expect(told(moved(key))).toContain(`numberForText ${cellOf(COUNT, key)}`);
  });
});

describe('headings', () => {
  const headed = (text: string): Uint8Array =>
    edited((sheet) => (sheet[cellOf(COUNT).replace(/\d+/, '3')] = { t: 's', v: text }));
  it.each(['当季', '新增', '不含南昌', '预计'])('with the remark （%s） are asked about', (remark) => {
    expect(told(headed(`本季度累计值（${remark}）`))).toContain(
      `headingRemark ${cellOf(COUNT).replace(/\d+/, '3')}`,
    );
  });
  it('with a unit that some rows do not have leave those rows alone', () => {
    const { 'T028-2': _, ...others } = TRUTH;
    expect(valuesOf(collected(headed('本季度累计值（家）')).submission)).toMatchObject(others);
  });
});

describe('a value that can hardly be meant', () => {
  const asked = (bytes: Uint8Array): string | undefined => {
    const { submission } = collected(bytes);
    const last = inputs.submissions.filter((s) => s.unit === '省工信厅' && s.period === '2022Q3').at(-1);
    return suspects(submission as NonNullable<typeof submission>, last, index)
      .filter(({ at }) => at?.cell === cellOf(COUNT))
      .map(({ message }) => message)[0];
  };
  it('is told with what it was read as', () => {
    const head = cellOf(COUNT).replace(/\d+/, '3');
    expect(asked(edited((sheet) => (sheet[head] = { t: 's', v: '本季度累计值（万个）' })))).toMatch(
      /所填“128”（计量单位按表内所写的“万个”）读作1280000个，与上季度的\d+个相差悬殊/,
    );
    expect(asked(put(COUNT, 128000))).toMatch(/所填“128000”读作128000个，与上季度/);
    expect(asked(put(COUNT, '12.8万个'))).toMatch(/所填“12.8万个”读作128000个，与上季度/);
    expect(asked(put(COUNT, '128000个'))).toMatch(/所填“128000个”与上季度/);
  });
});

describe('open document spreadsheets', () => {
  const ods = (change: (sheet: Sheet) => void = () => {}): Uint8Array => edited(change, 'ods' as 'xlsx');
  const changed = (name: string, change: (xml: string) => string): Uint8Array => {
    const parts: Record<string, Uint8Array> = unzipSync(ods());
    const before = new TextDecoder().decode(parts[name]);
    const after = change(before);
    expect(after).not.toBe(before);
    return zipSync({ ...parts, [name]: strToU8(after) });
  };
  const at = (target: string): RegExp => new RegExp(`<table:table-cell[^>]*office:value="${TRUTH[target]}"`);

  it('are read like workbooks', () => {
    const read = collected(ods(), '省工信厅.ods');
    expect(valuesOf(read.submission)).toEqual(TRUTH);
    expect(told(ods(), '省工信厅.ods')).toEqual([]);
  });

  it('show struck-out cells', () => {
    const style =
      '<style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>';
    const bytes = changed('content.xml', (xml) =>
      xml
        .replace('</office:automatic-styles>', `${style}</office:automatic-styles>`)
        .replace(at(COUNT), (tag) =>
          `${tag} table:style-name="gone"`.replace(/ table:style-name="[^"]*"(?=.*"gone")/, ''),
        ),
    );
    expect(told(bytes, '省工信厅.ods')).toEqual([`struckOut ${cellOf(COUNT)}`]);
  });

  it('show a number whose format hides it', () => {
    const bytes = changed('content.xml', (xml) =>
      xml.replace(new RegExp(`(${at(COUNT).source}[^>]*>)<text:p>[^<]*</text:p>`), '$1<text:p/>'),
    );
    expect(told(bytes, '省工信厅.ods')).toEqual([`displayDiffers ${cellOf(COUNT)}`]);
  });

  it('are guarded: repetitions, bombs, locks, cuts', () => {
    const repeated = (row: string): Uint8Array =>
      changed('content.xml', (xml) => xml.replace('</table:table>', `${row}</table:table>`));
    const empty = repeated(
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    );
    const cells = '<table:table-cell office:value-type="float" office:value="1"';
    const started = performance.now();
    expect(valuesOf(collected(empty, '省工信厅.ods').submission)).toEqual(TRUTH);
    expect(
      told(repeated(`<table:table-row table:number-rows-repeated="1000000">${cells}/></table:table-row>`)),
    ).toEqual(['tooManyRows']);
    expect(
      told(repeated(`<table:table-row>${cells} table:number-columns-repeated="16000"/></table:table-row>`)),
    ).toEqual(['tooManyRows']);
    expect(told(changed('content.xml', (xml) => xml + ' '.repeat(5 * 2 ** 20)))).toEqual(['unpacksTooLarge']);
    expect(told(ods().subarray(0, 3000), '省工信厅.ods')).toEqual(['truncatedFile']);
    expect(told(changed('META-INF/manifest.xml', (xml) => `${xml}<manifest:encryption-data/>`))).toEqual([
      'encryptedFile',
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('pictures and old workbooks', () => {
  it('pictures are not read, and that is said', () => {
    const parts = unzipSync(form);
    const bytes = zipSync({ ...parts, 'xl/drawings/drawing1.xml': strToU8('<xdr:wsDr/>') });
    expect(told(bytes)).toEqual(['picturesIgnored']);
  });

  it('a struck font of an old workbook marks its cells', () => {
    const bytes = edited(() => {}, 'biff8');
    const ref = cellOf(COUNT);
    const stream = Buffer.from(bytes);
    // The library writes one font, used by every cell: strike it out (FONT record, flag 0x08), wherever the file lays it.
    const workbook = stream.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
    const at = stream.indexOf(Buffer.from([0x31, 0x00]), workbook);
    expect(at).toBeGreaterThan(0);
    stream[at + 6] = (stream[at + 6] ?? 0) | 0x08;
    const cells = (openWorkbook('a.xls', new Uint8Array(stream)).value ?? []).flatMap(({ rows }) =>
      rows.flat(),
    );
    expect(cells.find((one) => one?.at.cell === ref)?.struck).toBe(true);
  });
});

describe('hidden columns', () => {
  const hidden = hiddenColumns();
  const found = (bytes: Uint8Array, file?: string): string[] =>
    collected(bytes, file).diagnostics.flatMap((d) =>
      d.code === 'hiddenColumn' ? [`${d.severity} ${d.at?.cell} ${d.message}`] : [],
    );
  const said = ['warning H3 “本季度累计值”栏（H列）被隐藏了，里面填有内容，照常读取。'];

  it('are told of where something was filled in, and read', () => {
    expect(found(hidden)).toEqual(said);
    expect(valuesOf(collected(hidden).submission)).toEqual(TRUTH);
    expect(found(form)).toEqual([]);
  });

  it('are told of in tables of cities and projects', () => {
    const columns = [
      { key: 'code', heading: '项目编号', required: true, type: 'code' },
      { key: 'month', heading: '本月完成投资（万元）', required: true, type: 'value', entry: true },
    ] as const;
    const sheet = utils.aoa_to_sheet([columns.map(({ heading }) => heading), ['P1', 5]]);
    sheet['!cols'] = [{ hidden: true }, { hidden: true }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '表');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const diagnostics: Diagnostic[] = [];
    findTable('表.xlsx', openWorkbook('表.xlsx', bytes).value ?? [], columns, diagnostics);
    expect(diagnostics.map((d) => `${d.code} ${d.at?.cell}`)).toEqual(['hiddenColumn B1']);
  });
});

describe('hidden and filtered rows', () => {
  const found = (bytes: Uint8Array, file?: string): string[] =>
    collected(bytes, file).diagnostics.flatMap((d) =>
      d.code === 'hiddenFilled' ? [`${d.severity} ${d.at?.cell} ${d.message}`] : [],
    );
  const row = (target: string): number => utils.decode_cell(cellOf(target)).r;
  const [first, second] = [row(COUNT) + 1, row(GROWTH) + 1];
  const said = `warning A${first} 第${first}、${second}行被隐藏或筛选掉了，里面填有内容，照常读取。`;

  it('are told of and read', () => {
    const bytes = hiddenRows([COUNT, GROWTH]);
    expect(found(bytes)).toEqual([said]);
    expect(valuesOf(collected(bytes).submission)).toEqual(TRUTH);
  });

  it('are told of in an open document spreadsheet, repeated rows counted', () => {
    const parts: Record<string, Uint8Array> = unzipSync(edited(() => {}, 'ods' as 'xlsx'));
    const xml = new TextDecoder().decode(parts['content.xml']);
    let number = 0;
    const changed = xml.replace(/<table:table\b(?!-)[^>]*>|<table:table-row\b[^>]*>/g, (tag) => {
      if (!tag.startsWith('<table:table-row')) {
        number = 0;
        return tag;
      }
      number += Number(/rows-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
      return number === first || number === second ? tag.replace('>', ' table:visibility="filter">') : tag;
    });
    expect(found(zipSync({ ...parts, 'content.xml': strToU8(changed) }), '省工信厅.ods')).toEqual([said]);
  });

  it('are left alone where nothing is filled in, and where all is seen', () => {
    const empty = edited((sheet) => {
      for (const key of ['value', 'progress', 'problems', 'next'] as const) delete sheet[cellOf(COUNT, key)];
      const rows = sheet['!rows'] ?? [];
      rows[row(COUNT)] = { hidden: true };
      sheet['!rows'] = rows;
    });
    expect(found(empty)).toEqual([]);
    expect(found(hiddenRows([]))).toEqual([]);
  });

  it('are told of in tables of cities and projects, long lists cut short', () => {
    const columns = [
      { key: 'code', heading: '项目编号', required: true, type: 'code' },
      { key: 'month', heading: '本月完成投资（万元）', required: true, type: 'value', entry: true },
    ] as const;
    const sheet = utils.aoa_to_sheet([
      ['项目编号', '本月完成投资（万元）'],
      ...Array.from({ length: 12 }, (_, i) => [`P${i}`, i < 10 ? i : null]),
    ]);
    sheet['!rows'] = Array.from({ length: 13 }, (_, i) => ({ hidden: i > 0 }));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '表');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const diagnostics: Diagnostic[] = [];
    const table = findTable('表.xlsx', openWorkbook('表.xlsx', bytes).value ?? [], columns, diagnostics);
    expect(table?.rows).toHaveLength(12);
    expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([
      'hiddenFilled 第2、3、4、5、6、7、8、9等10行被隐藏或筛选掉了，里面填有内容，照常读取。',
    ]);
  });
});
