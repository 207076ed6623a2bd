/** The report, changed and saved in LibreOffice, made anew after a number has changed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Carried, carryHandEdits } from '../../src/archive/hand-edits/hand-edits.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { build } from '../../src/pipeline.ts';
import { changedPart, paragraphTexts } from '../support/docx.ts';
import { folderEffects } from '../support/effects.ts';
import { convertOffice, hasLibreOffice } from '../support/libreoffice.ts';
import { machine } from '../support/machine.ts';
import { hasValidator, validate } from '../support/validator.ts';
import { type Part, seen } from '../support/word-file.ts';

const CITY = 'data/2022/projects/returns/2022-09/上饶市.csv';
const NUMBER = 'Z073,婺源县数据标注基地项目,5635,42848';

async function report(change: (csv: string) => string = (csv) => csv): Promise<Uint8Array> {
  const csv = new TextDecoder().decode(await folderEffects().read(CITY));
  const effects = folderEffects(undefined, { [CITY]: change(csv) });
  const request = { ...machine(), period: parsePeriod('2022Q3') as Period, only: ['progress-report'] };
  await build({ ...request, formats: ['docx'], out: 'out' }, effects);
  return [...effects.written].find(([path]) => path.endsWith('.docx'))?.[1] as Uint8Array;
}

describe.skipIf(!hasLibreOffice)('the report', () => {
  let base: Uint8Array;
  let fresh: Uint8Array;
  let carried: Carried;

  beforeAll(async () => {
    base = await report();
    fresh = await report((csv) => csv.replace(NUMBER, 'Z073,婺源县数据标注基地项目,35635,72848'));
    const byHand = changedPart(base, 'word/document.xml', (xml) =>
      xml
        .replace('列为待核实，由责任单位核实后', '暂列为待核实，请责任单位核实后')
        .replace('慢于序时进度', '落后序时进度')
        .replace(/(<w:tr>(?:(?!<\/w:tr>).)*数字经济核心产业增加值占GDP比重.*?<\/w:tr>)/, ''),
    );
    const saved = convertOffice(byHand, 'docx', 'docx:MS Word 2007 XML');
    carried = carryHandEdits(base, saved, fresh) as Carried;
  }, 300_000);

  const timesIn = (text: string): number => text.split('数字经济核心产业增加值占GDP比重').length - 1;
  const textsOf = (parts: Part[]): string[] =>
    parts.flatMap((one) => (typeof one === 'string' ? one : one.flat(2)));

  it('saved by another program alone has nothing to carry', () => {
    const saved = convertOffice(base, 'docx', 'docx:MS Word 2007 XML');
    expect(carryHandEdits(base, saved, fresh)).toBeUndefined();
  });

  it('has the words of the hand and the numbers of the data', () => {
    expect([carried.done >= 4, carried.noted]).toEqual([true, 0]);
    const texts = textsOf(seen(carried.bytes, 'accepted')).join('\n');
    expect(texts).toContain('暂列为待核实，请责任单位核实后');
    expect(texts).toMatch(/累计完成投资819\.4亿元.*落后序时进度3\.7个百分点/);
    expect(timesIn(texts)).toBe(timesIn(paragraphTexts(fresh).join('\n')) - 1);
  });

  it('is the new one where all of it is refused', () => {
    expect(textsOf(seen(carried.bytes, 'refused'))).toEqual(textsOf(seen(fresh, 'refused')));
  });

  it.skipIf(!hasValidator)('is a file that Word opens', async () => {
    expect(await validate(carried.bytes)).toEqual([]);
  });
});
