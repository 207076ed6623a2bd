/** What the manuals show must work. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { documentTemplateSchema } from '../../src/model/document/template.ts';
import { ledgerExportJsonSchema } from '../../src/model/ledger/ledger-export.ts';
import { submissionFileSchema } from '../../src/model/returns/submission.ts';
import { REPOSITORY } from '../support/effects.ts';

it('the settings of a new document in docs/writing.md are complete', () => {
  const manual = readFileSync(resolve(REPOSITORY, 'docs/writing.md'), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(manual)?.[1] ?? '';
  expect(documentTemplateSchema.parse(parse(example))).toMatchObject({ id: 'text-message', form: 'report' });
});

it('docs/export.md names every field of the ledger for other systems', () => {
  const manual = readFileSync(resolve(REPOSITORY, 'docs/export.md'), 'utf8');
  const named = new Set([...manual.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const fields = (node: unknown): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { properties = {} } = node as { properties?: Record<string, unknown> };
    return [...Object.keys(properties), ...Object.values(node).flatMap(fields)];
  };
  const all = new Set(fields(ledgerExportJsonSchema()));
  expect(all.size).toBeGreaterThan(40);
  expect([...all].filter((name) => !named.has(name))).toEqual([]);
});

it('docs/questions.md shows every field of a return as text', () => {
  const manual = readFileSync(resolve(REPOSITORY, 'docs/questions.md'), 'utf8');
  const example = /```yaml\n(unit:[\s\S]*?)```/.exec(manual)?.[1] ?? '';
  const named = new Set([...manual.matchAll(/(\w+):/g)].map(([, name]) => name));
  expect(submissionFileSchema.parse(parse(example))).toMatchObject({ unit: '省商务厅', period: '2022Q4' });
  const { tasks, goals, cooperation } = submissionFileSchema.shape;
  const rows = [tasks, goals, cooperation].flatMap((rows) => Object.keys(rows.unwrap().element.shape));
  const all = [...Object.keys(submissionFileSchema.shape), ...rows];
  expect(all.filter((name) => !named.has(name))).toEqual([]);
});

it('README needs one command for the pack and one for the tests', () => {
  const blocks = readFileSync(resolve(REPOSITORY, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g);
  expect([...blocks].map(([, commands = '']) => commands.trim())).toEqual([
    'npm ci && npx diaodu build 2022Q3',
    'npm ci && npm test',
  ]);
});
