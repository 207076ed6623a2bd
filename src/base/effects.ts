/**
 * The world comes in through this door: stages that need disk, clock or console are handed an Effects,
 * so that a test can hand them another. Only `cli/` makes the real one.
 */
export interface Effects {
  /** Bytes of a file, or undefined when there is none or it is a folder. Paths: absolute, or relative to the workspace. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Names in a folder (no path), sorted by code unit; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Whole or not at all: written under a temporary name in the same folder, then renamed. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Several files, all whole before the first is put in place; without it, one after another. */
  writeTogether?(files: readonly { path: string; bytes: Uint8Array }[]): Promise<void>;
  /** Whether a file could be written there now; without it, yes. On Windows a file that is open in Word can't. */
  replaceable?(path: string): Promise<boolean>;
  /** A folder with exactly these files (path below it → bytes) in place of what was there; whole or not at all. */
  replaceFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** A file that is there no more, nor its folder when that leaves it empty. */
  remove(path: string): Promise<void>;
  /**
   * From here until what it returns is called, no other program puts outputs in place in this workspace: what the
   * manifest says was read and is written in one go. Without it, nobody else is there.
   */
  claimOutputs?(): Promise<() => Promise<void>>;
  /** Milliseconds, of which only differences mean anything; for progress lines, never for content. */
  now(): number;
  /** A progress line for a person. */
  print(line: string): void;
  /** An environment variable, or undefined. */
  env(name: string): string | undefined;
  /** What was worked out before; where there is none everything is worked out anew, with the same results. */
  cache?: Cache;
  /** Threads for work that would hold up everything else; where there are none it is done in place, with the same results. */
  threads?: Threads;
  /** For files that other programs are to read during this run; where there is none they are handed over otherwise. */
  scratch?: Scratch;
}

/** A folder that ends with the run. */
export interface Scratch {
  /** Out: the absolute path of a file with these bytes; the same path for the same array. */
  place(bytes: Uint8Array): Promise<string>;
  /** Out: the absolute path of a new folder that is nobody else's. */
  folder(): Promise<string>;
}

/** Plain data in, plain data out. */
export interface Threads {
  /** @param told what the thread has to tell before it has the answer */
  run(task: unknown, told?: (news: unknown) => void): Promise<unknown>;
}

/**
 * Results kept between runs, by keys that name everything they depend on. Losing any of them costs time; and what was written
 * by hand into a Word file is then kept, but not carried into the next one.
 */
export interface Cache {
  /** Changes with the program itself: its code, its libraries, the runtime. Part of every key. */
  program: string;
  /** What was stored under the key, whole and undamaged, or undefined. */
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Size and time of change of a file, as one text; undefined where there is none. For files too large to read each time. */
  stamp(path: string): Promise<string | undefined>;
}
