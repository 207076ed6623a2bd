/** Size and spacing of the name on a 席卡, for both formats. */
import type { Section } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { charactersOf } from './letter.ts';
import { MM_PER_POINT } from './units.ts';

/** White between the characters of short names, in ems, by their number: two stand as wide apart as three. */
const GAPS: Readonly<Record<number, number>> = { 2: 1, 3: 0.25, 4: 0.12 };

export interface CardType {
  sizePt: number;
  /** White between two characters, in ems. */
  gap: number;
  /** Width of the whole name, in ems. */
  ems: number;
}

export function cardType(name: string, { page, nameCard }: Theme): CardType {
  const count = charactersOf(name);
  const gap = GAPS[[...name].length] ?? 0;
  const ems = count + gap * ([...name].length - 1);
  // The card is a sheet lying on its side.
  const room = (page.heightMm - 2 * nameCard.sideMm) / MM_PER_POINT;
  return { sizePt: Math.min(nameCard.sizePt, Math.floor(room / Math.max(ems, 1))), gap, ems };
}

/** Margins of a sheet of cards, alike on all sides, so that the fold is its middle. */
export const CARD_MARGIN_MM = 10;

/** Whether a section is name cards and nothing else: it has pages of its own kind. */
export const areCards = ({ blocks }: Section): boolean =>
  blocks.length > 0 && blocks.every((block) => block.kind === 'nameCard');
