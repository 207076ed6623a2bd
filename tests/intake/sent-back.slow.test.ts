/** The copy of a faulty return that goes back to the unit: every kind of it is valid, is printed well and can be sent in again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { correctionCopy } from '../../src/render/xlsx/correction/correction.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { convertOffice, hasLibreOffice } from '../support/libreoffice.ts';
import { hasValidator, validate } from '../support/validator.ts';
import { commentAt, copyOf, faulty } from './collecting.ts';
import { cellOf, collected, content, edited, TRUTH, UNIT, valuesOf } from './sloppy.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('the copy sent back', () => {
  async function expectValid(bytes: Uint8Array): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'return-'));
    try {
      writeFileSync(join(folder, 'a.xlsx'), bytes);
      if (hasValidator) expect(await validate(readFileSync(join(folder, 'a.xlsx')), 'xlsx')).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** As our own writer makes it: styles, drop-downs and protection are all there. */
  const asWritten = (): Promise<Uint8Array> =>
    writeForm({
      ...content,
      receivedAt: '',
      tasks: content.tasks.map((task) => ({
        ...task,
        targets: task.targets.map((t) => (t.id === 'T013-1' ? { ...t, value: '见附件' } : t)),
      })),
    });

  it('is valid, holds everything, marks and comments the faulty cells', async () => {
    for (const bytes of [await asWritten(), faulty]) {
      const copy = await copyOf('省工信厅.xlsx', bytes);
      await expectValid(copy);
      expect(commentAt(copy, cellOf('T013-1'))).toContain('无法识别');
      const before = unzipSync(bytes);
      const after = unzipSync(copy);
      expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
      expect(after['xl/sharedStrings.xml']).toEqual(before['xl/sharedStrings.xml']);
      expect(readBook(copy, { type: 'array' }).SheetNames.at(-1)).toBe('退回说明');
      // It reads as the original did: marks and comments are no content.
      expect(valuesOf(collected(copy).submission)).toEqual(valuesOf(collected(bytes).submission));
    }
  });

  it('repeats the headings of 退回说明 on every printed page', async () => {
    const written = await asWritten();
    const parts = unzipSync(written);
    const book = text(parts['xl/workbook.xml']);
    const without = book.replace(/<definedNames>.*<\/definedNames>/s, '');
    expect(without).not.toBe(book);
    const bare = zipSync({ ...parts, 'xl/workbook.xml': new TextEncoder().encode(without) });
    for (const bytes of [written, bare, await copyOf('退回稿.xlsx', written)]) {
      const copy = await copyOf('省工信厅.xlsx', bytes);
      await expectValid(copy);
      const { SheetNames, Workbook } = readBook(copy, { type: 'array' });
      const titles = Workbook?.Names?.filter(({ Name }) => Name === '_xlnm.Print_Titles') ?? [];
      expect(
        titles.filter(({ Sheet }) => SheetNames[Sheet ?? -1] === '退回说明').map(({ Ref }) => Ref),
      ).toEqual(['退回说明!$3:$3']);
    }
  });

  it('can be corrected, sent in, and marked anew', async () => {
    const copy = await copyOf('省工信厅.xlsx', await asWritten());
    const again = await copyOf('退回稿.xlsx', copy);
    await expectValid(again);
    const fillAt = (bytes: Uint8Array): string =>
      readBook(bytes, { type: 'array', cellStyles: true }).Sheets['进展情况']?.[cellOf('T013-1')]?.s?.fgColor
        ?.rgb;
    expect(fillAt(copy)).toBe('FFC7CD');
    // Mended here, wrong elsewhere: the mark moves on.
    const parts = unzipSync(copy);
    const strings = text(parts['xl/sharedStrings.xml'])
      .replace('见附件', '128')
      .replace('第12项任务全年完成，已逐项验收。', '=cmd|A1');
    const mended = zipSync({ ...parts, 'xl/sharedStrings.xml': new TextEncoder().encode(strings) });
    expect(valuesOf(collected(mended).submission)['T013-1']).toBe(128);
    const marks = correctionCopy(mended, [], { unit: UNIT, periodName: '2022年四季度' }) ?? mended;
    await expectValid(marks);
    expect(fillAt(marks)).toBe('FFF9E5');
    expect(readBook(again, { type: 'array' }).SheetNames.filter((name) => name === '退回说明')).toHaveLength(
      1,
    );
    expect(commentAt(again, cellOf('T013-1')).match(/须改正/g)).toHaveLength(1);
  });

  it('is made anew for .xls and .csv', async () => {
    const xls = edited((sheet) => (sheet[cellOf('T013-1')] = { t: 's', v: '见附件' }), 'biff8');
    const copy = await copyOf('省工信厅.xls', xls);
    await expectValid(copy);
    expect(commentAt(copy, cellOf('T013-1'))).toContain('无法识别');
    expect(valuesOf(collected(copy).submission)).toEqual({ ...TRUTH, 'T013-1': undefined });
  });

  it('leaves macros behind', async () => {
    const parts = unzipSync(await asWritten());
    const types = text(parts['[Content_Types].xml'])
      .replace('openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'X')
      .replace('application/vnd.X', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace(
        '</Types>',
        '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      );
    const macro = zipSync({
      ...parts,
      '[Content_Types].xml': new TextEncoder().encode(types),
      'xl/vbaProject.bin': new Uint8Array(64),
    });
    const copy = await copyOf('省工信厅.xlsm', macro);
    await expectValid(copy);
    expect(Object.keys(unzipSync(copy))).not.toContain('xl/vbaProject.bin');
  });

  it.skipIf(!hasLibreOffice)('comes through LibreOffice', async () => {
    const copy = await copyOf('省工信厅.xlsx', convertOffice(faulty, 'xlsx', 'xlsx'));
    await expectValid(copy);
    const through = convertOffice(copy, 'xlsx', 'xlsx');
    expect(commentAt(through, cellOf('T013-1'))).toContain('无法识别');
  });
});
