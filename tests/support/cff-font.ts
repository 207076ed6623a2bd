/** A tiny font with CFF outlines, made by hand: .notdef, A (straight lines) and 国 (curves). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTables, writeTables } from '../../src/render/fonts/sfnt.ts';

const SANS = resolve(
  import.meta.dirname,
  '../../node_modules/@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
);
export const ADVANCES = [1000, 437, 1000];

const int16 = (n: number): number[] => [(n >> 8) & 0xff, n & 0xff];
const int32 = (n: number): number[] => [...int16(n >> 16), ...int16(n & 0xffff)];
/** Operands as 3-byte integers, then the operator. */
const op = (operator: number, ...operands: number[]): number[] => [
  ...operands.flatMap((n) => [28, ...int16(n)]),
  operator,
];
const LINE = 5;
const CURVE = 8;
const END = 14;
const MOVE = 21;

const CHARSTRINGS = [
  op(END),
  [...op(MOVE, 100, 0), ...op(LINE, 300, 0), ...op(LINE, 0, 500), ...op(LINE, -300, 0), ...op(END)],
  [
    ...op(MOVE, 50, 380),
    ...op(CURVE, 0, 248, 202, 202, 248, 0),
    ...op(CURVE, 248, 0, 202, -202, 0, -248),
    ...op(CURVE, 0, -248, -202, -202, -248, 0),
    ...op(CURVE, -248, 0, -202, 202, 0, 248),
    ...op(END),
  ],
];

function index(items: number[][]): number[] {
  if (items.length === 0) return [0, 0];
  let at = 1;
  const offsets = [1, ...items.map((item) => (at += item.length))];
  return [...int16(items.length), 2, ...offsets.flatMap(int16), ...items.flat()];
}

function cff(): Uint8Array {
  const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
  const before = (charStrings: number, end: number): number[] => [
    ...[1, 0, 4, 2],
    ...index([ascii('Tiny')]),
    ...index([[29, ...int32(charStrings), 17, 29, ...int32(0), 29, ...int32(end), 18]]),
    ...index([]),
    ...index([]),
  ];
  const start = before(0, 0).length;
  const strings = index(CHARSTRINGS);
  return Uint8Array.from([...before(start, start + strings.length), ...strings]);
}

export function tinyCffFont(): Uint8Array {
  const donor = readTables(new Uint8Array(readFileSync(SANS)));
  const table = (tag: string): Uint8Array =>
    donor.find((t) => t.tag === tag)?.data.slice() ?? new Uint8Array();
  const hhea = table('hhea');
  new DataView(hhea.buffer).setUint16(34, ADVANCES.length);
  const groups = [
    [0x41, 0x41, 1],
    [0x56fd, 0x56fd, 2],
  ];
  const cmap = [
    ...[0, 0, 0, 1, 0, 3, 0, 10],
    ...int32(12),
    ...[0, 12, 0, 0],
    ...int32(16 + groups.length * 12),
    ...int32(0),
    ...int32(groups.length),
    ...groups.flatMap((group) => group.flatMap(int32)),
  ];
  return writeTables(0x4f54544f, [
    ...['head', 'name', 'OS/2'].map((tag) => ({ tag, data: table(tag) })),
    { tag: 'hhea', data: hhea },
    { tag: 'hmtx', data: Uint8Array.from(ADVANCES.flatMap((width) => [...int16(width), 0, 0])) },
    { tag: 'maxp', data: Uint8Array.from([0, 0, 0x50, 0, ...int16(ADVANCES.length)]) },
    { tag: 'post', data: Uint8Array.from([...int32(0x00030000), ...Array<number>(28).fill(0)]) },
    { tag: 'cmap', data: Uint8Array.from(cmap) },
    { tag: 'CFF ', data: cff() },
  ]);
}
