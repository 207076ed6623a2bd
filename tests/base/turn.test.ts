import { expect, test } from 'vitest';
import type { Effects } from '../../src/base/effects.ts';
import { readInTurns } from '../../src/base/turn.ts';

const FILES = ['1.yaml', '2.yaml', '3.yaml', '4.yaml'];

/** Who is heard, in order: each file as it is made out, and one who waits for something else all the time. */
async function heard(wrap: (effects: Effects) => Effects): Promise<string[]> {
  const told: string[] = [];
  const effects = wrap({ read: async (path: string) => new TextEncoder().encode(path) } as Effects);
  let over = false;
  const other = (): void => {
    if (over) return;
    told.push('other');
    setImmediate(other);
  };
  setImmediate(other);
  const readings = FILES.map(async (file) => {
    const bytes = await effects.read(file);
    told.push(new TextDecoder().decode(bytes));
  });
  await Promise.all(readings);
  over = true;
  return told;
}

test('files that were read side by side are made out one by one, and others are heard in between', async () => {
  const told = await heard(readInTurns);
  expect(told.filter((one) => one !== 'other')).toEqual(FILES);
  const between = FILES.slice(1).map((file, i) =>
    told.slice(told.indexOf(FILES[i] as string), told.indexOf(file)),
  );
  for (const gap of between) expect(gap).toContain('other');
  // Which is not so by itself.
  expect(await heard((effects) => effects)).toEqual(FILES);
});

test('a file that is missing, or cannot be read, keeps no other waiting', async () => {
  const effects = readInTurns({
    read: async (path: string) => {
      if (path === 'held') throw new Error('EBUSY');
      return undefined;
    },
  } as Effects);
  const [held, missing] = await Promise.allSettled([effects.read('held'), effects.read('missing')]);
  expect(held.status).toBe('rejected');
  expect(missing).toEqual({ status: 'fulfilled', value: undefined });
});
