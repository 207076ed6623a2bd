/** What can be read without a fault, and is not what a careful clerk would take it for: words of a format, days from before any plan, remarks above a table. */
import { type CellObject, read as readBook, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { projectFormContent } from '../../src/compose/forms/project-form.ts';
import { readCityReturn } from '../../src/intake/cities/return.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { suspects } from '../../src/intake/returns/suspects.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { monthOf } from '../../src/model/period.ts';
import type { CityInputs, CityReturn } from '../../src/model/region/city.ts';
import type { ProjectInputs, ProjectReturn } from '../../src/model/region/project.ts';
import { CITY_COLUMNS } from '../../src/model/returns/city-form.ts';
import { SHEETS } from '../../src/model/returns/form.ts';
import { PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { writeProjectForm } from '../../src/render/xlsx/project-form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledCityForm, filledForm, filledProjectForm } from '../support/filled-forms.ts';
import {
  cellOf,
  collected,
  content,
  edited,
  FILLED,
  form,
  index,
  rewritten,
  type Sheet,
  TRUTH,
  UNIT,
  valuesOf,
} from './sloppy.ts';

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.filter((d) => d.severity !== 'info').map((d) => `${d.code} ${d.at?.cell ?? ''}`.trim());

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const cities = inputs.cities as CityInputs;
const projects = inputs.projects as ProjectInputs;
const CITY = '赣州市';
const quarterly = cities.returns.find((r) => r.city === CITY && r.period === '2022Q3') as CityReturn;
const SEPTEMBER = monthOf(2022, 9);
const monthly = projects.returns.find((r) => r.city === CITY && r.month === SEPTEMBER.id) as ProjectReturn;
const FORMS = {
  city: await writeCityForm(
    filledCityForm(cityFormContent(cities, CITY, { id: '2022Q3', year: 2022, quarter: 3 }, ''), quarterly),
    inputs.office.contact,
  ),
  project: await writeProjectForm(
    filledProjectForm(projectFormContent(projects, CITY, SEPTEMBER), monthly),
    inputs.office.contact,
  ),
};

const FIRST_ROW = 4;
const first = (key: string, columns: readonly { key: string }[]): string =>
  utils.encode_cell({ r: FIRST_ROW - 1, c: columns.findIndex((column) => column.key === key) });

function changed(form: Uint8Array, change: (sheet: WorkSheet, book: WorkBook) => void): Uint8Array {
  const book = readBook(form, { type: 'array', cellNF: true });
  change(book.Sheets[book.SheetNames[0] as string] as WorkSheet, book);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
const cityReturn = (
  change: (sheet: WorkSheet, book: WorkBook) => void,
  last?: (city: string, id: string) => Figure | undefined,
) =>
  readCityReturn(
    '新建/表格.xlsx',
    changed(FORMS.city, change),
    {
      cities: unitNames(cities.cities),
      indicators: cities.indicators,
      duties: cities.duties,
      stages: cities.stages.map(({ stage }) => stage),
    },
    { period: '2022Q3', receivedAt: '2022-10-08', ...(last && { last }) },
  );
const projectReturn = (change: (sheet: WorkSheet) => void) =>
  readProjectReturn(
    '新建/表格.xlsx',
    changed(FORMS.project, change),
    indexProjects(projects.projects, cities.cities),
    { month: SEPTEMBER, receivedAt: '2022-10-08' },
  );
/** Below all that is filled in. */
const below = (sheet: WorkSheet, lines: readonly string[]): string[] => {
  const { e } = utils.decode_range(sheet['!ref'] as string);
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { ...e, r: e.r + lines.length } });
  return lines.map((v, i) => {
    sheet[utils.encode_cell({ r: e.r + 1 + i, c: 0 })] = { t: 's', v };
    return utils.encode_cell({ r: e.r + 1 + i, c: 0 });
  });
};

const COUNT = 'T013-1';
const DEMO = await writeForm({ ...filledForm(content, FILLED), demo: true });
/** What is asked of numbers that can be read. */
const suspectsOf = (bytes: Uint8Array): string[] => {
  const { submission } = collected(bytes);
  const before = inputs.submissions.find((s) => s.unit === UNIT && s.period === '2022Q3');
  return submission ? told(suspects(submission, before, index)) : ['unread'];
};
const unitReturn = (change: (sheet: Sheet) => void) => collected(edited(change));

describe('what a number format writes before the number', () => {
  const held = (target: string, cell: Omit<CellObject, 't'>) =>
    unitReturn((sheet) => {
      sheet[cellOf(target)] = { t: 'n', ...cell };
    });
  const figure = ({ submission }: ReturnType<typeof held>, target: string) =>
    submission?.tasks.flatMap(({ values }) => values).find((value) => value.target === target)?.figure;

  it('belongs to the number: “约” is kept', () => {
    expect(figure(held(COUNT, { v: 128, z: '"约"0' }), COUNT)).toMatchObject({ value: 128, qualifier: '约' });
    expect(figure(held('T028-1', { v: 0.983, z: '"超过"0.0%' }), 'T028-1')).toMatchObject({
      value: 98.3,
      qualifier: '超过',
    });
  });

  it.each(['"新增"0', '"第"0"名"', '[$$-409]#,##0', '[$€-2]#,##0.00'])('%s makes it another one', (z) => {
    const read = held(COUNT, { v: 128, z });
    expect(told(read.diagnostics).join()).toContain(cellOf(COUNT));
  });

  it.each(['[$￥-804]#,##0.00', '_ ¥* #,##0.00_ ', '0_);(0)', '[$CNY] 0', '+0;-0'])('%s does not', (z) => {
    const read = held('T013-2', { v: 21.5, z });
    expect(told(read.diagnostics)).toEqual([]);
    expect(valuesOf(read.submission)['T013-2']).toBe(21.5);
  });

  it('of a fall does not, for its sign stands in words', () => {
    const read = held('T013-2', { v: -21.5, z: '0.0;"负"0.0' });
    expect(valuesOf(read.submission)['T013-2']).toBe(-21.5);
  });
});

it('so many times as much is no count of things', () => {
  const read = unitReturn((sheet) => {
    sheet[cellOf(COUNT)] = { t: 's', v: '128倍' };
  });
  expect(told(read.diagnostics)).toEqual([`wrongUnit ${cellOf(COUNT)}`]);
});

describe('a day on which a project began', () => {
  const at = first('startedOn', PROJECT_RETURN_COLUMNS);
  const began = (cell: CellObject) => projectReturn((sheet) => Object.assign(sheet, { [at]: cell }));

  it.each([1, 2022, 36525])('is none where a number is %i in a format for days', (v) => {
    const { value, diagnostics } = began({ t: 'n', v, z: 'yyyy-mm-dd' });
    expect(value?.entries[0]?.startedOn).toBeNull();
    expect(told(diagnostics)).toEqual([`dateTooEarly ${at}`]);
  });

  it('may be the first that a plan can speak of, and may have its first hour behind it', () => {
    expect(began({ t: 'n', v: 36526, z: 'yyyy-mm-dd' }).value?.entries[0]?.startedOn?.value).toBe(
      '2000-01-01',
    );
    for (const v of ['2022-03-05 00:00:00', '2022-3-5 0:00', '2022-03-05T00:00:00.000']) {
      const { value, diagnostics } = began({ t: 's', v });
      expect([value?.entries[0]?.startedOn?.value, told(diagnostics)]).toEqual(['2022-03-05', []]);
    }
  });
});

describe('a text that says nothing', () => {
  it.each(['待补充', '××', 'xxx', '测试', '√', '……', '。', '有', '请填写'])(
    '“%s” is told in any return',
    (v) => {
      const progress = cellOf(COUNT, 'progress');
      const problems = cellOf(COUNT, 'problems');
      const unit = unitReturn((sheet) => {
        sheet[progress] = { t: 's', v };
        sheet[problems] = { t: 's', v };
      });
      expect(told(unit.diagnostics)).toEqual([`textUnfinished ${progress}`, `textUnfinished ${problems}`]);
      const city = first('next', CITY_COLUMNS);
      const said = cityReturn((sheet) => Object.assign(sheet, { [city]: { t: 's', v } }));
      expect(told(said.diagnostics)).toEqual([`textUnfinished ${city}`]);
    },
  );

  it.each(['见邮件', '详见Word版', '见附表二', '已另报', '参见上季度', '进展同二季度'])(
    '“%s” speaks of another place',
    (v) => {
      const at = first('progress', PROJECT_RETURN_COLUMNS);
      const { diagnostics } = projectReturn((sheet) => Object.assign(sheet, { [at]: { t: 's', v } }));
      expect(told(diagnostics)).toEqual([`textElsewhere ${at}`]);
    },
  );

  it.each(['无', '—', '/', '暂无', '已完成。', '见面会已召开', '同上海市签约', '有序推进'])(
    '“%s” is none',
    (v) => {
      const at = cellOf(COUNT, 'progress');
      const { diagnostics } = unitReturn((sheet) => {
        sheet[at] = { t: 's', v };
      });
      expect(told(diagnostics)).toEqual([]);
    },
  );

  it('a tick proves nothing', () => {
    const at = cellOf(COUNT, 'evidence');
    const { diagnostics } = unitReturn((sheet) => {
      sheet[at] = { t: 's', v: '√' };
    });
    expect(told(diagnostics)).toEqual([`noProof ${at}`]);
  });
});

describe('a source that speaks of a number which is no result', () => {
  it.each(['预计数', '省统计局（估算）', '去年同期', '上季度数据', '年度目标数'])(
    '%s is asked about',
    (v) => {
      const unit = cellOf(COUNT, 'source');
      const read = unitReturn((sheet) => {
        sheet[unit] = { t: 's', v };
      });
      expect(told(read.diagnostics)).toEqual([`sourceDoubtful ${unit}`]);
      expect(valuesOf(read.submission)).toEqual(TRUTH);
      const city = first('source', CITY_COLUMNS);
      const said = cityReturn((sheet) => Object.assign(sheet, { [city]: { t: 's', v } }));
      expect(told(said.diagnostics)).toEqual([`sourceDoubtful ${city}`]);
    },
  );

  it.each(['省统计局', '《2022年三季度全省经济运行情况》', '省工信厅9月快报'])('%s is none', (v) => {
    const read = unitReturn((sheet) => {
      sheet[cellOf(COUNT, 'source')] = { t: 's', v };
    });
    expect(told(read.diagnostics)).toEqual([]);
  });
});

describe('a remark outside the table', () => {
  it.each(['本表数据均为当季数，非累计', '（初步数，待核）', '注：不含赣江新区', '以下均为预计数'])(
    '“%s” above the headings is told in any return',
    (v) => {
      const put = (sheet: Sheet): void => {
        sheet.D2 = { t: 's', v };
        sheet['!merges'] = [];
      };
      for (const { diagnostics } of [unitReturn(put), cityReturn(put), projectReturn(put)])
        expect(told(diagnostics)).toEqual(['remarkAbove D2']);
    },
  );

  it('below a city’s table is told, and is no row of it; a signature is neither', () => {
    for (const read of [cityReturn, projectReturn]) {
      let refs: string[] = [];
      const { value, diagnostics } = read((sheet) => {
        refs = below(sheet, ['赣州市工业和信息化局', '2022年10月8日', '以上数据为初步统计，最终以年报为准']);
      });
      expect(told(diagnostics)).toEqual([`remarkBelow ${refs[2]}`]);
      expect(value?.entries).toHaveLength(read(() => {}).value?.entries.length ?? 0);
    }
  });

  it('a line that is alone between rows is still asked for its code', () => {
    const { diagnostics } = cityReturn((sheet) => {
      const [line] = below(sheet, ['（以下由规划处填报）', 'C99']);
      expect(line).toBeDefined();
    });
    expect(told(diagnostics).filter((one) => one.startsWith('wrongForm'))).toHaveLength(1);
  });
});

describe('a column that was sent back blank', () => {
  it('of a month’s amounts is told once, with the projects; a row that is complete is not', () => {
    const columns = ['month', 'cumulative'].map((key) =>
      PROJECT_RETURN_COLUMNS.findIndex((column) => column.key === key),
    );
    const { value, diagnostics } = projectReturn((sheet) => {
      for (const at of Object.keys(sheet))
        if (
          !at.startsWith('!') &&
          utils.decode_cell(at).r >= FIRST_ROW - 1 &&
          columns.includes(utils.decode_cell(at).c)
        )
          delete sheet[at];
    });
    const codes = value?.entries.map(({ code }) => code) ?? [];
    const blank = diagnostics.filter(({ code }) => code === 'projectAmountsBlank');
    expect(blank.map(({ message }) => message)).toEqual([
      expect.stringContaining(`${codes.length}个项目没有填“本年累计完成投资（万元）”：${codes[0]}、`),
    ]);
    expect(told(projectReturn(() => {}).diagnostics)).toEqual([]);
  });
});

describe('last quarter’s numbers once more', () => {
  it('are asked about where none of a unit’s has moved, and not where one has', () => {
    const before = new Map(
      inputs.submissions
        .filter((s) => s.unit === UNIT && s.period === '2022Q3')
        .flatMap(({ tasks, goals }) => [...tasks, ...goals])
        .flatMap(({ values }) => values)
        .map(({ target, figure }) => [target, figure]),
    );
    const copied = (but?: string) =>
      suspectsOf(
        edited((sheet) => {
          for (const id of Object.keys(TRUTH)) {
            const { value = 0, unit = '' } = id === but ? {} : (before.get(id) ?? {});
            sheet[cellOf(id)] = id === but ? { t: 'n', v: TRUTH[id] } : { t: 's', v: `${value}${unit}` };
          }
        }),
      );
    expect(copied()).toEqual([`allAsBefore ${cellOf('T012-1')}`]);
    expect(copied('T013-1')).toEqual([]);
  });

  it('are asked about in a city’s return', () => {
    const before = cities.returns.find((r) => r.city === CITY && r.period === '2022Q2')?.entries ?? [];
    const last = (_: string, id: string) => before.find((entry) => entry.id === id)?.value ?? undefined;
    const copied = (sheet: WorkSheet): void => {
      const at = utils.decode_cell(first('value', CITY_COLUMNS));
      for (let { r } = at; sheet[utils.encode_cell({ r, c: 0 })]; r++) {
        const figure = last(CITY, sheet[utils.encode_cell({ r, c: 0 })].v);
        if (figure) sheet[utils.encode_cell({ ...at, r })] = { t: 's', v: `${figure.value}${figure.unit}` };
      }
    };
    const value = first('value', CITY_COLUMNS);
    expect(told(cityReturn(copied, last).diagnostics)).toEqual([`allAsBefore ${value}`]);
    const moved = cityReturn((sheet) => {
      copied(sheet);
      sheet[value] = { t: 'n', v: 1071.6 };
    }, last);
    expect(told(moved.diagnostics)).toEqual([]);
  });
});

it('headings that come again on the next page cost no rows above them', () => {
  const { submission, diagnostics } = collected(
    rewritten((rows) => {
      const head = rows.findIndex((row) => row.includes('指标编号'));
      const again = [...(rows[head] as unknown[])];
      const value = again.indexOf('本季度累计值');
      return rows
        .map((row, i) => (i === head ? row.with(value, '累计值') : row))
        .toSpliced(head + 4, 0, again);
    }),
  );
  expect(valuesOf(submission)).toEqual(TRUTH);
  expect(submission?.tasks.map(({ task }) => task)).toContain(10);
  expect(told(diagnostics)).toEqual([]);
});

it('demonstration data stay so in a sheet that was saved as text', () => {
  const text = (of: Uint8Array) =>
    new TextEncoder().encode(
      utils.sheet_to_csv(readBook(of, { type: 'array' }).Sheets[SHEETS.tasks] as WorkSheet),
    );
  expect(collected(text(DEMO), '省工信厅.csv').submission?.demo).toBe(true);
  expect(collected(text(form), '省工信厅.csv').submission?.demo).toBe(false);
});

it('who is in no list is told what to do, and another quarter is called by its name', () => {
  const elsewhere = cityReturn((sheet) => {
    sheet.A2 = { t: 's', v: '填报单位：共青城市　　报送期次：2022年三季度' };
  });
  expect(elsewhere.diagnostics[0]).toMatchObject({
    code: 'unknownCity',
    hints: [expect.stringMatching(/别名/)],
  });
  const stranger = collected(
    edited((sheet, book) => {
      for (const each of [sheet, ...Object.values(book.Sheets)])
        for (const cell of Object.values(each))
          if (typeof cell?.v === 'string') cell.v = cell.v.replaceAll(UNIT, '省测绘局');
    }),
  );
  expect(stranger.diagnostics.find(({ code }) => code !== 'planChanged')).toMatchObject({
    code: 'strangeUnit',
    hints: [expect.stringMatching(/--unit/)],
  });
  const other = cityReturn((sheet, book) => {
    for (const each of [sheet, ...Object.values(book.Sheets)])
      for (const cell of Object.values(each))
        if (typeof cell?.v === 'string')
          cell.v = cell.v.replaceAll('2022Q3', '2022年二季度').replaceAll('三季度', '二季度');
  });
  expect(other.diagnostics.map(({ message }) => message)).toContain(
    '这是“2022年二季度”的报表，不是2022年三季度的，未采用。',
  );
});
