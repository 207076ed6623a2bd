/** What leaders read first, number by number: 领导参阅, the goals, the lights, a page a track. Update goldens with UPDATE_GOLDEN=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDesk, pack } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();

it.each([
  ['2022Q1', ['brief', 'targets', 'lights']],
  ['2022Q3', ['brief', 'targets', 'lights', 'track-pages']],
  ['2022Q4', ['brief', 'targets', 'lights', 'track-pages']],
])('the leaders’ papers of %s read as the golden', (id, only) => {
  const { documents, diagnostics } = pack(desk, id, only);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = documents.map(({ document }) => outline(document)).join('\n');
  const file = join(import.meta.dirname, `golden/pack/leaders-${id}.txt`);
  if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});
