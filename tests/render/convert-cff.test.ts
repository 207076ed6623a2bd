import { describe, expect, it } from 'vitest';
import { cffToTrueType } from '../../src/render/fonts/convert-cff.ts';
import { openFace } from '../../src/render/fonts/open-face.ts';
import { quadraticPieces } from '../../src/render/fonts/quadratic.ts';
import { readTables } from '../../src/render/fonts/sfnt.ts';
import { ADVANCES, tinyCffFont } from '../support/cff-font.ts';

const on = (x: number, y: number) => ({ x, y, on: true });
const off = (x: number, y: number) => ({ x, y, on: false });

describe('cffToTrueType', () => {
  const source = tinyCffFont();
  const converted = cffToTrueType(source) ?? new Uint8Array();
  const tables = new Map(readTables(converted).map((t) => [t.tag, t.data]));
  const view = (tag: string): DataView => {
    const data = tables.get(tag)?.slice() ?? new Uint8Array();
    return new DataView(data.buffer);
  };

  it('gives TrueType outlines with the same characters and widths', () => {
    expect(openFace(source)?.outlines).toBe('cff');
    const face = openFace(converted);
    expect(face?.outlines).toBe('truetype');
    expect(face?.covers(0x56fd)).toBe(true);
    expect(face?.measure('A国')).toBeCloseTo(1.437, 6);
    expect(ADVANCES.map((_, id) => view('hmtx').getUint16(id * 4))).toEqual(ADVANCES);
  });

  it('drops what belongs to CFF and sets the left side bearing to the edge of the outline', () => {
    expect([...tables.keys()].sort()).toEqual(
      ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'].sort(),
    );
    expect([1, 2].map((id) => view('hmtx').getInt16(id * 4 + 2))).toEqual([100, 50]);
  });

  it('keeps straight outlines exactly and curves within their box', () => {
    const loca = view('loca');
    const glyph = (id: number): DataView => {
      const data = tables.get('glyf')?.slice(loca.getUint32(id * 4), loca.getUint32(id * 4 + 4));
      return new DataView((data ?? new Uint8Array()).buffer);
    };
    expect(glyph(0).byteLength).toBe(0);
    const box = (id: number): number[] => [2, 4, 6, 8].map((at) => glyph(id).getInt16(at));
    expect(box(1)).toEqual([100, 0, 400, 500]);
    expect(glyph(1).getUint16(10)).toBe(3);
    expect(box(2)).toEqual([50, -70, 950, 830]);
  });

  it('has right checksums', () => {
    const file = new DataView(converted.slice().buffer);
    let sum = 0;
    for (let at = 0; at < converted.length; at += 4) sum = (sum + file.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('gives nothing for a font that has no CFF outlines', () => {
    expect(cffToTrueType(converted)).toBeUndefined();
    expect(cffToTrueType(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });
});

describe('quadraticPieces', () => {
  it('stays within half a unit of the cubic curve', () => {
    const [p0, c1, c2, p3] = [on(0, 0), off(0, 276), off(224, 500), on(500, 500)] as const;
    const pieces = quadraticPieces(p0, c1, c2, p3);
    const count = pieces.length / 2;
    expect(pieces.at(-1)).toEqual(p3);
    let start = p0;
    for (let i = 0; i < count; i += 1) {
      const [control, end] = [pieces[2 * i], pieces[2 * i + 1]] as [typeof p0, typeof p0];
      for (const s of [0.25, 0.5, 0.75]) {
        const t = (i + s) / count;
        const u = 1 - t;
        const cubic = (k: 'x' | 'y') =>
          u ** 3 * p0[k] + 3 * u * u * t * c1[k] + 3 * u * t * t * c2[k] + t ** 3 * p3[k];
        const quadratic = (k: 'x' | 'y') =>
          (1 - s) ** 2 * start[k] + 2 * s * (1 - s) * control[k] + s * s * end[k];
        expect(Math.hypot(cubic('x') - quadratic('x'), cubic('y') - quadratic('y'))).toBeLessThan(0.5);
      }
      start = end;
    }
  });

  it('needs one piece for a straight line', () => {
    expect(quadraticPieces(on(0, 0), off(100, 0), off(200, 0), on(300, 0))).toHaveLength(2);
  });
});
