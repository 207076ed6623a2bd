/** A build that would do what an earlier one did is told from one that would not. */
import { beforeEach, describe, expect, it } from 'vitest';
import { recall, remember } from '../../src/archive/recall.ts';
import { traceEffects } from '../../src/archive/trace.ts';
import { digestOf } from '../../src/base/digest.ts';
import type { Effects } from '../../src/base/effects.ts';
import { memoryCache, memoryEffects } from '../support/effects.ts';
import { bytes } from '../support/manifest-file.ts';

const REQUEST = { period: '2022Q3' };
const FONT = '/fonts/宋体.ttf';
/** Of a file elsewhere: size and time of its last change. */
let stamps: Record<string, string>;
let files: Record<string, string>;
let environment: Record<string, string>;
let effects: Effects;

beforeEach(() => {
  stamps = { [FONT]: '1' };
  files = { 'data/2022/rules.yaml': '一', [FONT]: '字' };
  environment = {};
  const cache = { ...memoryCache(), stamp: async (path: string) => stamps[path] };
  const world = memoryEffects({});
  effects = {
    ...world,
    cache,
    read: async (path) => (path in files ? bytes(files[path] as string) : undefined),
    list: async (folder) =>
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : [],
      ),
    env: (name) => environment[name],
  };
});

/** What a build asks; `meanwhile` happens before it asks the last thing once more. */
async function built(meanwhile: () => void = () => {}): Promise<void> {
  const traced = traceEffects(effects);
  const { read, list, env } = traced.effects;
  await Promise.all([read('data/2022/rules.yaml'), read(FONT), list('data/2022')]);
  env('SOURCE_DATE_EPOCH');
  meanwhile();
  await read('data/2022/rules.yaml');
  files['out/04.pdf'] = '文稿';
  const written: [string, string][] = [['out/04.pdf', digestOf(bytes('文稿'))]];
  await remember(REQUEST, { asked: traced.asked(), written, result: '已生成' }, effects);
}

describe('a build', () => {
  it('is not done again while all is as it was', async () => {
    await built();
    expect(await recall(REQUEST, effects)).toBe('已生成');
    expect(await recall({ period: '2022Q4' }, effects)).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ['a file that it read was changed', () => (files['data/2022/rules.yaml'] = '二')],
    ['a file that it read is gone', () => delete files['data/2022/rules.yaml']],
    ['a file was put beside it', () => (files['data/2022/office.yaml'] = '')],
    ['a font was replaced', () => (stamps[FONT] = '2')],
    ['another date is wanted', () => (environment.SOURCE_DATE_EPOCH = '0')],
    ['somebody has written into what was made', () => (files['out/04.pdf'] = '手改')],
    ['what was made is gone', () => delete files['out/04.pdf']],
  ])('is done again when %s', async (_, change) => {
    await built();
    change();
    expect(await recall(REQUEST, effects)).toBeUndefined();
  });

  it('is done again when the data were changed while it ran, whatever they say now', async () => {
    await built(() => (files['data/2022/rules.yaml'] = '二'));
    expect(await recall(REQUEST, effects)).toBeUndefined();
    files['data/2022/rules.yaml'] = '一';
    expect(await recall(REQUEST, effects)).toBeUndefined();
  });
});
