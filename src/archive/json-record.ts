/** Records that the program keeps for itself as JSON; whoever finds one may have written into it. */
import type { z } from 'zod';

/** In: a file, if there is one. Out: what it says; undefined where it is missing, no JSON, or of another shape. */
export function jsonRecord<T>(bytes: Uint8Array | undefined, schema: z.ZodType<T>): T | undefined {
  if (!bytes) return undefined;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
