/** Short name of a sender → how its return came that does not count, to be said behind the name: 1月9日报来的是空表，未收. */
export type Came = ReadonlyMap<string, string>;

export const NOTHING_CAME: Came = new Map();
