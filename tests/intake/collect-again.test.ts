/** What comes after a good return: an empty form, half a correction; and forms whose one sheet is all that a unit has. */
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/base/digest.ts';
import { formContent } from '../../src/compose/forms/form.ts';
import { collect } from '../../src/flows/collect/collect.ts';
import { cellText } from '../../src/intake/formats/sheet.ts';
import { openWorkbook } from '../../src/intake/formats/workbook.ts';
import { writeReceipts } from '../../src/intake/returns/receipts.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { SHEETS, TASK_COLUMNS } from '../../src/model/returns/form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects } from '../support/effects.ts';
import {
  cellOf,
  collected,
  column,
  content,
  edited,
  form,
  inputs,
  Q4,
  rowsOf,
  type Sheet,
  UNIT,
} from './sloppy.ts';

/** Files of one unit, one after the other, into a quarter in which it has reported nothing. */
async function oneAfterAnother(unit: string, ...files: Uint8Array[]) {
  return oneByOne(unit, files, {});
}

/** @param later files of the workspace as they are when the second comes */
async function oneByOne(unit: string, files: readonly Uint8Array[], later: Record<string, Uint8Array>) {
  const known = `data/2022/submissions/2022Q4/${unit}.xlsx`;
  const overlay: Record<string, Uint8Array | undefined> = { [known]: undefined };
  const results = [];
  for (const [i, bytes] of files.entries()) {
    if (i > 0) Object.assign(overlay, later);
    const path = `收到/${i}.xlsx`;
    const effects = folderEffects(undefined, { ...overlay, [path]: bytes });
    const { returns } = await collect(
      {
        period: Q4,
        sources: [{ shown: path, path, bytes: bytes.length }],
        received: { date: `2023-01-0${i + 5}` },
        unit,
        out: 'output',
      },
      effects,
    );
    results.push(returns[0] as NonNullable<(typeof returns)[number]>);
    for (const [written, text] of effects.written) if (written.startsWith('data/')) overlay[written] = text;
  }
  return results;
}
const errors = (result: { diagnostics: { severity: string; code: string }[] }): string[] =>
  result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe('after a good return', () => {
  it('an empty form is refused, and the good one stands', async () => {
    const empty = await writeForm({ ...formContent(inputs, UNIT, Q4), receivedAt: '' });
    const [good, wrong] = await oneAfterAnother(UNIT, form, empty);
    expect([good?.outcome, wrong?.outcome]).toEqual(['kept', 'refused']);
    expect(wrong?.diagnostics.map(({ code }) => code)).toEqual(['emptyNotTaken']);
  });

  it('an empty form that comes first is no return, and does not stand in the way of one', async () => {
    const empty = await writeForm({ ...formContent(inputs, UNIT, Q4), receivedAt: '' });
    const [first, second] = await oneAfterAnother(UNIT, empty, form);
    expect(first).toMatchObject({ outcome: 'refused', errors: 0, warnings: 1 });
    expect(first?.diagnostics[0]?.message).toContain(`${UNIT}报来的是空表`);
    expect(first?.diagnostics[0]?.hints[0]).toContain('核对是不是发错了文件');
    expect(second).toMatchObject({ outcome: 'kept', version: 1 });
  });

  it('a correction that holds only what was corrected is refused, with what would be lost', async () => {
    const [first, ...others] = content.tasks;
    const rest = others.map((task) => ({
      ...task,
      progress: '',
      problems: '',
      next: '',
      targets: task.targets.map((target) => ({ ...target, value: '' as const })),
    }));
    const half = await writeForm({ ...content, receivedAt: '', tasks: [first as never, ...rest] });
    const [, wrong] = await oneAfterAnother(UNIT, form, half);
    expect(wrong?.outcome).toBe('refused');
    expect(errors(wrong as never)).toEqual(['contentLost']);
    expect(wrong?.diagnostics.find(({ code }) => code === 'contentLost')?.message).toContain('第13项任务');
  });

  it('a whole correction is taken', async () => {
    const [first, ...others] = content.tasks;
    const changed = { ...(first as NonNullable<typeof first>), progress: '已更正。' };
    const [, second] = await oneAfterAnother(
      UNIT,
      form,
      await writeForm({ ...content, receivedAt: '', tasks: [changed, ...others] }),
    );
    expect(second).toMatchObject({ outcome: 'kept', version: 2 });
    const told = second?.diagnostics.find(({ code }) => code === 'changedSince')?.message;
    expect(told).toBe(`与上一版相比：任务${first?.no}进展情况有改动。`);
  });

  it('a file that came before does not come again because its unit has got another name', async () => {
    const roster = new TextDecoder().decode(
      (await folderEffects().read('data/2022/units.yaml')) ?? new Uint8Array(),
    );
    const renamed = roster.replace(
      `{ name: ${UNIT}, fullName: 江西省工业和信息化厅, aliases: [`,
      `{ name: 省工信委, fullName: 江西省工业和信息化委员会, aliases: [${UNIT}, `,
    );
    const later = { 'data/2022/units.yaml': new TextEncoder().encode(renamed) };
    const [first, second] = await oneByOne(UNIT, [form, form], later);
    expect([first, second]).toMatchObject([
      { unit: UNIT, outcome: 'kept' },
      { unit: '省工信委', outcome: 'same' },
    ]);
  });

  it('says which figures changed, ten at most, and which were taken back', async () => {
    const figures = (change: (value: unknown, i: number) => unknown) => {
      let i = 0;
      const tasks = content.tasks.map((task) => ({
        ...task,
        targets: task.targets.map((target) => ({ ...target, value: change(target.value, i++) })),
      }));
      return writeForm({ ...content, receivedAt: '', tasks: tasks as typeof content.tasks });
    };
    const [, one] = await oneAfterAnother(UNIT, form, await figures((value, i) => (i === 1 ? 126 : value)));
    expect(one?.diagnostics.find(({ code }) => code === 'changedSince')?.message).toMatch(
      /^与上一版相比：T013-1由128.*改为126.*。$/,
    );
    const [, all] = await oneAfterAnother(UNIT, form, await figures((value, i) => (i === 0 ? '' : value)));
    expect(all?.diagnostics.find(({ code }) => code === 'valuesWithdrawn')?.message).toMatch(
      /^与上一版相比，有1个数没有再报：T012-1原报2.*，这一版为空/,
    );
    expect(all?.diagnostics.find(({ code }) => code === 'leftOut')?.message).not.toContain('T012-1');
  });
});

describe('after a return that could not be read as a whole', () => {
  const NUMBERED = content.tasks.map(({ no }) => no);
  /** The rows of these tasks are emptied, and something is written into a cell. */
  const half = (emptied: readonly number[], written: Partial<Record<string, unknown>> = {}): Uint8Array =>
    edited((sheet) => {
      for (const task of content.tasks.filter(({ no }) => emptied.includes(no)))
        for (const { id } of task.targets)
          for (const { key } of TASK_COLUMNS.filter((one) => one.entry)) delete sheet[cellOf(id, key)];
      for (const [cell, v] of Object.entries(written)) sheet[cell] = { t: 's', v };
    });
  const said = (result: { diagnostics: { code: string; message: string }[] } | undefined, code: string) =>
    result?.diagnostics.find((d) => d.code === code)?.message ?? '';
  const bad = { [cellOf('T013-1')]: '完成90%' };

  it('one unreadable cell opens no door for what is left out', async () => {
    const [, second, third] = await oneAfterAnother(UNIT, form, half([23, 26], bad), half([23, 26]));
    expect([second?.outcome, third?.outcome]).toEqual(['refused', 'refused']);
    for (const one of [second, third])
      expect(said(one, 'contentLost')).toMatch(
        /^已收的上一版填有、这一份没有的：第23项任务、第26项任务。未收/,
      );
  });

  it('a row of which nothing can be read is there, and not lost', async () => {
    const broken = edited((sheet) => {
      const [task] = content.tasks.filter(({ no }) => no === 12);
      for (const { key } of TASK_COLUMNS.filter((one) => one.entry))
        for (const { id } of task?.targets ?? []) delete sheet[cellOf(id, key)];
      sheet[cellOf('T012-1')] = { t: 'e', v: 0x17, w: '#REF!' };
    });
    const [, second] = await oneAfterAnother(UNIT, form, broken);
    expect(second).toMatchObject({ outcome: 'kept', tasks: { filled: NUMBERED.length - 1 } });
  });

  it('a figure left out beside an unreadable one is told at once, and the unreadable one is not', async () => {
    const without = half([], { ...bad, [cellOf('T012-1')]: '' });
    const [, second] = await oneAfterAnother(UNIT, form, without);
    expect(said(second, 'valuesWithdrawn')).toMatch(/^与上一版相比，有1个数没有再报：T012-1原报2条/);
  });

  it('what mends it is held against the last one that was whole', async () => {
    const mended = half([], { [cellOf('T013-1')]: '126个' });
    const [, , third] = await oneAfterAnother(UNIT, form, half([], bad), mended);
    expect(said(third, 'changedSince')).toBe(
      '与第1版以来所填的相比（上一版没有读全）：T013-1由128个改为126个。',
    );
    // A version that lost something while nobody looked, as older programs kept them.
    const crippled = half([23, 26], bad);
    const path = `data/2022/submissions/2022Q4/${UNIT}`;
    const effects = folderEffects(undefined, { [`${path}.xlsx`]: undefined });
    const versions = [form, crippled].map((bytes, i) => {
      effects.written.set(`${path}.v${i + 1}.xlsx`, bytes);
      const file = `${UNIT}.v${i + 1}.xlsx`;
      const rest = { original: '表.xlsx', sha256: digestOf(bytes), errors: i, warnings: 0 };
      return { unit: UNIT, version: i + 1, file, receivedAt: '2023-01-05', ...rest };
    });
    await writeReceipts(effects, path.slice(0, path.lastIndexOf('/')), versions);
    effects.written.set('收到/表.xlsx', half([23, 26]));
    const { returns } = await collect(
      {
        period: Q4,
        sources: [{ shown: '收到/表.xlsx', path: '收到/表.xlsx', bytes: 1 }],
        received: { date: '2023-01-07' },
        unit: UNIT,
        out: 'output',
      },
      effects,
    );
    expect(returns[0]?.outcome).toBe('refused');
    expect(said(returns[0], 'contentLost')).toMatch(
      /^第1版以来填过、这一份没有的：第23项任务、第26项任务。未收/,
    );
  });
});

describe('the one sheet that a unit fills in', () => {
  it('of a unit with goals alone may come in a workbook of its own', async () => {
    const unit = '省通信管理局';
    const filed = inputs.submissions.find((s) => s.unit === unit && s.period === '2022Q4');
    const book = readBook(await writeForm({ ...formContent(inputs, unit, Q4), receivedAt: '' }), {
      type: 'array',
    });
    const sheet = book.Sheets[SHEETS.goals];
    const [value] = filed?.goals[0]?.values ?? [];
    if (sheet) sheet['F4'] = { t: 'n', v: value?.figure.value ?? 1 };
    const alone = {
      SheetNames: [SHEETS.goals],
      Sheets: { [SHEETS.goals]: utils.aoa_to_sheet(rowsOf(sheet as never)) },
    };
    const [taken] = await oneAfterAnother(
      unit,
      new Uint8Array(writeBook(alone, { type: 'array' }) as ArrayBuffer),
    );
    expect(taken?.outcome).toBe('kept');
    expect(errors(taken as never)).toEqual([]);
  });

  it('of a unit that cooperates may stay empty, for nothing need be coordinated', async () => {
    const unit = '省财政厅';
    const [taken] = await oneAfterAnother(
      unit,
      await writeForm({ ...formContent(inputs, unit, Q4), receivedAt: '' }),
    );
    expect(taken?.outcome).toBe('kept');
    expect(taken?.diagnostics.map(({ code }) => code)).toEqual(['onlyCooperates']);
  });

  it('of a unit that cooperates is no sheet of tasks', async () => {
    const unit = '省财政厅';
    const book = readBook(await writeForm({ ...formContent(inputs, unit, Q4), receivedAt: '' }), {
      type: 'array',
    });
    const sheet = book.Sheets[SHEETS.cooperation];
    for (const [cell, v] of Object.entries({
      E4: '已安排经费。',
      F4: '请提前提供经费测算。',
      G4: '省发改委',
    }))
      if (sheet) sheet[cell] = { t: 's', v };
    const [taken] = await oneAfterAnother(
      unit,
      new Uint8Array(writeBook(book, { type: 'array' }) as ArrayBuffer),
    );
    expect(errors(taken as never)).toEqual([]);
    expect(taken?.diagnostics.map(({ code }) => code)).not.toContain('nothingFilled');
    // It was asked: what came is what it is, and nothing to warn of. What it asks for is real, and told.
    expect(taken?.diagnostics.filter((d) => d.severity === 'warning')).toEqual([]);
    expect(taken?.diagnostics.find(({ code }) => code === 'requestTaken')?.message).toMatch(
      /^配合单位就第\d+项任务提出的需协调事项“请提前提供经费测算。”列入/,
    );
    expect(taken?.diagnostics.find(({ code }) => code === 'onlyCooperates')?.message).toMatch(
      /^省财政厅没有由其负责的任务和指标，这是参与“.+”的配合情况。$/,
    );
  });

  it('of a unit that answers for tasks stands beside them, and what it needs there is taken with them', async () => {
    const asking = async (own: typeof content) => {
      const book = readBook(await writeForm({ ...own, receivedAt: '' }), { type: 'array' });
      const sheet = book.Sheets[SHEETS.cooperation];
      if (sheet) sheet['F4'] = { t: 's', v: '请提前提供经费测算。' };
      return new Uint8Array(writeBook(book, { type: 'array' }) as ArrayBuffer);
    };
    // First nothing else, which is nobody else's return; then with its own tasks.
    const taken = await oneAfterAnother(
      UNIT,
      await asking(formContent(inputs, UNIT, Q4)),
      await asking(content),
    );
    for (const one of taken) {
      expect([one.outcome, errors(one as never)]).toEqual(['kept', []]);
      expect(one.diagnostics.find(({ code }) => code === 'requestTaken')?.message).toMatch(
        /^配合单位就第1项任务提出的需协调事项“请提前提供经费测算。”列入/,
      );
      expect(one.diagnostics.map(({ code }) => code)).not.toContain('onlyCooperates');
    }
  });
});

describe('a heading that was changed', () => {
  const head = rowsOf(readBook(form, { type: 'array' }).Sheets[SHEETS.tasks] as Sheet).findIndex((cells) =>
    cells.includes('本季度累计值'),
  );
  const cell = `${column('value')}${head + 1}`;

  it.each(['完成的数', ''])('is the one fault told, at its own cell: “%s”', (heading) => {
    const bytes = edited((sheet) => {
      sheet[cell] = { t: 's', v: heading };
    });
    const { diagnostics } = collected(bytes);
    const told = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(told.map(({ code, at }) => [code, at?.cell])).toEqual([['columnMissing', cell]]);
  });

  it('can be mended in the copy sent back, and nothing is called missing', async () => {
    const parts = unzipSync(form);
    const name = Object.keys(parts).find((path) =>
      strFromU8(parts[path] as Uint8Array).includes('本季度累计值'),
    ) as string;
    const xml = strFromU8(parts[name] as Uint8Array).replaceAll('>本季度累计值<', '>完成的数<');
    const path = '收到/表.xlsx';
    const bytes = zipSync({ ...parts, [name]: strToU8(xml) });
    const effects = folderEffects(undefined, {
      [path]: bytes,
      [`data/2022/submissions/2022Q4/${UNIT}.xlsx`]: undefined,
    });
    const { returns } = await collect(
      {
        period: Q4,
        sources: [{ shown: path, path, bytes: bytes.length }],
        received: { date: '2023-01-05' },
        unit: UNIT,
        out: 'output',
      },
      effects,
    );
    const told = returns[0]?.diagnostics.filter(({ severity }) => severity !== 'info');
    // Both sheets have such a column.
    expect(new Set(told?.map(({ code }) => code))).toEqual(new Set(['columnMissing']));
    const copy = effects.written.get(returns[0]?.correction ?? '') as Uint8Array;
    const sheet = strFromU8(unzipSync(copy)['xl/worksheets/sheet1.xml'] as Uint8Array);
    const style = Number(new RegExp(`r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]);
    const styles = strFromU8(unzipSync(copy)['xl/styles.xml'] as Uint8Array);
    const looks = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/
      .exec(styles)?.[1]
      ?.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g);
    expect(looks?.[style]).toContain('<protection locked="0"/>');
  });
});

it('characters written as references are those that were meant', () => {
  const parts = unzipSync(form);
  const name = Object.keys(parts).find((path) =>
    strFromU8(parts[path] as Uint8Array).includes('全年完成'),
  ) as string;
  const xml = strFromU8(parts[name] as Uint8Array).replace('全年完成', '&#134071;&#x1F600;全年完成');
  const opened = openWorkbook('a.xlsx', zipSync({ ...parts, [name]: strToU8(xml) }));
  const texts = opened.value?.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cellText(cell))));
  expect(texts?.filter((text) => text.includes('𠮷😀全年完成'))).toHaveLength(1);
});

describe('an original altered where it lies', () => {
  const stored = `data/2022/submissions/2022Q4/${UNIT}.v1.xlsx`;
  const effects = folderEffects(undefined, { [`data/2022/submissions/2022Q4/${UNIT}.xlsx`]: undefined });
  const take = async (path: string): Promise<string | undefined> => {
    const { returns } = await collect(
      {
        period: Q4,
        sources: [{ shown: path, path, bytes: 1 }],
        received: { date: '2023-01-06' },
        out: 'output',
      },
      effects,
    );
    return returns[0]?.outcome;
  };
  const altered = async (): Promise<string[]> =>
    (await readWorkspace(effects, 2022)).diagnostics
      .filter(({ code }) => code === 'originalChanged')
      .map(({ severity, at }) => `${severity} ${at?.file}`);
  const otherwise = (bytes: Uint8Array): Uint8Array => {
    const book = readBook(bytes, { type: 'array' });
    utils.book_append_sheet(book, utils.aoa_to_sheet([['备注']]), '备注');
    return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  };

  it('is an error, mended by the unit’s own file or by taking the altered one as a version', async () => {
    await effects.write('收到/1.xlsx', form);
    expect(await take('收到/1.xlsx')).toBe('kept');
    expect(await altered()).toEqual([]);

    await effects.write(stored, otherwise(form));
    expect(await altered()).toEqual([`error ${stored}`]);
    await take('收到/1.xlsx');
    expect(await altered()).toEqual([]);
    expect(effects.written.get(stored)).toEqual(form);

    await effects.write(stored, otherwise(form));
    expect(await take(stored)).toBe('kept');
    expect(await altered()).toEqual([]);
    expect(effects.written.has(stored.replace('v1', 'v2'))).toBe(true);
  });
});
