/** Digests of files, as lower-case hexadecimal. */
import { createHash } from 'node:crypto';

export type Algorithm = 'SHA-256' | 'SM3';
const NAMES: Record<Algorithm, string> = { 'SHA-256': 'sha256', SM3: 'sm3' };

export function digestOf(bytes: Uint8Array, algorithm: Algorithm = 'SHA-256'): string {
  return createHash(NAMES[algorithm]).update(bytes).digest('hex');
}
