import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { folderEffects } from '../support/effects.ts';

describe('the real workspace', () => {
  it('dumps', async () => {
    const t = performance.now();
    const { value, diagnostics } = await readWorkspace(folderEffects(), 2022);
    console.log(performance.now() - t, value?.submissions.length);
    for (const d of diagnostics) console.log(d.severity, d.at && formatOrigin(d.at), d.message, d.hints.join(' '));
    expect(value).toBeDefined();
  });
});
