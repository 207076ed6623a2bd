/** diaodu remind once more, when units have returned meanwhile: letters that went out and what was written into them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { digestOf } from '../../src/base/digest.ts';
import { letterLines } from '../../src/cli/run/status.ts';
import { remind } from '../../src/flows/remind.ts';
import { status } from '../../src/flows/status/status.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { paragraphTexts } from '../support/docx.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';

const Q3 = parsePeriod('2022Q3') as Period;
const OUT = 'output/2022Q3';
const LATE = '省科技厅';
const RETURN = `data/2022/submissions/2022Q3/${LATE}.xlsx`;
const textOf = (bytes: Uint8Array): string => paragraphTexts(bytes).join('\n');
const HAND = new TextEncoder().encode('手改');
const letter = (unit: string, as = ''): string => `${OUT}/催报函/${unit}2022年三季度催报函${as}.docx`;

const office = (date: string): string => `
reminders:
  2022Q3: { date: ${date}, deadline: 2022-10-16, numbers: { ${LATE}: 某办函〔2022〕9号, 省卫健委: 某办函〔2022〕10号 } }
`;

type Files = Parameters<typeof folderEffects>[1];
/** How it was before the unit returned; it did on the 20th. */
const BEFORE: Files = { [RETURN]: undefined };
const CAME = new Uint8Array(readFileSync(resolve(REPOSITORY, RETURN)));
const AFTER: Files = {
  [RETURN]: undefined,
  [RETURN.replace('.xlsx', '.v1.xlsx')]: CAME,
  'data/2022/submissions/2022Q3/receipts.yaml': stringify([
    {
      unit: LATE,
      version: 1,
      file: `${LATE}.v1.xlsx`,
      receivedAt: '2022-10-20',
      original: '表.xlsx',
      sha256: digestOf(CAME),
      errors: 0,
      warnings: 0,
    },
  ]),
};

/** Letters made now, over what is there. */
async function remindNow(
  files: Files,
  there: ReadonlyMap<string, Uint8Array> = new Map(),
  formats: ['docx'] | ['pdf', 'docx'] = ['docx'],
): Promise<{ effects: TestEffects; told: Diagnostic[] }> {
  const effects = folderEffects(REPOSITORY, files);
  for (const [path, bytes] of there) effects.written.set(path, bytes);
  const { diagnostics } = await remind({ ...machine(), period: Q3, only: [], formats, out: OUT }, effects);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { effects, told: diagnostics.filter(({ code }) => /^letters|^hand|^stale|^older/.test(code)) };
}

const codes = (told: readonly Diagnostic[]): string[] => told.map(({ code }) => code);

it('a letter cannot tell of what came after its day: number and dates were those of the first one, which is kept', async () => {
  const set = { 'data/2022/office.yaml': office('2022-10-13') };
  const first = await remindNow({ ...BEFORE, ...set });
  expect(first.told).toEqual([]);
  const sent = first.effects.written.get(letter(LATE)) as Uint8Array;
  expect(textOf(sent)).toContain('某办函〔2022〕9号');

  const second = await remindNow({ ...AFTER, ...set }, first.effects.written);
  const { written } = second.effects;
  const now = textOf(written.get(letter(LATE)) as Uint8Array);
  expect(now).toContain('你单位填报表于10月20日收悉，迟于报送期限10天');
  expect(now).not.toMatch(/某办函|2022年10月1[36]日/);
  expect(written.get(letter(LATE, '（原件）'))).toEqual(sent);
  // To whom nothing has changed the same letter goes.
  expect(written.get(letter('省卫健委'))).toEqual(first.effects.written.get(letter('省卫健委')));
  expect([...written.keys()].filter((path) => path.includes('原件'))).toHaveLength(1);
  expect(second.told.map(({ code, at, message }) => [code, at?.file, message])).toEqual([
    ['lettersOvertaken', 'data/2022/office.yaml', expect.stringContaining(`2022年10月13日，${LATE}的报表`)],
    ['lettersKept', undefined, expect.stringContaining(letter(LATE, '（原件）'))],
  ]);
  const third = await remindNow({ ...AFTER, ...set }, written);
  expect(codes(third.told)).toEqual(['lettersOvertaken']);
});

it('a second round with another date keeps the letters of the first one', async () => {
  const first = await remindNow({ ...BEFORE, 'data/2022/office.yaml': office('2022-10-13') });
  const second = await remindNow(
    { ...AFTER, 'data/2022/office.yaml': office('2022-10-21') },
    first.effects.written,
  );
  expect(codes(second.told)).toEqual(['lettersKept']);
  for (const unit of [LATE, '省卫健委'])
    expect(second.effects.written.get(letter(unit, '（原件）'))).toEqual(
      first.effects.written.get(letter(unit)),
    );
  expect(textOf(second.effects.written.get(letter(LATE)) as Uint8Array)).toContain('2022年10月21日');
});

it('number and date that are only now filled in are no other letter', async () => {
  const first = await remindNow(BEFORE);
  const second = await remindNow(
    { ...BEFORE, 'data/2022/office.yaml': office('2022-10-13') },
    first.effects.written,
  );
  expect(second.told).toEqual([]);
});

it('a letter that has gone out is kept when its unit owes nothing any more', async () => {
  const set = { 'data/2022/office.yaml': office('2022-10-13') };
  const first = await remindNow({ ...BEFORE, ...set });
  const { effects, told } = await remindNow(set, first.effects.written);
  expect(effects.written.has(letter(LATE))).toBe(false);
  expect(effects.written.get(letter(LATE, '（原件）'))).toEqual(first.effects.written.get(letter(LATE)));
  expect(codes(told)).toEqual(['lettersKept']);
  // It is named once.
  expect((await remindNow(set, effects.written)).told).toEqual([]);
  // Without number and date nobody can have been sent it.
  const blank = await remindNow(BEFORE);
  const gone = await remindNow({}, blank.effects.written);
  expect([...gone.effects.written.keys()].filter((path) => path.includes(LATE))).toEqual([]);
});

it('what was written into a letter is kept, whether its unit has returned or owes nothing at all any more', async () => {
  const first = await remindNow(BEFORE);
  await first.effects.write(letter(LATE), HAND);
  const second = await remindNow(AFTER, first.effects.written);
  expect(codes(second.told)).toEqual(['handEditsSaved']);
  expect(second.effects.written.get(letter(LATE, '（手改稿）'))).toEqual(HAND);

  const inTime = await remindNow({}, first.effects.written);
  expect(inTime.effects.written.get(letter(LATE))).toEqual(HAND);
  // It is named once, and no build is said to make it anew.
  expect(inTime.told.map(({ code, message }) => [code, message])).toEqual([
    ['staleKept', expect.stringContaining(letter(LATE))],
  ]);
});

it('letters left in another format are renewed by the command that makes them', async () => {
  const first = await remindNow(BEFORE, new Map(), ['pdf', 'docx']);
  const { told } = await remindNow(AFTER, first.effects.written);
  expect(told.map(({ code, hints }) => [code, hints])).toEqual([
    ['olderBeside', ['运行 diaodu remind 2022Q3（不加 --format），全部更新。']],
  ]);
});

it('status says which letters no longer hold, in one line each, until they are written again', async () => {
  const letters = async (world: TestEffects) => {
    const result = await status({ period: Q3, out: OUT }, world);
    return letterLines('2022Q3', result.letters);
  };
  const first = await remindNow(BEFORE);
  expect(await letters(first.effects)).toEqual([]);
  const later = folderEffects(REPOSITORY, AFTER);
  for (const [path, bytes] of first.effects.written) later.written.set(path, bytes);
  expect(await letters(later)).toEqual([
    '',
    expect.stringContaining('diaodu remind 2022Q3'),
    `  ${LATE}：10月20日报来，已报齐`,
    '  报送情况汇总',
  ]);
  // One that was thrown away goes out to nobody.
  later.written.delete(letter(LATE));
  expect(await letters(later)).toEqual(['', expect.anything(), '  报送情况汇总']);
  const second = await remindNow(AFTER, first.effects.written);
  expect(await letters(second.effects)).toEqual([]);
});
