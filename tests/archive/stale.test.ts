/** Outputs that nobody wants any more go with the next build that would have made them, and no others. */
import { describe, expect, it } from 'vitest';
import { type BuildRun, readManifest, recordBuild } from '../../src/archive/manifest.ts';
import { concluded, removeStale } from '../../src/archive/stale.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { digestOf } from '../../src/base/digest.ts';
import type { ManifestFile } from '../../src/model/archive/manifest.ts';
import { memoryEffects, type TestEffects } from '../support/effects.ts';
import { bytes, manifestFile } from '../support/manifest-file.ts';

const file = (path: string, document?: string): ManifestFile => manifestFile(path, path, document);

const LETTER = 'meeting-pack/supervision';
const BEFORE = [
  file('02会议议程.docx', 'meeting-pack/agenda'),
  file('督办通知/甲.docx', LETTER),
  file('督办通知/乙.docx', LETTER),
  file('督办通知/乙.pdf', LETTER),
  file('回执.docx', 'meeting-pack/supervision-receipt'),
  file('催报函/丙.docx', 'reminders/letter'),
  file('催报函/丁.docx'),
];
const COVERED = { documents: [LETTER], extensions: ['docx'] };
const run = (files: ManifestFile[], documents: string[], extensions: string[]): BuildRun => ({
  period: '2022Q3',
  date: '2022-09-30',
  inputs: [],
  files,
  covers: { documents, extensions },
});

/** A folder in which an earlier run left its files. */
async function folder(): Promise<TestEffects> {
  const effects = memoryEffects({});
  for (const { path } of BEFORE) await effects.write(`out/${path}`, bytes(path));
  await effects.write('out/别人的.docx', bytes('别人的'));
  await recordBuild('out', run(BEFORE, [], []), effects);
  return effects;
}

const names = (effects: TestEffects): string[] =>
  [...effects.written.keys()].filter((path) => !path.endsWith('.json')).sort();

describe('outputs of an earlier build', () => {
  const still = [file('督办通知/甲.docx', LETTER)];

  it('go when the same documents are made and they are not among them', async () => {
    const effects = await folder();
    const before = names(effects);
    const now = run(still, [LETTER], ['docx']);
    const stale = await removeStale('out', now, effects);
    expect(stale).toEqual({ removed: ['督办通知/乙.docx'], kept: [], aside: [], gone: ['督办通知/乙.docx'] });
    expect(names(effects)).toEqual(before.filter((path) => path !== 'out/督办通知/乙.docx'));
    await recordBuild('out', now, effects, stale.gone);
    const left = (await readManifest('out', effects))?.builds.flatMap((build) => build.files);
    expect(left?.map(({ path }) => path).sort()).toEqual(
      BEFORE.map(({ path }) => path)
        .filter((path) => path !== '督办通知/乙.docx')
        .sort(),
    );
  });

  it('stay when a draft is made: the formal files may have been handed out; a formal build does away with drafts', async () => {
    const effects = await folder();
    const before = names(effects);
    const draft = { ...file('督办通知/甲（征求意见稿）.docx', LETTER), draft: true };
    await effects.write(`out/${draft.path}`, bytes(draft.path));
    const drafted = { ...run([draft], [LETTER], ['docx']), covers: { ...COVERED, drafts: true } };
    const { gone } = await removeStale('out', drafted, effects);
    expect(gone).toEqual([]);
    await recordBuild('out', drafted, effects, gone);
    const all = BEFORE.filter(({ document }) => document === LETTER);
    expect((await removeStale('out', run(all, [LETTER], ['docx', 'pdf']), effects)).removed).toEqual([
      draft.path,
    ]);
    expect(names(effects)).toEqual(before);
  });

  it('go with a build of everything, but not the letters of another command', async () => {
    const effects = await folder();
    const { removed } = await removeStale('out', run(still, ['meeting-pack/'], ['pdf', 'docx']), effects);
    expect(removed).toEqual(['02会议议程.docx', '回执.docx', '督办通知/乙.docx', '督办通知/乙.pdf'].sort());
    expect(names(effects)).toEqual(
      ['催报函/丁.docx', '催报函/丙.docx', '别人的.docx', '督办通知/甲.docx']
        .map((path) => `out/${path}`)
        .sort(),
    );
  });

  it.each([
    ['other documents', run([], ['meeting-pack/matters'], ['docx'])],
    ['another format', run(still, [LETTER], ['xlsx'])],
    ['another period', { ...run(still, [LETTER], ['docx']), period: '2022Q4' }],
    ['nothing in particular', { ...run(still, [], ['docx']), covers: undefined }],
  ])('stay when %s are asked for', async (_, now) => {
    const effects = await folder();
    const before = names(effects);
    expect(await removeStale('out', now, effects)).toEqual({ removed: [], kept: [], aside: [], gone: [] });
    expect(names(effects)).toEqual(before);
  });

  it('stay when somebody has changed them, and are forgotten when they are gone', async () => {
    const effects = await folder();
    await effects.write('out/督办通知/乙.docx', bytes('改过'));
    await effects.remove('out/督办通知/乙.pdf');
    const stale = await removeStale('out', run(still, [LETTER], ['pdf', 'docx']), effects);
    expect(stale).toEqual({ removed: [], kept: ['督办通知/乙.docx'], aside: [], gone: ['督办通知/乙.pdf'] });
    expect(names(effects)).toContain('out/督办通知/乙.docx');
  });

  it('stay while anything of the build is wrong, and go when it is right again', async () => {
    const effects = await folder();
    const before = names(effects);
    const now = run(still, [LETTER], ['docx']);
    const wrong: Diagnostic = { code: 'x', severity: 'error', message: '错', hints: [] };
    expect((await concluded('out', { run: now, diagnostics: [wrong] }, effects)).removed).toEqual([]);
    expect(names(effects)).toEqual(before);
    expect((await concluded('out', { run: now, diagnostics: [] }, effects)).removed).toEqual([
      'out/督办通知/乙.docx',
    ]);
  });

  it('are told of once when they stay, not as made of older data besides', async () => {
    const input = (text: string) => [{ path: 'data/2022/rules.yaml', sha256: digestOf(bytes(text)) }];
    const effects = memoryEffects({});
    await recordBuild(
      'out',
      { ...run([file('督办通知/乙.docx', LETTER)], [], []), inputs: input('旧') },
      effects,
    );
    await effects.write('out/督办通知/乙.docx', bytes('改过'));
    const now = { ...run(still, [LETTER], ['docx']), inputs: input('新') };
    const { diagnostics } = await concluded('out', { run: now, diagnostics: [] }, effects);
    expect(diagnostics.map(({ code }) => code)).toEqual(['staleKept']);
  });
});
