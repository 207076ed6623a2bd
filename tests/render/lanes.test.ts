/** Which job is begun when. */
import { describe, expect, it } from 'vitest';
import { type Over, openLane, soon, URGENT } from '../../src/render/work/lanes.ts';

const later = () => new Promise((resolve) => setImmediate(resolve));

/** A lane whose jobs only note that they were begun; each ends when told. */
function opened(width: number) {
  const lane = openLane(width);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const overs = new Map<string, Over>();
  const add = (name: string, size: number): Promise<void> =>
    lane.run(size, (over) => {
      begun.push(name);
      overs.set(name, over);
      return new Promise((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await later();
  };
  const leave = async (name: string, waits = false): Promise<void> => {
    overs.get(name)?.(waits);
    await later();
  };
  return { lane, begun, add, end, leave };
}

describe('a lane', () => {
  it('begins so many at a time, urgent ones first, then the largest', async () => {
    const { begun, add, end } = opened(2);
    for (const [name, size] of [
      ['small', 1],
      ['large', 9],
      ['middle', 5],
      ['soon', soon(1)],
      ['urgent', URGENT],
    ] as const)
      void add(name, size);
    await later();
    expect(begun).toEqual(['urgent', 'soon']);
    await end('soon');
    await end('urgent');
    expect(begun).toEqual(['urgent', 'soon', 'large', 'middle']);
  });

  it('gives the place of a job that no longer needs it to the next, and no more than that', async () => {
    const { begun, add, end, leave } = opened(1);
    for (const name of ['a', 'b', 'c']) void add(name, 1);
    await later();
    await leave('a');
    expect(begun).toEqual(['a', 'b']);
    await leave('a');
    // While one is outside, no other may leave: their memory is still held.
    await leave('b');
    expect(begun).toEqual(['a', 'b']);
    await end('a');
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('always gives the place of a job that waits for others, which may need the lane themselves', async () => {
    const { begun, add, end, leave } = opened(1);
    for (const name of ['a', 'b', 'c', 'd']) void add(name, 1);
    await later();
    await leave('a');
    await leave('b', true);
    await leave('c', true);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    // Those that wait take no place of those that have work of their own left.
    void add('e', 1);
    for (const name of ['a', 'b', 'c']) await end(name);
    await leave('d');
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('begins the smallest while something urgent is expected', async () => {
    const { lane, begun, add, end } = opened(1);
    const arrived = lane.expect();
    void add('first', 2);
    void add('large', 9);
    void add('small', 1);
    await later();
    await end('small');
    arrived();
    await end('first');
    expect(begun).toEqual(['small', 'first', 'large']);
  });

  it('gives a place back when a job fails, and begins nothing once it is closed', async () => {
    const { lane, begun, add, end } = opened(1);
    await expect(lane.run(1, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(lane.idle()).toBe(true);
    void add('a', 1);
    void add('b', 1);
    await later();
    lane.close();
    await end('a');
    expect(begun).toEqual(['a']);
  });
});
