/** All rules, in the order in which their findings are told: layout, punctuation, numbers, wording, consistency. */
import type { Rule } from '../rule.ts';
import { addressee } from './addressee.ts';
import { annexNote } from './annex-note.ts';
import { annexes } from './annexes.ts';
import { bigNumbers } from './big-numbers.ts';
import { captions } from './captions.ts';
import { citation } from './citation.ts';
import { dates } from './dates.ts';
import { documentNumber } from './document-number.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { ellipsisDash } from './ellipsis-dash.ts';
import { fullWidth } from './full-width.ts';
import { halfWidth } from './half-width.ts';
import { headingEnd } from './heading-end.ts';
import { headingOrder } from './heading-order.ts';
import { itemMark } from './item-mark.ts';
import { latinWords } from './latin-words.ts';
import { listComma } from './list-comma.ts';
import { multiples } from './multiples.ts';
import { ordinals } from './ordinals.ts';
import { pairs } from './pairs.ts';
import { parts } from './parts.ts';
import { percentPoint } from './percent-point.ts';
import { placeholders } from './placeholders.ts';
import { ranges } from './ranges.ts';
import { repeated } from './repeated.ts';
import { runInHeading } from './run-in-heading.ts';
import { sameFigure } from './same-figure.ts';
import { sentenceEnd } from './sentence-end.ts';
import { signatureDate } from './signature-date.ts';
import { spacing } from './spacing.ts';
import { straightQuotes } from './straight-quotes.ts';
import { tableSums } from './table-sums.ts';
import { titlePunctuation } from './title-punctuation.ts';
import { titleShape } from './title-shape.ts';
import { translationese } from './translationese.ts';
import { unitNames } from './unit-names.ts';

export const RULES: readonly Rule[] = [
  documentNumber,
  citation,
  titlePunctuation,
  titleShape,
  headingEnd,
  headingOrder,
  runInHeading,
  itemMark,
  addressee,
  annexNote,
  annexes,
  signatureDate,
  placeholders,
  halfWidth,
  fullWidth,
  straightQuotes,
  pairs,
  ellipsisDash,
  listComma,
  doubledPunctuation,
  sentenceEnd,
  spacing,
  latinWords,
  ranges,
  dates,
  percentPoint,
  multiples,
  bigNumbers,
  ordinals,
  repeated,
  translationese,
  unitNames,
  captions,
  tableSums,
  sameFigure,
  parts,
];
