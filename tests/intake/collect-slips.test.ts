/** Slips of the hand that leave no trace in a cell's text: struck-out digits, comments, neighbouring cells, old forms. */
import { utils } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { collect } from '../../src/flows/collect/collect.ts';
import { openWorkbook } from '../../src/intake/formats/workbook.ts';
import { readReturn } from '../../src/intake/returns/read-return.ts';
import { suspects } from '../../src/intake/returns/suspects.ts';
import { RETURN_MENDED, SHEETS } from '../../src/model/returns/form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledForm } from '../support/filled-forms.ts';
import {
  cellOf,
  collected,
  content,
  edited,
  FILLED,
  form,
  index,
  inputs,
  Q4,
  type Sheet,
  TRUTH,
  valuesOf,
} from './sloppy.ts';

const FORM_FILE = '省工信厅2022年四季度.xlsx';
const told = (bytes: Uint8Array, file?: string): string[] =>
  collected(bytes, file)
    .diagnostics.filter((d) => d.severity !== 'info')
    .map((d) => `${d.code} ${d.at?.cell ?? ''}`);
/** What collect asks besides. */
const asked = (bytes: Uint8Array): string[] => {
  const { submission } = collected(bytes);
  const found = submission ? suspects(submission, undefined, index) : [];
  return found.map((d) => `${d.code} ${d.at?.cell ?? ''}`);
};
const put = (target: string, key: Parameters<typeof cellOf>[1], text: string | null): Uint8Array =>
  edited((sheet) => set(sheet, cellOf(target, key), text));
function set(sheet: Sheet, ref: string, text: string | null): void {
  if (text === null) delete sheet[ref];
  else sheet[ref] = { t: 's', v: text };
}

/** The filled form with its XML changed, part by part. */
function patched(changes: Record<string, (xml: string) => string>): Uint8Array {
  const parts = unzipSync(form);
  for (const [name, change] of Object.entries(changes)) {
    const before = new TextDecoder().decode(parts[name]);
    const after = change(before);
    expect(after).not.toBe(before);
    parts[name] = new TextEncoder().encode(after);
  }
  return zipSync(parts);
}
const SHEET = 'xl/worksheets/sheet1.xml';
const cellXml = (ref: string): RegExp => new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`);

describe('struck-out text', () => {
  const ref = cellOf('T012-1');

  it('is told where part of a cell is struck out, and not read as digits', () => {
    const runs = '<is><r><rPr><strike/></rPr><t>1</t></r><r><t>2</t></r></is>';
    const bytes = patched({
      [SHEET]: (xml) => xml.replace(cellXml(ref), `<c r="${ref}" t="inlineStr">${runs}</c>`),
    });
    expect(told(bytes)).toEqual([`struckOut ${ref}`]);
    expect(valuesOf(collected(bytes).submission)['T012-1']).toBeUndefined();
  });

  it('is told where it stands in the table of shared texts', () => {
    let index = -1;
    const bytes = patched({
      'xl/sharedStrings.xml': (xml) => {
        index = [...xml.matchAll(/<si>/g)].length;
        const item = '<si><r><rPr><strike val="1"/></rPr><t>1</t></r><r><t>2</t></r></si>';
        return xml.replace('</sst>', `${item}</sst>`);
      },
      [SHEET]: (xml) => xml.replace(cellXml(ref), `<c r="${ref}" t="s"><v>${index}</v></c>`),
    });
    expect(told(bytes)).toEqual([`struckOut ${ref}`]);
  });

  it('is told where the whole cell is, and only there', () => {
    let format = 0;
    const bytes = patched({
      'xl/styles.xml': (xml) => {
        const fonts = [...(xml.split('</fonts>')[0] as string).matchAll(/<font>|<font /g)].length;
        const formats = (/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml) as RegExpExecArray)[1] as string;
        format = [...formats.matchAll(/<xf /g)].length;
        const unstruck = `<xf numFmtId="0" fontId="${fonts + 1}" fillId="0" borderId="0"/>`;
        return xml
          .replace('</fonts>', '<font><strike/></font><font><strike val="0"/></font></fonts>')
          .replace(
            '</cellXfs>',
            `<xf numFmtId="0" fontId="${fonts}" fillId="0" borderId="0"/>${unstruck}</cellXfs>`,
          );
      },
      [SHEET]: (xml) =>
        xml
          .replace(cellXml(ref), `<c r="${ref}" s="${format}"><v>2</v></c>`)
          .replace(cellXml(cellOf('T013-1')), `<c r="${cellOf('T013-1')}" s="${format + 1}"><v>128</v></c>`),
    });
    expect(told(bytes)).toEqual([`struckOut ${ref}`]);
  });

  it('is looked for in a single pass, however broken the sheet is', () => {
    const bytes = patched({
      [SHEET]: (xml) => xml.replace('</sheetData>', `${'<c r="A99">'.repeat(100_000)}strike</sheetData>`),
    });
    const before = performance.now();
    openWorkbook('a.xlsx', bytes);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('comments', () => {
  const ref = cellOf('T013-1');
  const commented = (author: string, text: string, keep = false): Uint8Array =>
    edited((sheet) => {
      sheet[ref] = { ...(keep ? { t: 'n', v: 128 } : { t: 'z' }), c: [{ a: author, t: text }] };
    });

  it('in the place of a value are told', () => {
    expect(told(commented('张三', '128家'))).toEqual([`valueInComment ${ref}`]);
  });

  it('beside a value are told', () => {
    expect(told(commented('张三', '此数有误，应为11个', true))).toEqual([`commentBeside ${ref}`]);
  });

  it('left from a copy sent back are not', () => {
    expect(told(commented('退回意见', RETURN_MENDED))).toEqual([]);
    expect(told(commented('', '【须改正】数值无法识别。'))).toEqual([]);
  });
});

describe('cells beside the right one', () => {
  it('are told when a value stands in the column of units, of last quarter or of sources', () => {
    const moved = (key: 'unit' | 'previous' | 'source', text: string): Uint8Array =>
      edited((sheet) => {
        set(sheet, cellOf('T028-2'), null);
        set(sheet, cellOf('T028-2', key), text);
      });
    expect(told(moved('unit', '4.05万家'))).toEqual([`filledBeside ${cellOf('T028-2', 'unit')}`]);
    expect(told(moved('previous', '4.05'))).toEqual([`filledBeside ${cellOf('T028-2', 'previous')}`]);
    expect(told(moved('source', '4.05'))).toEqual([`sourceWithoutValue ${cellOf('T028-2', 'source')}`]);
  });

  it('are told when this quarter’s text was written over last quarter’s', () => {
    const bytes = edited((sheet) => {
      set(sheet, cellOf('T012-1', 'previousProgress'), '赛道合作协议已签订，标准平台建成。');
      set(sheet, cellOf('T012-1', 'progress'), null);
    });
    expect(told(bytes)).toEqual([`filledBeside ${cellOf('T012-1', 'previousProgress')}`]);
  });

  it('a changed value of last quarter beside a filled cell is only asked about', () => {
    expect(told(put('T028-2', 'previous', '3.5万家'))).toEqual([
      `previousChanged ${cellOf('T028-2', 'previous')}`,
    ]);
    expect(told(put('T028-2', 'previous', '31200家'))).toEqual([]);
    expect(told(put('T028-2', 'previous', null))).toEqual([]);
  });
});

describe('a table of all tasks', () => {
  const lines = (bytes: Uint8Array): string[] =>
    collected(bytes)
      .diagnostics.filter(({ code }) => code === 'taskNotOwned')
      .map(({ message }) => message);
  const withTasksOf = async (unit: string, most: number): Promise<Uint8Array> => {
    const others = formContent(inputs, unit, Q4).tasks.slice(0, most);
    const told = others.map((task) => ({ ...task, progress: `第${task.no}项按计划推进。` }));
    return writeForm({ ...content, tasks: [...content.tasks, ...told], receivedAt: '' });
  };

  it('is told in one line, a few tasks of others each in its own', async () => {
    expect(lines(await withTasksOf('省教育厅', 2))).toHaveLength(2);
    const [all, ...more] = lines(await withTasksOf('省教育厅', 99));
    expect(more).toEqual([]);
    expect(all).toContain('有7项任务不由省工信厅填报（第63、64、65、66、67、68、69项）');
  });
});

describe('a form that is not this one', () => {
  it('made from last quarter’s is told, though its period was changed everywhere', async () => {
    const old = filledForm(formContent(inputs, '省工信厅', { id: '2022Q3', year: 2022, quarter: 3 }), FILLED);
    const bytes = await writeForm({
      ...old,
      period: '2022Q4',
      periodName: content.periodName,
      receivedAt: '',
    });
    expect(told(bytes).filter((line) => line.startsWith('oldForm'))).toHaveLength(1);
  });

  it('is told by last quarter’s texts where the unit has no numbers', async () => {
    const unit = '省委组织部';
    const third = inputs.submissions.filter((s) => s.unit === unit && s.period === '2022Q3').at(-1);
    const old = formContent(inputs, unit, { id: '2022Q3', year: 2022, quarter: 3 });
    const bytes = await writeForm({
      ...old,
      tasks: old.tasks.map((task) => ({ ...task, progress: `第${task.no}项已完成。` })),
      period: '2022Q4',
      periodName: content.periodName,
      receivedAt: '',
    });
    const claim = { receivedAt: '2023-01-08' };
    const read = readReturn('省委组织部.xlsx', bytes, {
      index,
      period: '2022Q4',
      claim,
      previous: () => third,
    });
    expect(read.diagnostics.map(({ code }) => code)).toContain('oldTexts');
  });

  it('with some of its columns sorted apart from the others is told', () => {
    const column = cellOf('T012-1', 'previousProgress').replace(/\d+/, '');
    const bytes = edited((sheet) => {
      const rows = Object.keys(sheet)
        .filter((ref) => ref.replace(/\d+/, '') === column && Number(ref.slice(column.length)) > 3)
        .map((ref) => [ref, sheet[ref]] as const)
        .filter(([, cell]) => typeof cell?.v === 'string' && cell.v !== '');
      for (const [i, [ref]] of rows.entries()) sheet[ref] = rows.at(-1 - i)?.[1];
      sheet['!merges'] = [];
    });
    expect(told(bytes).map((line) => line.split(' ')[0])).toContain('rowsMixed');
  });

  it('with the headings of two columns exchanged is told', () => {
    const bytes = edited((sheet) => {
      const [own, last] = [cellOf('T012-1'), cellOf('T012-1', 'previous')].map((ref) =>
        ref.replace(/\d+/, '3'),
      );
      [sheet[own as string], sheet[last as string]] = [sheet[last as string], sheet[own as string]];
    });
    expect(told(bytes).map((line) => line.split(' ')[0])).toContain('oldForm');
  });

  it('of another unit under a changed name replaces nothing', async () => {
    const renamed = await writeForm({ ...content, unit: '省科技厅', receivedAt: '' });
    const effects = folderEffects();
    effects.written.set('inbox/a.xlsx', renamed);
    const { returns } = await collect(
      {
        period: Q4,
        sources: [{ shown: 'a.xlsx', path: 'inbox/a.xlsx', bytes: renamed.length }],
        received: { date: '2023-02-01' },
        out: 'output/2022Q4',
      },
      effects,
    );
    expect(returns).toMatchObject([{ outcome: 'refused', unit: '省科技厅', errors: 1 }]);
    expect(returns[0]?.diagnostics.map((d) => d.code)).toEqual(['othersReturn']);
  });

  it('with a sheet over which the reading library stumbles says so', () => {
    const bytes = patched({
      [SHEET]: (xml) =>
        xml.replace(cellXml(cellOf('T012-1')), `<c r="${cellOf('T012-1')}" t="s"><v>99999</v></c>`),
    });
    const found = collected(bytes).diagnostics.find((d) => d.code === 'sheetUnreadable');
    expect(found?.at).toMatchObject({ sheet: SHEETS.tasks });
  });
});

describe('what stands in a cell', () => {
  const value = (target: string, text: string): Uint8Array => put(target, 'value', text);

  it('with a sign of increase is no cumulative value', () => {
    expect(asked(value('T013-1', '+28'))).toEqual([`increment ${cellOf('T013-1')}`]);
    expect(asked(value('T013-2', '+21.5%'))).toEqual([]);
  });

  it('growth beyond ten times is asked about', () => {
    expect(asked(value('T013-2', '2150%'))).toEqual([`suspectMagnitude ${cellOf('T013-2')}`]);
  });

  it('a magnitude above the column does not make percentages ten thousand times as large', () => {
    const bytes = edited((sheet) => set(sheet, cellOf('T012-1').replace(/\d+/, '3'), '本季度累计值（万）'));
    const read = collected(bytes);
    expect(valuesOf(read.submission)).toMatchObject({ 'T013-2': 21.5, 'T028-1': 98.3 });
  });

  it('understands 104万个 beside 万', () => {
    for (const text of ['104万个', '104万'])
      expect(valuesOf(collected(value('T023-3', text)).submission)).toEqual(TRUTH);
  });

  it('“无” is no problem, and nothing to coordinate', () => {
    const bytes = edited((sheet) => {
      set(sheet, cellOf('T012-1', 'problems'), '无。');
      set(sheet, cellOf('T012-1', 'coordination'), '暂无');
    });
    const entry = collected(bytes).submission?.tasks.find((task) => task.task === 12);
    expect(entry).toMatchObject({ problems: null, coordination: [] });
  });

  it('marks of writing direction do not turn a text round', () => {
    const entry = collected(put('T012-1', 'problems', '订单\u202e不足')).submission?.tasks.find(
      (t) => t.task === 12,
    );
    expect(entry?.problems?.value).toBe('订单不足');
  });

  it('a seal below the table is no row', () => {
    const bytes = edited((sheet) => {
      const { e } = utils.decode_range(sheet['!ref'] as string);
      utils.sheet_add_aoa(sheet, [['省工信厅（盖章）', null, null, '2023年1月5日']], { origin: e.r + 2 });
    });
    expect(told(bytes)).toEqual([]);
  });
});

describe('text files', () => {
  const csv = (separator: string): string =>
    plainCsv(separator).replace('第12项任务全年完成', '第12项任务\t全年完成');
  function plainCsv(separator: string): string {
    let text = '';
    edited((sheet) => (text = utils.sheet_to_csv(sheet, { FS: separator })));
    return text;
  }
  const utf16 = (text: string, big = false): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(big ? bytes.swap16() : bytes);
  };

  it('are read with commas, semicolons and tabs, in UTF-8 and UTF-16', () => {
    const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
    const files = [
      utf8(csv(',')),
      utf8(csv(';')),
      utf8(`sep=;\r\n${csv(';')}`),
      utf16(plainCsv('\t')),
      utf16(plainCsv(','), true),
    ];
    for (const bytes of files) {
      expect(valuesOf(collected(bytes, FORM_FILE.replace('xlsx', 'csv')).submission)).toEqual(TRUTH);
    }
  });

  it('with a quote that never closes are told', () => {
    const bytes = new TextEncoder().encode(csv(',').replace(',第12项', ',"第12项'));
    expect(told(bytes, '省工信厅.csv')).toContain('quoteOpen ');
  });

  it('of millions of fields or rows take little time', () => {
    const before = performance.now();
    const wide = collected(new TextEncoder().encode(';,\t'.repeat(1_000_000)), '省工信厅.csv');
    const long = collected(new TextEncoder().encode('a"\n'.repeat(1_000_000)), '省工信厅.csv');
    expect(performance.now() - before).toBeLessThan(5000);
    expect(wide.submission).toBeUndefined();
    expect(long.diagnostics.map((d) => d.code)).toEqual(['tooManyRows']);
  });

  it('that are no form are told so, not that a sheet is wanting', () => {
    for (const name of ['说明.txt', '名单.csv']) {
      const read = collected(new TextEncoder().encode('姓名,电话\n某某,1\n'), name);
      expect(read.diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([
        'noForm 这不是填报表：没有找到写有“序号”“阶段”“进展情况”的表头。',
      ]);
    }
  });
});

it('the raised number of a note is not read as a digit', () => {
  const ref = cellOf('T013-1');
  const runs = '<r><t>98.3</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>';
  let at = -1;
  const shared = patched({
    'xl/sharedStrings.xml': (xml) => {
      at = [...xml.matchAll(/<si>/g)].length;
      return xml.replace('</sst>', `<si>${runs}</si></sst>`);
    },
    [SHEET]: (xml) => xml.replace(cellXml(ref), `<c r="${ref}" t="s"><v>${at}</v></c>`),
  });
  const inline = patched({
    [SHEET]: (xml) => xml.replace(cellXml(ref), `<c r="${ref}" t="inlineStr"><is>${runs}</is></c>`),
  });
  for (const bytes of [shared, inline]) {
    expect(told(bytes)).toEqual([`raisedMark ${ref}`]);
    expect(valuesOf(collected(bytes).submission)['T013-1']).toBeUndefined();
  }
});

describe('words instead of a content', () => {
  const read = (key: Parameters<typeof cellOf>[1], text: string) => {
    const bytes = put('T012-1', key, text);
    const entry = collected(bytes).submission?.tasks.find((one) => one.task === 12);
    return { entry, told: told(bytes) };
  };

  it('a proof that is still to come is none, and that is told', () => {
    const { entry, told: said } = read('evidence', '待补');
    expect(entry?.evidence).toBeNull();
    expect(said).toContain(`noProof ${cellOf('T012-1', 'evidence')}`);
    expect(read('evidence', '无').entry?.evidence).toBeNull();
  });

  it('“无需协调事项” asks for nothing, “无突出问题” is no problem, “无” is no progress', () => {
    expect(read('coordination', '暂无需协调解决的事项').entry?.coordination).toEqual([]);
    expect(read('problems', '暂无突出问题').entry?.problems).toBeNull();
    expect(read('progress', '无').entry?.progress).toBeNull();
  });

  it('a picture inside a cell is not read', () => {
    const { entry, told: said } = read('evidence', '=DISPIMG("ID_3F2A",1)');
    expect(entry?.evidence).toBeNull();
    expect(said).toEqual([`pictureInCell ${cellOf('T012-1', 'evidence')}`]);
  });
});
