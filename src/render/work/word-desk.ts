/** Where Word's jobs are handed in: threads do them while the browser prints; where there are none they are done here. */
import type { Effects } from '../../base/effects.ts';
import type { Document } from '../../model/document/document.ts';
import type { Style } from '../context.ts';
import type { FontSet } from '../fonts/face.ts';
import { fontFilesOf } from './ground.ts';
import { fontsTask, PREPARE, wordTask } from './thread.ts';
import { type TellNews, WORD_JOBS, type WordAnswers, type WordJob } from './word-jobs.ts';

export interface WordDesk {
  /**
   * Tells of the characters of all that is to come, as far as fonts have to be made for them.
   * @param fonts a thread that has nothing to do gets them ready when it is told of them first
   */
  expect(characters: readonly number[], fonts: FontSet): void;
  /**
   * @param tree text of the document, for a thread
   * @param told what a thread has to tell before it has the answer; whoever does it here is told nothing
   */
  ask<Job extends WordJob>(
    job: Job,
    document: Document,
    tree: string,
    style: Style,
    told?: TellNews,
  ): Promise<WordAnswers[Job]>;
  /** Ends what is being got ready; in the middle it would leave what it keeps half-written. */
  close(): Promise<void>;
}

export function openWordDesk(effects: Effects): WordDesk {
  const { threads } = effects;
  const files = fontFilesOf(effects);
  let expected: readonly number[] = [];
  let gettingReady: Promise<unknown> | undefined;
  // A thread that cannot start is told of by the first document that needs it.
  threads?.run(PREPARE).catch(() => undefined);
  return {
    expect: (characters, fonts) => {
      expected = characters;
      if (!threads) return;
      gettingReady ??= files(fonts)
        .then((known) => threads.run(fontsTask(fonts, known, characters)))
        .catch(() => undefined);
    },
    ask: async <Job extends WordJob>(
      job: Job,
      document: Document,
      tree: string,
      style: Style,
      told?: TellNews,
    ) => {
      if (!threads) return WORD_JOBS[job](document, { ...style, effects });
      const task = wordTask(job, tree, style, await files(style.fonts), expected);
      return (await threads.run(task, told as (news: unknown) => void)) as WordAnswers[Job];
    },
    close: async () => {
      await gettingReady;
    },
  };
}
