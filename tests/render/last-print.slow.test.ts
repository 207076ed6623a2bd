/** The browser's memory is given back when it has printed all that it will be asked for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRenderer, type Renderer } from '../../src/render/render.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { machine } from '../support/machine.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

/** Groups of processes that were ended; the browser's among them when it was closed. */
const ended: number[] = [];
let renderer: Renderer;
beforeAll(() => {
  const host = { ...machine().host, killGroup: (leader: number) => void ended.push(leader) };
  renderer = openRenderer(['pdf'], host, testEffects());
});
afterAll(() => renderer.close());

const named = (name: string) => renderer.render({ ...sampleDocument, name }, theme, testFonts());

it('it ends with the last document, not before', async () => {
  await named('第一份');
  expect(ended).toEqual([]);
  renderer.inAll(2);
  expect((await named('第二份')).value?.[0]?.pages).toBeGreaterThan(0);
  await expect.poll(() => ended.length, { timeout: 10_000 }).toBe(1);
  await renderer.close();
  expect(ended).toHaveLength(1);
});
