/** Sheets that must be one page: which of their writings is kept. */
import { describe, expect, it } from 'vitest';
import { type Block, type Document, PLAIN_SECTION, type Section } from '../../src/model/document/document.ts';
import { chooseWritings, inWritings, type Measure } from '../../src/render/settle/fit.ts';
import { body, sampleDocument, text } from '../support/sample-document.ts';

const WRITINGS = 23;
/** A writing says its own number, and how much it says. */
const writing = (i: number): Block[] => [body(text(`${i}`))];
const variants = Array.from({ length: WRITINGS }, (_, i) => writing(i));
const sheet: Section = { ...PLAIN_SECTION, blocks: writing(0), fit: { variants, name: '单页' } };
const sheets = (count: number): Document => ({
  ...sampleDocument,
  sections: Array.from({ length: count }, () => sheet),
});

const numberOf = ({ blocks: [first] }: Section): number =>
  first?.kind === 'paragraph' && first.children[0]?.kind === 'text' ? Number(first.children[0].text) : NaN;

/** A format in which writings from this one on take a page; it counts how often it is asked. */
function format(fits: number): { measure: Measure; asked: number[] } {
  const asked: number[] = [];
  const measure: Measure = async (sections) => {
    asked.push(...sections.map(numberOf));
    return { value: sections.map((one) => (numberOf(one) >= fits ? 1 : 2)), diagnostics: [] };
  };
  return { measure, asked };
}

describe('the writing of a sheet', () => {
  it('is the first that takes a page in every format', async () => {
    for (let first = 0; first < WRITINGS; first += 1)
      for (const second of [0, first, first + 1, first + 3, WRITINGS - 1]) {
        const formats = [format(first), format(second)];
        const { value, diagnostics } = await chooseWritings(
          sheets(2),
          formats.map(({ measure }) => measure),
        );
        const last = WRITINGS - 1;
        expect(value).toEqual(Array(2).fill(Math.min(Math.max(first, second), last)));
        expect(diagnostics.length).toBe(second > last ? 2 : 0);
        expect(inWritings(sheets(2), value ?? []).sections.map(numberOf)).toEqual(value);
      }
  });

  it('is asked of a second format where the first has found it, and next to that', async () => {
    for (const [later, times] of [
      [0, 1],
      [1, 2],
      [2, 4],
    ] as const) {
      const second = format(9 + later);
      await chooseWritings(sheets(1), [format(9).measure, second.measure]);
      expect(second.asked[0]).toBe(9);
      expect(second.asked).toHaveLength(times);
    }
  });

  it('is an error with its longest texts where none takes a page, and the shortest is kept', async () => {
    const { value, diagnostics } = await chooseWritings(sheets(1), [format(WRITINGS).measure]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['sheetTooFull']);
    expect(value).toEqual([WRITINGS - 1]);
  });
});
