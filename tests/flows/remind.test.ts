/** diaodu remind: letters in 信函格式 and the summary, of the demonstration data and of returns with gaps. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read as readBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { charactersOf, issuerMarkSize, signatureIndents } from '../../src/render/layout/letter.ts';
import { REPOSITORY } from '../support/effects.ts';
import { outline } from '../support/outline.ts';
import { named, remindersOf } from '../support/reminders.ts';
import { officialTheme as theme } from '../support/theme.ts';

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
