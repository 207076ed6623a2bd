/** Names of units as published plans write them: without the level that the list has said, and kinds of units. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { unitsFileSchema } from '../../src/model/unit.ts';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (...units: string[]): Imported =>
  imported(
    '某.txt',
    `某某省2023年数字经济工作要点\n一、基础设施\n${units.map((who, i) => `${i + 1}.建设平台${i + 1}个。（${who}）`).join('\n')}`,
  );
const roster = (p: Imported): Set<string> =>
  new Set(unitsFileSchema.parse(p.yaml('units.yaml')).map(({ name }) => name));
const told = (p: Imported, code: string): string[] =>
  p.value.unsure.filter((d) => d.code === code).map((d) => [d.message, ...(d.hints ?? [])].join(' → '));

describe('a level that is said once for a whole list', () => {
  it('belongs to the names behind it, so that no unit stands in the roster twice', () => {
    const p = plan('省科技厅、工业和信息化厅按职责分工负责', '省工业和信息化厅牵头，省委宣传部、广电局配合');
    expect(roster(p)).toEqual(new Set(['省科技厅', '省工业和信息化厅', '省委宣传部', '省广电局']));
    expect(p.tasks.map(({ responsible, cooperating }) => [responsible.unit, cooperating])).toEqual([
      ['省科技厅', ['省工业和信息化厅']],
      ['省工业和信息化厅', ['省委宣传部', '省广电局']],
    ]);
    expect(told(p, 'levelsCompleted')).toEqual([
      '2个单位的名称省略了“省”“市”一类的字，草稿已补上，避免同一单位列成两个。' +
        '计划别处写有全名的：第3行“工业和信息化厅”记作“省工业和信息化厅”。' +
        '照同一处前面的单位补的：第4行“广电局”记作“省广电局”。' +
        ' → 补得不对的，在 units.yaml 和专项文件中改回。',
    ]);
  });

  it('is not given to who has none: offices of the state, of a place, and what is called 市场监管局', () => {
    const p = plan('省财政厅、某某银保监局、共青团中央、人民银行某某分行', '省商务厅、市场监管局');
    expect(told(p, 'oddUnit')).toEqual([]);
    expect(roster(p)).toEqual(
      new Set(['省财政厅', '某某银保监局', '共青团中央', '人民银行某某分行', '省商务厅', '省市场监管局']),
    );
  });

  it('is left alone in a plan that writes only its 县委 with it', () => {
    const p = plan('县委组织部、教育局', '教育局、财政局');
    expect(roster(p)).toEqual(new Set(['县委组织部', '教育局', '财政局']));
    expect(told(p, 'levelsCompleted')).toEqual([]);
  });

  it('is asked for where it may be the one or the other', () => {
    const p = plan('市教育局、财政局', '县教育局、财政局', '教育局');
    expect(roster(p)).toEqual(new Set(['市教育局', '财政局', '县教育局', '教育局']));
    expect(told(p, 'alikeUnits').join()).toMatch(/“市教育局”与“教育局”可能是同一单位/);
  });

  it('is no part of a county and its government, which are one', () => {
    const p = plan('某山县', '某山县人民政府', '某山县政府办公室');
    expect(told(p, 'alikeUnits')).toHaveLength(1);
    expect(told(p, 'alikeUnits').join()).toMatch(/“某山县”与“某山县人民政府”可能是同一单位/);
  });

  it('goes with 委 to a department of the party', () => {
    expect(roster(plan('市委组织部、宣传部，市教育局、财政局'))).toEqual(
      new Set(['市委组织部', '市委宣传部', '市教育局', '市财政局']),
    );
  });
});

describe('kinds of units', () => {
  it('are those of a government, of a level and of all offices, too', () => {
    const p = plan(
      '牵头单位：区司法局；责任单位：区政府有关部门',
      '区财政局牵头，区级有关部门、区直部门配合',
      '区民政局牵头，各市、特区、区人民政府配合',
      '区财政局负责，各区市人民政府结合实际落实',
    );
    expect(roster(p)).toEqual(new Set(['区司法局', '区财政局', '区民政局']));
    expect(told(p, 'groupOfUnits').join()).toMatch(
      /“区政府有关部门”.*“区级有关部门”.*“区直部门”.*“特区”.*“各区市人民政府”/,
    );
  });
});

describe('words on who leads', () => {
  it('may say it of whoever is listed first, and for the whole plan', () => {
    const p = plan('市人社局、市财政局负责。列第一位者为牵头单位，下同', '市财政局、市工信局负责');
    expect(roster(p)).toEqual(new Set(['市人社局', '市财政局', '市工信局']));
    expect(p.tasks.map(({ responsible }) => responsible.unit)).toEqual(['市人社局', '市财政局']);
    expect([...told(p, 'firstListedLeads'), ...told(p, 'oddUnit'), ...told(p, 'severalLeads')]).toEqual([]);
  });
});

it('what holds for all tasks below is no unit', () => {
  const below = [
    '除专门列出外，以下任务均涉及各区、开发区管委会，不再重复',
    '以下任务均需各区政府落实，不再一一列出',
    '除注明的外，以下均由各区配合',
  ];
  for (const words of below) {
    const p = plan(`责任单位：市人社局、市财政局。${words}`, '市财政局负责');
    expect(roster(p)).toEqual(new Set(['市人社局', '市财政局']));
    expect(told(p, 'oddUnit')).toEqual([]);
  }
});

describe('a bracket with offices at the end of a sentence', () => {
  const tasks = (text: string): string[] =>
    imported('某.txt', `某某市2023年工作要点\n一、交通\n（一）公路。${text}`).tasks.map(
      (task) => `${task.responsible.unit}：${task.text}`,
    );
  it('says who answers without any verb, with or without a full stop before it', () => {
    expect(tasks('完成投资80亿元（市交通局）')).toEqual(['市交通局：公路。完成投资80亿元']);
    expect(tasks('完成投资80亿元。（市交通局、市财政局）')).toEqual(['市交通局：公路。完成投资80亿元。']);
  });
  it('is left in the text where it says where or what', () => {
    expect(tasks('升级综合大厅（政务服务中心）。（市交通局）')).toEqual([
      '市交通局：公路。升级综合大厅（政务服务中心）。',
    ]);
  });
});
