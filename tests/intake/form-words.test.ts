/** Words and numbers of a unit's form, cell by cell: what they are read as and what is told, each beside what is nearly the same. */
import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document/figure.ts';
import type { TaskColumnKey } from '../../src/model/returns/form.ts';
import {
  cellOf,
  collected,
  column,
  columnIndex,
  edited,
  type Read,
  rowsOf,
  type Sheet,
  valuesOf,
} from './sloppy.ts';

/** Of this unit: one that goes by 印发通知, 申报评审, 公示 and 公布名单, and one with a number. */
const [STAGED, COUNTED] = [14, 12];
const rows: unknown[][] = [];
edited((sheet) => rows.push(...rowsOf(sheet)));
const rowAt = (no: number): number =>
  rows.findIndex((cells, i) => i > 2 && cells[columnIndex('no')] === no) + 1;
const at = (key: TaskColumnKey, no: number): string => `${column(key)}${rowAt(no)}`;
const put = (sheet: Sheet, cell: string, written: unknown): void => {
  utils.sheet_add_aoa(sheet, [[written]], { origin: cell });
};

const read = (cell: string, written: unknown): Read =>
  collected(edited((sheet) => put(sheet, cell, written)));
const entryOf = ({ submission }: Read, no: number) => submission?.tasks.find(({ task }) => task === no);
/** All that is told, and of which cell. */
const told = ({ diagnostics }: Read): string[] =>
  diagnostics.map(({ code, severity, at: place }) => `${place?.cell} ${code} ${severity}`);
const toldAt = (cell: string, ...problems: string[]): string[] =>
  problems.map((problem) => `${cell} ${problem}`);

describe('a stage', () => {
  const cell = at('stage', STAGED);

  it.each<[written: string, stage: string | undefined, ...told: string[]]>([
    ['公布名单', '公布名单'],
    ['未启动', '未启动'],
    ['无', undefined],
    ['√公布名单。', '公布名单', 'wordRead info'],
    ['2.公布名单', '公布名单', 'wordRead info'],
    ['公布名单阶段', '公布名单', 'wordRead info'],
    ['已公布名单', '公布名单', 'wordRead warning'],
    ['公布名单完毕', '公布名单', 'wordRead warning'],
    ['公示完成', '公示', 'wordRead warning'],
    ['公示未完成', undefined, 'unknownStage error'],
    ['尚未公示', undefined, 'unknownStage error'],
    ['公示、公布名单', undefined, 'unknownStage error'],
    ['完成', undefined, 'unknownStage error'],
  ])('“%s” is read as %s', (written, stage, ...problems) => {
    const found = read(cell, written);
    expect(entryOf(found, STAGED)?.stage?.value).toBe(stage);
    expect(told(found)).toEqual(toldAt(cell, ...problems));
  });

  it('of a task that has none is told, and not taken', () => {
    const found = read(at('stage', COUNTED), '印发');
    expect(entryOf(found, COUNTED)?.stage).toBeNull();
    expect(told(found)).toEqual(toldAt(at('stage', COUNTED), 'stageNotExpected warning'));
  });
});

describe('a self-assessment', () => {
  const cell = at('selfAssessment', COUNTED);

  it.each<[written: string, status: string | undefined, ...told: string[]]>([
    ['达到序时进度', 'onPace'],
    ['√已完成', 'done'],
    ['已完成。', 'done'],
    ['未启动', 'notStarted'],
    ['严重滞后', 'farBehind'],
    ['完成', 'done', 'wordRead warning'],
    ['已全面完成任务', 'done', 'wordRead warning'],
    ['完成大半', undefined, 'unknownStatus error'],
    ['未完成', undefined, 'unknownStatus error'],
    ['还行', undefined, 'unknownStatus error'],
    // Of a status that the program alone gives.
    ['待核实', undefined, 'unknownStatus error'],
    ['√', undefined, 'statusUnclear warning'],
    ['是', undefined, 'statusUnclear warning'],
    ['有序推进中', undefined, 'statusUnclear warning'],
    ['正在办理', undefined, 'statusUnclear warning'],
  ])('“%s” is read as %s', (written, status, ...problems) => {
    const found = read(cell, written);
    expect(entryOf(found, COUNTED)?.selfAssessment?.value).toBe(status);
    expect(told(found)).toEqual(toldAt(cell, ...problems));
  });
});

describe('a proof', () => {
  const cell = at('evidence', STAGED);
  const LETTER = '赣工信字〔2022〕12号';

  it.each<[written: string, proof: string | undefined, ...told: string[]]>([
    [LETTER, LETTER],
    ['无', undefined],
    // What else it names proves it still.
    [`2022年2月30日印发${LETTER}`, `2022年2月30日印发${LETTER}`, 'noSuchDay warning'],
    ['2月30日和2月28日', '2月30日和2月28日', 'noSuchDay warning'],
    ['2022年2月30日', undefined, 'noSuchDay error'],
    ['√', undefined, 'noProof warning'],
    ['44834', undefined, 'serialDate error'],
    ['12345', '12345', 'numberForText warning'],
  ])('“%s” is read as %s', (written, proof, ...problems) => {
    const found = read(cell, written);
    expect(entryOf(found, STAGED)?.evidence?.value).toBe(proof);
    expect(told(found)).toEqual(toldAt(cell, ...problems));
  });
});

describe('what a task asks of others', () => {
  const [matter, units] = [at('coordination', COUNTED), at('partners', COUNTED)];
  const [LAND, MONEY] = ['请协调用地。', '请加快拨付。'];

  it.each<[what: string, asked: string, of: string, read: [string, string[]][], ...told: string[]]>([
    ['one matter over two lines', `${LAND}\n${MONEY}`, '省财政厅', [[`${LAND}\n${MONEY}`, ['省财政厅']]]],
    [
      'two matters, each with its line of units',
      `${LAND}\n${MONEY}`,
      '省财政厅、省科技厅\n省教育厅',
      [
        [LAND, ['省财政厅', '省科技厅']],
        [MONEY, ['省教育厅']],
      ],
    ],
    ['of nobody', LAND, '', [[LAND, []]]],
    ['nothing', '无需协调事项', '省财政厅', []],
    [
      'of units in any row of names',
      LAND,
      '省财政厅，省科技厅；省教育厅 商务厅',
      [[LAND, ['省财政厅', '省科技厅', '省教育厅', '省商务厅']]],
    ],
    ['of itself besides', LAND, '省财政厅、省工信厅', [[LAND, ['省财政厅']]], `${units} asksItself warning`],
    ['of strangers', LAND, '省天文台', [[LAND, ['省天文台']]], `${units} strangerAsked warning`],
    ['one matter of two lines of units', LAND, '省财政厅\n省教育厅', [], `${matter} coordinationLines error`],
    ['units, and no matter', '', '省财政厅', [], `${units} coordinationLines error`],
  ])('%s', (_, asked, of, wanted, ...problems) => {
    const found = collected(
      edited((sheet) => {
        if (asked) put(sheet, matter, asked);
        if (of) put(sheet, units, of);
      }),
    );
    const got = entryOf(found, COUNTED)?.coordination.map((one) => [one.matter.value, one.with]);
    expect(got).toEqual(wanted);
    expect(told(found)).toEqual(problems);
  });
});

describe('a number', () => {
  const figureOf = ({ submission }: Read, id: string): Figure | undefined =>
    submission?.tasks.flatMap(({ values }) => values).find(({ target }) => target === id)?.figure;
  const kept = ({ value, unit }: Figure): string => `${value}${unit}`;

  // T013-1: 个 · T013-2: growth in % · T023-3: 万 · T028-1: share in %, 96.6% last quarter · T028-2: 万家
  it.each<[id: string, written: string | number, kept: string | undefined, ...told: string[]]>([
    ['T028-2', '4.05', '4.05万家'],
    ['T028-2', '4.05万', '4.05万家', 'valueConverted info'],
    ['T028-2', '40500家', '40500家', 'valueConverted info'],
    ['T028-2', '4.05万个', '4.05万家', 'measureWord info', 'valueConverted info'],
    ['T028-2', '4.05万人', undefined, 'wrongUnit error'],
    ['T013-1', '128户', '128个', 'measureWord info', 'valueConverted info'],
    ['T013-1', '128人', '128个', 'personsCounted warning', 'valueConverted info'],
    ['T023-3', '104万个', '104万', 'measureWord info', 'valueConverted info'],
    ['T028-1', 0.983, '98.3%', 'valueConverted info'],
    ['T028-1', 0, '0%'],
    ['T028-1', 1, undefined, 'percentAmbiguous error'],
    ['T028-1', 100, '100%'],
    ['T028-1', '100.5', undefined, 'aboveWhole error'],
    ['T028-1', '98.3个百分点', undefined, 'wrongUnit error'],
    ['T013-2', '0.215', undefined, 'percentAmbiguous error'],
    ['T013-2', '1.5', '1.5%'],
    ['T013-1', '/', undefined, 'valueLeftBlank info'],
    ['T013-1', '待统计', undefined, 'unreadableValue error'],
  ])('of %s written “%s” is %s', (id, written, wanted, ...problems) => {
    const found = read(cellOf(id), written);
    const figure = figureOf(found, id);
    expect(figure && kept(figure)).toBe(wanted);
    expect(told(found)).toEqual(toldAt(cellOf(id), ...problems));
  });

  it('is in the unit that the heading or its row names, and in no other', () => {
    const under = (heading: string, unit: string, written: string) =>
      collected(
        edited((sheet) => {
          put(sheet, `${column('value')}3`, heading);
          put(sheet, cellOf('T028-2', 'unit'), unit);
          put(sheet, cellOf('T028-2'), written);
        }),
      );
    const taken = (found: Read) => [
      valuesOf(found.submission)['T028-2'],
      valuesOf(found.submission)['T028-1'],
    ];
    expect(taken(under('本季度累计值', '家', '40500'))).toEqual([4.05, 98.3]);
    expect(taken(under('本季度累计值（家）', '万家', '40500'))).toEqual([4.05, 98.3]);
    // Whoever writes a unit behind the number means it.
    expect(taken(under('本季度累计值（家）', '家', '4.05万家'))).toEqual([4.05, 98.3]);
    const strange = under('本季度累计值', '亿元', '4.05');
    expect(taken(strange)).toEqual([undefined, 98.3]);
    expect(told(strange)).toEqual([`${cellOf('T028-2', 'unit')} unitColumnChanged error`]);
    expect(taken(under('本季度累计值', '亿元', '4.05万家'))).toEqual([4.05, 98.3]);
  });
});
