/** Words that are plain to a reader are read, and told; and copies that lie beside the returns are not. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { allTasks, nodesOf } from '../../src/model/plan/plan.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { collected, column, edited, inputs, rowsOf, type Sheet, UNIT } from './sloppy.ts';

const task = allTasks(inputs.plan).find((one) => one.responsible.unit === UNIT && one.milestones);
const stage = (task && nodesOf(task, inputs.plan)?.at(-1)?.stage) ?? '';

/** The unit's return with cells of that task changed; what is told of them, and its entry. */
function changed(cells: Partial<Record<'stage' | 'selfAssessment' | 'coordination' | 'partners', string>>) {
  const bytes = edited((sheet: Sheet) => {
    const row = rowsOf(sheet).findIndex(([no]) => no === task?.no) + 1;
    for (const [key, v] of Object.entries(cells))
      sheet[`${column(key as keyof typeof cells)}${row}`] = { t: 's', v };
  });
  const { submission, diagnostics } = collected(bytes);
  return {
    entry: submission?.tasks.find((entry) => entry.task === task?.no),
    told: diagnostics.flatMap((d) =>
      d.severity !== 'info' && /自评|阶段“|单位名册/.test(d.message) ? [[d.severity, d.message]] : [],
    ),
  };
}

describe('words of a return', () => {
  it.each(['完成', '√完成', '已全部完成。'])('自评 %s is 已完成', (word) => {
    const { entry, told } = changed({ selfAssessment: word });
    expect(entry?.selfAssessment?.value).toBe('done');
    expect(told).toEqual([['warning', `自评“${word}”读作“已完成”。`]]);
  });

  it.each(['√', '是', '正在推进', '有序推进中。', '进行中'])(
    '自评 %s says nothing, and stops nothing',
    (word) => {
      const { entry, told } = changed({ selfAssessment: word });
      expect(entry?.selfAssessment).toBeNull();
      expect(told).toEqual([['warning', `自评“${word}”没有说明是哪一种情况，没有采用，不影响评定。`]]);
    },
  );

  it('a stage that “was” reached is reached; one that was not is none', () => {
    const { entry, told } = changed({ stage: `已${stage}` });
    expect(entry?.stage?.value).toBe(stage);
    expect(told).toEqual([['warning', `阶段“已${stage}”读作“${stage}”。`]]);
    expect(changed({ stage: `未${stage}` }).entry?.stage).toBeNull();
  });

  it('units asked for help are known without their 省, as in names of files', () => {
    const { entry, told } = changed({
      coordination: '请支持经费。',
      partners: '财政厅、江西省发展和改革委员会',
    });
    expect(entry?.coordination[0]?.with).toEqual(['省财政厅', '省发改委']);
    expect(told).toEqual([]);
  });
});

it('copies beside the returns are told and not read; another file of the unit is', async () => {
  const folder = 'data/2022/submissions/2022Q2';
  const text = readFileSync(`${REPOSITORY}/${folder}/省教育厅.yaml`);
  const names = [
    '省教育厅 - 副本.yaml',
    '省教育厅 - 副本 (2).yaml',
    '副本省教育厅.yaml',
    '省教育厅 - Copy.yaml',
  ];
  const overlay = Object.fromEntries(
    [...names, '省教育厅（补报）.yaml'].map((name) => [`${folder}/${name}`, text]),
  );
  const { value, diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022);
  const copies = diagnostics.filter(({ code }) => code === 'copyNotRead');
  expect(copies.map((d) => [d.severity, d.message, d.at?.file]).sort()).toEqual(
    names.map((name) => ['warning', '是“省教育厅.yaml”的副本，没有读取。', `${folder}/${name}`]).sort(),
  );
  expect(value?.submissions.filter((s) => s.period === '2022Q2' && s.unit === '省教育厅')).toHaveLength(2);
});
