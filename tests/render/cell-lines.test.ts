/** Where the head of a narrow column is broken, and a short text in it. */
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/model/document/document.ts';
import { type Inline, plainText } from '../../src/model/document/inline.ts';
import { headLines, inLines, textLines } from '../../src/render/layout/cell-lines.ts';
import { roomTables } from '../../src/render/layout/seating-plan.ts';
import { textWidthMm } from '../../src/render/layout/text-width.ts';
import { cell, denseTable, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

describe('a seat of the hall', () => {
  it('holds a name of five characters in one line where ten sit in a row, and breaks a longer one between its words', () => {
    const names = ['市委网信办', '市大数据局', '市投促中心', '中国电信云泽分公司', '市委机要保密局'];
    const [, hall] = roomTables(
      { kind: 'seatingPlan', head: ['甲'], rows: [[...names, ...names]], seatMm: 18.5, density: 'normal' },
      textWidthMm(theme, 'landscape'),
      theme,
    );
    const seats = hall?.rows[0]
      ?.filter(({ kind }) => kind === 'seat')
      .map((seat) => seat.text.map((node) => (node.kind === 'break' ? '/' : plainText([node]))).join(''));
    expect(seats?.slice(0, 5)).toEqual([
      '市委网信办',
      '市大数据局',
      '市投促中心',
      '中国电信/云泽分公司',
      '市委机要/保密局',
    ]);
  });
});

describe('the head of a column', () => {
  it.each([
    ['年度计划投资', 4.5, '年度计划/投资'],
    ['累计完成投资', 3.5, '累计/完成/投资'],
    ['预计完成率', 3.2, '预计/完成率'],
    ['上季度名次', 3.2, '上季度/名次'],
    ['下季度末应达到', 5, '下季度末/应达到'],
    ['未按期开工', 4, '未按期/开工'],
    ['连续无投资', 3.1, '连续/无投资'],
    ['达到序时或超前', 4.2, '达到序时/或超前'],
    ['年度目标或应到阶段', 8, '年度目标/或应到阶段'],
    ['未启动和未报送的地方', 9.5, '未启动/和未报送的地方'],
    ['居后三的指标', 4.2, '居后三的/指标'],
    ['严重滞后', 2.3, '严重/滞后'],
    ['5G基站数（个）', 5.5, '5G基站数/（个）'],
    ['新增上云企业（权重10）', 5.3, '新增上云/企业/（权重10）'],
    ['数字经济签约项目开工率', 5.3, '数字经济/签约项目/开工率'],
    ['政务服务事项“一网通办”率（%）', 7.2, '政务服务事项/“一网通办”率/（%）'],
    ['规上工业企业关键工序数控化率', 5.3, '规上/工业企业/关键工序/数控化率'],
  ])('%s is broken between words where a line holds %d characters', (head, room, lines) => {
    expect(headLines(head, room)).toEqual(lines.split('/'));
  });

  it('is left alone where one line holds it, and where no line holds a character', () => {
    expect(headLines('完成率', 3.02)).toEqual(['完成率']);
    expect(headLines('完成率', 0.5)).toEqual(['完成率']);
  });

  it('is broken within a word where the column is narrower than that', () => {
    expect(headLines('居前三的指标', 3.2)).toEqual(['居前三', '的指标']);
    expect(headLines('政务服务事项“一网通办”率', 5.5)).toEqual(['政务服务', '事项“一网', '通办”率']);
  });

  it('keeps its figures whole, and cells of several rows and columns', () => {
    const weight: Inline = { kind: 'strong', children: [text('10')] };
    const block: TableBlock = {
      ...(denseTable([['甲', '1', '2']]) as TableBlock),
      columns: [20, 12, 8.7, 184.3].map((width) => ({ width, align: 'right' })),
      head: [
        [
          { ...cell([text('新增上云企业（权重'), weight, text('）')]), rowSpan: 2 },
          { ...cell([text('新增上云企业完成率')]), colSpan: 2 },
          cell([text('年度计划投资')]),
        ],
        ['比较值', '名次', '年度计划投资'].map((words) => cell([text(words)])),
      ],
    };
    const lines = inLines(block, 225, theme).head.map((row) =>
      row.map(({ content }) => plainText(content.flat()).replaceAll('\n', '/')),
    );
    expect(lines).toEqual([
      ['新增上云/企业/（权重10）', '新增上云/企业完成率', '年度计划投资'],
      ['比较值', '名次', '年度计划投资'],
    ]);
  });
});

describe('a short text', () => {
  it.each([
    ['物联网产业规模', 6, '物联网产业/规模'],
    ['省地方金融监管局', 7, '省地方金融/监管局'],
    ['南昌国家级互联网骨干直联点', 6, '南昌国家级互联网骨干/直联点'],
    ['10月底前完成征求意见，12月印发。', 8, '10月底前完成征求意见，/12月印发。'],
    ['按“印发”，缺少凭据', 9, '按“印发”，缺少/凭据'],
  ])('%s leaves no character alone where a line holds %d', (words, room, lines) => {
    expect(textLines(words, room)).toEqual(lines.split('/'));
  });

  it('is broken where both formats end a line, though cells in print are a hair narrower and keep 2860万元 whole', () => {
    for (const [words, room, lines] of [
      [
        '书面明确信息技术应用奖励在绩效工资总量中的列支口径。',
        12,
        '书面明确信息技术应用奖励在绩效工资总量中的/列支口径。',
      ],
      ['11月安排首期资金2860万元，12月22日完成招标。', 11, '11月安排首期资金2860万元，12月22日/完成招标。'],
    ] as const)
      expect(textLines(words, room)).toEqual(lines.split('/'));
  });

  it('of names of units is broken between them, where that takes no more lines', () => {
    expect(textLines('省人社厅、省政务服务办', 8)).toEqual(['省人社厅、', '省政务服务办']);
    expect(textLines('省财政厅、省工信厅、省通信管理局', 11)).toEqual([
      '省财政厅、省工信厅、',
      '省通信管理局',
    ]);
    for (const [names, room] of [
      ['省财政厅、省政务服务办、省通信管理局', 9],
      ['省财政厅、省工信厅', 5.2],
      ['省地方金融监管局、省工信厅', 7],
    ] as const)
      expect(textLines(names, room)).toEqual([names]);
  });

  it('is left as it is where its last line says more, where one line holds it, and where none would be better', () => {
    for (const [words, room] of [
      ['两化融合发展指数', 6],
      ['物联网产业规模', 7.1],
      ['物联网', 1.2],
    ] as const)
      expect(textLines(words, room)).toEqual([words]);
  });

  it('is broken in the rows of a table; a sentence and a figure are not', () => {
    const block: TableBlock = {
      ...(denseTable([['甲', '1']]) as TableBlock),
      columns: [21, 79].map((width) => ({ width, align: 'left' })),
      head: [],
      body: [
        [cell([text('物联网产业规模')]), cell([text('已完成')])],
        [cell([text('论证'.repeat(17))]), cell([text('已完成')])],
      ],
    };
    const lines = inLines(block, 100, theme).body.map(([first]) =>
      plainText(first?.content.flat() ?? []).replaceAll('\n', '/'),
    );
    expect(lines).toEqual(['物联网产业/规模', '论证'.repeat(17)]);
  });
});
