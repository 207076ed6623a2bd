import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type OpenFace, openFace } from '../../src/render/fonts/open-face.ts';
import { testFonts } from '../support/fonts.ts';

describe('openFace', () => {
  it('reads coverage and widths of a TrueType file', () => {
    const body = openFace(readFileSync(testFonts().faces.body.path)) as OpenFace;
    expect(body.family).toBe('Noto Serif SC');
    expect([...'锽堃翀玥★〓'].every((c) => body.covers(c.codePointAt(0) ?? 0))).toBe(true);
    expect(body.covers(0x1f600)).toBe(false);
    expect(body.measure('测试，★')).toBe(4);
    expect(body.measure('1')).toBeLessThan(0.6);
  });

  it('reads a WOFF file by its small tables', () => {
    const kai = openFace(readFileSync(testFonts().faces.kai.path)) as OpenFace;
    expect(kai.family).toBe('LXGW WenKai');
    expect(kai.covers('楷'.codePointAt(0) ?? 0)).toBe(true);
    expect(kai.measure('楷体A')).toBeCloseTo(2.69, 2);
  });

  it('gives nothing for what is no font', () => {
    expect(openFace(new TextEncoder().encode('not a font at all'))).toBeUndefined();
  });
});
