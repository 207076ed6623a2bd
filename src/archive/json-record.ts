/** Records that the program keeps for itself as JSON; whoever finds one may have written into it. */

/** A shape of the model, which says what fits it. */
interface Schema<T> {
  safeParse(value: unknown): { data?: T | undefined };
}

/** In: a file, if there is one. Out: what it says; undefined where it is missing, no JSON, or of another shape. */
export function jsonRecord<T>(bytes: Uint8Array | undefined, schema: Schema<T>): T | undefined {
  if (!bytes) return undefined;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
