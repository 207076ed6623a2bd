/** 更正说明 and 更正对照表, from what was found to be changed. */
import { describe, expect, it } from 'vitest';
import { factsChanged } from '../../src/archive/issued/fact-changes.ts';
import { pageList } from '../../src/base/chinese/page-list.ts';
import { composePack } from '../../src/compose/compose.ts';
import { factsOf } from '../../src/compose/facts.ts';
import { readPack } from '../../src/intake/templates.ts';
import type { Fact } from '../../src/model/archive/issued.ts';
import { type Erratum, mostlyChanged, paperTitle } from '../../src/model/erratum.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { openDesk, subjectOf } from '../support/bulletins.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const pack = await readPack(folderEffects(), 'erratum');

const page = (sheet: number, number = String(sheet)) => ({ sheet, number });
const places = (paper: string, ...pages: string[]) => pages.map((one) => ({ paper, page: one }));

/** With two numbers and a verdict that were not so when the papers of the third quarter went out. */
function erratumOf(id: string, edition = 1): Erratum {
  const facts = factsOf(subjectOf(desk, id));
  const before: Record<string, string> = {
    'T006-1': '9个',
    '6 status': '滞后',
    'Z002 invested': '30000万元',
  };
  const was = facts.map((fact): Fact => ({ ...fact, text: before[fact.key] ?? fact.text }));
  return {
    edition,
    issuedOn: '2022-10-12',
    facts: factsChanged(was, facts),
    papers: [
      {
        name: '00材料汇编（2022年三季度）',
        kind: 'changed',
        pages: [{ ...page(1), unprinted: true }, page(5), page(6), page(9)],
        of: 166,
      },
      { name: '04工作进展情况报告（2022年三季度）', kind: 'longer', pages: [page(34), page(35)], of: 35 },
      { name: '11红黄绿灯一览图（2022年三季度）', kind: 'changed', pages: [page(1)], of: 1 },
      { name: '督办通知/省科技厅督办通知（2022年三季度）', kind: 'gone', pages: [], of: 2 },
      { name: '督办通知/省教育厅督办通知（2022年三季度）', kind: 'added', pages: [page(1)], of: 1 },
    ],
    words: [
      {
        was: '9个',
        is: '11个',
        row: '省级科技创新平台，累计完成',
        places: [...places('04', '3', '11'), ...places('05', '4')],
      },
      { was: '', is: '另有**6个**平台<b>通过</b>{{现场}}考察。', row: '', places: places('04', '12') },
      { was: '（原图）', is: '（新图）', row: '图1 各季度末任务状态分布', places: places('04', '5') },
    ],
  };
}

function papersOf(id: string, erratum = erratumOf(id)): string[] {
  const composed = composePack(pack.value, { ...subjectOf(desk, id), erratum });
  expect(composed.diagnostics).toEqual([]);
  return composed.documents.map(({ document }) => `${document.name}\n${outline(document)}`);
}

describe('the papers of a correction', () => {
  it('say what was reported otherwise, what is judged otherwise, and which pages are changed', async () => {
    const [explanation = '', comparison = ''] = papersOf('2022Q3');
    await expect(explanation).toMatchFileSnapshot('golden/更正说明.txt');
    await expect(comparison).toMatchFileSnapshot('golden/更正对照表.txt');
  });

  it('name what went out of a month and of a year', () => {
    const [month = ''] = papersOf('2022-08');
    expect(month).toContain('更正/更正说明（2022年8月）\n题名　关于更正2022年8月重点项目月调度简报的说明');
    expect(month).toContain('| 1 | 南昌市 | 重点项目Z002（');
    expect(month).not.toContain('任务6');
  });

  it('do not speak of several papers where a single one went out', () => {
    const erratum = erratumOf('2022-08');
    const papers = [{ ...erratum.papers[0], name: '2022年8月重点项目月调度简报' }] as Erratum['papers'];
    const words = [{ was: '85.9', is: '86.1', row: '合计，本月完成', places: places('', '2') }];
    const [explanation = '', comparison = ''] = papersOf('2022-08', { ...erratum, papers, words });
    expect(explanation).toContain('因南昌市更正所报数据，需要更换4页。');
    expect(explanation).toContain('文中由上述数据计算得出的');
    expect(explanation).toContain('# 三、需要更换的页');
    // Of one paper each change is told, as in the 勘误表 of a book.
    expect(explanation).toContain('| 合计，本月完成 | 85.9 | 86.1 | 第2页 |');
    expect(comparison).toContain('| 合计，本月完成 | 85.9 | 86.1 | 第2页 |');
    const [shorter = ''] = papersOf('2022-08', {
      ...erratum,
      papers: papers.map((one) => ({ ...one, kind: 'shorter' as const, pages: [] })),
    });
    expect(shorter).toContain('因南昌市更正所报数据，涉及1份材料。');
  });

  it('blame nobody where only the office has changed something', () => {
    const [explanation = ''] = papersOf('2022Q3', { ...erratumOf('2022Q3'), facts: [] });
    expect(explanation).toContain('专题调度会会议材料，因内容有改动，涉及5份材料，需要更换8页。');
    expect(explanation).not.toContain('更正的数据');
    expect(explanation).not.toContain('评定结果的变化');
    const erratum = erratumOf('2022Q3');
    const verdicts = erratum.facts.filter(({ fact }) => fact.kind === 'status');
    const [judged = ''] = papersOf('2022Q3', { ...erratum, facts: verdicts });
    expect(judged).toContain('会议材料，因评定结果有变化，涉及5份材料');
  });

  it('name the statistics of a book where nobody has returned anything else', async () => {
    const { subject: year } = await compose({ period: parseYear('2022') as Year, only: [] }, folderEffects());
    if (!year) throw new Error('no year');
    const facts = factsOf(year);
    const statistics = facts.filter(({ kind }) => kind === 'statistic');
    expect(new Set(statistics.map(({ key }) => key)).size).toBe(statistics.length);
    const was = facts.map((fact) =>
      fact.key.startsWith('city-va@2022/南昌市') ? { ...fact, text: '1亿元' } : fact,
    );
    const changes = factsChanged(was, facts);
    expect(changes).toHaveLength(1);
    const erratum: Erratum = { ...erratumOf('2022Q3'), facts: changes };
    const { documents } = composePack(pack.value, { ...year, erratum });
    const [explanation = ''] = documents.map(({ document }) => outline(document));
    expect(explanation).toContain('因1处统计数据有更正，');
    expect(explanation).toMatch(/\| 1 \| 南昌市 \| 2022年数字经济增加值 \| 1亿元 \| [\d.]+亿元 \|/);
    expect(explanation).not.toContain('所报数据');
    // Those of an edition that noted none are not all new.
    expect(
      factsChanged(
        facts.filter(({ kind }) => kind !== 'statistic'),
        facts,
      ),
    ).toEqual([]);
  });

  it('that correct a later handing out lie beside those of the first', () => {
    expect(papersOf('2022Q3', erratumOf('2022Q3', 2))[0]).toContain('更正/更正说明之二（2022年三季度）');
  });
});

describe('what two states of the data are told apart by', () => {
  it('names each thing once, in every quarter', () => {
    for (const id of ['2022Q1', '2022Q3', '2022Q4']) {
      const keys = factsOf(subjectOf(desk, id)).map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(600);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('changes with a value, a stage, a verdict; a project has its own city', () => {
    const ledger = subjectOf(desk, '2022Q3') as Ledger;
    const changed = factsChanged(factsOf(subjectOf(desk, '2022Q2')), factsOf(ledger));
    const told = changed.map(({ fact: { who, what }, was, is }) => `${who} ${what} ${was}→${is}`);
    expect(told).toContain('省科技厅 任务6（省级科技创新平台） 7个→11个');
    expect(told.some((line) => line.startsWith('南昌市 重点项目Z002（'))).toBe(true);
    expect(factsChanged(factsOf(ledger), factsOf(ledger))).toEqual([]);
  });

  it('tells what was there and is no more', () => {
    const facts = factsOf(subjectOf(desk, '2022Q3'));
    const [first, ...others] = facts;
    expect(factsChanged(facts, others)).toEqual([{ fact: first, was: first?.text, is: null }]);
    expect(factsChanged(others, facts)).toEqual([{ fact: first, was: null, is: first?.text }]);
  });
});

it('says of which papers most is changed', () => {
  const paper = (pages: number, of: number) => ({
    name: '甲',
    kind: 'changed' as const,
    pages: Array.from({ length: pages }, (_, i) => page(i + 1)),
    of,
  });
  expect([paper(3, 5), paper(3, 6), paper(2, 3)].map(mostlyChanged)).toEqual([true, false, false]);
  const papers = [paper(3, 5), paper(3, 6)];
  const [explanation = ''] = papersOf('2022Q3', { ...erratumOf('2022Q3'), papers });
  expect(explanation).toContain('| 1 | 甲 | 1—3 | 宜整份更换 |');
  expect(explanation).toContain('| 2 | 甲 | 1—3 |  |');
});

it('writes pages in a row as a range', () => {
  expect(pageList([page(1), page(2), page(3), page(6), page(8), page(9)])).toBe('1—3、6、8—9');
  expect(pageList([page(12, 'ix'), page(13, 'x'), page(14, '1'), page(15, '2')])).toBe('ix—x、1—2');
  expect(pageList([])).toBe('');
  // Within a range the neighbours bear their numbers.
  const bare = (sheet: number) => ({ ...page(sheet), unprinted: true });
  expect(pageList([bare(5), page(6), page(7), bare(9)])).toBe('5—7、9（未印页码）');
});

it('names a paper without the period that all of them bear', () => {
  expect(paperTitle('06专项进展（一专项一页）（2022年三季度）')).toBe('06专项进展（一专项一页）');
  expect(paperTitle('分册/省科技厅分册（2022年三季度）')).toBe('省科技厅分册');
  expect(paperTitle('江西省数字经济发展白皮书（2022年）')).toBe('江西省数字经济发展白皮书');
});
