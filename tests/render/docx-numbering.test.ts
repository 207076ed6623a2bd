import { describe, expect, it } from 'vitest';
import {
  type Document,
  type HeadingBlock,
  PLAIN_SECTION,
  type TableBlock,
} from '../../src/model/document/document.ts';
import { captionNumbers } from '../../src/render/docx/sequences.ts';
import { numberHeadings, numberText } from '../../src/render/docx/styles/numbering.ts';
import { denseTable, heading, sampleDocument } from '../support/sample-document.ts';

/** “level number” → where Word's numbering puts it: list/level, or “text”. */
function places(...numbers: string[]): string[] {
  const headings = numbers.map((line, index): HeadingBlock => {
    const [level = '1', number = ''] = line.split(' ');
    return heading(Number(level) as HeadingBlock['level'], `h${index}`, number, '标题');
  });
  const document: Document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks: headings }] };
  const numbering = numberHeadings(document, 630);
  const lists = numbering.options.config.map((list) => list.reference);
  return headings.map((block) => {
    const place = numbering.places.get(block);
    return place ? `${lists.indexOf(place.reference)}/${place.level}` : 'text';
  });
}

describe('headings in Word', () => {
  it('are counted by Word in one list, deeper levels anew under each heading', () => {
    expect(places('1 一、', '2 （一）', '3 1.', '4 （1）', '2 （二）', '3 1.', '1 二、', '2 （一）')).toEqual(
      ['0/0', '0/1', '0/2', '0/3', '0/1', '0/2', '0/0', '0/1'],
    );
  });

  it('carry as text what Word can not count', () => {
    expect(places('1 一、', '1 附件1', '1 ', '1 第一章', '1 五、')).toEqual([
      '0/0',
      'text',
      'text',
      'text',
      'text',
    ]);
  });

  it('start a new list after an annex, and the old one goes on', () => {
    expect(places('1 一、', '2 （一）', '1 附件1', '2 （一）', '2 （二）', '1 二、')).toEqual([
      '0/0',
      '0/1',
      'text',
      '1/1',
      '1/1',
      '0/0',
    ]);
  });

  it('are written as Word writes them', () => {
    expect([1, 10, 11, 20, 21, 99].map((n) => numberText(1, n))).toEqual([
      '一、',
      '十、',
      '十一、',
      '二十、',
      '二十一、',
      '九十九、',
    ]);
    expect([numberText(2, 15), numberText(3, 15), numberText(4, 15)]).toEqual(['（十五）', '15.', '（15）']);
  });
});

describe('captions in Word', () => {
  const fieldsOf = (...numbers: string[]): (string | undefined)[] => {
    const tables = numbers.map((number): TableBlock => ({ ...denseTable([['甲']]), number }));
    const counted = captionNumbers(tables);
    return tables.map((table) => counted.get(table)?.instruction);
  };

  it('of a book count from one in each chapter, in LibreOffice too, which knows no \\s', () => {
    expect(fieldsOf('表1-1', '表1-2', '表2-1', '附表1-1', '附表1-2')).toEqual([
      'SEQ 表 \\* ARABIC \\s 1',
      'SEQ 表 \\* ARABIC \\s 1',
      'SEQ 表 \\* ARABIC \\r 1',
      'SEQ 表 \\* ARABIC \\r 1',
      'SEQ 表 \\* ARABIC \\s 1',
    ]);
  });

  it('of a paper count through it, and from their own number where a bound material begins', () => {
    expect(fieldsOf('表1', '表2', '表1')).toEqual([
      'SEQ 表 \\* ARABIC',
      'SEQ 表 \\* ARABIC',
      'SEQ 表 \\* ARABIC \\r 1',
    ]);
  });
});
