/** The office that runs the scheduling, read off the sentences that speak of it. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/intake/plan-import/import-plan.ts';
import { imported } from './plan-import-helper.ts';

const GROUP = '某省推进数字经济做优做强“一号发展工程”领导小组';
const plan = (issuer: string, requirements: string, unit = '省甲厅') =>
  imported(
    '某.txt',
    `${issuer}关于印发《某省2023年数字经济工作计划》的通知\n一、重点任务\n（一）产业专项\n1.新增企业9家。（责任单位：${unit}）\n2.新增园区2个。（责任单位：省乙厅）\n二、工作要求\n${requirements}`,
  );
const office = (issuer: string, requirements: string): unknown =>
  (plan(issuer, requirements).yaml('plan/document.yaml') as { office: string }).office;

describe('the office', () => {
  it.each([
    '各责任单位于每季度末10日内将工作进展报领导小组办公室。',
    '领导小组办公室要加强统筹。',
    '各地、各部门要及时向领导小组办公室报送情况。',
    '重大事项按程序经领导小组办公室审核后，提请领导小组研究。',
    '进展情况及时报省推进数字经济做优做强“一号发展工程”领导小组办公室备案。',
    '本计划由省推进数字经济做优做强“一号发展工程”领导小组办公室负责解释。',
  ])('is the issuer’s own: %s', (sentence) => {
    expect(office(GROUP, sentence)).toBe(`${GROUP}办公室`);
  });

  it.each([
    ['工作进展及时报省发展数字经济领导小组办公室备案。', '省发展数字经济领导小组办公室'],
    ['各部门每季度末5日前将工作进展情况报送省发展数字经济领导小组办公室。', '省发展数字经济领导小组办公室'],
    ['由某省推进数字强省建设领导小组办公室牵头调度。', '某省推进数字强省建设领导小组办公室'],
    ['省发展改革委和省交通强省建设领导小组办公室要加强统筹。', '省交通强省建设领导小组办公室'],
    ['省自由贸易试验区工作领导小组办公室定期通报。', '省自由贸易试验区工作领导小组办公室'],
    ['省委党的建设工作领导小组办公室定期通报。', '省委党的建设工作领导小组办公室'],
    ['请数字经济发展领导小组办公室统筹。', '数字经济发展领导小组办公室'],
  ])('is as the text names it where the issuer is another: %s', (sentence, name) => {
    expect(office('某省人民政府办公厅', sentence)).toBe(name);
  });

  it.each([
    ['某省人民政府办公厅', '各单位于每季度末10日内将工作进展报领导小组办公室。'],
    ['某省人民政府办公厅', '各单位要健全机制，把工作落实好。'],
    ['某省清溪县人民政府办公室', '有关情况及时报省发展数字经济领导小组办公室。'],
    ['某省清溪县人民政府办公室', '各单位于每月5日前将进展报县营商环境办。'],
  ])('is left open where %s says: %s', (issuer, sentence) => {
    expect(office(issuer, sentence)).toBe('');
    const told = plan(issuer, sentence).value.unsure.filter(({ code }) => code === 'headFieldMissing');
    expect(told.map(({ message }) => message).join()).toContain('办公室名称（office）');
  });

  it.each(['有关情况报省数经办。', '由省数字办统筹。', '省数字经济领导小组办公室每季度通报一次。'])(
    'is the issuer’s own by a short name, too: %s',
    (sentence) => {
      const issuer = '某省数字经济发展领导小组';
      expect(office(issuer, sentence)).toBe(`${issuer}办公室`);
      expect(office('某省人民政府办公厅', sentence)).not.toContain('发展');
    },
  );

  it('is who issues the plan where that is such an office', () => {
    expect(office(`${GROUP}办公室`, '各单位要健全机制。')).toBe(`${GROUP}办公室`);
  });
});

describe('the office among the units', () => {
  const told = (issuer: string, unit: string): string[] =>
    plan(issuer, '各单位要健全机制。', unit).value.unsure.flatMap(({ code, message, hints }) =>
      code === 'unitIsOffice' ? [message, ...(hints ?? [])] : [],
    );

  it.each([
    [GROUP, '领导小组办公室'],
    [GROUP, '省推进数字经济做优做强“一号发展工程”领导小组办公室'],
    ['某省人民政府办公厅', '领导小组办公室'],
    ['某省数字经济发展领导小组', '省数经办'],
    ['某省数字经济发展领导小组', '省数字经济领导小组办公室'],
  ])('is told as who would summon itself, with what to do: %s, %s', (issuer, unit) => {
    const [message, ...hints] = told(issuer, unit);
    expect(message).toMatch(new RegExp(`^“${unit}”就是制发通知、收取报表的办公室`));
    expect(hints.join()).toContain('aliases');
  });

  it('is no other office', () => {
    expect(told(GROUP, '省政府办公厅')).toEqual([]);
    expect(told(GROUP, '省委全面依法治省委员会办公室')).toEqual([]);
    for (const other of ['省经数办', '市数经办', '省委改革办', '省政府办'])
      expect(told('某省数字经济发展领导小组', other)).toEqual([]);
  });

  it('is the unit that it is kept as an alias of, and then nothing is told', () => {
    const source = `${GROUP}关于印发《某省2023年数字经济工作计划》的通知\n一、重点任务\n（一）产业专项\n1.新增企业9家。（责任单位：领导小组办公室）`;
    const unit = {
      name: '省甲委',
      fullName: '省甲委',
      aliases: ['领导小组办公室'],
      namedBy: 'plan' as const,
    };
    const { value } = readPlan('某.txt', new TextEncoder().encode(source));
    const drafted = value?.drafted({ units: [unit], baselines: [], goals: [] });
    expect(drafted?.files.find(({ path }) => path === 'plan/tracks/01.yaml')?.text).toContain('unit: 省甲委');
    expect(drafted?.unsure.filter(({ code }) => ['unitIsOffice', 'newUnit'].includes(code))).toEqual([]);
  });
});

describe('a paper that two issue together', () => {
  const body = '\n各县（市、区）人民政府：\n一、优化服务\n1.建设平台。（市发改委）';
  it.each([
    '某某市数字经济领导小组办公室\n某某市发展和改革委员会\n关于印发《某某市2023年数字经济工作要点》的通知',
    '某某市数字经济领导小组办公室 某某市发展和改革委员会关于印发《某某市2023年数字经济工作要点》的通知',
  ])('keeps both in its title, and the first is the issuer: %s', (head) => {
    const { yaml } = imported('某.txt', head + body);
    expect(yaml('plan/document.yaml')).toMatchObject({
      title:
        '某某市数字经济领导小组办公室 某某市发展和改革委员会关于印发《某某市2023年数字经济工作要点》的通知',
      issuer: '某某市数字经济领导小组办公室',
      office: '某某市数字经济领导小组办公室',
      programme: '数字经济',
    });
  });
});
