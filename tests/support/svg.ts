/** The texts of a chart's SVG with the boxes that they cover, in points from the top left of the drawing. */
import type { FontFace } from '../../src/render/fonts/face.ts';

export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const viewBox = (svg: string): { width: number; height: number } => {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

const TAG = /<(\/)?(g|text)\b([^>]*?)(\/)?>([^<]*)/g;
const SHIFT = /transform="translate\((-?[\d.]+),(-?[\d.]+)\)/;

/** Groups are only ever shifted. Ink of Chinese characters reaches 0.84 em above the line and 0.1 below. */
export function textBoxes(svg: string, face: FontFace): TextBox[] {
  const shifts: { x: number; y: number }[] = [{ x: 0, y: 0 }];
  const boxes: TextBox[] = [];
  for (const [, close, name, attributes = '', empty, content = ''] of svg.matchAll(TAG)) {
    if (close) {
      if (name === 'g') shifts.pop();
      continue;
    }
    const [, dx = '0', dy = '0'] = SHIFT.exec(attributes) ?? [];
    const outer = shifts.at(-1) ?? { x: 0, y: 0 };
    const x = outer.x + Number(dx);
    const y = outer.y + Number(dy);
    if (name === 'g') {
      if (!empty) shifts.push({ x, y });
      continue;
    }
    const text = content.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    if (text.trim() === '' || / (?:opacity|fill-opacity)="0"/.test(attributes)) continue;
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 0);
    const width = face.measure(text) * size;
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    boxes.push({ text, left, right: left + width, top: y - 0.84 * size, bottom: y + 0.1 * size });
  }
  return boxes;
}

/** Pairs that cover each other by more than a hair. */
export function overlaps(boxes: readonly TextBox[], hair = 0.6): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > hair &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > hair,
      )
      .map((b) => `${a.text} × ${b.text}`),
  );
}
