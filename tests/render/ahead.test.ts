/** Prints begun before it is known whether they are wanted. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Wish } from '../../src/render/pdf/print-context.ts';
import { aheadPrints } from '../../src/render/work/ahead.ts';
import type { Rendered } from '../../src/render/work/formats.ts';

type Printed = Outcome<Rendered>;
const PRINTED: Printed = { value: { bytes: new Uint8Array([1]), pages: 1 }, diagnostics: [] };
const REFUSED: Printed = { value: undefined, diagnostics: [] };

/** A document whose prints begin at once, and are finished when they are wanted, as render/pdf/render.ts does. */
const opened = () => {
  const begun: string[] = [];
  const finished: string[] = [];
  const ahead = aheadPrints();
  const attempts = ahead.open();
  const next = async (name: string): Promise<void> => {
    attempts.next(name, async (wish) => {
      begun.push(name);
      if (!(await wish.settled)) return REFUSED;
      finished.push(name);
      return PRINTED;
    });
    await setImmediate();
  };
  return { begun, finished, ahead, attempts, next };
};

describe('a print that is begun ahead', () => {
  it('is finished when it turns out to be the one that is wanted', async () => {
    const { finished, ahead, attempts, next } = opened();
    await next('as it is');
    const print = ahead.of('as it is');
    expect(print).toBeDefined();
    expect(finished).toEqual([]);
    attempts.end('as it is');
    expect(await print).toBe(PRINTED);
    expect(finished).toEqual(['as it is']);
  });

  it('is given up for the next, which begins when it has ended', async () => {
    const { begun, finished, ahead, attempts, next } = opened();
    await next('as it is');
    await next('closer');
    expect(begun).toEqual(['as it is', 'closer']);
    expect(ahead.of('as it is')).toBeUndefined();
    attempts.end('closer');
    expect(await ahead.of('closer')).toBe(PRINTED);
    expect(finished).toEqual(['closer']);
  });

  it('is nobody’s when what is wanted was given up before, or never begun', async () => {
    const { begun, finished, ahead, attempts, next } = opened();
    await next('as it is');
    await next('closer');
    // No step was of use: it stays as it is.
    attempts.end('as it is');
    await setImmediate();
    expect(ahead.of('as it is')).toBeUndefined();
    expect(ahead.of('closer')).toBeUndefined();
    expect(finished).toEqual([]);
    await next('late');
    expect(begun).toEqual(['as it is', 'closer']);
  });

  it('holds up who prints something else until it has ended: its page is free then', async () => {
    const { ahead, attempts, next } = opened();
    await next('as it is');
    let ended = false;
    let freed = false;
    void ahead.of('as it is')?.then(() => (ended = true));
    expect(await ahead.freed('closer')).toBeUndefined();
    attempts.end('closer');
    await ahead.freed('closer').then(() => (freed = ended));
    expect(freed).toBe(true);
  });

  it('tells who is at work that there is no use in going on', async () => {
    const wishes: Wish[] = [];
    const attempts = aheadPrints().open();
    attempts.next('as it is', async (wish) => {
      wishes.push(wish);
      return (await wish.settled) ? PRINTED : REFUSED;
    });
    await setImmediate();
    expect(wishes[0]?.refused).toBe(false);
    attempts.next('closer', () => undefined);
    await setImmediate();
    expect(wishes[0]?.refused).toBe(true);
  });

  it('knows whether it is the first, which others may follow', async () => {
    const first: boolean[] = [];
    const attempts = aheadPrints().open();
    for (const name of ['as it is', 'closer', 'closest']) {
      attempts.next(name, async (wish) => {
        first.push(wish.first);
        return (await wish.settled) ? PRINTED : REFUSED;
      });
      await setImmediate();
    }
    expect(first).toEqual([true, false, false]);
  });

  it('is given up when nobody can tell which one is wanted', async () => {
    const { finished, ahead, attempts, next } = opened();
    await next('as it is');
    const print = ahead.of('as it is');
    attempts.end(undefined);
    expect(await print).toBe(REFUSED);
    expect(finished).toEqual([]);
  });

  it('that fails stops none of the others', async () => {
    const { finished, attempts, next } = opened();
    attempts.next('as it is', () => Promise.reject(new Error('the browser died')));
    await setImmediate();
    await next('closer');
    attempts.end('closer');
    await setImmediate();
    expect(finished).toEqual(['closer']);
  });

  it('tells where everything lies, before it is known whether it is wanted', async () => {
    const places = new Map([['d-h1', { page: 2, y: 700 }]]);
    const attempts = aheadPrints().open();
    attempts.next('as it is', async (wish) => {
      wish.placed(places);
      return (await wish.settled) ? PRINTED : REFUSED;
    });
    expect(await attempts.placesOf('as it is')).toBe(places);
    expect(await attempts.placesOf('closer')).toBeUndefined();
  });

  it('tells nothing where it ended without knowing', async () => {
    const attempts = aheadPrints().open();
    expect(await attempts.placesOf('as it is')).toBeUndefined();
    attempts.next('as it is', async () => PRINTED);
    expect(await attempts.placesOf('as it is')).toBeUndefined();
    attempts.next('closer', () => Promise.reject(new Error('the browser died')));
    expect(await attempts.placesOf('closer')).toBeUndefined();
  });
});
