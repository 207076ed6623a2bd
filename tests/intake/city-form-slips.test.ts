/** Slips in a city's quarterly form that concern all of it. */
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { readCityReturn } from '../../src/intake/cities/return.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Period } from '../../src/model/period.ts';
import type { CityInputs, CityReturn } from '../../src/model/region/city.ts';
import { CITY_COLUMNS } from '../../src/model/returns/city-form.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledCityForm } from '../support/filled-forms.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { cities: true })).value as Inputs;
const cities = inputs.cities as CityInputs;
const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const quarterly = cities.returns.find((r) => r.city === '鹰潭市' && r.period === '2022Q3') as CityReturn;
const content = filledCityForm(cityFormContent(cities, '鹰潭市', Q3, '2022-10-10'), quarterly);
const form = await writeCityForm(content, inputs.office.contact);
const cityIndex = {
  cities: unitNames(cities.cities),
  indicators: cities.indicators,
  duties: cities.duties,
  stages: cities.stages.map((node) => node.stage),
};

/** The form without the codes of its first rows. */
function codeless(rows: number): Uint8Array {
  const book = readBook(form, { type: 'array', cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] as string] as Record<string, unknown>;
  const column = utils.encode_col(CITY_COLUMNS.findIndex(({ key }) => key === 'id'));
  for (let row = 4; row < 4 + rows; row += 1) delete sheet[`${column}${row}`];
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('a city’s form without codes', () => {
  it('is told of once, with what to do, and is not called empty', () => {
    const bytes = codeless(content.rows.length);
    const { value, diagnostics } = readCityReturn('鹰潭市.xlsx', bytes, cityIndex, { period: '2022Q3' });
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, formatOrigin(d.at as never)])).toEqual([
      ['codesMissing', '鹰潭市.xlsx · 工作进展!B4'],
    ]);
    expect(diagnostics[0]?.message).toContain(`共${content.rows.length}行`);
  });

  it('is told of row by row where others have theirs', () => {
    const { diagnostics } = readCityReturn('鹰潭市.xlsx', codeless(2), cityIndex, { period: '2022Q3' });
    expect(diagnostics.map((d) => d.code)).toEqual(['rowWithoutCode', 'rowWithoutCode', 'cityValueMissing']);
  });
});

it('a city’s form of another quarter is told of with the command that takes it', () => {
  const { diagnostics } = readCityReturn('鹰潭市.xlsx', form, cityIndex, { period: '2022Q4' });
  expect(diagnostics.map((d) => d.code)).toEqual(['periodMismatch']);
  expect(diagnostics[0]?.hints.join('')).toContain('diaodu collect 2022Q3 ');
});
