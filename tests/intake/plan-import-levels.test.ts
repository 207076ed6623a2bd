/** （一）/1./（1）: which level is the track and which the task. */
import { describe, expect, it } from 'vitest';
import { imported } from './plan-import-helper.ts';

function read(lines: string[]) {
  const p = imported('某.txt', ['某市2023年数字经济工作要点', '一、重点任务', ...lines].join('\n'));
  return {
    tracks: p.tracks.map(({ name, leads, tasks }) => [
      name,
      leads,
      tasks.map(({ text, responsible }) => [text, responsible.unit]),
    ]),
    remarks: p.value.unsure.flatMap(({ code, message }) => (code === 'levelChosen' ? [message] : [])),
    codes: p.codes,
  };
}

describe('three levels of numbers', () => {
  it('give the task where the units stand: the middle level, with its parts in its text', () => {
    const { tracks, remarks } = read([
      '（一）网络攻坚',
      '1.建设网络。（牵头单位：市甲局）',
      '（1）新建基站30个。',
      '（2）改造机房2个。',
      '2.建设算力。（牵头单位：市乙局）',
      '（1）新增机架90架。',
    ]);
    expect(tracks).toEqual([
      [
        '网络攻坚',
        ['市甲局', '市乙局'],
        [
          ['建设网络。（1）新建基站30个。（2）改造机房2个。', '市甲局'],
          ['建设算力。（1）新增机架90架。', '市乙局'],
        ],
      ],
    ]);
    expect(remarks).toEqual(['“网络攻坚”下有多级序号，按责任单位所在的一级，以它为专项，以“1.”一级为任务。']);
  });

  const INNER = ['1.网络', '（1）新建基站30个。', '（2）改造机房2个。', '2.算力', '（1）新增机架90架。'];
  const TEXTS = [
    ['新建基站30个。', '市甲局'],
    ['改造机房2个。', '市甲局'],
    ['新增机架90架。', '市甲局'],
  ];

  it('give the track where the first level names its units', () => {
    const { tracks, remarks, codes } = read(['（一）网络攻坚（牵头单位：市甲局）', ...INNER]);
    expect(tracks).toEqual([['网络攻坚', ['市甲局'], TEXTS]]);
    expect(remarks).toEqual([
      '“网络攻坚”下有多级序号，按责任单位所在的一级，以它为专项，以“（1）”一级为任务。',
    ]);
    expect(codes).not.toContain('taskNumberGap');
  });

  it('do not make a gap where the middle level goes on as tasks in the next section', () => {
    const { tracks, codes } = read([
      '（一）网络攻坚',
      '1.网络',
      '（1）新建基站30个。（市甲局）',
      '（2）改造机房2个。（市甲局）',
      '2.算力',
      '（1）新增机架90架。（市乙局）',
      '（二）应用',
      '3.建成智慧农场30个。（市乙局）',
      '4.培训农民500人次。（市乙局）',
    ]);
    expect(tracks.at(-1)).toEqual([
      '应用',
      ['市乙局'],
      [
        ['建成智慧农场30个。', '市乙局'],
        ['培训农民500人次。', '市乙局'],
      ],
    ]);
    expect(codes).not.toContain('taskNumberGap');
  });

  it('give the track where the first level is called 行动 and only the last names units', () => {
    const lines = ['（一）网络攻坚行动', ...INNER.map((line) => line.replace(/。$/, '。（市甲局）'))];
    expect(read(lines).tracks).toEqual([['网络攻坚行动', ['市甲局'], TEXTS]]);
  });

  it('give the task where the numbers of the middle level go on from part to part', () => {
    const { tracks, remarks } = read([
      '（一）网络',
      ...INNER,
      '（二）产业',
      '3.培育企业',
      '（1）新增企业8家。',
      '（2）举办大赛1场。',
    ]);
    expect(tracks.map(([name, , tasks]) => [name, (tasks as unknown[]).length])).toEqual([
      ['网络', 2],
      ['产业', 1],
    ]);
    expect(remarks.join()).toContain('按接续编号的一级');
  });

  it('leave the middle level as tracks, with a word, where nothing tells', () => {
    const { tracks, remarks } = read(['（一）网络', ...INNER]);
    expect(tracks.map(([name]) => name)).toEqual(['网络', '算力']);
    expect(remarks).toEqual([
      '“网络”下有多级序号，看不出以哪一级为专项，其下一级标题各为一个专项，以“（1）”一级为任务。',
    ]);
  });

  it('give no track to the one task among others that has parts, and leave it in its place', () => {
    const divided = ['1.推进“一网”通办。', '（1）新建基站30个。（市甲局）', '（2）改造机房2个。（市乙局）'];
    const lines = ['（一）网络攻坚', ...divided, '2.新增机架90架。（市甲局）', '3.新增专线8条。（市甲局）'];
    const { tracks, codes } = read(lines);
    expect(tracks).toEqual([
      [
        '网络攻坚',
        ['市甲局', '市乙局'],
        [
          ['新建基站30个。', '市甲局'],
          ['改造机房2个。', '市乙局'],
          ['新增机架90架。', '市甲局'],
          ['新增专线8条。', '市甲局'],
        ],
      ],
    ]);
    expect(codes).not.toContain('unreadText');
    const headings = imported('某.txt', ['某市2023年数字经济工作要点', '一、重点任务', ...lines].join('\n'));
    expect(headings.value.unsure.map(({ message }) => message).join()).toContain(
      '“1.推进‘一网’通办。”是分节标题',
    );
  });

  it('leave it one task, with its parts, where its heading names the unit', () => {
    const { tracks } = read([
      '（一）网络攻坚',
      '1.建设网络。（市甲局）',
      '（1）新建基站30个。',
      '2.新增机架90架。（市甲局）',
      '3.新增专线8条。（市甲局）',
    ]);
    expect(tracks.map(([name, , tasks]) => [name, (tasks as string[][]).map(([text]) => text)])).toEqual([
      ['网络攻坚', ['建设网络。（1）新建基站30个。', '新增机架90架。', '新增专线8条。']],
    ]);
  });
});
