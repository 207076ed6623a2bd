/** What the white paper tells its readers: every figure referred to, what was not done up front, nothing twice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockInlines } from '../../src/compose/passes/references.ts';
import type { Block, ChartBlock, Document, TableBlock } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { isYear } from '../../src/model/ledger/ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';

const composed = await compose({ period: parseYear('2022年') as Year, only: [] }, folderEffects());
const book = composed.pack?.documents[0]?.document as Document;
const blocks: Block[] = book.sections.flatMap((section) => section.blocks);
const charts = blocks.filter((block): block is ChartBlock => block.kind === 'chart');
const tables = blocks.filter((block): block is TableBlock => block.kind === 'table' && block.number !== '');

describe('the white paper', () => {
  it('refers in the text to every figure and table of its chapters but those on the page of one track or place', () => {
    const told = new Set(
      blocks.flatMap(blockInlines).flatMap((node) => (node.kind === 'reference' ? [node.text] : [])),
    );
    const untold = [...charts, ...tables].filter(
      ({ number }) => !number.startsWith('附') && !told.has(number),
    );
    const ofOne =
      /^(?:.+[市区]\d+项指标得分高于各地平均|.+[市区]数字经济增加值逐年增加|.+可比指标完成情况|.+专项任务和完成情况)$/;
    expect(untold.map(({ caption }) => plainText(caption)).filter((title) => !ofOne.test(title))).toEqual([]);
  });

  it('names in its front matter and at the head of its advice what was not done, and who has to do it', () => {
    const { subject } = composed;
    if (!subject || !isYear(subject)) throw new Error('no year');
    const { goals, tasks } = subject.quarter;
    const undone = goals.filter(({ status }) => status === 'behind' || status === 'farBehind');
    const grave = tasks.filter(({ status }) => status === 'farBehind');
    expect([undone.length, grave.length]).toEqual([3, 3]);
    const headed = (title: string, many: number): Block[] => {
      const at = blocks.findIndex((one) => one.kind === 'heading' && plainText(one.children) === title);
      return blocks.slice(at + 1, at + 1 + many);
    };
    const brief = plainText(headed('要点', 6).flatMap(blockInlines));
    for (const { goal } of undone) expect(brief).toContain(`${goal.name}，由${goal.responsible.unit}负责`);
    for (const { task, unit } of grave) expect(brief).toContain(`${task.brief}，由${unit}负责`);
    const advice = headed('续办未完成的目标和任务', 5);
    const said = plainText(advice.flatMap(blockInlines));
    for (const { goal } of undone) expect(said).toContain(`${goal.name}（${goal.responsible.unit}）。`);
    const table = advice.find((block): block is TableBlock => block.kind === 'table');
    const lagging = tasks.filter(({ status }) => status === 'behind' || status === 'farBehind');
    expect(table?.body).toHaveLength(lagging.length);
  });

  it('opens chapters with the goals of their subject that were not reached, by the plan as it is now', async () => {
    const openers = (of: Document): string =>
      plainText(
        of.sections
          .flatMap((section) => section.blocks)
          .filter((block) => block.kind === 'opening')
          .flatMap(blockInlines),
      );
    expect(openers(book)).toContain('数字产业规模的3项年度目标中，物联网产业规模没有完成，其余已完成');
    expect(openers(book)).toContain('产业数字化的3项年度目标均已完成');
    const goals = 'data/2022/plan/goals.yaml';
    const plan = readFileSync(join(REPOSITORY, goals), 'utf8').replace(
      'value: 2000\n          unit: 亿元',
      'value: 9999\n          unit: 亿元',
    );
    const revised = await compose(
      { period: parseYear('2022年') as Year, only: [] },
      folderEffects(undefined, { [goals]: plan }),
    );
    const changed = revised.pack?.documents[0]?.document as Document;
    expect(openers(changed)).toContain('产业数字化的3项年度目标中，网络零售额没有完成，其余已完成');
  });

  it('says nothing in the same words twice, but of single tracks and places', () => {
    const sentences = blocks.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'opening' || block.kind === 'callout'
        ? plainText(blockInlines(block)).split(/(?<=。)/)
        : [],
    );
    const twice = sentences.filter((one, i) => /\d/.test(one) && sentences.indexOf(one) !== i);
    expect(twice.filter((one) => !/^共\d+项任务，到年末|实物工作量/.test(one))).toEqual([]);
  });

  it('shows of industry what is of industry, and says of each list in the appendices what is not in it', () => {
    const industry = charts.find(({ caption }) => plainText(caption).startsWith('工业数字化'));
    expect(industry?.chart.series.map(({ name }) => name).join()).not.toContain('专精特新');
    const left = tables.flatMap(
      ({ notes }) => /没有.{2,8}的事项未列入/.exec(notes.map(plainText).join()) ?? [],
    );
    expect(left).toEqual(['没有日期的事项未列入', '没有文号的事项未列入']);
  });
});
