/** The papers of the meeting for the demonstration data, as document trees. Update goldens with UPDATE_GOLDEN=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UNITS_OF } from '../../src/compose/audiences.ts';
import type { Document } from '../../src/model/document.ts';
import { isQuarter } from '../../src/model/ledger.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { type Composed, compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(import.meta.dirname, 'golden/pack');
const PAPERS = [
  'meeting-notice',
  'agenda',
  'attendees',
  'name-cards',
  'matters',
  'next-quarter',
  'chair-script',
  'minutes-draft',
  'decisions',
  'supervision',
];
const QUARTERS = ['2022Q1', '2022Q2', '2022Q3', '2022Q4'];

const packs = new Map<string, Composed>();

beforeAll(async () => {
  for (const id of QUARTERS) {
    const period = parsePeriod(id);
    if (period) packs.set(id, await compose({ period, only: PAPERS }, folderEffects(ROOT)));
  }
}, 120_000);

const papers = (id: string, paper: string): Document[] =>
  (packs.get(id)?.pack?.documents ?? []).filter((one) => one.id === paper).map((one) => one.document);
const text = (id: string, paper: string): string => papers(id, paper).map(outline).join('\n');

describe('the papers of the meeting', () => {
  it.each(QUARTERS)('of %s compose without error, each of them', (id) => {
    const errors = packs.get(id)?.diagnostics.filter((d) => d.severity === 'error');
    expect(errors).toEqual([]);
    const subject = packs.get(id)?.subject;
    const urged = subject && isQuarter(subject) ? UNITS_OF.supervisedUnit(subject).length : 0;
    for (const paper of PAPERS)
      expect(papers(id, paper).length, paper).toBe(paper === 'supervision' ? urged : 1);
  });

  it.each(['2022Q1', '2022Q3', '2022Q4'])('of %s read as the golden', (id) => {
    const all = PAPERS.map((paper) => `＝＝ ${paper} ＝＝\n${text(id, paper)}`).join('\n');
    const file = join(GOLDEN, `${id}.txt`);
    if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(file, all);
    expect(all).toBe(readFileSync(file, 'utf8'));
  });
});
