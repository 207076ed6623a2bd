/** The rules of the lint on small texts: cases/*.yaml say what each text should be told, nothing more and nothing less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { formatOrigin } from '../../src/base/origin.ts';
import { lintTemplate } from '../../src/lint/lint.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { lintSettings } from '../../src/lint/settings.ts';
import { settings } from './settings.ts';

const CASES = join(import.meta.dirname, 'cases');
const caseSchema = z.strictObject({
  text: z.string(),
  /** Codes of the findings, in any order; none when left out. */
  finds: z.array(z.string()).default([]),
  /** Line and column of the first finding. */
  at: z.string().optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  /** prose: a chapter of a template · settings: a document.yaml */
  as: z.enum(['prose', 'settings']).default('prose'),
});
const files = readdirSync(CASES).map((file) => ({
  file,
  cases: z.array(caseSchema).parse(parse(readFileSync(join(CASES, file), 'utf8'))),
}));

describe.each(files)('$file', ({ cases }) => {
  it.each(cases)('$text', ({ text, finds, at, severity, as }) => {
    const path = as === 'prose' ? 'text.md' : 'document.yaml';
    const found = lintTemplate(path, text, settings);
    expect(found.map((d) => d.code).sort()).toEqual([...finds].sort());
    if (at) expect(found[0]?.at && formatOrigin(found[0].at)).toBe(`${path}:${at}`);
    if (severity) expect(found[0]?.severity).toBe(severity);
    for (const { message, hints } of found) {
      expect(message).toMatch(/。$/);
      expect(hints.length).toBeGreaterThan(0);
    }
  });
});

it('every rule that looks at running text has a case that it finds', () => {
  const seen = new Set(files.flatMap(({ cases }) => cases.flatMap((one) => one.finds)));
  const silent = RULES.map((rule) => rule.name).filter((name) => !seen.has(name));
  // These look at whole documents; see document.test.ts.
  expect(silent).toEqual(['titleShape', 'annexes', 'tableSums', 'sameFigure']);
});

it('takes words and names with a hyphen, or any other sign, as they stand', () => {
  const { phrases, units } = lintSettings(
    { rules: [], phrases: [{ words: '5G-A', advice: '写作“5G增强”' }] },
    { file: 'lint.yaml' },
    [{ name: '省X-Lab', fullName: '江西省X-Lab（筹）', aliases: ['X-Lab.'], namedBy: 'office' }],
    () => false,
  ).settings;
  const found = lintTemplate('text.md', '推进5G-A试点，由X-Lab.负责，XqLabs协助。', {
    ...settings,
    phrases,
    units,
  });
  expect(found.map((d) => d.code).sort()).toEqual(['translationese', 'unitNames']);
});

it('of names that begin alike takes the longest', () => {
  const { units } = lintSettings(
    { rules: [], phrases: [] },
    { file: 'lint.yaml' },
    [{ name: '市数据局', fullName: '市数据资源管理局', aliases: ['市数据资源'], namedBy: 'office' }],
    () => false,
  ).settings;
  const found = (words: string) => lintTemplate('text.md', words, { ...settings, units }).map((d) => d.code);
  expect(found('由市数据资源管理局负责。')).toEqual([]);
  expect(found('由市数据资源负责。')).toEqual(['unitNames']);
});
