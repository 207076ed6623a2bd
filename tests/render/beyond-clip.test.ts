/** What a page's content stream paints where nobody sees it. */
import { expect, it } from 'vitest';
import { readOperators } from '../../src/render/pdf/finish/operators.ts';
import { cutIntoPieces } from '../../src/render/pdf/finish/units.ts';

/** As the browser writes a page whose text ends at 3127.832, with the head of the table that goes on overleaf. */
const PAGE = `.24 0 0 -.24 0 841.92 cm
q
306.25 409.375 1842.5781 2718.457 re
W n
q
3.1246688 0 0 3.1246688 306.25 -7746.0107 cm
0 0 0 rg
98 3460 212 1 re
f
.9059 .9176 .9333 rg
98 3480 212 28 re
f
0 3508 m
0 3480 l
98 3480 l
98 3508 l
h
f*
98 3470 212 28 re
f
Q
Q
98 3480 212 28 re
f`;

const painted = (stream: string): string[] =>
  cutIntoPieces(readOperators(stream)).flatMap((piece) =>
    piece.kind === 'path' ? (piece.lines[0] ?? '') : [],
  );

it('is left out: the head of a table that goes on overleaf would be a hairline at the foot of its page', () => {
  expect(painted(PAGE)).toEqual([
    '98 3460 212 1 re',
    // In part within the clip.
    '98 3470 212 28 re',
    // Outside of q … Q there is no clip.
    '98 3480 212 28 re',
  ]);
});

it('is left out by all clips together, and by none that is no rectangle', () => {
  expect(painted('0 0 10 10 re W n 20 0 10 10 re W* n 1 1 5 5 re f')).toEqual([]);
  expect(painted('0 0 m 10 0 l 0 10 l h W n 20 20 5 5 re f')).toEqual(['20 20 5 5 re']);
});
