/** New outputs take the place of old ones: all or none, and what somebody wrote into one by hand is kept. */
import { describe, expect, it } from 'vitest';
import { readManifest, recordBuild } from '../../src/archive/manifest.ts';
import { putOutputs, putWorkbooks } from '../../src/archive/outputs.ts';
import { concluded } from '../../src/archive/stale.ts';
import { digestOf } from '../../src/base/digest.ts';
import type { Effects } from '../../src/base/effects.ts';
import type { BuildInput, ManifestFile } from '../../src/model/archive/manifest.ts';
import { memoryCache, memoryEffects, type TestEffects } from '../support/effects.ts';
import { bytes, manifestFile } from '../support/manifest-file.ts';
import { seen, wordFile } from '../support/word-file.ts';

const OUT = 'output/2022Q3';
const NAMES = ['04.docx', '04.pdf', '13.docx'];

const file = (path: string, text: string): ManifestFile =>
  manifestFile(path, text, `meeting-pack/${path.slice(0, 2)}`);
const runOf = (names: readonly string[], text: string, inputs: BuildInput[] = []) => ({
  period: '2022Q3',
  date: '2022-09-30',
  inputs,
  files: names.map((name) => file(name, text)),
  covers: {
    documents: [...new Set(names.map((name) => `meeting-pack/${name.slice(0, 2)}`))],
    extensions: ['docx', 'pdf'],
  },
});

/** A folder as a build left it, with what was done to some of its files afterwards. */
async function folder(edits: Readonly<Record<string, string>> = {}): Promise<TestEffects> {
  const effects = memoryEffects({});
  for (const name of NAMES) await effects.write(`${OUT}/${name}`, bytes('一'));
  await recordBuild(OUT, runOf(NAMES, '一'), effects);
  for (const [name, text] of Object.entries(edits)) await effects.write(`${OUT}/${name}`, bytes(text));
  return effects;
}
const put = (text: string, effects: Effects) =>
  putOutputs(
    OUT,
    NAMES.map((name) => ({ path: `${OUT}/${name}`, bytes: bytes(text) })),
    effects,
  );
const textsIn = ({ written }: TestEffects): Record<string, string> =>
  Object.fromEntries(
    [...written]
      .filter(([path]) => !path.endsWith('.json'))
      .map(([path, content]) => [path.slice(OUT.length + 1), new TextDecoder().decode(content)]),
  );

describe('what somebody wrote into a file by hand', () => {
  it('is put aside when the file is made anew of other data, and named', async () => {
    const effects = await folder({ '04.docx': '手改' });
    const { written, diagnostics } = await put('二', effects);
    expect([...written]).toEqual(NAMES.map((name) => `${OUT}/${name}`));
    expect(textsIn(effects)).toEqual({
      '04.docx': '二',
      '04.pdf': '二',
      '13.docx': '二',
      '04（手改稿）.docx': '手改',
    });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning handEditsSaved',
    ]);
    expect(diagnostics[0]?.message).toContain(`${OUT}/04（手改稿）.docx`);
  });

  it('is put beside what was put aside before', async () => {
    const effects = await folder({ '04.docx': '再改', '04（手改稿）.docx': '手改' });
    await put('二', effects);
    expect(textsIn(effects)).toMatchObject({ '04（手改稿）.docx': '手改', '04（手改稿2）.docx': '再改' });
  });

  it('is not what a run left that died among them', async () => {
    const effects = await folder({ '13.docx': '手改' });
    const dying = {
      ...effects,
      writeTogether: async ([first]: readonly { path: string; bytes: Uint8Array }[]) => {
        if (first) await effects.write(first.path, first.bytes);
        throw new Error('killed');
      },
    };
    await expect(put('二', dying)).rejects.toThrow('killed');
    // Put aside before anything was replaced; since then nobody wrote into 04.docx, but somebody into 13.docx again.
    await effects.write(`${OUT}/13.docx`, bytes('又改'));
    const { diagnostics } = await put('三', effects);
    expect(diagnostics.map(({ code }) => code)).toEqual(['handEditsSaved']);
    expect(textsIn(effects)).toEqual({
      '04.docx': '三',
      '04.pdf': '三',
      '13.docx': '三',
      '13（手改稿）.docx': '手改',
      '13（手改稿2）.docx': '又改',
    });
    await recordBuild(OUT, runOf(NAMES, '三'), effects);
    expect(new TextDecoder().decode(await effects.read(`${OUT}/manifest.json`))).not.toContain('placing');
  });

  it('stays where it is when nothing else has changed', async () => {
    const effects = await folder({ '13.docx': '手改' });
    const { written, diagnostics } = await put('一', effects);
    expect([...written]).toEqual([]);
    expect(textsIn(effects)).toEqual({ '04.docx': '一', '04.pdf': '一', '13.docx': '手改' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['handEditsLeft']);
  });
});

describe('what somebody wrote into a Word file', () => {
  const PAPER = `${OUT}/04.docx`;
  const kept = new Map<string, Uint8Array>();
  const desk = (): Effects & TestEffects => ({ ...memoryEffects({}), cache: memoryCache(kept) });
  const made = (effects: Effects, ...lines: string[]) =>
    putWorkbooks(OUT, [{ path: PAPER, bytes: wordFile(lines) }], effects);
  const told = (put: { diagnostics: { code: string; message: string }[] }): string[] =>
    put.diagnostics.map(({ code }) => code);
  const acceptedIn = (effects: TestEffects, name: string) =>
    seen(effects.written.get(`${OUT}/${name}`) as Uint8Array, 'accepted');

  it('is put into the new one as tracked changes, beside it', async () => {
    const effects = desk();
    await made(effects, '投资8亿元，慢于序时。', '二');
    await effects.write(PAPER, wordFile(['投资8亿元，落后于序时。', '二']));
    const put = await made(effects, '投资9亿元，慢于序时。', '二');
    expect(told(put)).toEqual(['handEditsSaved', 'handEditsCarried']);
    expect(put.diagnostics[1]?.message).toContain('04（并入手改）.docx（1处标为修订）');
    expect(Object.keys(textsIn(effects))).toEqual(['04.docx', '04（手改稿）.docx', '04（并入手改）.docx']);
    expect(acceptedIn(effects, '04.docx')).toEqual(['投资9亿元，慢于序时。', '二']);
    expect(acceptedIn(effects, '04（并入手改）.docx')).toEqual(['投资9亿元，落后于序时。', '二']);

    // Taken over under the paper's name, it is carried on when the data change once more, whatever version makes it.
    await effects.write(PAPER, wordFile(['投资9亿元，落后于序时。', '二']));
    const updated: typeof effects = { ...effects, cache: { ...memoryCache(kept), program: 'next' } };
    expect(told(await made(updated, '投资10亿元，慢于序时。', '二'))).toEqual([
      'handEditsSaved',
      'handEditsCarried',
    ]);
    expect(acceptedIn(effects, '04（并入手改）.docx')).toEqual(['投资10亿元，落后于序时。', '二']);
    expect(Object.keys(textsIn(effects)).filter((name) => name.includes('并入手改'))).toHaveLength(1);
  });

  const waiting = async (): Promise<TestEffects> => {
    const effects = desk();
    await made(effects, '投资8亿元，慢于序时。', '二');
    await effects.write(PAPER, wordFile(['投资8亿元，落后于序时。', '二']));
    await made(effects, '投资9亿元，慢于序时。', '二');
    return effects;
  };
  const BESIDE = '04（并入手改）.docx';

  it('never waits with old numbers to be looked at', async () => {
    const effects = await waiting();
    expect(told(await made(effects, '投资10亿元，慢于序时。', '二'))).toEqual(['handEditsCarried']);
    expect(acceptedIn(effects, BESIDE)).toEqual(['投资10亿元，落后于序时。', '二']);
    // The data come to say the same: there is nothing to look at.
    expect(told(await made(effects, '投资10亿元，落后于序时。', '二'))).toEqual([]);
    expect(effects.written.has(`${OUT}/${BESIDE}`)).toBe(false);
  });

  it('is left alone where somebody has begun to look at it, and is said to be old', async () => {
    const effects = await waiting();
    await effects.write(`${OUT}/${BESIDE}`, wordFile(['看到一半']));
    const put = await made(effects, '投资10亿元，慢于序时。', '二');
    expect(told(put)).toEqual(['handEditsOutdated']);
    expect(put.diagnostics[0]?.message).toContain(BESIDE);
    expect(acceptedIn(effects, BESIDE)).toEqual(['看到一半']);
  });

  it('waits on where somebody writes into the paper meanwhile, or has it open', async () => {
    const effects = await waiting();
    await effects.write(PAPER, wordFile(['投资9亿元，慢于序时。', '二，补充']));
    const put = await made(effects, '投资10亿元，慢于序时。', '二');
    expect(told(put)).toEqual(['handEditsSaved', 'handEditsCarried', 'handEditsOutdated']);
    expect(acceptedIn(effects, BESIDE)).toEqual(['投资9亿元，落后于序时。', '二']);
    expect(acceptedIn(effects, '04（并入手改2）.docx')).toEqual(['投资10亿元，慢于序时。', '二，补充']);

    const open = await waiting();
    const held = { ...open, replaceable: async (path: string) => !path.endsWith(BESIDE) };
    expect(told(await made(held, '投资10亿元，慢于序时。', '二'))).toEqual([
      'handEditsCarried',
      'handEditsOutdated',
    ]);
    expect(acceptedIn(open, BESIDE)).toEqual(['投资9亿元，落后于序时。', '二']);
    expect(acceptedIn(open, '04（并入手改2）.docx')).toEqual(['投资10亿元，落后于序时。', '二']);
    // The first is thrown away: the other is known all the same.
    open.written.delete(`${OUT}/${BESIDE}`);
    expect(told(await made(open, '投资11亿元，慢于序时。', '二'))).toEqual(['handEditsCarried']);
    expect(acceptedIn(open, '04（并入手改2）.docx')).toEqual(['投资11亿元，落后于序时。', '二']);
  });

  it('is kept as it is where nobody knows any more what was made', async () => {
    const effects = memoryEffects({});
    await made(effects, '一');
    await effects.write(PAPER, wordFile(['一改']));
    expect(told(await made(effects, '二'))).toEqual(['handEditsSaved']);
    expect(Object.keys(textsIn(effects))).toEqual(['04.docx', '04（手改稿）.docx']);
  });

  it('is not put anywhere where only its look was changed', async () => {
    const effects = desk();
    await made(effects, '一段', '二段');
    await effects.write(PAPER, wordFile(['一段', '二段'], 1));
    expect(told(await made(effects, '一段', '三段'))).toEqual(['handEditsSaved']);
  });
});

describe('a file of which the manifest knows nothing any more', () => {
  it('is put aside, as somebody may have written into it', async () => {
    const effects = memoryEffects({ [`${OUT}/04.docx`]: '手改' });
    const { diagnostics } = await put('二', effects);
    expect(diagnostics.map(({ code }) => code)).toEqual(['handEditsSaved']);
    expect(textsIn(effects)).toMatchObject({ '04.docx': '二', '04（手改稿）.docx': '手改' });
  });

  it('is not one that another date’s build made', async () => {
    const effects = await folder();
    await recordBuild(OUT, { ...runOf(['13.docx'], '一'), date: '2022-10-08' }, effects);
    expect((await put('二', effects)).diagnostics).toEqual([]);
  });
});

describe('the manifest', () => {
  const paths = async (effects: Effects) =>
    (await readManifest(OUT, effects))?.builds.map(({ files }) => files.map(({ path }) => path));

  it('keeps an earlier run as long as one of its files is there, of the same day', async () => {
    const effects = await folder();
    await recordBuild(OUT, runOf(['13.docx'], '二'), effects);
    expect(await paths(effects)).toEqual([['04.docx', '04.pdf'], ['13.docx']]);
    await recordBuild(OUT, runOf(['04.docx', '04.pdf'], '二'), effects);
    expect(await paths(effects)).toEqual([['13.docx'], ['04.docx', '04.pdf']]);
    await recordBuild(OUT, { ...runOf(['13.docx'], '三'), date: '2022-10-08' }, effects);
    expect(await paths(effects)).toEqual([['13.docx']]);
  });

  it('forgets what is gone, though nothing was made', async () => {
    const effects = await folder();
    await recordBuild(OUT, runOf([], '二'), effects, ['04.pdf']);
    expect(await paths(effects)).toEqual([['04.docx', '13.docx']]);
  });
});

describe('a PDF that is not what was put there', () => {
  it('is put right without a word', async () => {
    const effects = await folder({ '04.pdf': '坏' });
    const { written, diagnostics } = await put('一', effects);
    expect([...written]).toEqual([`${OUT}/04.pdf`]);
    expect(diagnostics).toEqual([]);
    expect(textsIn(effects)).toEqual({ '04.docx': '一', '04.pdf': '一', '13.docx': '一' });
  });
});

describe('a file that can’t be replaced', () => {
  it('keeps all others from being replaced, and every such file is named', async () => {
    const effects = await folder({ '04.docx': '手改' });
    const open = [`${OUT}/04.pdf`, `${OUT}/13.docx`];
    const locked: Effects = { ...effects, replaceable: async (path) => !open.includes(path) };
    const { written, diagnostics } = await put('二', locked);
    expect([...written]).toEqual([]);
    expect(textsIn(effects)).toEqual({ '04.docx': '手改', '04.pdf': '一', '13.docx': '一' });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error outputsRefused']);
    for (const path of open) expect(diagnostics[0]?.message).toContain(path);
  });

  it('is not taken for what the manifest would know of the new one: nobody has written into it since', async () => {
    const effects = memoryEffects({});
    const workbook = (text: string) => [{ path: `${OUT}/表.xlsx`, bytes: bytes(text) }];
    await putWorkbooks(OUT, workbook('一'), effects);
    const locked: Effects = { ...effects, replaceable: async () => false };
    expect((await putWorkbooks(OUT, workbook('二'), locked)).diagnostics.map(({ code }) => code)).toEqual([
      'outputsRefused',
    ]);
    expect((await putWorkbooks(OUT, workbook('三'), effects)).diagnostics).toEqual([]);
    expect(textsIn(effects)).toEqual({ '表.xlsx': '三' });
  });

  it('does not matter when it holds already what is to be put there', async () => {
    const locked: Effects = { ...(await folder()), replaceable: async () => false };
    expect(await put('一', locked)).toEqual({ written: new Set(), diagnostics: [] });
  });
});

describe('a document alone, made of data that have changed', () => {
  const input = (text: string, path = 'data/2022/submissions/2022Q3/省科技厅.xlsx'): BuildInput => ({
    path,
    sha256: digestOf(bytes(text)),
  });
  const saidAfter = async (before: BuildInput[], now: BuildInput[]): Promise<string[]> => {
    const effects = memoryEffects({});
    await recordBuild(OUT, runOf(NAMES, '一', before), effects);
    const { diagnostics } = await concluded(
      OUT,
      { run: runOf(['13.docx', '13.pdf'], '二', now), diagnostics: [] },
      effects,
    );
    return diagnostics.map(({ code, message }) => `${code} ${message}`);
  };

  it('says which others were made before', async () => {
    const said = await saidAfter([input('旧')], [input('新')]);
    expect(said).toEqual([expect.stringMatching(/^olderBeside 有1份文稿没有重新生成.*：04。$/)]);
  });

  it('names a file of the same document in another format by its ending', async () => {
    const effects = memoryEffects({});
    await recordBuild(OUT, runOf(['04.docx', '04.pdf'], '一', [input('旧')]), effects);
    const covers = { documents: ['meeting-pack/04'], extensions: ['docx'] };
    const run = { ...runOf(['04.docx'], '二', [input('新')]), covers };
    const { diagnostics } = await concluded(OUT, { run, diagnostics: [] }, effects);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/有1份.*：04\.pdf。$/)]);
  });

  it('says nothing of papers of other commands, of data it has not read, nor of another period', async () => {
    const [before, now] = [[input('旧')], [input('新')]];
    const letters = {
      ...runOf([], '一', before),
      files: [manifestFile('催报函/甲.docx', '一', 'reminders/letter')],
    };
    const saidBeside = async (other: typeof letters, run: typeof letters): Promise<string[]> => {
      const effects = memoryEffects({});
      await recordBuild(OUT, other, effects);
      return (await concluded(OUT, { run, diagnostics: [] }, effects)).diagnostics.map(({ code }) => code);
    };
    const run = runOf(['13.docx'], '二', now);
    expect(await saidBeside(runOf(['04.docx'], '一', before), run)).toEqual(['olderBeside']);
    expect(await saidBeside(letters, run)).toEqual([]);
    expect(await saidBeside(runOf(['04.docx'], '一', before), { ...run, inputs: [] })).toEqual([]);
    expect(await saidBeside(runOf(['04.docx'], '一', before), { ...run, period: '2022Q4' })).toEqual([]);
  });

  it('says nothing where the data are the same, or a template alone has changed', async () => {
    expect(await saidAfter([input('旧')], [input('旧')])).toEqual([]);
    const template = 'templates/meeting-pack/13/正文.md';
    expect(await saidAfter([input('旧', template)], [input('新', template)])).toEqual([]);
  });
});
