/** A slip in a house style’s measures is told at its line, before pages are laid out by it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { readTheme } from '../../src/intake/templates.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';

const FILE = 'templates/styles/official.yaml';
const ours = readFileSync(join(REPOSITORY, FILE), 'utf8');

async function told(was: string, is: string): Promise<string[]> {
  expect(ours).toContain(was);
  const { value, diagnostics } = await readTheme(
    folderEffects(REPOSITORY, { [FILE]: ours.replace(was, is) }),
  );
  expect(value).toBeUndefined();
  return diagnostics.map((d) => `${d.at && formatOrigin(d.at)} ${d.message}`);
}

describe('a measure of a house style', () => {
  it.each([
    ['charactersPerLine: 28', 'charactersPerLine: 0', '“charactersPerLine”超出范围：应不少于1。'],
    ['charactersPerLine: 28', 'charactersPerLine: -28', '“charactersPerLine”超出范围：应不少于1。'],
    ['linesPerPage: 22', 'linesPerPage: 1000000', '“linesPerPage”超出范围：应不多于200。'],
    ['widthMm: 210', 'widthMm: 2100', '“widthMm”超出范围：应不多于1000。'],
    [
      'body: { font: body, size: 16, line: 29.6 }',
      'body: { font: body, size: 16, line: 0.01 }',
      '“line”超出范围：应不少于6。',
    ],
    [
      'body: { font: body, size: 16, line: 29.6 }',
      'body: { font: body, size: 5000, line: 30 }',
      '“size”超出范围：应不多于500。',
    ],
    [
      'top: 37',
      'top: 370',
      '“top”的写法“370”不对：天头（top）、地脚（bottom）之间应留出不少于40毫米的版心。',
    ],
    [
      'fore: 26',
      'fore: 160',
      '“binding”的写法“28”不对：订口（binding）、切口（fore）之间应留出不少于40毫米的版心。',
    ],
  ])('%s → %s', async (was, is, message) => {
    const line = ours.slice(0, ours.indexOf(was)).split('\n').length;
    const [only, ...more] = await told(was, is);
    expect(more).toEqual([]);
    expect(only).toMatch(new RegExp(`^${FILE}:${line}:`));
    expect(only).toContain(message);
  });
});
