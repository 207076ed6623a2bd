import { describe, expect, it } from 'vitest';
import { bookOfOtherYear } from '../../src/base/messages/compose.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';

describe('a book', () => {
  const year = (id: number) => ({ period: { id: String(id), year: id }, only: [] });
  const told = async (id: number) =>
    (await compose(year(id), folderEffects())).diagnostics.filter(({ code }) => code === 'bookOfOtherYear');

  it('is made of the data of its year', async () => {
    expect(await told(2022)).toEqual([]);
  });

  it('is refused where its templates still ask for those of the year before', async () => {
    expect(await told(2023)).toEqual([
      bookOfOtherYear({ file: 'templates/white-paper/01-白皮书' }, 2022, 2023),
    ]);
  });
});
