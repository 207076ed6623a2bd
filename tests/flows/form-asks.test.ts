/** diaodu forms 2022Q4 on the demonstration data: which cells of a form are open, and who is asked for a single part. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type QuarterForms, quarterForms } from '../../src/flows/forms/period-forms.ts';
import type { Period } from '../../src/model/period.ts';
import { COOPERATION_COLUMNS, GOAL_COLUMNS, SHEETS, TASK_COLUMNS } from '../../src/model/returns/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';

const PERIOD: Period = { id: '2022Q4', year: 2022, quarter: 4 };
const forms = (only: string[], effects: TestEffects): Promise<QuarterForms> =>
  quarterForms({ period: PERIOD, only, out: 'output' }, effects);

type Book = WorkBook & { files: Record<string, { content: Uint8Array }> };

const effects = folderEffects();
await forms(['省工信厅', '省通信管理局'], effects);

function bookOf(unit: string): Book {
  const bytes = effects.written.get(`output/填报表/${unit}2022年四季度填报表.xlsx`) as Uint8Array;
  return read(bytes, { type: 'array', bookFiles: true }) as Book;
}

/** Addresses of the unlocked cells of a sheet, as its cells' formats say. */
function openCells({ files, SheetNames }: Book, name: string): string[] {
  const text = (part: string): string => new TextDecoder().decode(files[`xl/${part}`]?.content);
  const formats = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(text('styles.xml'))?.[0] ?? '';
  const open = (formats.match(/<xf [\s\S]*?(?=<xf |<\/cellXfs>)/g) ?? []).map((xf) =>
    xf.includes('locked="0"'),
  );
  const cells = text(`worksheets/sheet${SheetNames.indexOf(name) + 1}.xml`).matchAll(/<c ([^>]*)>/g);
  return [...cells].flatMap(([, attributes = '']) => {
    const [, address = ''] = /r="([A-Z]+\d+)"/.exec(attributes) ?? [];
    return open[Number(/s="(\d+)"/.exec(attributes)?.[1])] ? [address] : [];
  });
}

describe('the form', () => {
  it.each([
    ['省工信厅', SHEETS.tasks, TASK_COLUMNS],
    ['省工信厅', SHEETS.cooperation, COOPERATION_COLUMNS],
    ['省通信管理局', SHEETS.goals, GOAL_COLUMNS],
  ] as const)(
    'of %s leaves open in “%s” what is to be filled in, and nothing else',
    (unit, name, columns) => {
      const book = bookOf(unit);
      const sheet = book.Sheets[name];
      const rows = utils.decode_range(sheet?.['!ref'] ?? '').e.r;
      const column = (wanted: string): number => columns.findIndex(({ key }) => key === wanted);
      const stages = book.files[`xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`]?.content;
      const choices =
        new TextDecoder()
          .decode(stages)
          .match(/<dataValidation [^>]*type="list"[^>]*>/g)
          ?.join() ?? '';
      const wanted: string[] = [];
      for (let r = 3; r <= rows; r += 1) {
        const has = (key: string): boolean =>
          sheet?.[utils.encode_cell({ r, c: column(key) })]?.v !== undefined;
        for (const [c, { key, entry }] of columns.entries()) {
          const address = utils.encode_cell({ r, c });
          // The rows of a task's further numbers are merged in its other columns, so that nobody gets at them.
          const ofTask = sheet?.['!merges']?.find((m) => m.s.c === c && m.s.r <= r && m.e.r >= r)?.s.r ?? r;
          const staged = choices.includes(`"${utils.encode_cell({ r: ofTask, c })}"`);
          const asked = key === 'stage' ? staged : !['value', 'source'].includes(key) || has('unit');
          if (entry && asked) wanted.push(address);
        }
      }
      expect(wanted.length).toBeGreaterThan(10);
      expect(openCells(book, name).sort()).toEqual(wanted.sort());
    },
  );

  it('goes also to a unit that is named beside a single task alone, or for the number of a goal alone', async () => {
    const text = (file: string): string => readFileSync(resolve(REPOSITORY, file), 'utf8');
    const [track, goals, units] = ['plan/tracks/01.yaml', 'plan/goals.yaml', 'units.yaml'].map(
      (file) => `data/2022/${file}`,
    ) as [string, string, string];
    const named = folderEffects(undefined, {
      [units]: `${text(units)}
- { name: 省税务局, fullName: 国家税务总局江西省税务局, aliases: [], namedBy: office }
- { name: 省医保局, fullName: 江西省医疗保障局, aliases: [], namedBy: office }
`,
      [track]: text(track).replace(/^( +)responsible:.*$/m, '$&\n$1cooperating: [省税务局]'),
      [goals]: text(goals).replace(
        /^ {10}responsible: \*statistics$/m,
        '          responsible: { unit: 省医保局, assignedBy: office, reason: 数据在该局 }',
      ),
    });
    const { files } = await forms([], named);
    expect(files.filter(({ unit }) => ['省税务局', '省医保局'].includes(unit))).toMatchObject([
      { unit: '省税务局', tasks: 0, goals: 0, cooperation: 1 },
      { unit: '省医保局', tasks: 0, goals: 1, cooperation: 0 },
    ]);
  });
});
