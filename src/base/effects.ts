/**
 * The world comes in through this door: stages that need disk, clock or console are handed an Effects,
 * so that a test can hand them another. Only `cli/` makes the real one.
 */
export interface Effects {
  /** Bytes of a file, or undefined when there is none or it is a folder. Paths: absolute, or relative to the workspace. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Names in a folder (no path), sorted by code point; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Whole or not at all: written under a temporary name in the same folder, then renamed. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** A folder with exactly these files (path below it → bytes) in place of what was there; whole or not at all. */
  replaceFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Milliseconds since the epoch; for progress lines only, never for content. */
  now(): number;
  /** A progress line for a person. */
  print(line: string): void;
  /** An environment variable, or undefined. */
  env(name: string): string | undefined;
}
