/** `revised` of the plan data: what is said of entries that do not fit. */
import { expect, it } from 'vitest';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { GOAL_REVISED, GOALS, revisedPlan, TRACK } from '../support/revised.ts';

const before = (await readWorkspace(folderEffects(), 2022)).diagnostics.map((d) => JSON.stringify(d));

/** What is told of the plan's files besides what is told anyway: severity, code, line. */
async function told(overlay: Record<string, string>): Promise<string[]> {
  const { diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022);
  return diagnostics
    .filter((d) => d.at?.file.includes('/plan/') && !before.includes(JSON.stringify(d)))
    .map(({ severity, code, at }) => `${severity} ${code} ${at?.line}`);
}

const lineOf = (text: string | undefined, words: string): number =>
  (text ?? '').split('\n').findIndex((line) => line.includes(words)) + 1;

it('a target changed by a notice, its texts changed with it, is nothing to complain of', async () => {
  expect(await told(revisedPlan())).toEqual([]);
});

it('what does not fit is told with its line', async () => {
  const wrong = async (goal: string[], change = (text: string) => text): Promise<string[]> => {
    const overlay = revisedPlan(goal);
    return told({ ...overlay, [GOALS]: change(overlay[GOALS] ?? '') });
  };
  const line = lineOf(revisedPlan()[GOALS], 'since:');
  const first = GOAL_REVISED.replace('1800,', '1900,')
    .replace('突破1800', '突破1900')
    .replace('08-15', '05-10');
  expect(await wrong([first, GOAL_REVISED])).toEqual([]);
  expect(await wrong([GOAL_REVISED, first])).toEqual([`error revisedDisorder ${line + 1}`]);
  expect(await wrong([GOAL_REVISED, first.replace('05-10', '08-15')])).toEqual([
    `error revisedDisorder ${line + 1}`,
  ]);
  expect(await wrong([GOAL_REVISED.replace('2022-08-15', '2021-08-15')])).toEqual([
    `error revisedOtherYear ${line}`,
  ]);
  expect(await wrong([GOAL_REVISED.replace(', by: 赣数〔2022〕9号', '')])).toEqual([
    `warning revisedByNone ${line}`,
  ]);
  expect(await wrong([GOAL_REVISED.replaceAll('1800', '1500')])).toEqual([`error revisedNothing ${line}`]);
  expect(await wrong([GOAL_REVISED.replace('value: 1800', 'value: 1700')])).toEqual([
    `warning formerSaysOther ${line}`,
  ]);
  expect(await wrong([GOAL_REVISED.replace('2022-08-15', '8月15日')])).toEqual([`error wrongForm ${line}`]);
  expect(await wrong([GOAL_REVISED.replace('value: 1800', 'amount: 1800')])).toEqual([
    `error missingField ${line}`,
    `error unknownKey ${line}`,
  ]);
  // The goal's own text still says the old number, the group's the new one.
  const ownText = (text: string): string =>
    text.replace('        text: 物联网产业规模突破1500', '        text: 物联网产业规模突破1800');
  expect(await wrong([GOAL_REVISED], ownText)).toEqual([
    `warning textNotRevised ${lineOf(revisedPlan()[GOALS], '        text: 物联网产业规模')}`,
  ]);
});

it('nodes of today are not those of before', async () => {
  const overlay = revisedPlan();
  const track = (overlay[TRACK] ?? '').replace(/, schedule: \{ type: nodes.*?\}/, '');
  expect(await told({ ...overlay, [TRACK]: track })).toEqual([
    `warning formerNodesNone ${lineOf(track, 'since:')}`,
  ]);
});
