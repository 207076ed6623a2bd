/** What a white paper says follows from the data: titles, years, the plan’s numbers, the lists of its appendices, who made it. */
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

const YEAR = parseYear('2022年') as Year;
const CHAPTER = 'templates/white-paper/01-白皮书/05-数据价值化.md';

const of = (files: Record<string, string>) =>
  compose({ period: YEAR, only: [] }, folderEffects(REPOSITORY, files));
const blocksOf = (document: Document | undefined): Block[] =>
  document?.sections.flatMap((section) => section.blocks) ?? [];

const composed = await of({});
const blocks = blocksOf(composed.pack?.documents[0]?.document);
const charts = blocks.filter((block): block is ChartBlock => block.kind === 'chart');

/** What is printed of a chapter that says this; what is wrong with it. */
async function chapter(text: string) {
  const { pack, diagnostics } = await of({ [CHAPTER]: `# 数据价值化\n\n${text}\n` });
  const told = diagnostics.filter((d) => d.at?.file === CHAPTER);
  return { said: plainText(blocksOf(pack?.documents[0]?.document).flatMap(blockInlines)), told };
}

describe('the white paper', () => {
  it('titles its figures by what they show, and none by its subject alone', () => {
    const titles = new Map(charts.map(({ id, caption }) => [id, plainText(caption)]));
    expect(titles.get('track-rates')).toBe('4个专项的任务全部完成，数字政务和数据共享已完成占比最低');
    expect(titles.get('goal-bullets')).toBe('15项量化年度目标中，12项已完成，3项没有完成');
    expect(titles.get('project-flow')).toBe('各类项目完成投资最多的领域分别是电子信息制造、轨道交通智能化');
    expect(titles.get('project-cities')).toBe('7个地方完成年度计划投资，5个地方没有完成');
    expect(titles.get('unit-lagging')).toBe('15项未完成任务由9个单位负责，省工信厅最多');
    expect(titles.get('city-radar-1')).toBe('南昌市5项指标得分高于各地平均');
    expect(titles.get('infra-scatter')).toBe('5G基站和千兆宽带用户均以南昌市最多');
    expect(titles.get('share-heat')).toBe('数字经济占比最高与最低的地区相差13.9个百分点');
    expect(titles.get('retail-quarter')).toBe('网络零售额各季度均高于上年同期');
    for (const title of titles.values())
      expect(title).not.toMatch(/(?:完成率|占比|去向|单位未完成任务|得分与各地平均|增加值)$/);
  });

  it('lists in its appendices the sources and 口径 of what it prints, all of them and no others', async () => {
    const { subject } = composed;
    if (!subject || !isYear(subject)) throw new Error('no year');
    const { statistics } = subject;
    const column = (id: string, i: number, of: readonly Block[] = blocks): string[] => {
      const table = of.find((block): block is TableBlock => block.kind === 'table' && block.id === id);
      return table?.body.map((row) => plainText(row[i]?.content.flat() ?? [])) ?? [];
    };
    // Under figures and tables stands whose they are, and by which 口径.
    const said = blocks.flatMap((block) =>
      block.kind === 'chart' || block.kind === 'table' ? block.notes.map(plainText) : [],
    );
    const named = (start: string): string[] =>
      said.flatMap((note) =>
        note.startsWith(start)
          ? note
              .slice(start.length)
              .replace(/[；。].*$/, '')
              .split('、')
          : [],
      );
    for (const name of named('注：口径为')) expect(column('definitions', 0)).toContain(name);
    expect(column('sources', 1)).toContain('演示数据');
    expect(column('sources', 1)).toContain('中国信息通信研究院（转引）');
    // Registered, and nowhere printed: another's targets, the number of people.
    expect(statistics.sources.some(({ publisher }) => publisher.includes('鹰潭'))).toBe(true);
    expect(column('sources', 1).join()).not.toContain('鹰潭');
    expect(column('definitions', 2).join()).not.toContain('人口');
    // What only the account of a contradiction prints is printed.
    expect(column('definitions', 0)).toContain('2021年初新闻报道');
    // One more series in a chapter, and its source and 口径 are there.
    const more = `${readFileSync(join(REPOSITORY, CHAPTER), 'utf8')}\n人口{{数 "population@2022-12-31"}}。\n`;
    const { pack } = await of({ [CHAPTER]: more });
    const all = blocksOf(pack?.documents[0]?.document);
    expect(column('definitions', 0, all)).toContain('人口抽样调查');
  });
});

describe('a template of a book', () => {
  it('says how values went, as they went, so that a title is true of any data', async () => {
    const { said } = await chapter(
      [
        '甲{{走势 "rd-intensity,sme" "前4年-本年"}}乙{{走势 "va-growth" "前4年-本年"}}丙{{走到 "sme" "前4年-本年"}}',
        '丁{{各季同比 "retail-quarter" "本年"}}戊{{最高季度 "electronics-quarter" "本年"}}',
        '己比上年{{各地同比 "city-gov" "本年" "上年"}}庚比下年{{各地同比 "city-gov" "上年" "本年"}}',
        '辛{{走到 "city-va" "上年-本年" "南昌市"}}壬{{走势 "va-digital,va-growth" "上年-本年"}}。',
      ].join(''),
    );
    expect(said).toContain(
      '甲逐年增加乙降低丙逐年增加到688家丁各季度均高于上年同期戊三季度己比上年均有提高庚比下年均没有提高辛增加到2984.9亿元壬有增有减。',
    );
    const { told } = await chapter('{{走势 "sme"}}');
    expect(told[0]?.message).toContain('前4年-本年');
  });

  it('takes 本年 and 上年 for the years of the book', async () => {
    expect(
      (await chapter('{{数 "sme@本年-12-31"}}、{{数 "va-quarter@上年Q4"}}、{{年.前4年}}、{{年.下年}}。'))
        .said,
    ).toContain('688家、2880.0亿元、2018年、2023年。');
  });

  it('writes of a goal or track by its name, with the plan’s own number, and tells where the plan has none', async () => {
    expect(
      (await chapter('目标{{#with (其中 目标.各项 "VR及相关产业营业收入")}}{{目标}}{{/with}}。')).said,
    ).toContain('目标突破800亿元。');
    const { told } = await chapter('前{{#with (其中 目标.各组 "数字产业规摸")}}{{情况}}{{/with}}后。');
    expect(told.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'noSuchItem']]);
    expect(told[0]?.hints.join()).toContain('数字产业规模');
  });
});

describe('who made the book', () => {
  const made = async (more: string) => {
    const file = 'data/2022/white-paper.yaml';
    const text = readFileSync(join(REPOSITORY, file), 'utf8').replace(/^(?:citation|committees):.*$/gm, '');
    const { pack, diagnostics } = await of({ [file]: `${text}\n${more}` });
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    const [, imprint, next] = pack?.documents[0]?.document.sections ?? [];
    return { imprint: JSON.stringify(imprint), next };
  };

  it('stands behind the imprint, on a right-hand page without a number', async () => {
    const { imprint, next } = await made(
      [
        'citation: 某办公室. 某白皮书[R]. 2023.',
        'committees:',
        '  - name: 编审委员会',
        '    members: [{ role: 主任, names: [张三] }, { role: 委员, names: [李四, 王五, ""] }, { role: 秘书, names: [] }]',
        '  - { name: 编写组, members: [{ role: "", names: [赵六] }] }',
        '  - { name: 顾问, members: }',
      ].join('\n'),
    );
    expect(imprint).toContain('某办公室. 某白皮书[R]. 2023.');
    expect([next?.opens, next?.numbered, next?.leaf?.matter]).toEqual(['odd', false, 'cover']);
    expect(next?.blocks.map((block) => plainText(blockInlines(block)))).toEqual([
      '编审委员会',
      '主任：张三',
      '委员：李四　　王五',
      '编写组',
      '赵六',
    ]);
  });

  it('sets names below each other, those of two characters as long as those of three', async () => {
    const { next } = await made(
      [
        'committees:',
        '  - name: 编审委员会',
        '    members:',
        '      - { role: 主任, names: [李明] }',
        '      - { role: 副主任, names: [王建平, 赵伟] }',
        '      - { role: 委员, names: [欧阳志远, 周平, 吴晓东, 郑洁, 孙立新, 刘洋] }',
      ].join('\n'),
    );
    expect(next?.blocks.slice(1).map((block) => plainText(blockInlines(block)))).toEqual([
      '主　任：李　明',
      '副主任：王建平　　　赵　伟',
      '委　员：欧阳志远　　周　平　　　吴晓东　　　郑　洁',
      '　　　　孙立新　　　刘　洋',
    ]);
  });

  it('has no page and no line where nobody is named', async () => {
    const { imprint, next } = await made(
      'committees: [{ name: 编审委员会, members: [{ role: 主任, names: [""] }] }]',
    );
    expect(imprint).not.toContain('引用格式');
    expect(next?.leaf?.matter).toBe('front');
  });
});
