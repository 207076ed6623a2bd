/** diaodu remind: letters in 信函格式 and the summary, of the demonstration data and of returns with gaps. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read as readBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import { reminders } from '../../src/flows/remind.ts';
import { readReturns } from '../../src/flows/returns.ts';
import type { Document } from '../../src/model/document/document.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { charactersOf, issuerMarkSize, signatureIndents } from '../../src/render/layout/letter.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile } from '../support/document-files.ts';
import { part, partNames } from '../support/docx.ts';
import { folderEffects, REPOSITORY, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { hasLibreOffice, libreOfficePdf } from '../support/libreoffice.ts';
import { outline } from '../support/outline.ts';
import { hasPoppler, inkBox, inspect, pageTexts, strokes } from '../support/poppler.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

const ledgers = new Map<string, ReturnType<typeof readReturns>>();

async function remindersOf(
  id: string,
  overlay: Parameters<typeof folderEffects>[1] = {},
  only: string[] = [],
) {
  const period = parsePeriod(id);
  if (!period) throw new Error(id);
  const effects = folderEffects(REPOSITORY, overlay);
  // Reading the year takes longer than anything else here.
  const key = id + JSON.stringify(overlay, (_, content) => content ?? null);
  const reading = ledgers.get(key) ?? readReturns(period, effects);
  ledgers.set(key, reading);
  const { value, diagnostics } = await reading;
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no ledger');
  return reminders(value.ledger, only, effects);
}

const named = (documents: Document[], name: string): Document => {
  const found = documents.find((document) => document.name === name);
  if (!found) throw new Error(`no ${name} among ${documents.map((d) => d.name).join()}`);
  return found;
};

const OFFICE = `
contact: { person: 张三, phone: 0791-12345678 }
reminders:
  2022Q3:
    date: 2022-10-12
    deadline: 2022-10-14
    numbers: { 省卫健委: 某办函〔2022〕9号 }
`;

/** 省科技厅 without one value, one stage and one task. */
function gaps(): Record<string, string> {
  const path = 'data/2022/submissions/2022Q2/省科技厅.yaml';
  const text = readFileSync(resolve(REPOSITORY, path), 'utf8')
    .replace("    values: { T001-1: '13' }\n", '')
    .replace('    stage: 申报评审\n', '')
    .replace(/ {2}- task: 4\n[\s\S]*?(?= {2}- task: 5\n)/, '');
  return { [path]: text };
}

describe('the letters', () => {
  it('go to whoever returned nothing, not all, or late; the summary to the office', async () => {
    const third = await remindersOf('2022Q3');
    expect(third.diagnostics).toEqual([]);
    expect(third.units).toEqual(['省交通运输厅', '省文旅厅', '省卫健委']);
    expect(third.documents.map((document) => [document.name, document.form])).toEqual([
      ['催报函/省交通运输厅2022年三季度催报函', 'letter'],
      ['催报函/省文旅厅2022年三季度催报函', 'letter'],
      ['催报函/省卫健委2022年三季度催报函', 'letter'],
      ['催报函/2022年三季度报送情况汇总', 'report'],
    ]);
    const fourth = await remindersOf('2022Q4');
    expect(fourth.documents.map((document) => document.name)).toEqual(['催报函/2022年四季度报送情况汇总']);
  });

  it('list all that is owed where nothing came, with gaps for what the office has not given', async () => {
    const { documents } = await remindersOf('2022Q3');
    const text = outline(named(documents, '催报函/省卫健委2022年三季度催报函'));
    expect(text).toContain('〔版头〕江西省发展数字经济领导小组办公室　＿＿＿＿〔＿＿＿＿〕＿＿号');
    expect(text).toContain('题　关于催报数字经济“一号发展工程”\n题　2022年三季度工作进展情况的函');
    expect(text).toContain('〔主送〕省卫健委：');
    expect(text).toContain('应于2022年10月10日前报送');
    expect(text.match(/^\| \d+ \| 任务7\d \| .* \| 全部内容 \|$/gm)).toHaveLength(7);
    expect(text).toContain('审核后于＿＿＿＿年＿＿月＿＿日前报送我办');
    expect(text).toContain('〔署名〕江西省发展数字经济领导小组办公室　＿＿＿＿年＿＿月＿＿日');
    expect(text).toContain('（联系人：＿＿＿＿＿＿，联系电话：＿＿＿＿＿＿）');
  });

  it('carry number, dates and contact where the office has given them', async () => {
    const { documents, diagnostics } = await remindersOf('2022Q3', { 'data/2022/office.yaml': OFFICE }, [
      '江西省卫生健康委员会',
    ]);
    expect(diagnostics).toEqual([]);
    expect(documents).toHaveLength(1);
    const text = outline(documents[0] as Document);
    expect(text).toContain('〔版头〕江西省发展数字经济领导小组办公室　某办函〔2022〕9号');
    expect(text).toContain('于2022年10月14日前报送我办');
    expect(text).toContain('〔署名〕江西省发展数字经济领导小组办公室　2022年10月12日');
    expect(text).toContain('（联系人：张三，联系电话：0791-12345678）');
    expect(text).not.toContain('＿');
  });

  it('name what was written and can not be read, and ask to correct it', async () => {
    const path = 'data/2022/submissions/2022Q4/省科技厅.xlsx';
    const book = readBook(readFileSync(resolve(REPOSITORY, path)), { cellNF: true });
    const sheet = book.Sheets['进展情况'] as WorkSheet;
    sheet['H4'] = { t: 's', v: '完成90%' };
    sheet['H10'] = { t: 'e', v: 0x17, w: '#REF!' };
    const bytes = new Uint8Array(writeBook(book, { type: 'array' }) as ArrayBuffer);
    const { documents } = await remindersOf('2022Q4', { [path]: bytes });
    const text = outline(named(documents, '催报函/省科技厅2022年四季度催报函'));
    expect(text).toContain('经核对，尚有2项未填报、未填报完整或所填数值无法识别，具体如下');
    expect(text).toContain('无法识别的改正为一个数');
    expect(text.split('\n').filter((line) => /^\| \d/.test(line))).toEqual([
      expect.stringMatching(/^\| 1 \| 任务1 \| .*，所填“完成90%”无法识别，请改正）/),
      expect.stringMatching(/^\| 2 \| 任务7 \| .*，所填“#REF!”无法识别，请改正）/),
    ]);
  });

  it('list exactly the gaps of a return that came', async () => {
    const { documents, units } = await remindersOf('2022Q2', gaps());
    expect(units).toEqual(['省科技厅', '省商务厅']);
    const text = outline(named(documents, '催报函/省科技厅2022年二季度催报函'));
    expect(text).toContain('题　关于补报数字经济“一号发展工程”');
    expect(text).toContain('你单位填报表已于7月6日收悉。经核对，尚有3项未填报或未填报完整');
    expect(text.split('\n').filter((line) => /^\| \d/.test(line))).toEqual([
      expect.stringMatching(
        /^\| 1 \| 任务1 \| 关键技术目录和攻关项目 \| 本季度累计值（立项支持的科研攻关项目）。来表说明：.+ \|$/,
      ),
      '| 2 | 任务2 | 关键共性技术遴选 | 阶段 |',
      '| 3 | 任务4 | 国家级VR创新中心 | 全部内容 |',
    ]);
    const summary = outline(named(documents, '催报函/2022年二季度报送情况汇总'));
    expect(summary).toContain('应报15个单位，已报15个，其中按时报送14个、迟报1个；已报单位中报送不全1个。');
    expect(summary).toContain('| 省科技厅 | 任务4 | 国家级VR创新中心 | 全部内容 |');
  });

  it('name the day of the first receipt, and that of a correction beside it', async () => {
    const [[path, whole] = ['', '']] = Object.entries(gaps());
    const later = path.replace('.yaml', '（更正）.yaml');
    const { documents } = await remindersOf('2022Q2', {
      [path]: whole,
      [later]: whole.replace('2022-07-06', '2022-07-12'),
    });
    const text = outline(named(documents, '催报函/省科技厅2022年二季度催报函'));
    expect(text).toContain('你单位填报表已于7月6日（7月12日更正）收悉。');
    const summary = outline(named(documents, '催报函/2022年二季度报送情况汇总'));
    expect(summary).toMatch(/\| 省科技厅 \|.*\| 7月6日（7月12日更正） \| 按时 \|/);
  });

  it('ask a late unit for nothing that it has given', async () => {
    const { documents } = await remindersOf('2022Q3');
    const text = outline(named(documents, '催报函/省文旅厅2022年三季度催报函'));
    expect(text).toContain('题　关于按期报送数字经济“一号发展工程”');
    expect(text).toContain('你单位填报表于10月12日收悉，迟于报送期限2天');
    expect(text).toContain('本次不需补报');
    expect(text).not.toMatch(/^\| /m);
  });

  it('are refused for a unit that owes nothing', async () => {
    const { documents, diagnostics } = await remindersOf('2022Q3', {}, ['省科技厅']);
    expect(documents).toEqual([]);
    expect(diagnostics.map((d) => [d.code, d.hints.at(-1)])).toEqual([
      ['unitNotConcerned', '可选的单位：省交通运输厅、省文旅厅、省卫健委。'],
    ]);
  });
});

describe('measures', () => {
  it('set a long issuer mark as large as one line allows, a short one at the largest size', () => {
    expect(issuerMarkSize('江西省发展数字经济领导小组办公室', theme)).toBe(27.5);
    expect(issuerMarkSize('某办公室', theme)).toBe(theme.text.issuerMark.size);
  });

  it('place name and date as GB/T 9704 7.3.5 has it', () => {
    const signature = {
      kind: 'signature',
      issuer: '某某办公室',
      date: '2022年10月12日',
      sealed: true,
    } as const;
    expect(charactersOf(signature.date)).toBe(7);
    const sealed = signatureIndents(signature);
    expect(sealed.date).toBe(4);
    expect(sealed.issuer + 5 / 2).toBe(sealed.date + 7 / 2);
    expect(signatureIndents({ ...signature, issuer: '某'.repeat(16) })).toMatchObject({
      issuer: 1,
      date: 5.5,
    });
    const open = signatureIndents({ ...signature, issuer: '某'.repeat(16), sealed: false });
    // The date begins two characters to the right of the name.
    expect(open).toMatchObject({ issuer: 2, date: 16 + 2 - 2 - 7 });
    expect(signatureIndents({ ...signature, sealed: false })).toMatchObject({ issuer: 6, date: 2 });
  });
});

describe('the pages', () => {
  let browser: Outcome<PrintBrowser>;
  let letter: Document;
  let pdf: Uint8Array;
  let docx: Uint8Array;

  beforeAll(async () => {
    browser = await testBrowser();
    // Of the first quarter nothing came from 省发改委: a letter of two pages.
    const all = await remindersOf('2022Q1', { 'data/2022/submissions/2022Q1/省发改委.yaml': undefined });
    letter = named(all.documents, '催报函/省发改委2022年一季度催报函');
    pdf = (await pdfFile(letter, browser)).bytes;
    const written = await renderDocx(letter, { theme, fonts: testFonts(), effects: testEffects() });
    expect(written.diagnostics).toEqual([]);
    docx = written.value?.bytes as Uint8Array;
  });
  afterAll(() => (browser?.value as PrintBrowser | undefined)?.close());

  /** GB/T 9704-2012, 10.1, to the millimetre. */
  function expectLetterForm(bytes: Uint8Array, markWithinMm = 1): void {
    const mark = inkBox(bytes, 1, 27, 41.5);
    expect(Math.abs(mark.topMm - 30)).toBeLessThan(markWithinMm);
    expect(Math.abs((mark.leftMm + mark.rightMm) / 2 - 105)).toBeLessThan(1);
    // Outside of the text there is nothing but the rules.
    const lines = strokes(bytes, 1, 23);
    expect(lines).toHaveLength(4);
    const [thick, thin, thinBelow, thickBelow] = lines.map((s) => ({ ...s, mm: s.bottomMm - s.topMm }));
    if (!thick || !thin || !thinBelow || !thickBelow) throw new Error('no rules');
    expect(thick.mm).toBeGreaterThan(2 * thin.mm);
    expect(thickBelow.mm).toBeGreaterThan(2 * thinBelow.mm);
    expect(Math.abs(thick.topMm - mark.bottomMm - 4)).toBeLessThan(1);
    expect(Math.abs(297 - thickBelow.bottomMm - 20)).toBeLessThan(1);
    for (const [from, to] of [
      [thick.topMm - 0.2, thin.bottomMm + 0.2],
      [thinBelow.topMm - 0.2, thickBelow.bottomMm + 0.2],
    ] as const) {
      const rule = inkBox(bytes, 1, from, to);
      expect(Math.abs(rule.leftMm - 20)).toBeLessThan(1);
      expect(Math.abs(rule.rightMm - 190)).toBeLessThan(1);
    }
    expect(strokes(bytes, 2, 23)).toEqual([]);
    const [first, second] = pageTexts(bytes);
    expect(first).not.toMatch(/—\s*1\s*—/);
    expect(second?.replaceAll(/\s/g, '')).toContain('—2—');
    expect(second).toMatch(/特此函告。[\s\S]*江西省发展数字经济领导小组办公室[\s\S]*年/);
  }

  it.skipIf(!hasPoppler)('of the PDF have mark, rules and number where the standard puts them', () => {
    expectLetterForm(pdf);
    // 发文字号 ends at the right edge of the 版心, 7/8 of a character below the rule.
    const number = inkBox(pdf, 1, 48, 56);
    expect(Math.abs(number.rightMm - (210 - 26))).toBeLessThan(1);
    const rule = strokes(pdf, 1, 23)[1]?.bottomMm ?? 0;
    expect(Math.abs(number.topMm - rule - 4.94)).toBeLessThan(1);
  });

  it.skipIf(!hasPoppler)(
    'of the PDF keep the pitch of 22 lines a page: nothing makes the browser shrink them',
    () => {
      const boxes = inspect(pdf, 'pdftotext', '-f', '1', '-l', '1', '-bbox-layout', '@', '-').toString(
        'utf8',
      );
      const tops = [...boxes.matchAll(/<line xMin="[\d.]+" yMin="([\d.]+)"/g)].map(([, y]) => Number(y));
      // The browser sets lines on whole pixels; their mean is the pitch. Shrunk to fit, it would be under 28.7 pt.
      const gaps = tops.slice(1).map((y, i) => y - (tops[i] ?? 0));
      const body = gaps.filter((gap) => gap > 27 && gap < 32);
      expect(body.length).toBeGreaterThanOrEqual(3);
      const mean = body.reduce((sum, gap) => sum + gap, 0) / body.length;
      expect(Math.abs(mean - theme.text.body.line)).toBeLessThan(0.6);
    },
  );

  it.skipIf(!hasValidator)('of the Word file are valid Open XML', async () => {
    expect(await validate(docx)).toEqual([]);
    const all = await remindersOf('2022Q3');
    const summary = named(all.documents, '催报函/2022年三季度报送情况汇总');
    const written = await renderDocx(summary, { theme, fonts: testFonts(), effects: testEffects() });
    expect(await validate(written.value?.bytes as Uint8Array)).toEqual([]);
  });

  it('of the Word file hold the mark in a red line of the first page’s header', () => {
    const headers = partNames(docx).filter((name) => name.startsWith('word/header'));
    expect(headers).toHaveLength(1);
    const xml = part(docx, headers[0] as string);
    expect(xml).toContain('江西省发展数字经济领导小组办公室');
    expect(xml.match(/<w:(top|bottom) [^>]*w:color="FF0000"/g)).toHaveLength(2);
    expect(part(docx, 'word/document.xml')).toContain('<w:titlePg/>');
  });

  it.skipIf(!hasLibreOffice || !hasPoppler)('of the Word file stand the same in LibreOffice', () => {
    // Where a glyph lies in an exact line depends on the face; this is a stand-in.
    expectLetterForm(libreOfficePdf(docx, theme), 1.5);
  });
});
