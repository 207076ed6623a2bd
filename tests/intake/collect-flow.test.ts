/** diaodu collect from end to end: originals, versions, the register, copies to send back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/base/diagnostic.ts';
import { type CollectResult, collect } from '../../src/flows/collect/collect.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { correctionCopy } from '../../src/render/xlsx/correction/correction.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { convertOffice, hasLibreOffice } from '../support/libreoffice.ts';
import { hasValidator, validate } from '../support/validator.ts';
import { cellOf, collected, content, edited, form, Q4, TRUTH, UNIT, valuesOf } from './sloppy.ts';

const FOLDER = 'data/2022/submissions/2022Q4';
const faulty = edited((sheet) => {
  sheet[cellOf('T013-1')] = { t: 's', v: '见附件' };
  sheet[cellOf('T012-1', 'progress')] = { t: 's', v: '同上' };
});

/** As the office puts it there itself, with the day on which it came. */
const dated = await writeForm({ ...content, receivedAt: '2023-01-08' });

/** A workspace without returns of the unit for the period. */
const workspace = (): TestEffects => folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: undefined });

async function run(
  effects: TestEffects,
  files: Record<string, Uint8Array>,
  date = '2023-01-08',
  unit?: string,
  again = false,
): Promise<CollectResult> {
  for (const [name, bytes] of Object.entries(files)) effects.written.set(`inbox/${name}`, bytes);
  const sources = Object.entries(files).map(([name, bytes]) => ({
    shown: name,
    path: `inbox/${name}`,
    bytes: bytes.length,
  }));
  return collect(
    {
      period: Q4,
      sources,
      received: { date, time: '15:30' },
      out: 'output/2022Q4',
      again,
      ...(unit ? { unit } : {}),
    },
    effects,
  );
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('collect', () => {
  it('corrects the day of receipt of the version that counts when it is handed in once more with it', async () => {
    const effects = workspace();
    await run(effects, { 'a.xlsx': form }, '2026-08-30');
    const take = async (date: string, given: boolean) => {
      const { returns } = await collect(
        {
          period: Q4,
          sources: [{ shown: 'a.xlsx', path: 'inbox/a.xlsx', bytes: form.length }],
          received: { date, ...(given ? { given } : {}) },
          out: 'output/2022Q4',
        },
        effects,
      );
      return [returns[0]?.outcome, returns[0]?.receivedAt, returns[0]?.diagnostics.map((d) => d.code)];
    };
    expect(await take('2026-09-01', false)).toEqual(['same', '2026-08-30', expect.any(Array)]);
    const [outcome, receivedAt, codes] = await take('2023-01-08', true);
    expect([outcome, receivedAt]).toEqual(['same', '2023-01-08']);
    expect(codes).toContain('dateCorrected');
    const register = text(effects.written.get(`${FOLDER}/receipts.yaml`));
    expect(register).toContain('receivedAt: 2023-01-08\n');
    expect(register).not.toContain('2026-08-30');
  });

  it('keeps originals byte for byte, in versions, each once, and reads the latest', async () => {
    const effects = workspace();
    const first = await run(effects, { '工信厅.xlsx': faulty });
    expect(first.returns).toMatchObject([
      {
        outcome: 'kept',
        unit: UNIT,
        version: 1,
        tasks: { filled: 17, owed: 17 },
        errors: 1,
        warnings: 2,
        original: `${FOLDER}/${UNIT}.v1.xlsx`,
        correction: `output/2022Q4/退回/${UNIT}-退回稿.xlsx`,
      },
    ]);
    expect(effects.written.get(`${FOLDER}/${UNIT}.v1.xlsx`)).toEqual(faulty);
    const sentBack = `output/2022Q4/退回/${UNIT}-退回稿.xlsx`;
    const asSent = effects.written.get(sentBack);
    const again = await run(effects, { '又一份.xlsx': faulty }, '2023-01-09');
    expect(again.returns).toMatchObject([{ outcome: 'same', version: 1 }]);
    const second = await run(effects, { '改正.xlsx': form }, '2023-01-12');
    const answered = `output/2022Q4/退回/已改回/${UNIT}-退回稿.xlsx`;
    expect(second.returns).toMatchObject([
      { outcome: 'kept', version: 2, errors: 0, correction: null, answered },
    ]);
    expect(effects.written.get(`${FOLDER}/${UNIT}.v1.xlsx`)).toEqual(faulty);
    expect(await effects.read(sentBack)).toBeUndefined();
    expect(asSent && effects.written.get(answered)).toEqual(asSent);
    expect(text(effects.written.get(`${FOLDER}/receipts.yaml`))).toContain(
      'unit: 省工信厅\n  version: 1\n  file: 省工信厅.v1.xlsx\n  receivedAt: 2023-01-08\n  time: 15:30\n  original: 工信厅.xlsx',
    );

    const listing = folderEffects(REPOSITORY, {
      [`${FOLDER}/${UNIT}.xlsx`]: undefined,
      ...Object.fromEntries([...effects.written].filter(([path]) => path.startsWith(FOLDER))),
    });
    const { value, diagnostics } = await readWorkspace(listing, 2022);
    expect(hasErrors(diagnostics)).toBe(false);
    const kept = value?.submissions.filter((s) => s.unit === UNIT && s.period === '2022Q4') ?? [];
    // The first day counts for lateness, the last return for its content.
    expect(kept.map((s) => s.receivedAt)).toEqual(['2023-01-08', '2023-01-12']);
    expect(valuesOf(kept.at(-1))).toEqual(TRUTH);
  });

  it('counts a return that was put there by hand as the first version', async () => {
    const byHand = () => folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: dated });
    const result = await run(byHand(), { '工信厅.xlsx': form }, '2023-01-20');
    expect(result.returns).toMatchObject([{ outcome: 'kept', version: 2 }]);
    const early = await run(byHand(), { '工信厅.xlsx': form }, '2022-12-20');
    expect(early.returns[0]?.diagnostics.map((d) => d.code)).toContain('receivedTooEarly');
    expect(early.returns).toMatchObject([{ outcome: 'refused', version: null }]);
  });

  it('tells what is wrong with a return put there by hand later than the registered one, for it counts', async () => {
    const effects = workspace();
    await run(effects, { '工信厅.xlsx': form });
    const spoilt = async (receivedAt: string) => {
      const spoil: Parameters<typeof edited>[0] = (sheet) => {
        sheet[cellOf('T013-1')] = { t: 's', v: '见附件' };
      };
      const bytes = edited(spoil, 'xlsx', await writeForm({ ...content, receivedAt }));
      const { diagnostics } = await readWorkspace(
        folderEffects(REPOSITORY, {
          ...Object.fromEntries([...effects.written].filter(([path]) => path.startsWith(FOLDER))),
          [`${FOLDER}/${UNIT}.xlsx`]: bytes,
        }),
        2022,
      );
      return diagnostics.filter(({ severity, at }) => severity === 'error' && at?.file.startsWith(FOLDER));
    };
    expect(await spoilt('2023-01-20')).toHaveLength(1);
    expect(await spoilt('2023-01-06')).toHaveLength(0);
  });

  it('reads the good ones among broken ones, and stores nothing that it could not read', async () => {
    const effects = workspace();
    const result = await run(effects, {
      '坏.xlsx': form.subarray(0, 5000),
      '好.xlsx': form,
      '通知.pdf': new TextEncoder().encode('%PDF-1.7'),
    });
    expect(result.returns.map((r) => [r.outcome, r.errors])).toEqual([
      ['refused', 1],
      ['kept', 0],
      ['refused', 1],
    ]);
    expect([...effects.written.keys()].filter((path) => path.startsWith(FOLDER))).toEqual([
      `${FOLDER}/${UNIT}.v1.xlsx`,
      `${FOLDER}/receipts.yaml`,
    ]);
  });

  it('asks about numbers that can be read but hardly be meant', async () => {
    const slips = edited((sheet) => {
      sheet[cellOf('T028-2')] = { t: 'n', v: 40500 };
      sheet[cellOf('T023-2')] = { t: 'n', v: 1.02 };
      sheet[cellOf('T013-1')] = { t: 'n', v: -128 };
    });
    const { returns } = await run(workspace(), { '工信厅.xlsx': slips });
    expect(
      returns[0]?.diagnostics.filter((d) => d.severity !== 'info').map((d) => [d.code, d.at?.cell]),
    ).toEqual([
      ['negativeValue', cellOf('T013-1')],
      ['notWhole', cellOf('T023-2')],
      ['suspectMagnitude', cellOf('T028-2')],
      // The annual goals were left out.
      ['leftOut', undefined],
    ]);
  });

  it('takes what is new in a folder that holds all that ever came', async () => {
    const effects = workspace();
    await run(effects, { '工信厅.xlsx': faulty });
    const second = await run(effects, { '工信厅.xlsx': faulty, '工信厅（改）.xlsx': form }, '2023-01-09');
    expect(second.returns.map((r) => [r.outcome, r.version, r.diagnostics.at(-1)?.code])).toEqual([
      ['same', 1, 'sameAgain'],
      ['kept', 2, expect.anything()],
    ]);
    // What was wrong with the first one has been mended: it is nobody's concern, now or later.
    expect(second.returns[0]?.diagnostics.map((d) => d.code)).toEqual(['sameAgain']);
    const third = await run(effects, { '工信厅.xlsx': faulty, '工信厅（改）.xlsx': form }, '2023-01-10');
    expect(third.returns.map((r) => [r.outcome, r.diagnostics.at(-1)?.code])).toEqual([
      ['same', 'sameAgain'],
      ['same', 'sameAgain'],
    ]);
    expect(third.returns.map((r) => r.errors)).toEqual([0, 0]);
    const alone = await run(effects, { '工信厅.xlsx': faulty }, '2023-01-11');
    expect(alone.returns.map((r) => [r.errors, r.diagnostics.map((d) => d.code)])).toEqual([
      [0, ['supersededAgain']],
    ]);
  });

  it('tells what is wrong with the version that counts when what came with it is refused', async () => {
    const effects = workspace();
    await run(effects, { '工信厅.xlsx': faulty }, '2023-01-09');
    const [alone] = (await run(effects, { '工信厅.xlsx': faulty }, '2023-01-10')).returns;
    expect(alone?.errors).toBeGreaterThan(0);
    const early = await run(effects, { '工信厅.xlsx': faulty, '更早.xlsx': form }, '2023-01-01');
    expect(early.returns.map((r) => [r.outcome, r.errors > 0])).toEqual([
      ['same', true],
      ['refused', true],
    ]);
    expect(early.returns[0]?.errors).toBe(alone?.errors);
    const third = new Uint8Array([...form, 0]);
    const twins = await run(
      effects,
      { '工信厅.xlsx': faulty, '甲.xlsx': form, '乙.xlsx': third },
      '2023-01-11',
    );
    expect(twins.returns[0]?.errors).toBe(alone?.errors);
  });

  it('brings a superseded version back when a person asks for it, and says so when nobody did', async () => {
    const effects = workspace();
    await run(effects, { 'a.xlsx': form });
    await run(effects, { 'b.xlsx': faulty }, '2023-01-09');
    const sent = await run(effects, { 'a.xlsx': form }, '2023-01-10');
    // It answers nothing: the copy of the version that counts still has to go back.
    expect(sent.returns).toMatchObject([{ outcome: 'same', version: 1, correction: null, answered: null }]);
    expect(effects.written.has(`output/2022Q4/退回/${UNIT}-退回稿.xlsx`)).toBe(true);
    expect(sent.returns[0]?.diagnostics.at(-1)?.message).toBe(
      `与${UNIT}第1版完全相同，已由后来的第2版替代，未改变：仍以第2版为准。`,
    );
    const asked = await run(effects, { 'a.xlsx': form }, '2023-01-10', undefined, true);
    expect(asked.returns).toMatchObject([{ outcome: 'kept', version: 3, errors: 0 }]);
    expect(effects.written.get(`${FOLDER}/${UNIT}.v3.xlsx`)).toEqual(form);
    const twice = await run(effects, { 'a.xlsx': form }, '2023-01-11', undefined, true);
    expect(twice.returns).toMatchObject([{ outcome: 'same', version: 3 }]);
  });

  it('leaves no original behind of which the register could not be told', async () => {
    const effects = workspace();
    const full: TestEffects = {
      ...effects,
      write: async (path, bytes) => {
        if (path.endsWith('receipts.yaml')) throw new Error('disk full');
        await effects.write(path, bytes);
      },
    };
    await expect(run(full, { 'a.xlsx': form })).rejects.toThrow('disk full');
    expect(await effects.read(`${FOLDER}/${UNIT}.v1.xlsx`)).toBeUndefined();
  });

  it('asks for less of a text that fills the ledger', async () => {
    const cell = cellOf('T012-1', 'progress');
    const long = edited((sheet) => {
      sheet[cell] = { t: 's', v: '持续推进各项工作。'.repeat(100) };
    });
    const { returns } = await run(workspace(), { '工信厅.xlsx': long });
    const told = returns[0]?.diagnostics.filter(({ code }) => code === 'textTooLong');
    expect(told?.map(({ at, message }) => [at?.cell, message])).toEqual([
      [cell, '这一格有900字，照登会占去台账半页以上。'],
    ]);
    expect(returns[0]?.outcome).toBe('kept');
  });

  it('does not choose between two returns of a unit, and lets a person name the unit', async () => {
    const effects = workspace();
    const twins = await run(effects, { 'a.xlsx': form, 'b.xlsx': faulty });
    expect(twins.returns.map((r) => [r.outcome, r.diagnostics.at(-1)?.code])).toEqual([
      ['refused', 'twoAtOnce'],
      ['refused', 'twoAtOnce'],
    ]);
    const also = edited((sheet) => {
      sheet[cellOf('T012-1')] = { t: 'n', v: 3 };
    });
    const three = await run(effects, { 'a.xlsx': form, 'b.xlsx': faulty, 'c（终稿）.xlsx': also });
    expect(three.returns[0]?.diagnostics.at(-1)?.message).toMatch(
      /3份不同的填报表（其余为 .*b\.xlsx、.*c（终稿）\.xlsx）/,
    );
    const named = await run(effects, { '省科技厅.xlsx': form }, '2023-01-08', '工信厅');
    expect(named.returns).toMatchObject([{ outcome: 'kept', unit: UNIT }]);
    const stranger = await run(effects, { 'a.xlsx': form }, '2023-01-08', '省某厅');
    expect(stranger.diagnostics.map((d) => d.code)).toEqual(['unitNotConcerned']);
    expect(named.returns[0]?.diagnostics.map((d) => d.code)).toContain('unitOverruled');
  });
});

describe('the copy sent back', () => {
  const copyOf = async (name: string, bytes: Uint8Array): Promise<Uint8Array> => {
    const effects = workspace();
    const { returns } = await run(effects, { [name]: bytes });
    return effects.written.get(returns[0]?.correction ?? '') ?? new Uint8Array();
  };
  const commentAt = (bytes: Uint8Array, cell: string): string =>
    readBook(bytes, { type: 'array' }).Sheets['进展情况']?.[cell]?.c?.[0]?.t ?? '';

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
