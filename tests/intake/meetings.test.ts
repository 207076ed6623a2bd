/** Meeting files: what contradicts itself or its neighbours is told with its line. */
import { describe, expect, it } from 'vitest';
import { readMeetings } from '../../src/intake/meetings.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { type Month, monthOf } from '../../src/model/period.ts';
import { folderEffects, memoryEffects } from '../support/effects.ts';

const FOLDER = 'data/2022/meetings';

async function read(files: Record<string, string>, until?: Month, lastYear?: string) {
  const { value } = await readWorkspace(folderEffects(), 2022);
  if (!value) throw new Error('no workspace');
  const overlay = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.includes('/') ? name : `${FOLDER}/${name}`, text]),
  );
  const known = { units: value.units, tasks: [15], until, ...(lastYear && { lastYear }) };
  const { meetings, diagnostics } = await readMeetings(memoryEffects(overlay), FOLDER, value.periods, known);
  return {
    meetings,
    told: diagnostics.map(({ code, at }) => `${code} ${at?.file?.split('/').at(-1)}:${at?.line}`),
  };
}

const Q1 = `date: 2022-04-20
decisions:
  - { no: 1, text: 事一, lead: 省工信厅, due: 2022-05-31 }
  - { no: 2, text: 事二, lead: 省统计局, due: 2022-05-31, task: 15 }
`;

describe('meeting files', () => {
  it('are taken with what they leave out as blanks', async () => {
    const { meetings, told } = await read({
      '2022Q1.yaml': Q1,
      '2022Q2.yaml': `followUps:
  - { decision: 1, state: done, finished: 2022-06-10, progress: 办了。 }
  - { decision: 2, state: ongoing, progress: 在办。 }
`,
    });
    expect(told).toEqual([]);
    expect(meetings.get('2022Q1')?.place).toBe('');
    expect(meetings.get('2022Q2')?.followUps.map(({ finished }) => finished)).toEqual(['2022-06-10', '']);
  });

  it('tell each contradiction by its line, all at once', async () => {
    const { told } = await read({
      '2022Q1.yaml': `${Q1}  - { no: 2, text: 事三, lead: 省工新厅, task: 99 }\n`,
      '2022Q2.yaml': `followUps:
  - { decision: 1, state: late, finished: 2022-06-10, progress: 没办完。 }
  - { decision: 7, state: done, progress: 办了。 }
  - { decision: 2, state: done, finished: 2021-06-10, progress: 年份写错了。 }
`,
      '2021Q4.yaml': 'date: 2022-01-10\n',
    });
    expect(told.sort()).toEqual([
      'decisionTaskUnknown 2022Q1.yaml:5',
      'decisionTwice 2022Q1.yaml:5',
      'decisionUnknown 2022Q2.yaml:3',
      'finishedOutside 2022Q2.yaml:4',
      'meetingPeriodUnknown 2021Q4.yaml:undefined',
      'meetingUnitUnknown 2022Q1.yaml:5',
      'notFinished 2022Q2.yaml:2',
    ]);
  });
  it('name every unit by the name that the roster has', async () => {
    const { told } = await read({
      '2022Q1.yaml': `supervision: { numbers: { 省工新厅: 赣数督〔2022〕1号 } }
decisions:
  - { no: 1, text: 事一, lead: 省工信厅, cooperating: [省统计局, 工信厅] }
`,
    });
    expect(told).toEqual(['meetingUnitUnknown 2022Q1.yaml:3', 'meetingUnitUnknown 2022Q1.yaml:1']);
  });

  it('know a unit by every name that the roster has, and go on with the one it has now', async () => {
    const { meetings, told } = await read({
      '2022Q1.yaml': `excused: [江西省统计局]
observers: [江西省财政厅]
supervision: { numbers: { 江西省工业和信息化厅: 赣数督〔2022〕1号 } }
decisions:
  - { no: 1, text: 事一, lead: 江西省工业和信息化厅, cooperating: [江西省统计局] }
`,
    });
    expect(told).toEqual([]);
    expect(meetings.get('2022Q1')).toMatchObject({
      excused: ['省统计局'],
      observers: ['省财政厅'],
      supervision: { numbers: { 省工信厅: '赣数督〔2022〕1号' } },
      decisions: [{ lead: '省工信厅', cooperating: ['省统计局'] }],
    });
  });

  it('have things done between one meeting and the next, on these days too', async () => {
    const done = (...days: string[]) =>
      read({
        '2022Q1.yaml': Q1,
        '2022Q2.yaml': `date: 2022-07-20\nfollowUps:\n${days
          .map((day) => `  - { decision: 1, state: done, finished: ${day}, progress: 办了。 }\n`)
          .join('')}`,
      });
    expect((await done('2022-04-20', '2022-07-20')).told).toEqual([]);
    expect((await done('2022-04-19', '2022-07-21')).told).toEqual([
      'finishedOutside 2022Q2.yaml:3',
      'finishedOutside 2022Q2.yaml:4',
    ]);
  });

  it('go on from the last meeting of the year before, whose tasks are others and whose units may be called otherwise', async () => {
    const before = 'data/2021/meetings/2021Q4.yaml';
    const files = {
      [before]: `decisions:
  - { no: 1, text: 事一, lead: 江西省工业和信息化厅, cooperating: [已撤并的单位], task: 15 }
`,
      '2022Q1.yaml': `followUps:
  - { decision: 1, state: done, progress: 办了。 }
  - { decision: 2, state: done, progress: 办了。 }
`,
    };
    const { meetings, told } = await read(files, undefined, before);
    expect(meetings.get('2021Q4')?.decisions).toMatchObject([
      { text: '事一', lead: '省工信厅', cooperating: ['已撤并的单位'], task: null },
    ]);
    expect(told).toEqual(['decisionUnknown 2022Q1.yaml:3']);
  });

  it('of later periods are not read', async () => {
    const files = { '2022Q1.yaml': Q1, '2022Q2.yaml': 'date: gestern\n' };
    expect((await read(files, monthOf(2022, 3))).told).toEqual([]);
    expect((await read(files, monthOf(2022, 6))).told).toHaveLength(1);
  });
});
