/** The progress report of the demonstration data, as a document tree. Update goldens with UPDATE_GOLDEN=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockInlines } from '../../src/compose/passes/references.ts';
import type { Block } from '../../src/model/document/document.ts';
import { type Inline, plainText } from '../../src/model/document/inline.ts';
import { isQuarter } from '../../src/model/ledger/ledger.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(import.meta.dirname, 'golden');

async function report(id: string) {
  const period = parsePeriod(id);
  if (!period) throw new Error(id);
  const result = await compose({ period, only: ['progress-report'] }, folderEffects(ROOT));
  expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const document = result.pack?.documents[0]?.document;
  if (!document || !result.subject || !isQuarter(result.subject)) throw new Error('no report');
  return { document, ledger: result.subject };
}

const deep = (node: Inline): Inline[] =>
  node.kind === 'strong' || node.kind === 'emphasis' ? node.children.flatMap(deep) : [node];

it('is told of while it is made by how many units have reported, not by all files of the year', async () => {
  const steps: string[] = [];
  const period = parsePeriod('2022Q3') as Period;
  await compose({ period, only: ['agenda'] }, folderEffects(ROOT), (step) => steps.push(step));
  expect(steps[0]).toBe('读取计划和报送数据（本期14个单位已报）');
});

describe('the progress report', () => {
  it.each(['2022Q1', '2022Q3', '2022Q4'])('of %s reads as the golden', async (id) => {
    const text = outline((await report(id)).document);
    const file = join(GOLDEN, `${id}.txt`);
    if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('and the rest of the pack print no number from data without its origin', async () => {
    const period = parsePeriod('2022Q3') as Period;
    const { pack } = await compose({ period, only: [] }, folderEffects(ROOT));
    const figures = (pack?.documents ?? [])
      .flatMap(({ document }) => document.sections.flatMap((section) => section.blocks as Block[]))
      .flatMap(blockInlines)
      .flatMap(deep)
      .flatMap((node) => (node.kind === 'figure' ? [node.figure] : []));
    expect(figures.length).toBeGreaterThan(1500);
    for (const { provenance } of figures) {
      if (provenance.kind === 'submission')
        expect(provenance.at.file).toMatch(/^data\/2022\/(submissions|cities\/returns|projects\/returns)\//);
      if (provenance.kind === 'derived') expect(provenance.rule).not.toBe('');
      if (provenance.kind === 'count') expect(provenance.what).not.toBe('');
    }
  });

  it.each(['2022Q1', '2022Q2', '2022Q3', '2022Q4'])(
    'and the rest of the pack of %s have something under every heading, and speak of no task that is not there',
    async (id) => {
      const { pack } = await compose({ period: parsePeriod(id) as Period, only: [] }, folderEffects(ROOT));
      const empty = (pack?.documents ?? []).flatMap(({ document }) =>
        document.sections.flatMap(({ blocks }) =>
          blocks.flatMap((block, i) => {
            const next = blocks[i + 1];
            if (block.kind !== 'heading' || (next && next.kind !== 'heading')) return [];
            // The title of an annex is followed by its first heading.
            const leads = next && (next.level > block.level || i === 0);
            return leads ? [] : [`${document.name}：${plainText(block.children)}`];
          }),
        ),
      );
      expect(empty).toEqual([]);
      for (const { document } of pack?.documents ?? []) expect(outline(document)).not.toMatch(/为0项任务/);
    },
  );

  it('says what it does not know: the missing unit, the late ones, the doubtful values', async () => {
    const { document, ledger } = await report('2022Q3');
    const text = outline(document);
    expect(ledger.returns.filter((r) => !r.receivedAt).map((r) => r.unit.name)).toEqual(['省卫健委']);
    expect(ledger.returns.filter((r) => r.late).map((r) => r.unit.name)).toEqual([
      '省交通运输厅',
      '省文旅厅',
    ]);
    expect(text).toContain('省卫健委未报送本季度进展');
    expect(text).toContain('| 89 | 回流省级数据 | 超过1亿条 | 7300亿条 | — | — | ◇待核实 |');
    expect(document.meta.pageMark).toBe('演示数据');
  });

  it('gives every bar so much room that LibreOffice leaves out no name beside it', async () => {
    const { document } = await report('2022Q3');
    const bars = document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'chart' && /bar|bullet/i.test(block.chart.kind) ? [block.chart] : [],
      );
    expect(bars.length).toBeGreaterThanOrEqual(3);
    for (const chart of bars)
      if ('categories' in chart)
        expect(chart.heightMm).toBeGreaterThanOrEqual(14 + 5 * chart.categories.length);
  });

  it('names under a chart the goals whose values were published, of those that it shows', async () => {
    const { document } = await report('2022Q3');
    const sources = document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'chart' ? [[plainText(block.caption), block.notes] as const] : []))
      .filter(([caption]) => caption.includes('年度目标') || caption.includes('主要目标'))
      .map(([caption, notes]) => [caption, notes.map(plainText).at(-1)]);
    expect(sources).toEqual([
      [
        '年度目标完成率与序时进度对比',
        expect.stringMatching(/^数据来源：新建5G基站、5G终端用户数（.*）；其余为各单位报送/),
      ],
      ['主要目标与序时进度的差距逐季变化', '数据来源：各单位报送（演示数据），领导小组办公室计算。'],
    ]);
  });
});
