/** diaodu collect from end to end: originals, versions, the register, copies to send back. */
import { read as readBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/base/diagnostic.ts';
import { collect } from '../../src/flows/collect/collect.ts';
import { status } from '../../src/flows/status/status.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { completeness, sendAgain } from '../../src/model/returns/return-standing.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { commentAt, copyOf, FOLDER, faulty, run, workspace } from './collecting.ts';
import { cellOf, collected, content, edited, form, Q4, TRUTH, UNIT, valuesOf } from './sloppy.ts';

/** As the office puts it there itself, with the day on which it came. */
const dated = await writeForm({ ...content, receivedAt: '2023-01-08' });

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

  it('knows of a value that can’t be, and went back as an error, that the return is to be corrected', async () => {
    const effects = workspace();
    const negative = edited((sheet) => {
      sheet[cellOf('T012-1')] = { t: 'n', v: -2 };
    });
    const { returns } = await run(effects, { '工信厅.xlsx': negative });
    expect(returns[0]).toMatchObject({ outcome: 'kept', errors: 1 });
    const listing = folderEffects(REPOSITORY, {
      [`${FOLDER}/${UNIT}.xlsx`]: undefined,
      ...Object.fromEntries([...effects.written].filter(([path]) => path.startsWith(FOLDER))),
    });
    const { states } = await status({ period: Q4, out: null }, listing);
    const state = states?.units.find((one) => one.unit === UNIT);
    expect(state && completeness(state)).toBe('待改报');
    expect(state && sendAgain(state)).toBe('有错误1处，已退回、待改报');
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

  it('asks about them by the year’s beginning where the unit returned nothing last quarter', async () => {
    const files = Object.fromEntries(
      ['2022Q3', '2022Q4'].map((q) => [`data/2022/submissions/${q}/${UNIT}.xlsx`, undefined]),
    );
    const asked = async (value: number) => {
      const form = edited((sheet) => {
        sheet[cellOf('T028-2')] = { t: 'n', v: value };
      });
      const { returns } = await run(folderEffects(REPOSITORY, files), { '工信厅.xlsx': form });
      return returns[0]?.diagnostics.filter(({ at }) => at?.cell === cellOf('T028-2'));
    };
    // 2.6万家 at its beginning, and 4万家 as its target.
    expect(await asked(140)).toMatchObject([
      { code: 'suspectMagnitude', message: expect.stringContaining('年初的2.6万家') },
    ]);
    expect(await asked(0.05)).toMatchObject([{ code: 'suspectMagnitude' }]);
    expect(await asked(4.05)).toEqual([]);
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
  it('holds everything, marks and comments the faulty cells', async () => {
    const copy = await copyOf('省工信厅.xlsx', faulty);
    expect(commentAt(copy, cellOf('T013-1'))).toContain('无法识别');
    const before = unzipSync(faulty);
    const after = unzipSync(copy);
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
    expect(after['xl/sharedStrings.xml']).toEqual(before['xl/sharedStrings.xml']);
    expect(readBook(copy, { type: 'array' }).SheetNames.at(-1)).toBe('退回说明');
    // It reads as the original did: marks and comments are no content.
    expect(valuesOf(collected(copy).submission)).toEqual(valuesOf(collected(faulty).submission));
  });
});
