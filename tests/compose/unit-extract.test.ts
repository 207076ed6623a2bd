/** 本单位分册: one for each unit that reports, with its own tasks and nothing that repeats itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, TableBlock } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { brokenMarks } from '../support/heads.ts';
import { outline } from '../support/outline.ts';
import { officialTheme } from '../support/theme.ts';

const ROOT = join(import.meta.dirname, '../..');
const extracts = new Map<string, Document[]>();

beforeAll(async () => {
  for (const id of ['2022Q1', '2022Q3']) {
    const period = parsePeriod(id);
    const { pack } = period ? await compose({ period, only: ['unit-extract'] }, folderEffects(ROOT)) : {};
    extracts.set(id, pack?.documents.map(({ document }) => document) ?? []);
  }
}, 120_000);

const of = (period: string): Document[] => extracts.get(period) ?? [];
const ledgersOf = (period: string): TableBlock[] =>
  of(period).flatMap(({ sections }) =>
    sections
      .filter(({ orientation }) => orientation === 'landscape')
      .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table')),
  );
const headsOf = (table: TableBlock | undefined): string[] =>
  table?.head[0]?.map((cell) => cell.content.map(plainText).join('')) ?? [];

describe('the extracts of units', () => {
  it('hold every task once, in the extract of the unit that answers for it', () => {
    const numbers = ledgersOf('2022Q3').flatMap(({ body }) =>
      body.map(([first]) => Number(first?.content.map(plainText).join(''))),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 97 }, (_, i) => i + 1));
  });

  it('have no column that says the same in every row: the unit, and in the first quarter the last', () => {
    const heads = ['序号', '任务', '目标和完成情况', '状态', '上季度', '进展情况', '存在问题', '下步措施'];
    for (const table of ledgersOf('2022Q3')) expect(headsOf(table)).toEqual(heads);
    for (const table of ledgersOf('2022Q1'))
      expect(headsOf(table)).toEqual(heads.filter((head) => head !== '上季度'));
  });

  it('give each of more than three requests a paragraph of its own', () => {
    const requests = (unit: string): string[] => {
      const document = of('2022Q3').find(({ name }) => name.includes(`/${unit}分册`));
      return (document?.sections ?? [])
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.children)] : []))
        .filter((words) => /^(?:本单位|其他单位).*的事项|^\d\.请/.test(words));
    };
    expect(requests('省发改委').map((words) => words.slice(0, 3))).toEqual([
      '本单位',
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `${n}.请`),
      '其他单',
    ]);
    const [three, ...more] = requests('省科技厅');
    expect(three).toMatch(/^本单位提出的事项。1\.请.*。2\.请.*。3\.请/);
    expect(more).toEqual([expect.stringMatching(/^其他单位提请本单位研究的事项。.*请会前与提出单位会商/)]);
  });

  it('have room for a status with its sign on one line of the ledger', () => {
    expect(of('2022Q3').flatMap((document) => brokenMarks(document, officialTheme))).toEqual([]);
  });

  it('end with the ledger on pages of its own, under a small head and not as an annex', () => {
    let found = 0;
    for (const { sections } of of('2022Q3')) {
      const ledger = sections.find(({ orientation }) => orientation === 'landscape');
      if (!ledger) continue;
      found += 1;
      expect([ledger.form, ledger.blocks[0]]).toMatchObject(['sheet', { look: 'sheet', number: '' }]);
      expect(sections.at(-1)).toBe(ledger);
    }
    expect(found).toBeGreaterThan(5);
  });

  it('say of an annual goal that lags what the unit says of it, and of no other', () => {
    const goals = of('2022Q3').flatMap(({ sections }) =>
      sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'paragraph' ? plainText(block.children) : []))
        .filter(
          (text) =>
            /^年度目标.*（[^）]*）。/.test(text) ||
            /（(?:达到|已完成|超前|滞后|严重滞后|未启动)[^）]*）。/.test(text),
        ),
    );
    const explained = goals.filter((text) => /(?:原因|下步措施)：/.test(text));
    expect(explained.length).toBeGreaterThan(0);
    for (const text of explained) expect(text).toMatch(/（(?:滞后|严重滞后|未启动)）。/);
  });

  it('print what the unit says in place of a value, as the papers for all do', async () => {
    const path = 'data/2022/submissions/2022Q2/省通信管理局.yaml';
    const taken = readFileSync(join(ROOT, path), 'utf8')
      .replace("    values: { G14: '2080万' }\n", '')
      .replace(/上半年净增约580万连接[^\n]*/, '数据尚在核实，撤回原报数。');
    const period = parsePeriod('2022Q2');
    const only = ['unit-extract', 'progress-report', 'targets'];
    const { pack } = period ? await compose({ period, only }, folderEffects(ROOT, { [path]: taken })) : {};
    const saying = pack?.documents.filter(({ document }) =>
      /(?:省通信管理局|本单位)说明[：，]数据尚在核实，撤回原报数。/.test(outline(document)),
    );
    expect(saying?.map(({ document }) => document.name)).toEqual([
      expect.stringContaining('工作进展情况'),
      expect.stringContaining('主要目标'),
      expect.stringContaining('省通信管理局'),
    ]);
  }, 60_000);

  it('are as in the golden file', () => {
    const text = of('2022Q3')
      .filter(({ name }) => /省工信厅|省统计局/.test(name))
      .map(outline)
      .join('\n');
    const file = join(import.meta.dirname, 'golden/pack/unit-extract.txt');
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
