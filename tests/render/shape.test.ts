/** What tells where lines and pages end, and what does not. */
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/model/document/document.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import { shapeText } from '../../src/render/layout/shape.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { body, figure, heading, sampleChart, text } from '../support/sample-document.ts';

const report = (...blocks: Block[]): Document => documentOf('report', [sectionOf('report', blocks)]);
const shapeOf = (document: Document, fonts: FontSet = testFonts()): string => shapeText(document, fonts);

const invested = (printed: string, value: number): Document =>
  report(body(text('完成投资'), figure(printed, value, '亿元', 1), text('。')));

const chart = (heightMm: number, more: Partial<typeof sampleChart> = {}): Document =>
  report({
    kind: 'chart',
    id: 'c',
    number: '图1',
    caption: [text('投资')],
    chart: { ...sampleChart, ...more, heightMm } as typeof sampleChart,
    notes: [],
    alt: '完成投资',
  });

describe('the shape of a document', () => {
  it('is that of another with other digits in the same places', () => {
    expect(shapeOf(invested('817.1亿元', 817.1))).toBe(shapeOf(invested('904.6亿元', 904.6)));
  });

  it('is another with one digit more, another sign or another word', () => {
    const shapes = ['817.1亿元', '1817.1亿元', '−817.1亿元', '817.1万元'].map((printed) =>
      shapeOf(invested(printed, 817.1)),
    );
    expect(new Set(shapes).size).toBe(4);
  });

  it('is another where digits are not equally wide: a line may have room for a 1 alone', () => {
    const { faces, fallbacks } = testFonts();
    const kai = { ...faces.kai, measure: (part: string) => (part === '1' ? 0.4 : 0.6) };
    const uneven = { faces: { ...faces, kai }, fallbacks };
    expect(shapeOf(invested('817.1亿元', 1), uneven)).not.toBe(shapeOf(invested('904.6亿元', 1), uneven));
  });

  it('is another where a part has another name, which others ask for', () => {
    const titled = (id: string): Document => report(heading(1, id, '一、', '总体情况'));
    expect(shapeOf(titled('m1'))).not.toBe(shapeOf(titled('m2')));
  });

  it('knows of a picture its height alone', () => {
    const other = { valueAxis: { title: '', min: 5, max: null } };
    expect(shapeOf(chart(60, other))).toBe(shapeOf(chart(60)));
    expect(shapeOf(chart(61))).not.toBe(shapeOf(chart(60)));
  });
});
