/** Two texts, token by token. */
import { diffArrays } from 'diff';

/** A number or a word is changed as a whole; of Chinese each character is by itself. */
const TOKEN = /[-+−]?\d[\d,.]*[%‰]?|[A-Za-z]+|\s+|[\s\S]/gu;

/** Joined they are the text again. */
export const tokens = (text: string): string[] => text.match(TOKEN) ?? [];

/** How much of the longer text is in both, 0…1. */
export function likeness(a: string, b: string): number {
  const both = diffArrays(tokens(a), tokens(b))
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.join('').length, 0);
  return both / Math.max(a.length, b.length, 1);
}
