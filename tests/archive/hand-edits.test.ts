/** What was changed by hand in a Word file, carried into the one that takes its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryHandEdits } from '../../src/archive/hand-edits/hand-edits.ts';
import { part } from '../support/docx.ts';
import { hasValidator, validate } from '../support/validator.ts';
import { commentsSeen, type Part, paragraphXml, seen, wordFile, wordFileOf } from '../support/word-file.ts';

const carried = (base: Part[], mine: Part[], fresh: Part[]) =>
  carryHandEdits(wordFile(base), wordFile(mine, 7), wordFile(fresh, 3));
const accepted = (base: Part[], mine: Part[], fresh: Part[]): Part[] | undefined => {
  const found = carried(base, mine, fresh);
  return found && seen(found.bytes, 'accepted');
};

const REPORT = '重点项目累计完成投资816.4亿元，完成年度计划的71.0%，慢于序时进度4.0个百分点。';
const NEW = '重点项目累计完成投资819.4亿元，完成年度计划的71.3%，慢于序时进度3.7个百分点。';

describe('a text changed by hand', () => {
  it('keeps its words, and takes the numbers of the data', () => {
    const mine = REPORT.replace('慢于', '仍落后').replace('重点项目', '全省重点项目');
    expect(accepted(['一'], ['一'], ['一'])).toBeUndefined();
    const found = carried(['一、进展', REPORT], ['一、进展', mine], ['一、进展', NEW]);
    expect([found?.done, found?.noted]).toEqual([2, 0]);
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual([
      '一、进展',
      '全省重点项目累计完成投资819.4亿元，完成年度计划的71.3%，仍落后序时进度3.7个百分点。',
    ]);
    expect(seen(found?.bytes as Uint8Array, 'refused')).toEqual(['一、进展', NEW]);
  });

  it.each([
    ['甲乙丙', '甲乙丁', '甲戊戊丙', '甲戊戊丁'],
    ['甲乙丙', '甲丁丙', '甲乙戊戊', '甲丁戊戊'],
    ['甲乙丙', '甲乙丁丙', '甲戊戊丙', '甲戊戊丁丙'],
    ['甲乙丙', '丁甲乙丙', '戊乙丙', '丁戊乙丙'],
    ['甲乙丙', '甲乙', '戊甲乙丙', '戊甲乙'],
  ])('stands beside what the data have changed: %s, by hand %s, by data %s', (base, mine, fresh, both) => {
    expect(accepted([base], [mine], [fresh])).toEqual([both]);
  });

  it('is a comment where the data have changed the same words', () => {
    const mine = REPORT.replace('816.4', '约816');
    const found = carried([REPORT], [mine], [NEW]);
    expect([found?.done, found?.noted]).toEqual([0, 1]);
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual([NEW]);
    expect(commentsSeen(found?.bytes as Uint8Array)).toEqual([
      { beside: NEW, text: expect.stringContaining(`“${mine}”`) },
    ]);
  });

  it('is left to the file as somebody left it, where that nests without end', () => {
    const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
    const deep = (levels: number) =>
      wordFileOf(open.repeat(levels) + paragraphXml('手写') + close.repeat(levels));
    expect(carryHandEdits(wordFile(['一']), deep(50_000), wordFile(['二']))).toBeUndefined();
    expect(carryHandEdits(wordFile(['一']), deep(20), wordFile(['二']))?.noted).toBeGreaterThan(0);
  });

  it('is nothing to carry where the data say the same now', () => {
    expect(carried([REPORT, '二'], [NEW, '二'], [NEW, '二', '三'])).toBeUndefined();
    expect(carried(['一'], ['一', '补充。'], ['一', '补充。'])).toBeUndefined();
    expect(carried(['一', '二'], ['一'], ['一'])).toBeUndefined();
  });

  it('is a comment where a number that stands alone was changed, and not a second number beside the new one', () => {
    const figures = (sum: string, pace: string) => [
      '累计完成投资',
      sum,
      `完成计划七成，${pace}序时进度`,
      '末',
    ];
    const found = carried(
      figures('816.4亿元', '慢于'),
      figures('约816亿元', '落后于'),
      figures('819.4亿元', '慢于'),
    );
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual(figures('819.4亿元', '落后于'));
    expect(commentsSeen(found?.bytes as Uint8Array)).toEqual([
      { beside: '819.4亿元', text: expect.stringContaining('“约816亿元”') },
    ]);
  });

  it('that has gone from the new text is told at its beginning', () => {
    const found = carried(['标题', '甲乙丙丁戊', '结束'], ['标题', '甲乙丙丁，戊', '结束'], ['标题', '结束']);
    expect(commentsSeen(found?.bytes as Uint8Array)).toEqual([
      { beside: '标题', text: expect.stringContaining('改为：“甲乙丙丁，戊”') },
    ]);
  });
});

describe('paragraphs', () => {
  it('added by hand stand after what they stood after', () => {
    expect(
      accepted(['一', '二', '三'], ['一', '新增。', '再增。', '二', '三'], ['一', '二之一', '三']),
    ).toEqual(['一', '新增。', '再增。', '二之一', '三']);
    expect(accepted(['一', '二'], ['〇', '一', '二'], ['一', '二', '三'])).toEqual(['〇', '一', '二', '三']);
  });

  it('deleted by hand go, but where the data have changed them', () => {
    expect(accepted(['一段', '二段', '三段'], ['一段', '三段'], ['一段', '二段', '三段', '四段'])).toEqual([
      '一段',
      '三段',
      '四段',
    ]);
    const found = carried(['标题', REPORT, '末'], ['标题', '末'], ['标题', NEW, '末']);
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual(['标题', NEW, '末']);
    expect(commentsSeen(found?.bytes as Uint8Array)).toEqual([
      { beside: NEW, text: expect.stringContaining('删去了这一段') },
    ]);
  });

  it('that end a section lose their text and stay', () => {
    const end = paragraphXml('末段', 1000, '<w:pPr><w:sectPr/></w:pPr>');
    const file = (text: string) => wordFileOf(`${paragraphXml(text)}${end}`);
    const mine = wordFileOf(paragraphXml('一'));
    const found = carryHandEdits(file('一'), mine, file('一'));
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual(['一', '']);
  });

  it('of a cell go but for the last, which a cell must have', () => {
    const table = (...lines: string[]) =>
      wordFileOf(
        `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${lines.map((line) => paragraphXml(line)).join('')}</w:tc><w:tc>${paragraphXml('另一格')}</w:tc></w:tr></w:tbl>`,
      );
    const found = carryHandEdits(table('甲', '乙', '丙'), table('甲'), table('甲', '乙', '丙'));
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual([[['甲\n', '另一格']]]);
  });

  it('look like those of their style', () => {
    const heading = paragraphXml('标题', 9, '<w:pPr><w:pStyle w:val="Heading1"/><w:keepNext/></w:pPr>');
    const text = (words: string) => paragraphXml(words, 9, '<w:pPr><w:pStyle w:val="Body"/></w:pPr>');
    const found = carryHandEdits(
      wordFileOf(heading + text('正文')),
      wordFileOf(heading + text('新段') + text('正文')),
      wordFileOf(heading + text('正文')),
    );
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual(['标题', '新段', '正文']);
    expect(styleOf(found?.bytes as Uint8Array, '新段')).toBe('Body');
  });
});

describe('tables', () => {
  const HEAD = ['地区', '投资', '状态'];
  const row = (name: string, sum: string, state = '达序时'): string[] => [name, sum, state];
  const BASE = [HEAD, row('南昌市', '12.5'), row('九江市', '8.1', '滞后'), row('赣州市', '9.9')];

  it('take words of a cell, rows that were added and rows that were deleted', () => {
    const mine = [HEAD, row('南昌市', '12.5', '达到序时'), row('赣州市', '9.9'), row('萍乡市', '3.3')];
    const fresh = [HEAD, row('南昌市', '13.0'), row('九江市', '8.1', '滞后'), row('赣州市', '9.9')];
    const found = carried(['表1', BASE], ['表1', mine], ['表1', fresh]);
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual([
      '表1',
      [HEAD, row('南昌市', '13.0', '达到序时'), row('赣州市', '9.9'), row('萍乡市', '3.3')],
    ]);
    expect(seen(found?.bytes as Uint8Array, 'refused')).toEqual(['表1', fresh]);
    expect([found?.done, found?.noted]).toEqual([3, 0]);
  });

  it('that lost a column are told, and stay as they are', () => {
    const fresh = [HEAD, row('南昌市', '13.0')];
    const found = carried(['表1', BASE], ['表1', BASE.map((cells) => cells.slice(0, 2))], ['表1', fresh]);
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual(['表1', fresh]);
    expect(commentsSeen(found?.bytes as Uint8Array)[0]?.text).toContain('地区、投资、状态');
  });

  it('that were added are told', () => {
    const found = carried(['一', '二'], ['一', [['甲', '乙']], '二'], ['一', '二']);
    expect(seen(found?.bytes as Uint8Array, 'accepted')).toEqual(['一', '二']);
    expect(commentsSeen(found?.bytes as Uint8Array)[0]?.text).toContain('新增了表格：“甲、乙”');
  });
});

describe('what is no change of the text', () => {
  const file = (inner: string) => wordFileOf(`<w:p>${inner}</w:p>${paragraphXml('二')}`);
  const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
  const field = (shown: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${text(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('is not carried: numbers that fields show, marks of spelling and of page ends, other runs', () => {
    const base = file(text('第') + field('1') + text('页，共'));
    const mine = file(
      `<w:proofErr w:type="spellStart"/>${text('第')}${field('12')}<w:r><w:rPr><w:b/></w:rPr><w:lastRenderedPageBreak/><w:t>页</w:t></w:r>${text('，共')}`,
    );
    expect(carryHandEdits(base, mine, base)).toBeUndefined();
    const changed = carryHandEdits(base, file(`${text('本第')}${field('12')}${text('页，共')}`), base);
    expect(seen(changed?.bytes as Uint8Array, 'accepted')[0]).toBe('本第1页，共');
  });

  it('is not carried: a list of contents, which Word makes anew', () => {
    const contents = (lines: string[]): string => {
      const [first = '', ...rest] = lines;
      return `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${text(first)}</w:p>${rest.map((line) => paragraphXml(line)).join('')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    };
    const whole = (lines: string[]) => wordFileOf(contents(lines) + paragraphXml('正文'));
    expect(carryHandEdits(whole(['一…1']), whole(['一…1', '二…2', '三…3']), whole(['一…1']))).toBeUndefined();
  });

  it('is read as if tracked changes were accepted', () => {
    const base = file(text('原来的话'));
    const mine = file(
      `${text('原来的')}<w:del w:id="1" w:author="a"><w:r><w:delText>话</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${text('说法')}</w:ins>`,
    );
    const found = carryHandEdits(base, mine, base);
    expect(seen(found?.bytes as Uint8Array, 'accepted')[0]).toBe('原来的说法');
  });

  it('is told where it stands beside the text: heads, feet and notes', () => {
    const foot = (words: string) => ({
      'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote>${paragraphXml(words)}</w:footnote></w:footnotes>`,
    });
    const found = carryHandEdits(
      wordFile(['一'], 9, foot('原注')),
      wordFile(['一'], 9, foot('新注')),
      wordFile(['一'], 9, foot('原注')),
    );
    expect(commentsSeen(found?.bytes as Uint8Array)[0]?.text).toContain('注释');
  });

  it.each([
    ['cut off', wordFile(['一']).slice(0, 90)],
    ['no Word file', new TextEncoder().encode('手改')],
    ['without its text', wordFileOf('', { 'word/document.xml': '<w:document' })],
  ])('is nothing that can be read: %s', (_, mine) => {
    expect(carryHandEdits(wordFile(['一']), mine, wordFile(['二']))).toBeUndefined();
  });
});

describe('whatever was changed', () => {
  const words = fc.stringMatching(/^[甲乙丙丁，。12.%<&]{1,12}$/);
  const body = fc.array(words, { minLength: 1, maxLength: 6 });
  /** Some paragraphs of it, others changed, others new. */
  const edited = (from: string[]) =>
    fc.array(fc.tuple(fc.nat(4), words), { minLength: from.length, maxLength: from.length }).map((steps) =>
      from.flatMap((text, i) => {
        const [what, other] = steps[i] ?? [4, ''];
        if (what === 0) return [];
        if (what === 1) return [text.slice(0, 2) + other + text.slice(2)];
        return what === 2 ? [text, other] : [text];
      }),
    );

  it('refusing it gives the new text', () => {
    fc.assert(
      fc.property(
        body.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base))),
        ([base, mine, fresh]) => {
          const found = carried(['题', ...base], ['题', ...mine], ['题', ...fresh]);
          if (found) expect(seen(found.bytes, 'refused')).toEqual(['题', ...fresh]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('accepting it gives what the hand wrote, where the data are the same', () => {
    fc.assert(
      fc.property(
        body.chain((base) => fc.tuple(fc.constant(base), edited(base))),
        ([base, mine]) => {
          const found = carried(['题', ...base], ['题', ...mine], ['题', ...base]);
          expect(found ? seen(found.bytes, 'accepted') : ['题', ...base]).toEqual(['题', ...mine]);
          expect(found?.noted ?? 0).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('changes of the data alone carry nothing', () => {
    fc.assert(
      fc.property(body, body, (base, fresh) => {
        expect(carried(base, base, fresh)).toBeUndefined();
      }),
    );
  });

  it.skipIf(!hasValidator)('gives a file that Word opens', async () => {
    const table = [
      ['甲', '乙'],
      ['丙', '丁'],
      ['戊', '己'],
    ];
    const grid = (one: string[][]): Part => one;
    const found = carried(
      ['题', REPORT, '末', grid(table), '尾'],
      [
        '题',
        REPORT.replace('慢于', '落后'),
        '新',
        '末',
        grid([...table.slice(0, 1), ['丙', '丁加'], ['庚', '辛']]),
        '尾',
      ],
      ['题', NEW.replace('慢', '快'), '末', grid(table), '尾'],
    );
    expect(found && [found.done > 0, found.noted > 0]).toEqual([true, true]);
    expect(await validate(found?.bytes as Uint8Array)).toEqual([]);
  });
});

function styleOf(bytes: Uint8Array, text: string): string | undefined {
  const paragraph = [...part(bytes, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>/g)].find(([one]) =>
    one.includes(text),
  )?.[0];
  return /<w:pStyle w:val="([^"]*)"/.exec(paragraph ?? '')?.[1];
}
