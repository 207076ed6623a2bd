/** The first meeting of a year follows up what the last one of the year before decided. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newYear } from '../../src/flows/plan/new-year.ts';
import { bearable } from '../../src/intake/returns/return-problems.ts';
import { rollText } from '../../src/intake/returns/roll-forward.ts';
import { isQuarter } from '../../src/model/ledger/ledger.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

/** Files of data/2022, one year on. */
function rolled(folder: string, names: RegExp = /\.yaml$/): [path: string, text: string][] {
  return readdirSync(join(REPOSITORY, 'data/2022', folder))
    .filter((name) => names.test(name))
    .map((name) => [
      `data/2023/${folder.replace('2022', '2023')}/${name}`,
      rollText(readFileSync(join(REPOSITORY, 'data/2022', folder, name), 'utf8')),
    ]);
}

const LAST = `date: 2023-01-13
decisions:
  - { no: 1, text: 明确出行信息共享的范围, lead: 省发改委, cooperating: [省交通运输厅], due: 2023-02-28, task: 62 }
  - { no: 2, text: 安排首期资金, lead: 省财政厅, due: 2022-12-31, task: 67 }
  - { no: 3, text: 移交大数据平台, lead: 省大数据局, due: 2023-06-30, task: 3 }
  - { no: 4, text: 集中审查五项标准, lead: 省市场监督管理局, due: 2023-06-30, task: 4 }
`;
const FIRST = `date: 2023-04-19
start: 09:00
followUps:
  - { decision: 1, state: ongoing, progress: 正在协商。 }
  - { decision: 2, state: done, finished: 2023-01-20, progress: 已下达。 }
`;
const SHOWN = ['decisions', 'chair-script', 'agenda', 'meeting-notice', 'minutes-draft', 'matters'];

let year: Record<string, string>;
beforeAll(async () => {
  const begun = folderEffects();
  await newYear(2023, begun);
  year = Object.fromEntries([
    ...[...begun.written].map(([path, bytes]): [string, string] => [path, new TextDecoder().decode(bytes)]),
    ...rolled('plan'),
    ...rolled('plan/tracks'),
    ...rolled('submissions/2022Q1'),
  ]);
});

async function papers(meetings: Record<string, string | undefined>, only = SHOWN) {
  const overlay = Object.fromEntries(
    Object.entries(meetings).map(([id, text]) => [`data/${id.slice(0, 4)}/meetings/${id}.yaml`, text]),
  );
  const period = parsePeriod('2023Q1');
  if (!period) throw new Error('period');
  const made = await compose({ period, only }, folderEffects(REPOSITORY, { ...year, ...overlay }));
  const documents = made.pack?.documents ?? [];
  const text = (id: string): string =>
    documents
      .filter((one) => one.id === id)
      .map((one) => outline(one.document))
      .join('\n');
  const { subject, diagnostics } = made;
  if (!subject || !isQuarter(subject)) throw new Error(JSON.stringify(diagnostics));
  return { ids: documents.map(({ id }) => id), text, diagnostics, ledger: subject };
}

describe('the first meeting of a year', () => {
  it('is told what became of the decisions of the last year’s last', async () => {
    const { text } = await papers({ '2022Q4': LAST, '2023Q1': FIRST });
    const decisions = text('decisions');
    expect(decisions).toContain('2022年四季度专题调度会（2023年1月13日召开）议定事项4项');
    // Units go by the names of this year.
    expect(decisions).toContain('| 省市场监管局 |');
    // Days of the year before are told with it, those of this one without.
    expect(decisions).toMatch(/安排首期资金.*\| 2022年12月31日前 \|.*逾期办结\n1月20日/);
    expect(decisions).toMatch(/明确出行信息共享的范围.*\| 2月28日前 \|.*正在协商。.*逾期未办结/);
    expect(text('chair-script')).toContain(
      '上次会议议定事项4项，已办结1项，还有3项没有办结（省发改委、省大数据局、省市场监管局）',
    );
    for (const id of ['agenda', 'meeting-notice', 'minutes-draft'])
      expect(text(id), id).toContain('上次会议议定事项');
  });

  it('waits for no targets of the cities, which are not filled in so early', async () => {
    const meetings = { '2022Q4': LAST, '2023Q1': FIRST };
    const errors = async (only: string[]) =>
      (await papers(meetings, only)).diagnostics.filter(({ severity }) => severity === 'error');
    expect(await errors(['decisions'])).toEqual([]);
    const [stopped, ...others] = await errors(['city-bulletin']);
    expect([stopped?.code, others]).toEqual(['cityTargetsMissing', []]);
    expect(stopped?.hints.join('')).toContain('--draft');
  });

  it('goes out as a draft without what they would be ranked by', async () => {
    const { text, diagnostics } = await papers({ '2022Q4': LAST, '2023Q1': FIRST }, ['city-bulletin']);
    expect(text('city-bulletin')).not.toContain('数字经济增加值完成率');
    expect(diagnostics.find(({ code }) => code === 'indicatorsWithoutTargets')?.message).toMatch(
      /^“数字经济增加值”.*的各地年度目标没有填全，没有列入排名；其余指标权重合计\d+，/,
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map(bearable).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes no number of the old plan for a task of the new one', async () => {
    // In this plan task 62 asks 省发改委 for the same thing: whether the old number meant it, nobody can know.
    const { ledger, text } = await papers({ '2022Q4': LAST, '2023Q1': FIRST });
    expect(ledger.lastMeeting?.decisions.map(({ task }) => task)).toEqual([null, null, null, null]);
    expect(text('matters')).not.toContain('上次会议议定');
  });

  it('warns of open ones that it decides nothing about, and of units that are no longer there', async () => {
    const decisions = 'decisions:\n  - { no: 1, text: 继续协商, lead: 省发改委 }\n';
    const { diagnostics } = await papers({ '2022Q4': LAST, '2023Q1': FIRST + decisions });
    const told = (code: string) => diagnostics.find((d) => d.code === code);
    expect(told('decisionsDropped')?.message).toContain('第3、4项');
    const gone = told('decisionUnitsGone');
    expect(gone?.at?.file).toBe('data/2022/meetings/2022Q4.yaml');
    expect(gone?.message).toContain('：省大数据局。');
    expect(gone?.hints.join('')).toContain('data/2023/units.yaml');
  });

  it('asks for decisions that are not written down', async () => {
    const none = await papers({ '2022Q4': 'date: 2023-01-13\n', '2023Q1': 'date: 2023-04-19\n' });
    expect(none.text('decisions')).toContain('待补');
    expect(none.diagnostics.find((d) => d.code === 'meetingBlanks')?.message).toContain(
      'data/2022/meetings/2022Q4.yaml 的 议定事项（decisions）',
    );
    // No paper promises what is not there.
    for (const id of ['agenda', 'meeting-notice', 'chair-script'])
      expect(none.text(id), id).not.toContain('上次会议议定事项');
  });

  it('has none before it where the old year’s file is not there', async () => {
    const { ids, text, diagnostics } = await papers({ '2022Q4': undefined, '2023Q1': 'date: 2023-04-19\n' });
    expect(ids).not.toContain('decisions');
    expect(text('agenda')).not.toContain('上次会议');
    expect(diagnostics.find((d) => d.code === 'meetingBlanks')?.message).not.toContain('2022Q4');
    const strange = await papers({ '2022Q4': undefined, '2023Q1': FIRST }, ['agenda']);
    const unknown = strange.diagnostics.filter((d) => d.code === 'decisionUnknown');
    expect(unknown.map(({ at }) => at?.line)).toEqual([4, 5]);
    expect(unknown[0]?.hints[0]).toContain('data/2022/meetings/2022Q4.yaml');
  });

  it('is stopped by an old file that can not be read, with its line', async () => {
    const { diagnostics } = await papers({ '2022Q4': 'date: gestern\n', '2023Q1': '' }, ['agenda']);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ at }) => at)).toEqual([
      expect.objectContaining({ file: 'data/2022/meetings/2022Q4.yaml', line: 1 }),
    ]);
  });
});
