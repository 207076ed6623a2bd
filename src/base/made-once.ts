/** What a map has under a key; where it has nothing, what `make` makes, which stays there for whoever asks next. */
export function madeOnce<K, V extends NonNullable<unknown>>(
  made: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}
