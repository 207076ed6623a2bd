/** When a browser has printed all that it will ever be asked for. */
import { expect, it } from 'vitest';
import { openLane } from '../../src/render/work/lanes.ts';
import { lastPrint } from '../../src/render/work/last-print.ts';

const later = () => new Promise((resolve) => setImmediate(resolve));

/** A lane whose jobs leave it when told, and what is noted when all are through. */
function opened() {
  const ended: string[] = [];
  const lane = openLane(3, () => last.idle());
  const last = lastPrint(() => ended.push('end'), lane.idle);
  const print = (counted = last.begun()) => {
    let leave = (): void => {};
    void lane.run(1, (over) => {
      counted();
      leave = over;
      return new Promise(() => {});
    });
    return () => leave();
  };
  return { ended, lane, last, print };
}

it('is known when the last of all documents leaves it, though it is not finished yet', async () => {
  const { ended, last, print } = opened();
  const leaveFirst = print();
  await later();
  last.inAll(2);
  leaveFirst();
  const leaveSecond = print();
  await later();
  expect(ended).toEqual([]);
  leaveSecond();
  expect(ended).toEqual(['end']);
});

it('is known also when more is told after the last was printed, and told once', async () => {
  const { ended, last, print } = opened();
  const leave = print();
  await later();
  leave();
  expect(ended).toEqual([]);
  last.inAll(1);
  last.idle();
  expect(ended).toEqual(['end']);
});

it('a document that came from elsewhere counts, each once; what nobody counted keeps the browser as well', async () => {
  const { ended, lane, last, print } = opened();
  const stored = last.begun();
  const leaveAsked = print(() => {});
  await later();
  last.inAll(2);
  stored();
  stored();
  leaveAsked();
  await later();
  expect(ended).toEqual([]);
  const leaveLast = print();
  await later();
  expect(lane.idle()).toBe(false);
  leaveLast();
  expect(ended).toEqual(['end']);
});
