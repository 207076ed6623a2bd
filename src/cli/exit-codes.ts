/** What a script can rely on. */
export const EXIT = {
  fine: 0,
  /** Something in data or templates has to be mended. */
  data: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Our own fault. */
  internal: 3,
} as const;
