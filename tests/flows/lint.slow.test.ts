/** diaodu lint on the repository itself: its templates and documents are fit to print. */
import { describe, expect, it } from 'vitest';
import { isClean, lint } from '../../src/flows/lint.ts';
import { parseMonth, parsePeriod, parseYear } from '../../src/model/period.ts';
import { folderEffects, memoryEffects, REPOSITORY } from '../support/effects.ts';

const told = (result: Awaited<ReturnType<typeof lint>>): string[] =>
  result.groups.flatMap(({ name, findings }) =>
    findings.filter((d) => d.severity !== 'info').map((d) => `${name}: ${d.code} ${d.message}`),
  );

describe('diaodu lint', () => {
  it('finds nothing to mend in the templates', async () => {
    const result = await lint(null, folderEffects(REPOSITORY));
    expect(result.looked.templates).toBeGreaterThan(8);
    expect(result.looked.documents).toBe(0);
    expect(result.diagnostics).toEqual([]);
    expect(told(result)).toEqual([]);
  });

  it.each(['2022Q1', '2022Q3', '2022Q4'])('finds nothing to mend in the documents of %s', async (id) => {
    const result = await lint(parsePeriod(id) ?? null, folderEffects(REPOSITORY));
    expect(result.looked.documents).toBeGreaterThan(1);
    expect(told(result)).toEqual([]);
    expect(isClean(result)).toBe(true);
    // Gaps of the letters and slips in the words of units are remarked upon.
    expect(result.counts.info).toBeGreaterThan(0);
  });

  it('finds nothing to mend in the white paper and in the bulletin of a month', async () => {
    for (const period of [parseYear('2022'), parseMonth('2022-08')]) {
      const result = await lint(period ?? null, folderEffects(REPOSITORY));
      expect(result.looked.documents).toBe(1);
      expect(told(result)).toEqual([]);
      expect(isClean(result)).toBe(true);
    }
  });

  it('finds what a template gets wrong, in the template and in the document', async () => {
    const path = 'templates/progress-report/01-总体进展.md';
    const overlay = { [path]: '# 总体进展情况。\n\n各单位按季报送,快于序时进度5%。\n' };
    const result = await lint(parsePeriod('2022Q3') ?? null, folderEffects(REPOSITORY, overlay));
    expect(isClean(result)).toBe(false);
    const template = result.groups.find(({ name }) => name === path)?.findings ?? [];
    expect(template.map((d) => [d.code, d.at?.line, d.at?.column])).toEqual([
      ['headingEnd', 1, 9],
      ['halfWidth', 3, 8],
      ['percentPoint', 3, 9],
    ]);
  });

  it('obeys templates/lint.yaml and says which of its rules do not exist', async () => {
    const files = {
      'templates/a/正文.md': '各单位,请报送。',
      'templates/lint.yaml': 'rules:\n  - { rule: halfWidth, on: false, reason: 试验 }\n',
    };
    expect(told(await lint(null, memoryEffects(files)))).toEqual([]);
    const misspelt = {
      ...files,
      'templates/lint.yaml': files['templates/lint.yaml'].replace('Width', 'Widht'),
    };
    const result = await lint(null, memoryEffects(misspelt));
    expect(result.diagnostics.map((d) => d.code)).toEqual(['unknownRule']);
    expect(result.diagnostics[0]?.hints[0]).toContain('halfWidth');
    expect(isClean(result)).toBe(false);
  });

  it('a workspace without templates is a mistake, not a clean one', async () => {
    const result = await lint(null, memoryEffects({}));
    expect(result.diagnostics.map((d) => d.code)).toEqual(['folderEmpty']);
    expect(isClean(result)).toBe(false);
  });

  it('a switch without a reason is refused', async () => {
    const files = { 'templates/lint.yaml': 'rules:\n  - { rule: halfWidth, on: false }\n' };
    const result = await lint(null, memoryEffects(files));
    expect(result.diagnostics.map((d) => d.code)).toContain('missingField');
  });
});
