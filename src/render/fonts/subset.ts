/**
 * A font with only the characters that are needed: the browser and the page layout read 0.5 MB instead of 15 for each
 * face, which is most of what loading a document costs in time and memory.
 *
 * Glyphs keep their numbers, so that what the browser embeds in a PDF depends on that document's characters alone and
 * one subset serves all documents of a build: a document has the same bytes built alone or with others.
 */
import { fileURLToPath } from 'node:url';
import { keyOf } from '../../base/cached.ts';
import type { Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import { withEvenDigits } from './even-digits.ts';
import type { FontFile } from './face.ts';
import { usualFile, usualOnce } from './prepared.ts';
import { isWoff, unwrapWoff } from './woff.ts';

/** Copyright, names and licence stay in the subset, so that the PDF shows the face's real name. */
const KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14];
/** Of HarfBuzz: keep glyph numbers, and the ranges of OS/2 as the font's maker wrote them. */
const RETAIN_GIDS = 0x2;
const NO_PRUNE_UNICODE_RANGES = 0x100;
const SETS_NAME_ID = 4;
const SETS_LAYOUT_FEATURE_TAG = 6;
const MEMORY_MODE_WRITABLE = 2;

/**
 * In every subset: the browser takes the strength of stems (StemV) from i, I, ! and 1, where a font has them, so that the
 * bytes of a PDF would depend on what other documents had asked for.
 */
const ALWAYS = Array.from({ length: 0x5f }, (_, i) => 0x20 + i);

/** Node has it, its types don't. */
declare const WebAssembly: {
  compile(code: Uint8Array): Promise<Program>;
  instantiate(program: Program): Promise<{ exports: unknown }>;
};
type Program = { readonly compiled: never };

/** What is used of HarfBuzz's C interface; pointers are numbers. */
interface HarfBuzz {
  memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_set_invert(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

interface Kept {
  characters: ReadonlySet<number>;
  bytes: Uint8Array;
}

/** What a build has loaded and made: a memo that ends with its effects; results are the same with or without it. */
interface Memo {
  program?: Promise<Program | undefined>;
  /** One at work: its memory has grown to 64 MB and never shrinks, so it may go with the next clean-up. */
  started?: WeakRef<HarfBuzz>;
  /** Of all documents to come; in every subset, so that it need not be made again for the next of them. */
  expected: ReadonlySet<number>;
  /** The latest subset of each face. */
  kept: WeakMap<FontFile, Kept>;
  /** WOFF files unwrapped: a run over many workspaces does it once, and keeps it on disk in the first. */
  whole: WeakMap<FontFile, Uint8Array>;
  /** By path; the same bytes each time, which estimators are known by. */
  usual: Map<string, Promise<Uint8Array | undefined>>;
}
const memos = new WeakMap<object, Memo>();

/** Builds of one run share what they made. */
function memoOf(effects: Effects): Memo {
  const run = effects.scratch ?? effects;
  return madeOnce(memos, run, () => ({
    expected: new Set(),
    kept: new WeakMap(),
    whole: new WeakMap(),
    usual: new Map(),
  }));
}

/** @param characters of all that will be asked for in this build, as far as they are known; code points */
export function expectCharacters(characters: Iterable<number>, effects: Effects): void {
  memoOf(effects).expected = new Set(characters);
}

/**
 * @param face a face in a TrueType or WOFF file
 * @param wanted every character that will be set in it, as code points; others may be there too
 * @returns a TrueType font with at least these characters; undefined when the file can't be read or is no font
 */
export async function subsetFont(
  face: FontFile,
  wanted: ReadonlySet<number>,
  effects: Effects,
): Promise<Uint8Array | undefined> {
  const memo = memoOf(effects);
  const usual = usualFile(face, wanted);
  if (usual !== undefined) return madeOnce(memo.usual, usual, () => effects.read(usual));
  const known = memo.kept.get(face);
  if (known && isWithin(wanted, known.characters, face)) return known.bytes;
  // Of a font that was got ready what texts are written in: then it is made anew for the next rare character alone.
  const others = face.prepared ? [...wanted].filter(face.covers) : wanted;
  const all = face.prepared ? usualOnce() : memo.expected;
  const characters = new Set([...ALWAYS, ...(known?.characters ?? []), ...all, ...others]);
  const bytes = await storedSubset(face, characters, memo, effects);
  if (bytes) memo.kept.set(face, { characters, bytes });
  return bytes;
}

/** But for what the face has not at all. */
function isWithin(part: ReadonlySet<number>, whole: ReadonlySet<number>, { covers }: FontFile): boolean {
  for (const one of part) if (!whole.has(one) && covers(one)) return false;
  return true;
}

/** Most builds set the same characters as the one before. */
async function storedSubset(
  face: FontFile,
  characters: ReadonlySet<number>,
  memo: Memo,
  effects: Effects,
): Promise<Uint8Array | undefined> {
  const { cache } = effects;
  const stamp = await cache?.stamp(face.path);
  const sorted = [...characters].sort((a, b) => a - b);
  const key = cache && stamp && keyOf(cache, 'subset', face.path, stamp, sorted);
  const stored = key ? await cache.read(key) : undefined;
  if (stored) return stored;
  memo.program ??= compiled(effects);
  const [program, whole] = await Promise.all([memo.program, wholeFont(face, memo, effects)]);
  const bytes = program && whole && subset(await started(program, memo), whole, sorted);
  if (bytes && key) await cache.write(key, bytes);
  return bytes;
}

async function wholeFont(face: FontFile, { whole }: Memo, effects: Effects): Promise<Uint8Array | undefined> {
  const known = whole.get(face);
  if (known) return known;
  const { cache } = effects;
  // Unwrapping takes longer than all else that is done with a font, and the file does not change from build to build.
  const stamp = await cache?.stamp(face.path);
  const key = cache && stamp && keyOf(cache, 'whole font', face.path, stamp);
  const kept = key ? await cache.read(key) : undefined;
  if (kept) whole.set(face, kept);
  if (kept) return kept;
  const file = await effects.read(face.path);
  if (!file || !isWoff(file)) return file && withEvenDigits(file);
  const font = unwrapWoff(file);
  if (font) whole.set(face, font);
  if (font && key) await cache.write(key, font);
  return font;
}

async function compiled(effects: Effects): Promise<Program | undefined> {
  const file = await effects.read(fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
  return file && WebAssembly.compile(file);
}

async function started(program: Program, memo: Memo): Promise<HarfBuzz> {
  const before = memo.started?.deref();
  if (before) return before;
  const harfbuzz = (await WebAssembly.instantiate(program)).exports as HarfBuzz;
  harfbuzz._initialize();
  memo.started = new WeakRef(harfbuzz);
  return harfbuzz;
}

function subset(hb: HarfBuzz, font: Uint8Array, characters: Iterable<number>): Uint8Array | undefined {
  const data = hb.malloc(font.byteLength);
  // Memory grows, which detaches views of it: a fresh one each time.
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.byteLength, MEMORY_MODE_WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, RETAIN_GIDS | NO_PRUNE_UNICODE_RANGES);
  for (const id of KEPT_NAMES) hb.hb_set_add(hb.hb_subset_input_set(input, SETS_NAME_ID), id);
  // All features of the layout.
  const features = hb.hb_subset_input_set(input, SETS_LAYOUT_FEATURE_TAG);
  hb.hb_set_clear(features);
  hb.hb_set_invert(features);
  const codes = hb.hb_subset_input_unicode_set(input);
  for (const character of characters) hb.hb_set_add(codes, character);
  const result = hb.hb_subset_or_fail(face, input);
  const bytes = result === 0 ? undefined : bytesOf(hb, result);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(data);
  return bytes;
}

function bytesOf(hb: HarfBuzz, face: number): Uint8Array | undefined {
  const blob = hb.hb_face_reference_blob(face);
  const length = hb.hb_blob_get_length(blob);
  const at = hb.hb_blob_get_data(blob, 0);
  const bytes = length === 0 ? undefined : new Uint8Array(hb.memory.buffer).slice(at, at + length);
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(face);
  return bytes;
}
