/**
 * An ICC profile of sRGB (IEC 61966-2-1), version 2, made from the published numbers: three primaries adapted to D50,
 * white, and the transfer curve in 1 024 points. The same bytes every time.
 */
import { linear } from '../../../base/colour.ts';

const HEADER = 128;
const POINTS = 1024;
/** s15Fixed16: XYZ of the primaries, adapted to D50 by Bradford, and of D50 itself. */
const XYZ = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.8249],
};
/** Of the standard itself, not of the file: an ICC profile must bear a date. */
const DATE = [1999, 10, 18, 0, 0, 0];
const ILLUMINANT = [0.9642, 1, 0.8249];

export const SRGB_NAME = 'sRGB IEC61966-2.1';

export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: [string, Uint8Array][] = [
    ['desc', descriptionTag(SRGB_NAME)],
    ['cprt', textTag('No copyright, use freely')],
    ...Object.entries(XYZ).map(([tag, value]): [string, Uint8Array] => [tag, xyzTag(value)]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const placed = new Map<Uint8Array, number>();
  let size = HEADER + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (placed.has(data)) continue;
    placed.set(data, size);
    size += Math.ceil(data.length / 4) * 4;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  header(view, size);
  view.setUint32(HEADER, tags.length);
  for (const [index, [tag, data]] of tags.entries()) {
    const at = HEADER + 4 + 12 * index;
    const offset = placed.get(data) ?? 0;
    ascii(view, at, tag);
    view.setUint32(at + 4, offset);
    view.setUint32(at + 8, data.length);
    bytes.set(data, offset);
  }
  return bytes;
}

/** ICC.1:2001-04, 6.1. */
function header(view: DataView, size: number): void {
  view.setUint32(0, size);
  view.setUint32(8, 0x02400000);
  ascii(view, 12, 'mntrRGB XYZ ');
  for (const [i, value] of DATE.entries()) view.setUint16(24 + 2 * i, value);
  ascii(view, 36, 'acsp');
  for (const [i, value] of ILLUMINANT.entries()) view.setInt32(68 + 4 * i, fixed(value));
}

const fixed = (value: number): number => Math.round(value * 65536);

function ascii(view: DataView, at: number, text: string): void {
  for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i));
}

function tagData(type: string, length: number): DataView {
  const view = new DataView(new ArrayBuffer(length));
  ascii(view, 0, type);
  return view;
}

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer);

function xyzTag(value: readonly number[]): Uint8Array {
  const view = tagData('XYZ ', 20);
  for (const [i, part] of value.entries()) view.setInt32(8 + 4 * i, fixed(part));
  return bytesOf(view);
}

function textTag(text: string): Uint8Array {
  const view = tagData('text', 9 + text.length);
  ascii(view, 8, text);
  return bytesOf(view);
}

/** 6.5.17: ASCII text; the Unicode and Macintosh forms stay empty. */
function descriptionTag(text: string): Uint8Array {
  const view = tagData('desc', 12 + text.length + 1 + 8 + 3 + 67);
  view.setUint32(8, text.length + 1);
  ascii(view, 12, text);
  return bytesOf(view);
}

function curveTag(): Uint8Array {
  const view = tagData('curv', 12 + 2 * POINTS);
  view.setUint32(8, POINTS);
  for (let i = 0; i < POINTS; i += 1) {
    view.setUint16(12 + 2 * i, Math.round(linear(i / (POINTS - 1)) * 65535));
  }
  return bytesOf(view);
}
