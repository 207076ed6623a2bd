/** What comes in on the last evening: notes below a table, formulas nobody computed, documents under a workbook's name. */
import { CFB, read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { projectFormContent } from '../../src/compose/forms/project-form.ts';
import { collectMonth, collectQuarter } from '../../src/flows/collect/period-collect.ts';
import { readCityReturn } from '../../src/intake/cities/return.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { monthOf } from '../../src/model/period.ts';
import { CITY_COLUMNS } from '../../src/model/returns/city-form.ts';
import { PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeProjectForm } from '../../src/render/xlsx/project-form.ts';
import { folderEffects, type TestEffects } from '../support/effects.ts';
import { collected, column, edited, FILE, form, Q4, UNIT } from './sloppy.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const CITY = '赣州市';
const DECEMBER = monthOf(2022, 12);
type Table = Record<string, unknown>;
type Cell = { severity: string; code: string; message: string; at?: { cell?: string } | undefined };

function changed(bytes: Uint8Array, change: (sheet: Table) => void): Uint8Array {
  const book = readBook(bytes, { type: 'array', cellStyles: true });
  change(book.Sheets[book.SheetNames[0] as string] as Table);
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
const told = (found: readonly Cell[], code: string): [string | undefined, string] | undefined => {
  const one = found.find((d) => d.code === code);
  return one && [one.at?.cell, one.message];
};
const letter = (columns: readonly { key: string }[], key: string): string =>
  utils.encode_col(columns.findIndex((one) => one.key === key));

describe('a note below the table', () => {
  const NOTE = '注：第13项任务为初步数，以公布数为准。';

  it('of a unit’s form is told', () => {
    const { diagnostics } = collected(
      edited((sheet) => {
        utils.sheet_add_aoa(sheet, [[NOTE]], { origin: 'A60' });
      }),
    );
    expect(told(diagnostics, 'remarkBelow')).toEqual(['A60', expect.stringContaining(NOTE)]);
  });

  it.each([
    ['A60', '请协调省财政厅尽快拨付资金。', true],
    ['B60', '数据以省统计局公布的为准，请见谅', true],
    ['A60', '江西省工业和信息化厅', false],
    ['A60', '2023年1月8日', false],
    ['A60', '张三　13800000000', false],
  ])('without such a word, %s %s: %s', (at, text, isTold) => {
    const { diagnostics } = collected(
      edited((sheet) => {
        utils.sheet_add_aoa(sheet, [[text]], { origin: at });
      }),
    );
    expect(told(diagnostics, 'remarkBelow')?.[0]).toBe(isTold ? at : undefined);
  });
});

describe('a formula that was written as an error without a name', () => {
  it('is told as one without a result', () => {
    const files = unzipSync(form);
    const path = 'xl/worksheets/sheet1.xml';
    const at = `${column('value')}6`;
    const text = strFromU8(files[path] as Uint8Array);
    const cell = new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`);
    expect(text).toMatch(cell);
    files[path] = strToU8(text.replace(cell, `<c r="${at}" t="e"><f>50+50</f></c>`));
    const { diagnostics } = collected(zipSync(files));
    expect(told(diagnostics, 'formulaUncomputed')?.[0]).toBe(at);
  });
});

describe('a workbook of LibreOffice', () => {
  it('is read without a word on the console', () => {
    const book = readBook(form, { type: 'array' });
    const ods = unzipSync(new Uint8Array(writeBook(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer));
    const style =
      '<number:number-style style:name="N1"><number:number number:decimal-places="0"/><style:map style:condition="value()&gt;0" style:apply-style-name="N0"/></number:number-style></office:automatic-styles>';
    const content = strFromU8(ods['content.xml'] as Uint8Array);
    expect(content).toContain('</office:automatic-styles>');
    ods['content.xml'] = strToU8(content.replace('</office:automatic-styles>', style));
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    collected(zipSync({ mimetype: ods['mimetype'] as Uint8Array, ...ods }, { level: 0 }), '表.ods');
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});

describe('what is no workbook', () => {
  const word = CFB.utils.cfb_new();
  CFB.utils.cfb_add(word, '/WordDocument', new Uint8Array(5000));
  const doc = new Uint8Array(CFB.write(word, { type: 'buffer' }) as ArrayLike<number>);
  const handIn = async (month: boolean, name: string, bytes: Uint8Array) => {
    const effects = folderEffects(undefined, { [name]: bytes });
    const sources = [{ shown: name, path: name, bytes: bytes.length }];
    const request = { sources, received: { date: '2023-01-05' }, out: 'output' };
    const { returns, cities } = month
      ? await collectMonth({ when: DECEMBER, ...request }, effects)
      : await collectQuarter({ period: Q4, ...request }, effects);
    return [...returns, ...cities].flatMap(({ diagnostics }) =>
      diagnostics.map((d) => `${d.severity} ${d.message}`),
    );
  };
  const isWord = 'error 这是 Word 或 WPS 文字文档，不是填报表，未收。';

  it('is an error that says what it is, whatever it is called and whatever was to be collected', async () => {
    expect(await handIn(false, '总结.wps', doc)).toEqual([isWord]);
    expect(await handIn(false, '总结.xls', doc)).toEqual([isWord]);
    expect(await handIn(true, '总结.wps', doc)).toEqual([isWord]);
    expect(await handIn(true, '报表.rar', new TextEncoder().encode('Rar!'))).toEqual([
      'error 这是压缩包，未收。',
    ]);
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    expect(await handIn(true, '照片.jpg', photo)).toEqual(['error 这是图片，不是填报表，未收。']);
  });

  it('but a table saved in an encoding without Chinese is told of once, and not column by column', async () => {
    const lost = strToU8('2022????????,,,\n??,????,????,???\n1,??5G??,????,12\n');
    const said = ['error 文件中没有汉字，都成了问号（?），是存成文本时丢失的，无法恢复。'];
    expect(await handIn(false, '报表.csv', lost)).toEqual(said);
    expect(await handIn(true, '月报.csv', lost)).toEqual(said);
  });
});

describe('a city’s return', () => {
  const own = inputs.cities as NonNullable<Inputs['cities']>;
  const index = {
    cities: unitNames(own.cities),
    indicators: own.indicators,
    duties: own.duties,
    stages: own.stages.map((node) => node.stage),
  };

  it('has a date for proof written out, and its note told', async () => {
    const content = cityFormContent(own, CITY, Q4, '2023-01-10');
    const row = 4 + content.rows.findIndex(({ kind }) => kind === 'duty');
    const proof = `${letter(CITY_COLUMNS, 'evidence')}${row}`;
    const bytes = changed(await writeCityForm(content, inputs.office.contact), (sheet) => {
      sheet[`${letter(CITY_COLUMNS, 'stage')}${row}`] = { t: 's', v: '印发' };
      sheet[proof] = { t: 'n', v: 44900, z: 'yyyy/m/d' };
      utils.sheet_add_aoa(sheet as never, [['备注：网络零售额为反馈数。']], { origin: 'A40' });
    });
    const { value, diagnostics } = readCityReturn(`${CITY}.xlsx`, bytes, index, {
      period: Q4.id,
      receivedAt: '2023-01-05',
    });
    const id = content.rows[row - 4]?.cells.id;
    expect(value?.entries.find((entry) => entry.id === id)?.evidence?.value).toBe('2022年12月5日');
    expect(told(diagnostics, 'remarkBelow')?.[0]).toBe('A40');
  });
});

describe('a return on projects', () => {
  it('that changes what the list of projects says is told of it', async () => {
    const { projects, ...rest } = inputs.projects as NonNullable<Inputs['projects']>;
    const content = projectFormContent({ projects, ...rest }, CITY, DECEMBER);
    const bytes = await writeProjectForm(content, inputs.office.contact);
    const read = (file: Uint8Array) =>
      readProjectReturn(`${CITY}.xlsx`, file, indexProjects(projects, undefined), {
        month: DECEMBER,
        receivedAt: '2023-01-05',
        last: () => undefined,
      }).diagnostics;
    expect(told(read(bytes), 'listValueChanged')).toBeUndefined();
    const total = `${letter(PROJECT_RETURN_COLUMNS, 'total')}4`;
    const other = changed(bytes, (sheet) => {
      sheet[total] = { t: 'n', v: 99999 };
    });
    expect(told(read(other), 'listValueChanged')).toEqual([total, expect.stringMatching(/99999.*按项目库/)]);
  });
});

describe('a file that another program holds', () => {
  const handIn = async (effects: TestEffects) => {
    const sources = ['开着.xlsx', FILE].map((path) => ({ shown: path, path, bytes: form.length }));
    const request = { period: Q4, sources, received: { date: '2023-01-08' }, out: 'output' };
    return (await collectQuarter(request, effects)).returns;
  };
  const busy = (code: string): Error => Object.assign(new Error(code), { code });
  const desk = () =>
    folderEffects(undefined, { [FILE]: form, [`data/2022/submissions/2022Q4/${UNIT}.xlsx`]: undefined });

  it('is told, and the others are collected', async () => {
    const effects = desk();
    const read = async (path: string) =>
      path === '开着.xlsx' ? Promise.reject(busy('EBUSY')) : effects.read(path);
    const [held, other] = await handIn({ ...effects, read });
    expect(held?.diagnostics.map(({ code }) => code)).toEqual(['fileHeld']);
    expect(other?.outcome).toBe('kept');
  });

  it('the register: nothing is kept of which it does not know', async () => {
    const effects = desk();
    const write = async (path: string, bytes: Uint8Array) =>
      path.endsWith('receipts.yaml') ? Promise.reject(busy('EBUSY')) : effects.write(path, bytes);
    await expect(handIn({ ...effects, write })).rejects.toThrow('EBUSY');
    expect([...effects.written.keys()].filter((path) => path.startsWith('data/'))).toEqual([]);
  });
});
