/** Looks at PDFs with poppler and qpdf where they are installed; tests that need them are skipped elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasPoppler = works('pdftotext', '-v') && works('pdftoppm', '-v');
export const hasQpdf = works('qpdf', '--version');

function works(tool: string, flag: string): boolean {
  try {
    execFileSync(tool, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs `tool` with the PDF's path in place of '@'; out: what it prints. */
export function inspect(bytes: Uint8Array, tool: string, ...args: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-test-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    return execFileSync(
      tool,
      args.map((a) => (a === '@' ? file : a)),
      {
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function pageTexts(bytes: Uint8Array): string[] {
  return inspect(bytes, 'pdftotext', '-layout', '@', '-').toString('utf8').split('\f').slice(0, -1);
}

export interface InkBox {
  topMm: number;
  bottomMm: number;
  leftMm: number;
  rightMm: number;
}

const DPI = 300;

/** A page as dots of grey, 0 black … 255 white, row by row from the top. */
interface Dots {
  width: number;
  height: number;
  levels: Buffer;
}

function dotsOf(bytes: Uint8Array, page: number, ...how: string[]): Dots {
  const number = String(page);
  const pgm = inspect(bytes, 'pdftoppm', '-gray', ...how, '-f', number, '-l', number, '@');
  const [, width = 0, height = 0] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))?.map(Number) ?? [];
  return { width, height, levels: pgm.subarray(pgm.length - width * height) };
}

const fine = (bytes: Uint8Array, page: number): Dots => dotsOf(bytes, page, '-r', String(DPI));
const mm = (dots: number): number => (dots * 25.4) / DPI;
const dotAt = (at: number): number => Math.round((at * DPI) / 25.4);
const isDark = (level: number | undefined): boolean => (level ?? 255) <= 128;

/** Box of everything dark on a page between two heights (mm from the top edge). */
export function inkBox(bytes: Uint8Array, page: number, fromMm: number, toMm: number): InkBox {
  const { width, height, levels } = fine(bytes, page);
  const box: InkBox = { topMm: Infinity, bottomMm: 0, leftMm: Infinity, rightMm: 0 };
  for (let y = 0; y < height; y += 1) {
    if (mm(y) < fromMm || mm(y) > toMm) continue;
    for (let x = 0; x < width; x += 1) {
      if (!isDark(levels[y * width + x])) continue;
      box.topMm = Math.min(box.topMm, mm(y));
      box.bottomMm = Math.max(box.bottomMm, mm(y + 1));
      box.leftMm = Math.min(box.leftMm, mm(x));
      box.rightMm = Math.max(box.rightMm, mm(x + 1));
    }
  }
  return box;
}

/** How many dots of each level (0 black … 255 white) a page has in grey, at 150 dots an inch, edges unsmoothed. */
export function greys(bytes: Uint8Array, page: number): number[] {
  const counts = new Array<number>(256).fill(0);
  const { levels } = dotsOf(bytes, page, '-r', '150', '-aa', 'no', '-aaVector', 'no');
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

/** A stretch of dark dots down a page. */
export interface Stroke {
  topMm: number;
  bottomMm: number;
}

/** What a vertical line at `xMm` from the left edge of a page crosses, from the top: rules and their strengths. */
export function strokes(bytes: Uint8Array, page: number, xMm: number): Stroke[] {
  const { width, height, levels } = fine(bytes, page);
  const x = dotAt(xMm);
  return stretches(height, (y) => levels[y * width + x]).map(([from, to]) => ({
    topMm: mm(from),
    bottomMm: mm(to),
  }));
}

const FINEST_DPI = 1200;
const finestAt = (at: number): string => String(Math.round((at * FINEST_DPI) / 25.4));
const strengths = (dots: number, levelAt: (at: number) => number | undefined): number[] =>
  stretches(dots, levelAt).map(([from, to]) => ((to - from) * 72) / FINEST_DPI);

/** How strong everything dark is (points) that a line across a page at `yMm` from its top crosses. */
export function strengthsAcross(bytes: Uint8Array, page: number, yMm: number): number[] {
  const { width, levels } = dotsOf(bytes, page, '-r', String(FINEST_DPI), '-y', finestAt(yMm), '-H', '1');
  return strengths(width, (x) => levels[x]);
}

/** How strong everything dark is (points) that a line down a page at `xMm` from its left crosses, from `fromMm` on. */
export function strengthsDown(bytes: Uint8Array, page: number, xMm: number, fromMm: number): number[] {
  const place = ['-x', finestAt(xMm), '-W', '1', '-y', finestAt(fromMm)];
  const { height, levels } = dotsOf(bytes, page, '-r', String(FINEST_DPI), ...place);
  return strengths(height, (y) => levels[y]);
}

/** Where stretches of dark dots begin and end along a line. */
function stretches(
  length: number,
  levelAt: (at: number) => number | undefined,
): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let at = 0, open = false; at < length; at += 1) {
    const dark = isDark(levelAt(at));
    const last = found.at(-1);
    if (dark && !open) found.push([at, at + 1]);
    else if (dark && last) last[1] = at + 1;
    open = dark;
  }
  return found;
}
