/** The forms that go out, as office programs open and print them. */
import { expect, it } from 'vitest';
import { quarterForms } from '../../src/flows/forms/period-forms.ts';
import { folderEffects } from '../support/effects.ts';
import { hasLibreOffice, libreOfficePdf } from '../support/libreoffice.ts';
import { hasPoppler, pageTexts } from '../support/poppler.ts';
import { officialTheme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

const OUT = 'output/2022Q4';
const effects = folderEffects();
await quarterForms({ period: { id: '2022Q4', year: 2022, quarter: 4 }, only: [], out: OUT }, effects);
const bytesOf = (unit: string): Uint8Array =>
  effects.written.get(`${OUT}/填报表/${unit}2022年四季度填报表.xlsx`) as Uint8Array;

it.skipIf(!hasValidator)('is valid Open XML', async () => {
  for (const unit of ['省工信厅', '省通信管理局', '省财政厅'])
    expect(await validate(bytesOf(unit), 'xlsx')).toEqual([]);
});

it.skipIf(!hasLibreOffice || !hasPoppler)(
  'opens in LibreOffice and prints two pages beside each other',
  () => {
    const pages = pageTexts(libreOfficePdf(bytesOf('省工信厅'), officialTheme, 'xlsx'));
    expect(pages[0]).toContain('2022年四季度数字经济“一号发展工程”进展情况填报表');
    expect(pages[0]).toMatch(/自评/);
    expect(pages[1]).toMatch(/工作任务\s+上季度进展情况\s+进展情况[\s\S]*下一步工作/);
    expect(pages.every((page) => /省工信厅\s*2022年四季度/.test(page))).toBe(true);
    expect(pages.at(-1)).toContain('填报说明');
  },
);

it.skipIf(!hasLibreOffice || !hasPoppler)('prints how to fill it in on one page, however much it is', () => {
  const pages = pageTexts(libreOfficePdf(bytesOf('省发改委'), officialTheme, 'xlsx'));
  expect(pages.filter((page) => /填报说明[\s\S]*(填报单位|领导小组办公室填写)/.test(page))).toEqual([
    pages.at(-1),
  ]);
});
