/** What a return leaves out is told when it is collected, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { type CollectResult, collect } from '../../src/flows/collect.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { cellOf, content, edited, Q4, UNIT } from './sloppy.ts';

const FOLDER = 'data/2022/submissions/2022Q4';

/** A workspace without returns of the unit for the period. */
const workspace = (): TestEffects => folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: undefined });

function take(effects: TestEffects, bytes: Uint8Array): Promise<CollectResult> {
  const path = 'inbox/工信厅.xlsx';
  effects.written.set(path, bytes);
  const sources = [{ shown: path, path, bytes: bytes.length }];
  return collect({ period: Q4, sources, received: { date: '2023-01-08' }, out: 'output/2022Q4' }, effects);
}

describe('collect', () => {
  it('does not say that nothing was filled in where it could not be read', async () => {
    const broken = edited((sheet) => {
      sheet[cellOf('T013-1')] = { t: 'e', v: 0x17, w: '#REF!' };
    });
    const { returns } = await take(workspace(), broken);
    const told = returns[0]?.diagnostics.find(({ code }) => code === 'leftOut')?.message;
    expect(told).toMatch(/或者填了但读不出.*T013-1/);
  });

  it('asks at once for stages that are not named, but not for those of work that was done last quarter', async () => {
    const tasks = content.tasks.map((task) => ({
      ...task,
      stage: '',
      selfAssessment: '',
      progress: '已开展。',
    }));
    const stageless = await writeForm({ ...content, receivedAt: '', tasks });
    const told = async (effects: TestEffects): Promise<string> => {
      const { returns } = await take(effects, stageless);
      return returns[0]?.diagnostics.find(({ code }) => code === 'leftOut')?.message ?? '';
    };
    const staged = content.tasks.filter(({ stages }) => stages.length > 0).map(({ no }) => no);
    const before = { [`data/2022/submissions/2022Q3/${UNIT}.xlsx`]: undefined };
    const all = await told(folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: undefined, ...before }));
    expect(staged.filter((no) => !all.includes(`第${no}项任务的阶段`))).toEqual([]);
    const some = await told(workspace());
    const done = staged.filter((no) => !some.includes(`第${no}项任务的阶段`));
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(staged.length);
  });
});
