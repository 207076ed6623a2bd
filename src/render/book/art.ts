/**
 * The pictures of covers and chapter openings: a field of squares and quarter circles that thins out towards one corner.
 * Drawn from geometry alone; the same seed gives the same picture in every format. Lengths in millimetres.
 */
import type { Theme } from '../../model/document/theme.ts';

export interface Shape {
  /** Box of the shape. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Corner from which a quarter circle is drawn; a rectangle without one. */
  corner: 'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft' | null;
  fill: string;
}

type BookColours = NonNullable<Theme['book']>;

const CORNERS = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;

export interface Field {
  x: number;
  y: number;
  columns: number;
  rows: number;
  cell: number;
  seed: number;
}

/** Tiles of a field, the denser the nearer to its upper right corner. */
function tiles({ x, y, columns, rows, cell, seed }: Field, colours: BookColours): Shape[] {
  const shades = [0.1, 0.18, 0.28, 0.42, 0.6].map((share) => mix(colours.deep, colours.pale, share));
  const shapes: Shape[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const near = ((column + 1) / columns) * (1 - row / rows);
      const chance = noise(column, row, seed);
      if (chance > near * 1.5) continue;
      const pick = noise(row, column, seed + 7);
      const accent = noise(column + 3, row + 5, seed + 13) < 0.05;
      shapes.push({
        x: x + column * cell,
        y: y + row * cell,
        width: cell,
        height: cell,
        corner: pick < 0.5 ? (CORNERS[Math.floor(pick * 8)] ?? null) : null,
        fill: accent
          ? colours.accent
          : (shades[Math.floor(near * chance * 9) % shades.length] ?? colours.deep),
      });
    }
  return shapes;
}

/** The whole cover: ground, field, and the bar above the title. */
export function coverArt(width: number, height: number, colours: BookColours): Shape[] {
  const columns = 10;
  const cell = width / columns;
  const rows = Math.ceil((height * 0.62) / cell);
  return [
    { x: 0, y: 0, width, height, corner: null, fill: colours.deep },
    ...tiles({ x: 0, y: 0, columns, rows, cell, seed: 20 }, colours),
  ];
}

/** Band at the head of a chapter's opening page; chapters differ by their seed. */
export function openerArt(width: number, height: number, seed: number, colours: BookColours): Shape[] {
  const rows = 6;
  const cell = height / rows;
  const columns = 8;
  return [
    { x: 0, y: 0, width, height, corner: null, fill: colours.deep },
    ...tiles({ x: width - columns * cell, y: 0, columns, rows, cell, seed }, colours),
  ];
}

/** 0…1, evenly spread, from three whole numbers. */
function noise(a: number, b: number, seed: number): number {
  let mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(seed + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** In: two colours #RRGGBB and the share of the second. */
function mix(from: string, to: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`.toUpperCase();
}

/** Path of a shape in its own box, lengths in millimetres. */
export function pathOf({ x, y, width, height, corner }: Shape): string {
  const n = (value: number): string => String(Number(value.toFixed(3)));
  const [l, t, r, b] = [n(x), n(y), n(x + width), n(y + height)];
  const arc = `A${n(width)} ${n(height)} 0 0 1`;
  switch (corner) {
    case null:
      return `M${l} ${t}H${r}V${b}H${l}Z`;
    case 'topLeft':
      return `M${l} ${t}L${r} ${t}${arc} ${l} ${b}Z`;
    case 'topRight':
      return `M${r} ${t}L${r} ${b}${arc} ${l} ${t}Z`;
    case 'bottomRight':
      return `M${r} ${b}L${l} ${b}${arc} ${r} ${t}Z`;
    case 'bottomLeft':
      return `M${l} ${b}L${l} ${t}${arc} ${r} ${b}Z`;
  }
}

export function artSvg(shapes: readonly Shape[], width: number, height: number): string {
  const paths = shapes.map((shape) => `<path d="${pathOf(shape)}" fill="${shape.fill}"/>`);
  return `<svg class="art" aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges">${paths.join('')}</svg>`;
}
