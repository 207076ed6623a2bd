/** What a command does, loaded when it is done: most of the time of `--help` beyond Node's own went into what it does not need. */
export const later =
  <Args extends unknown[]>(
    exit: (code: number) => void,
    load: () => Promise<(...args: Args) => Promise<number>>,
  ) =>
  async (...args: Args): Promise<void> =>
    exit(await (await load())(...args));
