/** Who has moved in a ranking, in a sentence: 南昌市（升2位）、赣州市（升1位）, or, where all moved alike, 南昌市、赣州市（均升1位）. */
import type { Rank } from '../../model/ledger/project-ledger.ts';
import { movementText } from '../choice/ranking.ts';
import { type Rich, rich } from '../engine/value.ts';
import { fold } from '../texts/fold.ts';

/** In: places that moved one way, the farthest first, and how they are folded. */
export function movedPlaces(
  places: readonly { name: string; rank: Rank }[],
  most: number,
  folding: Parameters<typeof fold>[2],
): Rich {
  const [first] = places;
  const alike = places.length > 1 && places.every(({ rank }) => rank.moved === first?.rank.moved);
  if (first && alike) {
    const names = fold(
      places.map(({ name }) => rich(name)),
      most,
      folding,
    );
    return rich(names, '（均', movementText(first.rank), '）');
  }
  return fold(
    places.map(({ name, rank }) => rich(name, '（', movementText(rank), '）')),
    most,
    folding,
  );
}
